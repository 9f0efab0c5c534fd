/** How one customer's interest comes about, item by item; charging it with a debit note, or letting it go. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Amount, MoneyInWords } from '../../../ui/money/money.component.tsx';
import { isZero } from '../../../ui/money/money-text.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import styles from './interest.module.css';
import { chargeInterest, type InterestProposal, waiveInterest } from './interest.queries.ts';
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
  return (
    <Panel title={proposal.customerName} close={close}>
      <div className={styles.panel}>
        {proposal.isPartial && (
          <p className={styles.quiet}>{t('interest.partial', { shown: proposal.lines.length })}</p>
        )}
        {proposal.plan === null ? <Lines proposal={proposal} /> : <OfPlan plan={proposal.plan} />}
        <p>
          {t('interest.total')}{' '}
          <b>
            <MoneyInWords value={proposal.total} />
          </b>
        </p>
        <Acts {...props} />
      </div>
    </Panel>
  );
}

function Lines({ proposal }: { proposal: InterestProposal }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
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
              {line.number}
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

function Acts({ code, proposal, close }: InterestPanelProps): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const done = async (text: string): Promise<void> => {
    say({ text });
    close();
    await askAnew(queryClient);
  };
  const charge = useMutation({
    mutationFn: () => chargeInterest(code, proposal),
    onSuccess: ({ number }) => done(t('interest.wasCharged', { number })),
  });
  const waive = useMutation({
    mutationFn: () => waiveInterest(code, proposal, reason),
    onSuccess: () => done(t('interest.wasWaived')),
  });
  if (!may(company, 'ledger.adjust')) return <p className={styles.quiet}>{t('interest.mayNot')}</p>;
  const error = charge.error ?? waive.error;
  return (
    <>
      {error && <ProblemNote error={error} />}
      <div className={styles.line}>
        <Button size="xs" loading={charge.isPending} onClick={() => charge.mutate()}>
          {t('interest.charge')}
        </Button>
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault();
            waive.mutate();
          }}
        >
          <TextInput
            size="xs"
            aria-label={t('books.reason')}
            placeholder={t('interest.waiveWhy')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" loading={waive.isPending} disabled={reason.trim() === ''}>
            {t('interest.waive')}
          </Button>
        </form>
      </div>
    </>
  );
}
