/** The state of a receipt being applied: items in reach, the draft, what stays open, and the acts that end it. */
import { formatAmount, sum } from '@quittance/core/money';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { Formats } from '../../ui/format/formats.ts';
import { type GridLoad, type GridTicks, type GridView, PLAIN_VIEW } from '../../ui/grid/grid.types.ts';
import { isZero, readAmount, toMoney } from '../../ui/money/money-text.ts';
import {
  type Draft,
  leftOf,
  type NamedItem,
  type Rest,
  restsOf,
  sameDraft,
  withoutTick,
  withPart,
  withTick,
} from './allocation.ts';
import type { ReceiptAct } from './cash.queries.ts';
import type { Candidate, ReceiptDetail } from './cash.types.ts';
import { useItemsInReach } from './items-in-reach.ts';
import { type Proposal, proposalOf } from './proposal.ts';
import { useReceiptAct } from './use-receipt-act.ts';

export interface Desk {
  readonly place: RefObject<HTMLElement | null>;
  readonly rows: readonly Candidate[];
  readonly load: GridLoad;
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
  readonly draft: Draft;
  readonly ticks: GridTicks;
  readonly customerId: string | null;
  readonly leftMinor: bigint;
  /** Items that get something and still stay open. */
  readonly rests: readonly Rest[];
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

interface Given {
  readonly code: string;
  readonly receipt: ReceiptDetail;
  readonly proposal: Proposal;
  readonly goOn: () => void;
}

export function useDesk(input: Given): Desk {
  const { receipt, proposal } = input;
  const { t } = useTexts();
  const formats = useFormats();
  const place = useRef<HTMLElement | null>(null);
  const proposed = useMemo(() => draftOf(proposal.allocations), [proposal]);
  const [draft, setDraft] = useState<Draft>(proposed);
  const { rows, load, view, onView } = useOrderedItems(input, draft);
  const { amountMinor, currency } = toMoney(receipt.unapplied);
  const leftMinor = leftOf(amountMinor, draft);
  const customerId = proposal.customerId ?? rows.find((row) => draft.has(row.id))?.customerId ?? null;
  const done = doneWords(t, formats, { draft, amountMinor, currency });
  const mutation = useReceiptAct({ code: input.code, receiptId: receipt.id, done, goOn: input.goOn });
  const isProposal = draft.size > 0 && sameDraft(draft, draftOf(proposalOf(receipt).allocations));
  const apply = (): void => {
    if (mutation.isPending || draft.size === 0 || leftMinor < 0n || customerId === null) return;
    const isConfirmed = isProposal && receipt.decision?.decision === 'suggest';
    mutation.mutate(isConfirmed ? { kind: 'confirm' } : applyAct(customerId, draft, currency));
  };
  const focusItems = (): void => place.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  return {
    place,
    rows,
    load,
    view,
    onView,
    draft,
    ticks: {
      ids: new Set(draft.keys()),
      toggle: (ids, isOn) => {
        const items = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
        setDraft((now) => items.reduce((next, item) => toggled(next, item, isOn, amountMinor), now));
      },
    },
    customerId,
    leftMinor,
    rests: restsOf(rows.map(namedItem), draft),
    isWorkable: !isZero(receipt.unapplied),
    isProposal,
    isBusy: mutation.isPending,
    error: mutation.error,
    setPart: (item, typed) => {
      const part = typed.trim() === '' ? 0n : readAmount(typed, currency, formats.decimalSign);
      if (part === null) return t('cash.notAnAmount');
      const next = withPart(draft, namedItem(item), part);
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

/** Items with what is proposed first; whenever the filter changes, what is ticked by then stands first. */
function useOrderedItems({ code, receipt, proposal }: Given, draft: Draft) {
  const [view, setView] = useState<GridView>(() => PLAIN_VIEW);
  const [first, setFirst] = useState<ReadonlySet<string>>(() => new Set(draft.keys()));
  const onView = (next: GridView): void => {
    if (next.filter !== view.filter) setFirst(new Set(draft.keys()));
    setView(next);
  };
  return { ...useItemsInReach({ code, receipt, proposal, first }), view, onView };
}

function doneWords(
  t: Translate,
  formats: Formats,
  given: { draft: Draft; amountMinor: bigint; currency: string },
): string {
  const { draft, amountMinor, currency } = given;
  const inWords = (minor: bigint): string => `${formats.amount(minor, currency)} ${currency}`;
  if (draft.size === 0) return t('cash.wasPlaced', { amount: inWords(amountMinor) });
  return t('cash.wasApplied', { amount: inWords(sum(draft.values())), count: draft.size });
}

function applyAct(customerId: string, draft: Draft, currency: string): ReceiptAct {
  return {
    kind: 'apply',
    customerId,
    allocations: [...draft].map(([itemId, minor]) => ({
      itemId,
      amount: { amount: formatAmount(minor, currency), currency },
    })),
  };
}

function draftOf(allocations: Proposal['allocations']): Draft {
  return new Map(allocations.map(({ itemId, amount }) => [itemId, toMoney(amount).amountMinor]));
}

function namedItem({ id, number, open }: Candidate): NamedItem {
  return { id, number, openMinor: toMoney(open).amountMinor };
}

function toggled(draft: Draft, item: Candidate, isOn: boolean, receiptMinor: bigint): Draft {
  return isOn ? withTick(draft, namedItem(item), receiptMinor) : withoutTick(draft, item.id);
}
