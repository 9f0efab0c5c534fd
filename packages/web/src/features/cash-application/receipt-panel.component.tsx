/** One receipt: the bank's line, what was concluded from it and why, and the items its money goes to. */
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, type RefObject, Suspense, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useSentences } from '../../app/sentences/sentences.ts';
import { useCompany } from '../../app/session.ts';
import { DateText, Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { isZero } from '../../ui/money/money-text.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { AskedNote } from './asked-note.component.tsx';
import { BankLineView } from './bank-line.component.tsx';
import styles from './cash.module.css';
import { receiptQuery } from './cash.queries.ts';
import type { ReceiptDetail } from './cash.types.ts';
import { DecisionView } from './decision.component.tsx';
import { RuledOut } from './knowledge/ruled-out.component.tsx';
import { type Proposal, proposalKey, proposalOf } from './proposal.ts';
import { ReceiptDesk } from './receipt-desk.component.tsx';
import { useClaim } from './use-claim.ts';
import { useTimesEnded } from './use-times-ended.ts';

/** A refund or a move of money on account is asked for; fetched where there is some. */
const AskButton = lazy(async () => ({
  default: (await import('../approvals/ask-button.component.tsx')).AskButton,
}));

export function ReceiptPanel(props: {
  code: string;
  receiptId: string;
  /** Holds what Enter in the list does. */
  onEnter: RefObject<(() => void) | null>;
  close: () => void;
  goOn: () => void;
}): ReactNode {
  const { t } = useTexts();
  const query = useQuery(receiptQuery(props.code, props.receiptId));
  const receipt = query.data?.id === props.receiptId ? query.data : undefined;
  // What was decided again is begun anew on the desk.
  const timesDecided = useTimesEnded(receipt?.isToDecide ?? false);
  return (
    <Panel title={receipt ? <ReceiptTitle receipt={receipt} /> : t('grid.reading')} close={props.close}>
      {query.error && <ProblemNote error={query.error} retry={() => void query.refetch()} />}
      {receipt && <ReceiptBody key={`${receipt.id} ${timesDecided}`} receipt={receipt} {...props} />}
    </Panel>
  );
}

function ReceiptTitle({ receipt }: { receipt: ReceiptDetail }): ReactNode {
  return (
    <div className={styles.title}>
      <h2>
        <MoneyInWords value={receipt.amount} />
      </h2>
      <span>{receipt.payerName ?? receipt.payerAccount}</span>
      <span className={styles.quiet}>
        <DateText date={receipt.bookedOn} />
      </span>
    </div>
  );
}

function ReceiptBody(props: {
  code: string;
  receipt: ReceiptDetail;
  onEnter: RefObject<(() => void) | null>;
  goOn: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { receipt } = props;
  const company = useCompany();
  const isWorkable = may(company, 'cash.apply') && !isZero(receipt.unapplied);
  const claim = useClaim(props.code, receipt.id, isWorkable);
  const [proposal, setProposal] = useState<Proposal>(() => proposalOf(receipt));
  return (
    <div className={styles.panelRoom}>
      <div className={styles.receipt}>
        <BankLineView receipt={receipt} />
        {receipt.settlement && <Settlement settlement={receipt.settlement} />}
        {receipt.queue === 'unapplied' && (
          <Suspense>
            <div>
              <AskButton
                code={props.code}
                thing={{
                  itemId: receipt.id,
                  customerId: receipt.customerId,
                  open: receipt.unapplied,
                  isCredit: true,
                }}
              />
            </div>
          </Suspense>
        )}
        {receipt.questions.length > 0 && <AskedNote code={props.code} receipt={receipt} isWorkable={isWorkable} />}
        {receipt.isToDecide && (
          <p role="status" className={styles.asked}>
            {t('cash.decidingThis')}
          </p>
        )}
        {receipt.decision && (
          <DecisionView
            decision={receipt.decision}
            use={setProposal}
            proposed={proposalOf(receipt)}
            current={proposal}
            isWorkable={isWorkable}
          />
        )}
        <RuledOut code={props.code} receiptId={receipt.id} />
        <ReceiptDesk
          // Another explanation taken over begins anew on the desk.
          key={proposalKey(proposal)}
          code={props.code}
          receipt={receipt}
          proposal={proposal}
          setProposal={setProposal}
          claim={claim}
          onEnter={props.onEnter}
          goOn={props.goOn}
        />
      </div>
    </div>
  );
}

/** What became of the receipt, by whom and when. */
function Settlement({ settlement }: { settlement: NonNullable<ReceiptDetail['settlement']> }): ReactNode {
  const sentences = useSentences();
  return (
    <p className={styles.settlement}>
      {sentences.settlement(settlement.kind, settlement.sentence)}{' '}
      <span className={styles.quiet}>
        {settlement.by} {settlement.at && <Instant at={settlement.at} />}
      </span>
    </p>
  );
}
