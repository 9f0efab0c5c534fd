/**
 * Making portfolios level with few moves: from whoever has most to whoever has least, each time the largest customer that brings
 * both nearer to the average. It never makes anybody's load differ more from the average than it did.
 */

export const MEASURES = ['customers', 'amount', 'contacts'] as const;
/** By what portfolios are level: customers with something open, their open amount, customers who need a contact. */
export type Measure = (typeof MEASURES)[number];

export interface WeighedCustomer {
  readonly id: string;
  readonly ownerId: string;
  /** By the measure: 1 or 0 for counts, minor units for amounts; none is negative. */
  readonly weight: bigint;
}

export interface Move {
  readonly customerId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly weight: bigint;
}

/** So many customers change hands in one act at most: somebody has to tell them. */
const MOVES_MAX = 5_000;

/**
 * Ada has 5 customers and Ben 1: two moves make 3 and 3. By amounts of 50, 30, 20 against 10: the average is 55, so the 30 goes
 * (70 and 40), then the 20 would leave 50 and 60, which is nearer: it goes too.
 */
export function planRebalance(customers: readonly WeighedCustomer[], people: readonly string[]): Move[] {
  if (people.length < 2) return [];
  const theirs = new Map(people.map((id) => [id, [] as WeighedCustomer[]]));
  for (const customer of customers) if (customer.weight > 0n) theirs.get(customer.ownerId)?.push(customer);
  for (const list of theirs.values()) list.sort(heaviestFirst);
  const loads = new Map([...theirs].map(([id, list]) => [id, totalOf(list)]));
  const moves: Move[] = [];
  while (moves.length < MOVES_MAX) {
    const [most, least] = extremes(loads);
    const found = candidate(theirs.get(most) ?? [], (loads.get(most) ?? 0n) - (loads.get(least) ?? 0n));
    if (found === undefined) break;
    theirs.set(
      most,
      (theirs.get(most) ?? []).filter((one) => one !== found),
    );
    // What moved stays: nobody is handed on twice in one act.
    loads.set(most, (loads.get(most) ?? 0n) - found.weight);
    loads.set(least, (loads.get(least) ?? 0n) + found.weight);
    moves.push({ customerId: found.id, fromId: most, toId: least, weight: found.weight });
  }
  return moves;
}

/** The heaviest that takes at most half of the difference; else the lightest, if it makes the difference at most half of what it was. */
function candidate(list: readonly WeighedCustomer[], difference: bigint): WeighedCustomer | undefined {
  const half = list.find(({ weight }) => weight * 2n <= difference);
  return half ?? list.findLast(({ weight }) => weight * 4n <= difference * 3n);
}

function heaviestFirst(left: WeighedCustomer, right: WeighedCustomer): number {
  if (left.weight !== right.weight) return left.weight > right.weight ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}

function totalOf(list: readonly WeighedCustomer[]): bigint {
  return list.reduce((sum, { weight }) => sum + weight, 0n);
}

function extremes(loads: ReadonlyMap<string, bigint>): [string, string] {
  const sorted = [...loads].sort(([left, a], [right, b]) => (a === b ? (left < right ? -1 : 1) : a > b ? -1 : 1));
  return [sorted[0]?.[0] ?? '', sorted.at(-1)?.[0] ?? ''];
}

/** From whom to whom, how many and how much: "moves 41 customers, 1.2 M from A to B". */
export function moveTotals<Moved extends { readonly fromId: string | null; readonly toId: string }>(
  moves: readonly Moved[],
  figuresOf: (move: Moved) => { readonly amountMinor: bigint; readonly contacts: number },
): { fromId: string | null; toId: string; customers: number; amountMinor: bigint; contacts: number }[] {
  const totals = new Map<string, ReturnType<typeof moveTotals>[number]>();
  for (const move of moves) {
    const key = `${move.fromId} ${move.toId}`;
    const { amountMinor, contacts } = figuresOf(move);
    const before = totals.get(key) ?? {
      ...{ fromId: move.fromId, toId: move.toId, customers: 0, amountMinor: 0n, contacts: 0 },
    };
    totals.set(key, {
      ...before,
      customers: before.customers + 1,
      amountMinor: before.amountMinor + amountMinor,
      contacts: before.contacts + contacts,
    });
  }
  return [...totals.values()].sort((left, right) => right.customers - left.customers);
}
