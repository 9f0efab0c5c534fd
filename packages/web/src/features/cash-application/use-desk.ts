/** The state of a receipt being applied: items in reach, the draft, what stays open, and the acts that end it. */
import { type CurrencyCode, formatAmount, sum } from '@quittance/core/money';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { Formats } from '../../ui/format/formats.ts';
import { type FootRow, type GridLoad, type GridTicks, type GridView, PLAIN_VIEW } from '../../ui/grid/grid.types.ts';
import { isZero, readAmount, toMoney } from '../../ui/money/money-text.ts';
import { type Draft, type NamedItem, type Rest, restsOf } from './allocation.ts';
import type { ReceiptAct } from './cash.queries.ts';
import type { Candidate, ReceiptDetail } from './cash.types.ts';
import {
  type DeductionReason,
  type DeductionRefusal,
  type DraftDeduction,
  deductedByItem,
  type ReasonWords,
  readDeductions,
  withDeductionsOf,
  withRestsDeducted,
} from './deductions.ts';
import {
  type DeskDraft,
  draftOfProposal,
  isAsProposed,
  leftOnDesk,
  namedItem,
  toggledDraft,
  withCash,
  withDeductions,
  withPasted,
} from './desk-draft.ts';
import { type DeskRow, useDeskFoot, useDeskRows } from './desk-rows.ts';
import { useItemsInReach } from './items-in-reach.ts';
import type { PastedOutcome } from './pasted-references.ts';
import type { Proposal } from './proposal.ts';
import { useReceiptAct } from './use-receipt-act.ts';

export interface Desk {
  readonly place: RefObject<HTMLElement | null>;
  readonly rows: readonly DeskRow[];
  readonly foot: readonly FootRow[];
  readonly byId: ReadonlyMap<string, Candidate>;
  readonly load: GridLoad;
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
  readonly draft: Draft;
  readonly deductions: readonly DraftDeduction[];
  readonly reasons: readonly ReasonWords[];
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
  readonly setDeduction: (item: Candidate, typed: string) => string | null;
  /** The deductions of one item said anew. */
  readonly setDeductions: (itemId: string, own: readonly DraftDeduction[]) => void;
  /** What stays open on the items becomes deductions with this reason. */
  readonly deductRests: (reason: DeductionReason) => void;
  /** Takes an item of any customer in and ticks it. */
  readonly addItem: (item: Candidate) => void;
  readonly takePasted: (outcome: PastedOutcome) => void;
  readonly act: (act: ReceiptAct) => void;
  readonly apply: () => void;
  readonly enter: () => void;
  readonly focusItems: () => void;
}

interface Given {
  readonly code: string;
  readonly receipt: ReceiptDetail;
  readonly proposal: Proposal;
  readonly reasons: readonly ReasonWords[];
  /** Somebody else is at it: nothing is posted until it is taken over. */
  readonly isHeld: boolean;
  readonly goOn: () => void;
}

const REFUSED = {
  not_an_amount: 'cash.deductionNotRead',
  unknown_reason: 'cash.deductionUnknown',
  more_than_rest: 'cash.deductionTooMuch',
  nothing_missing: 'cash.deductionNothingMissing',
  not_on_credits: 'cash.deductionOnCredit',
} as const satisfies Record<DeductionRefusal, string>;

export function useDesk(input: Given): Desk {
  const { receipt, proposal, reasons } = input;
  const { t } = useTexts();
  const formats = useFormats();
  const place = useRef<HTMLElement | null>(null);
  const { amountMinor, currency } = toMoney(receipt.unapplied);
  const [draft, setDraft] = useState<DeskDraft>(() => draftOfProposal(proposal));
  const { rows: items, byId, load, view, onView, add } = useOrderedItems(input, draft.cash);
  const rows = useDeskRows(items, draft);
  const foot = useDeskFoot(items, draft, { currency, label: t(load.hasMore ? 'grid.totalLoaded' : 'grid.total') });
  const leftMinor = leftOnDesk(draft, amountMinor);
  const ticked = useMemo(
    () => [...draft.cash.keys()].flatMap((id) => byId.get(id) ?? []).map(namedItem),
    [draft.cash, byId],
  );
  const rests = useMemo(() => restsOf(ticked, draft.cash, deductedByItem(draft.deductions)), [ticked, draft]);
  const customerId = proposal.customerId ?? byId.get([...draft.cash.keys()][0] ?? '')?.customerId ?? null;
  const done = doneWords(t, formats, { draft: draft.cash, amountMinor, currency });
  const mutation = useReceiptAct({ code: input.code, receiptId: receipt.id, done, goOn: input.goOn });
  const isProposal = isAsProposed(draft, receipt);
  const canApply = draft.cash.size > 0 && leftMinor >= 0n && customerId !== null && !input.isHeld;
  const apply = (): void => {
    if (mutation.isPending || !canApply || customerId === null) return;
    const { decision } = receipt;
    const isConfirmed = isProposal && decision !== null;
    mutation.mutate(
      isConfirmed ? { kind: 'confirm', decision: decision.number } : applyAct(customerId, draft, currency),
    );
  };
  const focusItems = (): void => place.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  const tickedIds = useMemo(() => new Set(draft.cash.keys()), [draft.cash]);
  const toggle: GridTicks['toggle'] = (ids, isOn) => {
    const some = ids.flatMap((id) => byId.get(id) ?? []);
    setDraft((now) => toggledDraft(now, { items: some, isOn, receiptMinor: amountMinor }));
  };
  return {
    ...{ place, rows, foot, byId, load, view, onView, customerId, leftMinor, rests, isProposal, reasons },
    draft: draft.cash,
    deductions: draft.deductions,
    ticks: { ids: tickedIds, toggle },
    isWorkable: !isZero(receipt.unapplied),
    isBusy: mutation.isPending,
    error: mutation.error,
    ...draftActs({ t, formats, draft, setDraft, receiptMinor: amountMinor, currency, reasons, ticked, add }),
    act: (next) => mutation.mutate(next),
    apply,
    enter: () => (canApply ? apply() : focusItems()),
    focusItems,
  };
}

type DraftActs = Pick<Desk, 'setPart' | 'setDeduction' | 'setDeductions' | 'deductRests' | 'addItem' | 'takePasted'>;

/** How what is typed, pasted and looked for changes the draft. */
function draftActs(given: {
  t: Translate;
  formats: Formats;
  draft: DeskDraft;
  setDraft: (next: DeskDraft | ((now: DeskDraft) => DeskDraft)) => void;
  receiptMinor: bigint;
  currency: CurrencyCode;
  reasons: readonly ReasonWords[];
  ticked: readonly NamedItem[];
  add: (items: readonly Candidate[]) => void;
}): DraftActs {
  const { t, formats, draft, setDraft, receiptMinor, currency, reasons } = given;
  const { decimalSign } = formats;
  return {
    setPart: (item, typed) => {
      const part = typed.trim() === '' ? 0n : readAmount(typed, currency, decimalSign);
      if (part === null) return t('cash.notAnAmount');
      const next = withCash(draft, namedItem(item), part);
      if (next === 'more_than_open')
        return t('cash.moreThanOpen', { open: formats.amountText(item.open.amount, currency) });
      if (next === 'wrong_sign') return t('cash.wrongSign');
      setDraft(next);
      return null;
    },
    setDeduction: (item, typed) => {
      const named = namedItem(item);
      const cashMinor = draft.cash.get(item.id);
      const read = readDeductions(typed, { item: named, cashMinor, currency, decimalSign, reasons });
      if (typeof read === 'string') return t(REFUSED[read]);
      setDraft(withDeductions(draft, { item: named, own: read, receiptMinor }));
      return null;
    },
    setDeductions: (itemId, own) =>
      setDraft((now) => ({ ...now, deductions: withDeductionsOf(now.deductions, itemId, own) })),
    deductRests: (reason) =>
      setDraft((now) => ({
        ...now,
        deductions: withRestsDeducted(now.deductions, { items: given.ticked, cash: now.cash, reason }),
      })),
    addItem: (item) => {
      given.add([item]);
      setDraft((now) => toggledDraft(now, { items: [item], isOn: true, receiptMinor }));
    },
    takePasted: (outcome) => {
      given.add(outcome.taken.map(({ item }) => item));
      setDraft((now) => withPasted(now, outcome, receiptMinor));
    },
  };
}

/** Items with what is proposed first; whenever the filter changes, what is ticked by then stands first. */
function useOrderedItems({ code, receipt, proposal }: Given, cash: Draft) {
  const [view, setView] = useState<GridView>(() => PLAIN_VIEW);
  const [first, setFirst] = useState<ReadonlySet<string>>(() => new Set(cash.keys()));
  const [added, setAdded] = useState<readonly Candidate[]>([]);
  const onView = (next: GridView): void => {
    if (next.filter !== view.filter) setFirst(new Set(cash.keys()));
    setView(next);
  };
  const add = useCallback((items: readonly Candidate[]) => setAdded((now) => [...now, ...items]), []);
  const { rows, load } = useItemsInReach({ code, receipt, proposal, first, added });
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  return { rows, byId, load, view, onView, add };
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

function applyAct(customerId: string, { cash, deductions }: DeskDraft, currency: string): ReceiptAct {
  const money = (minor: bigint) => ({ amount: formatAmount(minor, currency), currency });
  return {
    kind: 'apply',
    customerId,
    allocations: [...cash].map(([itemId, minor]) => ({ itemId, amount: money(minor) })),
    deductions: deductions.map(({ amountMinor, ...rest }) => ({ ...rest, amount: money(amountMinor) })),
  };
}
