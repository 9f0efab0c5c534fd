/** How one customer's interest comes about, item by item; charging it with a debit note, or letting it go. */
import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Amount, MoneyInWords } from '../../../ui/money/money.component.tsx';
import { isZero } from '../../../ui/money/money-text.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { AskedOfCustomer } from '../../approvals/asked-of-customer.component.tsx';
import styles from './interest.module.css';
import { askedOf, type InterestProposal, undisputed } from './interest.queries.ts';
import { InterestActs } from './interest-acts.component.tsx';
import { rateText } from './rate-text.ts';

const RATE_E4_PER_BASIS_POINT = 100;

interface InterestPanelProps {
  readonly code: string;
  readonly proposal: InterestProposal;
  readonly close: () => void;
}

export function InterestPanel(props: InterestPanelProps): ReactNode {
  const { t } = useTexts();
  const { proposal, close } = props;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(undisputed(proposal)));
  const asked = askedOf(proposal, ticked);
  return (
    <Panel title={<h2>{proposal.customerName}</h2>} close={close}>
      <div className={styles.panel}>
        {proposal.isPartial && (
          <p className={styles.quiet}>{t('interest.partial', { shown: proposal.lines.length })}</p>
        )}
        {proposal.plan === null ? (
          <div className={styles.scrolled}>
            <Lines proposal={proposal} ticked={ticked} tick={setTicked} />
          </div>
        ) : (
          <OfPlan plan={proposal.plan} />
        )}
        <p>
          {t('interest.total')}{' '}
          <b>
            <MoneyInWords value={asked.total} />
          </b>
        </p>
        <AskedOfCustomer code={props.code} customerId={proposal.customerId} isOfInterest />
        <InterestActs {...props} asked={asked} />
      </div>
    </Panel>
  );
}

interface LinesProps {
  readonly proposal: InterestProposal;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (itemIds: ReadonlySet<string>) => void;
}

function Lines({ proposal, ticked, tick }: LinesProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const turn = (itemId: string): void => {
    const next = new Set(ticked);
    if (!next.delete(itemId)) next.add(itemId);
    tick(next);
  };
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th>{t('item.number')}</th>
          <th>{t('interest.days')}</th>
          <th>{t('interest.rate')}</th>
          <th>{t('interest.interest')}</th>
          <th>{t('interest.fees')}</th>
        </tr>
      </thead>
      <tbody>
        {proposal.lines.map((line) => (
          <tr key={line.itemId}>
            <td>
              <Checkbox
                size="xs"
                checked={ticked.has(line.itemId)}
                onChange={() => turn(line.itemId)}
                label={line.number}
              />
              {line.isDisputed && <Status tone="care" word={t('interest.disputed')} />}
              <div className={styles.quiet}>
                <DateText date={line.fromOn} /> – <DateText date={line.toOn} />
              </div>
            </td>
            <td>{line.days}</td>
            <td>
              {[...new Set(line.stretches.map(({ rateE4 }) => `${rateText(rateE4, formats.decimalSign)} %`))].join(
                ', ',
              )}
            </td>
            <td>
              <Amount value={line.interest} />
            </td>
            <td>
              <Amount value={line.fee} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The balance of the plan day by day, as it was paid. */
function OfPlan({ plan }: { plan: NonNullable<InterestProposal['plan']> }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const rate = rateText(plan.basisPoints * RATE_E4_PER_BASIS_POINT, formats.decimalSign);
  return (
    <>
      <p>
        {t('interest.ofPlanFrom', { rate })} <MoneyInWords value={plan.principal} />
      </p>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th>{t('interest.rateFrom')}</th>
            <th>{t('interest.days')}</th>
            <th>{t('interest.open')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.stretches.map((stretch) => (
            <tr key={stretch.fromOn}>
              <td>
                <DateText date={stretch.fromOn} /> – <DateText date={stretch.toOn} />
              </td>
              <td>{stretch.days}</td>
              <td>
                <Amount value={stretch.open} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isZero(plan.asked) && (
        <p className={styles.quiet}>
          {t('interest.askedBefore')} <MoneyInWords value={plan.asked} />
        </p>
      )}
    </>
  );
}
