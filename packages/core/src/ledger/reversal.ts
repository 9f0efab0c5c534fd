/**
 * Undoing an entry: its negatives, linked, once. A part can be undone; the parts never exceed the whole, and the last
 * one takes what rounding left. A correction keeps the original effective day; a bounced payment takes its own.
 */
import type { LocalDate } from '../calendar/index.ts';
import { divideHalfUp, shareHalfUp } from '../money/index.ts';
import type { PlainAccount } from './accounts.ts';
import { accepted, type EntryDraft, type EntryKind, type Outcome, type Posting, refused } from './entry.ts';
import type { ItemState } from './item.ts';
import { placeChange, placeMove } from './placement.ts';

export interface RecordedEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly effectiveOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** The entry's own postings. */
  readonly postings: readonly Posting[];
  /** The postings of the entries that undid parts of it. */
  readonly undoPostings: readonly Posting[];
  readonly undoneMinor: bigint;
}

export interface Undo {
  readonly entry: RecordedEntry;
  /** How much of the headline amount to undo; all that is left when absent. */
  readonly amountMinor?: bigint;
  readonly effectiveOn: LocalDate;
  /** The touched items, with their history when the act is back-dated or undoes a move. */
  readonly items: ReadonlyMap<string, ItemState>;
}

const WHOLE_ONLY: readonly EntryKind[] = ['document', 'receipt', 'due_date_change', 'identification', 'revaluation'];

/**
 * The entry that undoes another. An application of 100.00 with 30.00 undone before gives, without an amount, one of
 * 70.00: receivable +70.00, unapplied −70.00.
 */
export function undoEntry(undo: Undo): Outcome<EntryDraft> {
  const { entry, effectiveOn } = undo;
  const left = entry.amountMinor - entry.undoneMinor;
  const part = undo.amountMinor ?? left;
  const refusal = undoRefusal(entry, { left, part, effectiveOn });
  if (refusal) return refusal;

  const postings = isMove(entry.kind) ? movedBack(undo) : negatives(undo, { part, left });
  if (!postings.ok) return postings;
  return accepted({
    kind: part === entry.amountMinor ? 'reversal' : 'undo',
    effectiveOn,
    currency: entry.currency,
    amountMinor: part,
    postings: postings.value,
    reversesEntryId: entry.id,
  });
}

function undoRefusal(entry: RecordedEntry, asked: { left: bigint; part: bigint; effectiveOn: LocalDate }) {
  if (entry.kind === 'reversal' || entry.kind === 'undo') {
    return refused({
      code: 'reversal_is_never_reversed',
      message: 'This entry is itself a reversal. Post the act anew.',
    });
  }
  if (entry.undoPostings.length > 0 && (asked.left === 0n || WHOLE_ONLY.includes(entry.kind))) {
    return refused({ code: 'entry_already_reversed', message: 'This entry has been reversed already.' });
  }
  if (asked.effectiveOn < entry.effectiveOn) {
    const message = `The entry takes effect on ${entry.effectiveOn}; it cannot be undone as of ${asked.effectiveOn}.`;
    return refused({ code: 'undo_before_entry', message });
  }
  if (asked.part > asked.left || asked.part < 0n || (asked.part === 0n && entry.amountMinor !== 0n)) {
    return refused({ code: 'undone_not_above_original', message: 'More would be undone than is left of this entry.' });
  }
  if (asked.part !== entry.amountMinor && WHOLE_ONLY.includes(entry.kind)) {
    return refused({ code: 'entry_undone_whole_only', message: 'This entry can only be undone as a whole.' });
  }
  return undefined;
}

function isMove(kind: EntryKind): boolean {
  return kind === 'due_date_change' || kind === 'identification';
}

/** The item goes back to where the entry took it from; of several moves only the last that still holds can be undone. */
function movedBack(undo: Undo): Outcome<Posting[]> {
  const { entry } = undo;
  const first = entry.postings.find((posting) => posting.itemId !== undefined);
  const item = first?.itemId === undefined ? undefined : undo.items.get(first.itemId);
  if (!first || first.itemId === undefined || !item) throw new Error(`entry ${entry.id} moves no known item`);
  const legs = entry.postings.filter(
    (posting) => posting.itemId !== undefined && posting.effectiveOn === entry.effectiveOn,
  );
  const source = legs.find((posting) => posting.amountMinor > 0n !== item.amountMinor > 0n);
  const target = legs.find((posting) => posting.amountMinor > 0n === item.amountMinor > 0n);
  if (source?.itemId === undefined || target?.itemId === undefined) throw new Error(`entry ${entry.id} is no move`);
  if (item.history?.moves.findLast((move) => move.undoneOn === null)?.entryId !== entry.id) {
    const message = `${item.number} was moved again since. Reverse that change first.`;
    return refused({ code: 'position_moved_later', message, itemId: item.id });
  }
  return placeMove(item, { customerId: source.customerId, dueOn: source.dueOn }, undo.effectiveOn);
}

interface Leg {
  readonly account: Posting['account'];
  readonly itemId: string | undefined;
  readonly currency: string;
  amountMinor: bigint;
  functionalMinor: bigint;
}

/** What is left of the entry by account and item, its moves between positions cancelled, scaled and negated. */
function negatives(undo: Undo, { part, left }: { part: bigint; left: bigint }): Outcome<Posting[]> {
  const { effectiveOn } = undo;
  const scale = (amount: bigint) => (part === left ? amount : shareHalfUp(amount, { part, whole: left }));
  const postings: Posting[] = [];
  let functionalLeft = 0n;
  let fxCurrency = undo.entry.currency;
  for (const leg of remainingLegs(undo.entry)) {
    if (leg.account === 'fx_realised') {
      fxCurrency = leg.currency;
      continue; // balances the others below
    }
    const amountMinor = -scale(leg.amountMinor);
    const isOfItem = leg.itemId !== undefined && leg.amountMinor !== 0n;
    // An item carries again what its own part was carried at: nothing without an amount, the rest with the last unit.
    const functionalMinor = isOfItem
      ? divideHalfUp(leg.functionalMinor * amountMinor, leg.amountMinor)
      : -scale(leg.functionalMinor);
    if (amountMinor === 0n && functionalMinor === 0n) continue;
    const change = { effectiveOn, amountMinor, functionalMinor };
    functionalLeft -= change.functionalMinor;
    if (leg.itemId === undefined) {
      postings.push({ account: leg.account as PlainAccount, currency: leg.currency, ...change });
      continue;
    }
    const item = undo.items.get(leg.itemId);
    if (!item) throw new Error(`item ${leg.itemId} of entry ${undo.entry.id} was not loaded`);
    const placed = placeChange(item, change);
    if (!placed.ok) return placed;
    postings.push(...placed.value);
  }
  if (functionalLeft !== 0n) {
    postings.push({
      account: 'fx_realised',
      currency: fxCurrency,
      effectiveOn,
      amountMinor: 0n,
      functionalMinor: functionalLeft,
    });
  }
  return accepted(postings);
}

function remainingLegs(entry: RecordedEntry): Leg[] {
  const legs = new Map<string, Leg>();
  for (const posting of [...entry.postings, ...entry.undoPostings]) {
    const key = `${posting.account} ${posting.itemId ?? ''} ${posting.currency}`;
    const leg = legs.get(key);
    if (leg) {
      leg.amountMinor += posting.amountMinor;
      leg.functionalMinor += posting.functionalMinor;
      continue;
    }
    const { account, itemId, currency, amountMinor, functionalMinor } = posting;
    legs.set(key, { account, itemId, currency, amountMinor, functionalMinor });
  }
  return [...legs.values()].filter((leg) => leg.amountMinor !== 0n || leg.functionalMinor !== 0n);
}
