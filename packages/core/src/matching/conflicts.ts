/**
 * Receipts of one batch that explain themselves by the same item. A citation goes before a bare amount; among equals the
 * receipt that was booked on an earlier day keeps the item, and of the same day none does: a person looks at both.
 */
import type { Decision } from './decision.ts';
import type { Evidence } from './evidence.ts';
import { compareText } from './item-source.ts';
import { payerKey } from './payer-knowledge.ts';
import type { Receipt } from './receipt.ts';

export type Conflict = Extract<Evidence, { kind: 'item_claimed_twice' | 'possible_duplicate' }>;
type Claim = Extract<Evidence, { kind: 'item_claimed_twice' }>;

export interface DecidedReceipt {
  readonly receipt: Receipt;
  readonly decision: Decision;
  /** Numbers of the items it would settle, by id. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** The findings against each receipt that has to step back, by receipt id. */
export function findConflicts(decided: readonly DecidedReceipt[]): Map<string, Conflict[]> {
  const claims = new Map<string, DecidedReceipt[]>();
  for (const one of decided) {
    for (const { item } of one.decision.allocations) {
      const present = claims.get(item);
      if (present) present.push(one);
      else claims.set(item, [one]);
    }
  }
  const conflicts = new Map<string, Claim[]>();
  const repeats = new Map<string, Conflict>();
  for (const [item, claimants] of claims) {
    if (claimants.length < 2) continue;
    const firsts = firstOfEachKind(claimants);
    for (const claimant of claimants) {
      const rival = strongestRival(claimant, firsts);
      if (rival === null) continue;
      const number = claimant.numbers.get(item) ?? item;
      const found: Claim = { kind: 'item_claimed_twice', params: { number, receipt: rival.receipt.id } };
      if (isRepeat(claimant.receipt, rival.receipt)) {
        const { id, bookedOn } = rival.receipt;
        repeats.set(claimant.receipt.id, { kind: 'possible_duplicate', params: { receipt: id, bookedOn } });
      }
      conflicts.set(claimant.receipt.id, [...(conflicts.get(claimant.receipt.id) ?? []), found]);
    }
  }
  // By number and rival, so that the order in which receipts were given shows nowhere.
  for (const found of conflicts.values())
    found.sort(
      ({ params: left }, { params: right }) =>
        compareText(left.number, right.number) || compareText(left.receipt, right.receipt),
    );
  return new Map(
    [...conflicts].map(([id, found]): [string, Conflict[]] => {
      const repeat = repeats.get(id);
      return [id, repeat === undefined ? found : [...found, repeat]];
    }),
  );
}

/** The same payer, amount and day: more likely one payment sent twice than two that pay one item. */
function isRepeat(one: Receipt, other: Receipt): boolean {
  const [payer, otherPayer] = [payerKey(one), payerKey(other)];
  const isSamePayer =
    payer.account === '' || otherPayer.account === ''
      ? payer.name !== '' && payer.name === otherPayer.name
      : payer.account === otherPayer.account;
  return isSamePayer && one.currency === other.currency && one.amountMinor === other.amountMinor;
}

/** Of the claimants that cite the item, and of the others, the two that were there first. */
function firstOfEachKind(claimants: readonly DecidedReceipt[]): DecidedReceipt[] {
  const firsts = { cited: [] as DecidedReceipt[], other: [] as DecidedReceipt[] };
  for (const claimant of claimants) {
    const kind = isCited(claimant) ? firsts.cited : firsts.other;
    const at = kind.findIndex((other) => precedes(claimant, other));
    kind.splice(at === -1 ? kind.length : at, 0, claimant);
    kind.length = Math.min(kind.length, 2);
  }
  return [...firsts.cited, ...firsts.other];
}

/**
 * The first of the claimants that this one may not precede. It is among the first two of each kind, one of which may be the
 * claimant: thousands that claim one item are not compared each with each.
 */
function strongestRival(claimant: DecidedReceipt, firsts: readonly DecidedReceipt[]): DecidedReceipt | null {
  const rivals = firsts.filter((other) => other !== claimant && !goesBefore(claimant, other));
  const [first, ...rest] = rivals;
  if (first === undefined) return null;
  return rest.reduce((best, other) => (precedes(other, best) ? other : best), first);
}

function isCited({ decision }: DecidedReceipt): boolean {
  return decision.explanation === 'cited_references';
}

function goesBefore(one: DecidedReceipt, other: DecidedReceipt): boolean {
  if (isCited(one) !== isCited(other)) return isCited(one);
  return one.receipt.bookedOn < other.receipt.bookedOn;
}

/** For naming one rival of several: booked earlier, then the smaller id. */
function precedes(one: DecidedReceipt, other: DecidedReceipt): boolean {
  if (one.receipt.bookedOn !== other.receipt.bookedOn) return one.receipt.bookedOn < other.receipt.bookedOn;
  return one.receipt.id < other.receipt.id;
}
