/**
 * The figures of a replay, by the conventions of the set: a posting is right when it puts the same cash on the same items,
 * and money left over on the right account; a charge that the payer put on no item may lie on another of the same items;
 * whoever posts what is ambiguous by itself guesses, also when lucky.
 */
import type { Allocation, Decision } from '@quittance/core/matching';
import { sum } from '@quittance/core/money';
import type { TrueApplication } from './truth-file.ts';

export interface Figures {
  readonly receipts: number;
  readonly auto: number;
  readonly wrong: number;
  readonly autoPercent: number;
  readonly precisionPercent: number;
  /** Of the lines of receipts that are not ambiguous, those of what posts by itself. */
  readonly linesPercent: number;
  /** Of what is not posted, where the first proposal is right. */
  readonly firstSuggestionPercent: number;
  readonly customerPercent: number;
}

export function figuresOf(decisions: readonly Decision[], truth: ReadonlyMap<string, TrueApplication>): Figures {
  let [auto, wrong, lines, autoLines, right, ownCustomer, withCustomer] = [0, 0, 0, 0, 0, 0, 0];
  for (const decision of decisions) {
    const application = truth.get(decision.receiptId);
    if (application === undefined) continue;
    const isRight = isSameCash(decision, application) && isHeldRightly(decision, application);
    const isAuto = decision.decision === 'auto';
    const linesCount = application.isAmbiguous ? 0 : application.allocations.length;
    lines += linesCount;
    if (isAuto) auto += 1;
    if (isAuto) autoLines += linesCount;
    if (isAuto && (!isRight || application.isAmbiguous)) wrong += 1;
    if (decision.decision === 'suggest' && isSameCash(decision, application)) right += 1;
    if (!application.isNotReceivables) withCustomer += 1;
    if (!application.isNotReceivables && application.customers.includes(decision.customer ?? '')) ownCustomer += 1;
  }
  return {
    receipts: decisions.length,
    auto,
    wrong,
    autoPercent: percent(auto, decisions.length),
    precisionPercent: percent(auto - wrong, auto),
    linesPercent: percent(autoLines, lines),
    firstSuggestionPercent: percent(right, decisions.length - auto),
    customerPercent: percent(ownCustomer, withCustomer),
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100;
}

type Proposed = Pick<Decision, 'allocations' | 'deductions' | 'customer' | 'unappliedMinor'>;

function isSameCash(decision: Proposed, application: TrueApplication): boolean {
  const proposed = byItem(decision.allocations);
  const meant = byItem(application.allocations);
  if (isSame(proposed, meant)) return true;
  if (!application.deductions.some(({ isFloating }) => isFloating)) return false;
  const isSameTotal = sum([...proposed.values()]) === sum([...meant.values()]);
  const isSameItems = proposed.size === meant.size && [...meant.keys()].every((item) => proposed.has(item));
  const gross = byItem([...decision.allocations, ...decision.deductions]);
  const isSameGross = isSame(gross, byItem([...application.allocations, ...application.deductions]));
  return isSameTotal && isSameItems && (decision.deductions.length === 0 || isSameGross);
}

function isHeldRightly({ customer }: Proposed, application: TrueApplication): boolean {
  if (application.isNotReceivables) return customer === null;
  return application.unappliedMinor === 0n || application.customers.includes(customer ?? '');
}

function byItem(postings: readonly Allocation[]): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { item, amountMinor } of postings) totals.set(item, (totals.get(item) ?? 0n) + amountMinor);
  for (const [item, amountMinor] of totals) if (amountMinor === 0n) totals.delete(item);
  return totals;
}

function isSame(left: ReadonlyMap<string, bigint>, right: ReadonlyMap<string, bigint>): boolean {
  return left.size === right.size && [...left].every(([item, amountMinor]) => right.get(item) === amountMinor);
}
