/**
 * What money of the customer's that waits to be applied, and its credit notes, already pay: the credit is used up once, item by item by
 * due date, as a clerk would apply it who knows nothing else. What a proposal waits to be confirmed for comes first, since the money was
 * found to be for it; what is disputed or promised takes none, since it is not asked for whatever comes of it.
 */
import type { LocalDate } from '../calendar/index.ts';
import { shareHalfUp } from '../money/index.ts';

export interface CoverableItem {
  readonly id: string;
  readonly dueOn: LocalDate;
  readonly currency: string;
  readonly openMinor: bigint;
  readonly holds: readonly string[];
}

const PROPOSED = 'waiting_proposal';

/**
 * By item, how much of it is covered; items of which nothing is are left out. 700.00 of credit and items of 500.00, 400.00 and 300.00 in the
 * order of their due dates: the first whole, of the second 200.00, of the third nothing.
 */
export function coverage(
  items: readonly CoverableItem[],
  credits: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, bigint> {
  const left = new Map(credits);
  const covered = new Map<string, bigint>();
  for (const { id, currency, openMinor } of items.filter(takesCredit).sort(byTurn)) {
    const credit = left.get(currency) ?? 0n;
    const part = credit < openMinor ? credit : openMinor;
    if (part <= 0n) continue;
    covered.set(id, part);
    left.set(currency, credit - part);
  }
  return covered;
}

/** What is asked for of an item that is covered in part, in its own and in the company's currency. */
export function uncovered(
  { openMinor, functionalMinor }: { readonly openMinor: bigint; readonly functionalMinor: bigint },
  coveredMinor: bigint,
): { readonly askedMinor: bigint; readonly askedFunctionalMinor: bigint } {
  const askedMinor = openMinor - coveredMinor;
  if (coveredMinor === 0n) return { askedMinor, askedFunctionalMinor: functionalMinor };
  const askedFunctionalMinor = shareHalfUp(functionalMinor, { part: askedMinor, whole: openMinor });
  return { askedMinor, askedFunctionalMinor };
}

function takesCredit({ holds }: CoverableItem): boolean {
  return holds.every((kind) => kind === PROPOSED);
}

function byTurn(left: CoverableItem, right: CoverableItem): number {
  if (isProposed(left) !== isProposed(right)) return isProposed(left) ? -1 : 1;
  return byDueDate(left, right);
}

const isProposed = ({ holds }: CoverableItem): boolean => holds.includes(PROPOSED);

/** The oldest first; of one day, by id. */
export function byDueDate(
  left: Pick<CoverableItem, 'dueOn' | 'id'>,
  right: Pick<CoverableItem, 'dueOn' | 'id'>,
): number {
  if (left.dueOn !== right.dueOn) return left.dueOn < right.dueOn ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
