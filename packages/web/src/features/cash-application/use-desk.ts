/** The state of a receipt being applied: items in reach, the draft, the difference, and the acts that end it. */
import { formatAmount, sum } from '@quittance/core/money';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { GridLoad, GridTicks } from '../../ui/grid/grid.types.ts';
import { isZero, readAmount, toMoney } from '../../ui/money/money-text.ts';
import { useCustomerItems } from '../customers/customers.queries.ts';
import { type Draft, leftOf, sameDraft, withoutTick, withPart, withTick } from './allocation.ts';
import type { ReceiptAct } from './cash.queries.ts';
import type { Candidate, ReceiptDetail } from './cash.types.ts';
import { type Proposal, proposalOf } from './proposal.ts';
import { useReceiptAct } from './use-receipt-act.ts';

export interface Desk {
  readonly place: RefObject<HTMLElement | null>;
  readonly rows: readonly Candidate[];
  readonly load: GridLoad;
  readonly draft: Draft;
  readonly ticks: GridTicks;
  readonly customerId: string | null;
  readonly leftMinor: bigint;
  /** False when nothing of the receipt is left to apply: then the way on is to undo. */
  readonly isWorkable: boolean;
  readonly isProposal: boolean;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly setPart: (item: Candidate, typed: string) => string | null;
  readonly act: (act: ReceiptAct) => void;
  readonly apply: () => void;
  readonly enter: () => void;
  readonly focusItems: () => void;
}

const NOTHING_TO_LOAD: GridLoad = { isLoading: false, isBusy: false, error: null, retry: () => {} };

export function useDesk(input: { code: string; receipt: ReceiptDetail; proposal: Proposal; goOn: () => void }): Desk {
  const { code, receipt, proposal } = input;
  const { t } = useTexts();
  const formats = useFormats();
  const place = useRef<HTMLElement | null>(null);
  const proposed = useMemo(() => draftOf(proposal.allocations), [proposal]);
  const [draft, setDraft] = useState<Draft>(proposed);
  const { rows, load } = useItemsInReach(input);
  const { amountMinor, currency } = toMoney(receipt.unapplied);
  const isWorkable = !isZero(receipt.unapplied);
  const leftMinor = leftOf(amountMinor, draft);
  const customerId = proposal.customerId ?? rows.find((row) => draft.has(row.id))?.customerId ?? null;
  const inWords = (minor: bigint): string => `${formats.amount(minor, currency)} ${currency}`;
  const done =
    draft.size > 0
      ? t('cash.wasApplied', { amount: inWords(sum(draft.values())), count: draft.size })
      : t('cash.wasPlaced', { amount: inWords(amountMinor) });
  const mutation = useReceiptAct({ code, receiptId: receipt.id, done, goOn: input.goOn });
  const isProposal = sameDraft(draft, draftOf(proposalOf(receipt).allocations)) && draft.size > 0;
  const apply = (): void => {
    if (mutation.isPending || draft.size === 0 || leftMinor < 0n || customerId === null) return;
    if (isProposal && receipt.decision?.decision === 'suggest') {
      mutation.mutate({ kind: 'confirm' });
      return;
    }
    mutation.mutate({
      kind: 'apply',
      customerId,
      allocations: [...draft].map(([itemId, minor]) => ({
        itemId,
        amount: { amount: formatAmount(minor, currency), currency },
      })),
    });
  };
  const focusItems = (): void => place.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  return {
    place,
    rows,
    load,
    draft,
    ticks: {
      ids: new Set(draft.keys()),
      toggle: (ids, isOn) =>
        setDraft((now) =>
          ids.reduce(
            (next, id) =>
              toggled(
                next,
                rows.find((row) => row.id === id),
                isOn,
                amountMinor,
              ),
            now,
          ),
        ),
    },
    customerId,
    leftMinor,
    isWorkable,
    isProposal,
    isBusy: mutation.isPending,
    error: mutation.error,
    setPart: (item, typed) => {
      const part = typed.trim() === '' ? 0n : readAmount(typed, toMoney(item.open).currency, formats.decimalSign);
      if (part === null) return t('cash.notAnAmount');
      const next = withPart(draft, { id: item.id, openMinor: toMoney(item.open).amountMinor }, part);
      if (next === 'more_than_open')
        return t('cash.moreThanOpen', { open: formats.amountText(item.open.amount, currency) });
      if (next === 'wrong_sign') return t('cash.wrongSign');
      setDraft(next);
      return null;
    },
    act: (next) => mutation.mutate(next),
    apply,
    enter: () => (draft.size > 0 && leftMinor >= 0n ? apply() : focusItems()),
    focusItems,
  };
}

function draftOf(allocations: Proposal['allocations']): Draft {
  return new Map(allocations.map(({ itemId, amount }) => [itemId, toMoney(amount).amountMinor]));
}

function toggled(draft: Draft, item: Candidate | undefined, isOn: boolean, receiptMinor: bigint): Draft {
  if (!item) return draft;
  if (!isOn) return withoutTick(draft, item.id);
  return withTick(draft, { id: item.id, openMinor: toMoney(item.open).amountMinor }, receiptMinor);
}

/**
 * The open items of the customer, in the receipt's currency; without a customer the candidates that the engine gathered.
 * What was proposed comes first and stays there, so that no row moves while it is ticked.
 */
function useItemsInReach(input: { code: string; receipt: ReceiptDetail; proposal: Proposal }) {
  const { code, receipt, proposal } = input;
  const ofCustomer = useCustomerItems({
    code,
    customerId: proposal.customerId ?? '',
    status: 'open',
    isWanted: proposal.customerId !== null && !isZero(receipt.unapplied),
  });
  const rows = useMemo(() => {
    const reach: readonly Candidate[] =
      proposal.customerId === null || ofCustomer.rows.length === 0 ? receipt.candidates : ofCustomer.rows;
    const proposed = new Set(proposal.allocations.map(({ itemId }) => itemId));
    const usable = reach.filter(
      (row) =>
        row.open.currency === receipt.amount.currency && row.kind !== 'receipt' && row.kind !== 'on_account_credit',
    );
    return [...usable.filter(({ id }) => proposed.has(id)), ...usable.filter(({ id }) => !proposed.has(id))];
  }, [proposal, receipt, ofCustomer.rows]);
  return { rows, load: proposal.customerId === null ? NOTHING_TO_LOAD : ofCustomer.load };
}
