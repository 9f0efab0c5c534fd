/** A plan while it is written: the interest agreed, and the schedule as it will stand, part by part. */
import { NativeSelect, TextInput } from '@mantine/core';
import { DAY_COUNTS } from '@quittance/core/interest';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { Amount, MoneyInWords } from '../../../ui/money/money.component.tsx';
import { type MoneyText, sumByCurrency, toMoneyText } from '../../../ui/money/money-text.ts';
import type { DraftPart, PromiseDraft, ReadDraft } from './promise-draft.ts';
import styles from './promises.module.css';

interface PlanTermsProps {
  readonly draft: PromiseDraft;
  readonly change: (part: Partial<PromiseDraft>) => void;
  readonly read: ReadDraft;
  /** Interest is agreed on certain items, so that none of their days is asked for twice. */
  readonly isOnItems: boolean;
}

export function PlanTerms({ draft, change, read, isOnItems }: PlanTermsProps): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <div className={styles.line}>
        <span>{t('promises.interestAgreed')}</span>
        <TextInput
          size="xs"
          className={styles.parts}
          inputMode="decimal"
          aria-label={t('promises.interestRate')}
          disabled={!isOnItems}
          error={!read.isReady && read.wrong === 'rate' ? t('promises.rateWrong') : null}
          value={draft.typedRate}
          onChange={(event) => change({ typedRate: event.currentTarget.value })}
        />
        <span>{t('promises.aYearBy')}</span>
        <NativeSelect
          size="xs"
          aria-label={t('interest.dayCount')}
          disabled={!isOnItems}
          value={draft.dayCount}
          onChange={(event) =>
            change({ dayCount: DAY_COUNTS.find((one) => one === event.currentTarget.value) ?? 'act365' })
          }
          data={[
            { value: 'act365', label: '365' },
            { value: 'act360', label: '360' },
          ]}
        />
        <span className={styles.quiet}>{t(isOnItems ? 'promises.interestHint' : 'promises.interestNeedsItems')}</span>
      </div>
      {read.isReady && (read.interest === null ? <Days parts={read.parts} /> : <Schedule parts={read.parts} />)}
    </>
  );
}

function Days({ parts }: { parts: readonly DraftPart[] }): ReactNode {
  const { t } = useTexts();
  return (
    <ol className={styles.schedule} aria-label={t('promises.schedule')}>
      {parts.map((part) => (
        <li key={part.promisedOn}>
          <MoneyInWords value={part.amount} /> <DateText date={part.promisedOn} />
        </li>
      ))}
    </ol>
  );
}

function Schedule({ parts }: { parts: readonly DraftPart[] }): ReactNode {
  const { t } = useTexts();
  const principal = parts.map((part) => part.amount);
  const interest = parts.map((part) => part.interest);
  return (
    <table className={styles.plan} aria-label={t('promises.schedule')}>
      <thead>
        <tr>
          <th>{t('promises.by')}</th>
          <th>{t('promises.principal')}</th>
          <th>{t('interest.interest')}</th>
          <th>{t('interest.total')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.promisedOn}>
            <td>
              <DateText date={part.promisedOn} />
            </td>
            <Figures of={[part.amount, part.interest, added([part.amount, part.interest])]} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th>{t('interest.total')}</th>
          <Figures of={[added(principal), added(interest), added([...principal, ...interest])]} />
        </tr>
      </tfoot>
    </table>
  );
}

function Figures({ of: [principal, interest, total] }: { of: [MoneyText, MoneyText, MoneyText] }): ReactNode {
  return (
    <>
      <td>
        <Amount value={principal} />
      </td>
      <td>
        <Amount value={interest} />
      </td>
      <td>
        <Amount value={total} />
      </td>
    </>
  );
}

/** All in one currency, and at least one of them. */
function added(texts: readonly MoneyText[]): MoneyText {
  const [sum] = sumByCurrency(texts);
  if (sum === undefined) throw new Error('nothing to add up');
  return toMoneyText(sum);
}
