/** Where a receipt is applied: the customer, its open items to tick or to type a part of, and the running difference. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ClipboardEvent, type ReactNode, type RefObject, useEffect, useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import styles from './cash.module.css';
import { reasonsQuery } from './cash.queries.ts';
import type { ReceiptDetail } from './cash.types.ts';
import { ClaimNote } from './claim-note.component.tsx';
import { CustomerPicker } from './customer-picker.component.tsx';
import { DeskActs } from './desk-acts.component.tsx';
import { useDeskColumns } from './desk-columns.component.tsx';
import type { DeskRow } from './desk-rows.ts';
import { isList, PastedNote, type Pasting, usePasting } from './paste-list.component.tsx';
import type { Proposal } from './proposal.ts';
import { ALL_DEDUCTIONS, deductionWords } from './reason-words.ts';
import { UndoItem } from './undo-item.component.tsx';
import type { ClaimState } from './use-claim.ts';
import { type Desk, useDesk } from './use-desk.ts';

interface DeskProps {
  readonly code: string;
  readonly receipt: ReceiptDetail;
  readonly proposal: Proposal;
  readonly setProposal: (proposal: Proposal) => void;
  readonly claim: ClaimState;
  readonly onEnter: RefObject<(() => void) | null>;
  readonly goOn: () => void;
}

export function ReceiptDesk(props: DeskProps): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { code, receipt } = props;
  const { data: reasons } = useQuery(reasonsQuery(code));
  const words = useMemo(() => deductionWords(t, reasons?.rows ?? ALL_DEDUCTIONS), [t, reasons]);
  const isHeld = props.claim.other !== null;
  const desk = useDesk({ ...props, reasons: words, isHeld });
  const pasting = usePasting(code, receipt, desk);
  const canApply = may(company, 'cash.apply') && desk.isWorkable;
  const { onEnter } = props;
  useEffect(() => {
    onEnter.current = canApply ? desk.enter : null;
    return () => {
      onEnter.current = null;
    };
  });
  const askCustomer = (): void => desk.place.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  const onPaste = useListPaste(receipt.amount.currency, canApply ? pasting : null);

  return (
    <section aria-label={t('cash.desk')} className={styles.desk} ref={desk.place} onPasteCapture={onPaste}>
      <ClaimNote claim={props.claim} />
      {receipt.applied.length > 0 && <AppliedList code={code} receipt={receipt} />}
      {desk.isWorkable && <DeskGrid {...props} desk={desk} canApply={canApply} />}
      <PastedNote pasting={pasting} />
      {desk.error && <ProblemNote error={desk.error} />}
      {may(company, 'cash.apply') && (
        <DeskActs {...{ code, desk, receipt, askCustomer, pasting, isHeld }} goOn={props.goOn} />
      )}
    </section>
  );
}

function DeskGrid(props: DeskProps & { desk: Desk; canApply: boolean }): ReactNode {
  const { t } = useTexts();
  const { desk, canApply } = props;
  const columns = useDeskColumns({ desk, isAcrossCustomers: desk.customerId === null });
  return (
    <div className={styles.deskGrid}>
      <Grid
        id="desk"
        label={t('cash.items')}
        columns={columns}
        rows={desk.rows}
        rowId={idOf}
        foot={desk.foot}
        load={desk.load}
        view={desk.view}
        onView={desk.onView}
        {...(canApply ? { onOpen: desk.apply } : {})}
        empty={desk.customerId === null ? t('cash.noCandidates') : t('cash.noOpenItems')}
        {...(canApply ? { ticks: desk.ticks } : {})}
        lead={<DeskCustomer {...props} canChange={canApply} />}
      />
    </div>
  );
}

function idOf({ id }: DeskRow): string {
  return id;
}

/** A list of references pasted anywhere on the desk is ticked; figures go on to the cells of the grid. */
function useListPaste(currency: string, pasting: Pasting | null): (event: ClipboardEvent) => void {
  const { decimalSign } = useFormats();
  return (event) => {
    if (pasting === null || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      return;
    const text = event.clipboardData.getData('text/plain');
    if (!isList(text, currency, decimalSign)) return;
    event.preventDefault();
    event.stopPropagation();
    pasting.take(text);
  };
}

function DeskCustomer(props: {
  code: string;
  proposal: Proposal;
  setProposal: (proposal: Proposal) => void;
  canChange: boolean;
}): ReactNode {
  if (!props.canChange) return <span>{props.proposal.customerName}</span>;
  return (
    <div className={styles.customer}>
      <CustomerPicker
        code={props.code}
        name={props.proposal.customerName}
        pick={({ id, name }) => props.setProposal({ customerId: id, customerName: name, allocations: [] })}
      />
    </div>
  );
}

/** Where the money of a receipt already went, and what was deducted with it. */
function AppliedList({ code, receipt }: { code: string; receipt: ReceiptDetail }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  // Of one item the whole is undone, with the button below.
  const canUndo = receipt.canUndo && receipt.applied.length > 1 && may(company, 'cash.apply');
  const deductions = receipt.settlement?.deductions ?? [];
  const words = new Map(deductionWords(t, deductions).map(({ reason, words: text }) => [reason, text]));
  return (
    <div className={styles.applied}>
      <h3>{t('cash.appliedTo')}</h3>
      <ul>
        {receipt.applied.map(({ itemId, number, amount }) => (
          <li key={itemId}>
            <Link to="/c/$company/items/$itemId" params={{ company: code, itemId }} search={{}}>
              {number}
            </Link>
            <MoneyInWords value={amount} />
            {deductions
              .filter((deduction) => deduction.itemId === itemId)
              .map(({ reason, amount: deducted, treatment }) => (
                <span key={`${reason} ${deducted.amount}`} className={styles.quiet}>
                  {words.get(reason)} <MoneyInWords value={deducted} />
                  {treatment === 'claimed' && ` (${t('cash.deductionClaimed')})`}
                </span>
              ))}
            {canUndo && <UndoItem code={code} receiptId={receipt.id} item={{ itemId, number }} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
