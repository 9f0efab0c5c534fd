/** How a customer pays: when the next money is likely, how late it was, how much of the limit is used, how it wants to be billed. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Exposure } from './exposure.component.tsx';
import styles from './paying.module.css';
import { type Behaviour, behaviourQuery } from './paying.queries.ts';
import { PaymentChart } from './payment-chart.component.tsx';
import { ProfilePart } from './profile.component.tsx';
import { RhythmLine } from './rhythm-line.component.tsx';

export function CustomerPaying({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const behaviour = useQuery(behaviourQuery(code, customerId));
  if (behaviour.error) return <ProblemNote error={behaviour.error} retry={() => void behaviour.refetch()} />;
  if (!behaviour.data) return <p className={styles.empty}>{t('grid.reading')}</p>;
  return (
    <div className={styles.scroll}>
      <div className={styles.columns}>
        <div>
          <WhenNext behaviour={behaviour.data} />
          {behaviour.data.all && (
            <section className={styles.section}>
              <h3>
                <Punctual all={behaviour.data.all} />
              </h3>
              <PaymentChart behaviour={behaviour.data} />
            </section>
          )}
          <Exposure code={code} customerId={customerId} />
        </div>
        <ProfilePart code={code} customerId={customerId} />
      </div>
    </div>
  );
}

function WhenNext({ behaviour: { rhythm, stated } }: { behaviour: Behaviour }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  return (
    <section className={styles.section}>
      <h3>{t('paying.payRun')}</h3>
      <dl className={styles.story}>
        <dt>{t('paying.byHistory')}</dt>
        <dd>
          <RhythmLine rhythm={rhythm} />
        </dd>
        {stated && (
          <>
            <dt>{t('paying.byThem')}</dt>
            <dd>
              <b>{t('paying.next', { day: formats.weekday(stated.nextOn) })}</b>
              {stated.cutOffOn && (
                <>
                  , {t('paying.cutOff')} <DateText date={stated.cutOffOn} />
                </>
              )}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Punctual({ all }: { all: NonNullable<Behaviour['all']> }): ReactNode {
  const { t } = useTexts();
  const { daysLate, onTimePercent } = all;
  const late = daysLate < 0 ? t('paying.daysEarly', { days: -daysLate }) : t('paying.daysLate', { days: daysLate });
  return (
    <>
      {t('paying.all')}: {late}, {t('paying.onTime', { percent: onTimePercent })}
    </>
  );
}
