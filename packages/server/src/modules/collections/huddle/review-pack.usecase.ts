/**
 * What a portfolio's owner and the manager look at together: what is owed now and a month ago by how late it is, the customers that
 * matter most with the last word and the next step, promises, what is held, what came in.
 */
import { addMonths, type LocalDate } from '@quittance/core/calendar';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type Aging, aging, USUAL_BUCKETS } from '../../ledger/index.ts';
import type { Figure, FigureTotal } from './figures.queries.ts';
import { countFigures } from './huddle.usecase.ts';
import { customersOfOwner, customersToReview, moneyIn, type ReviewedCustomer } from './review-pack.queries.ts';

const TOP_CUSTOMERS = 20;

/** What is open in one currency, by how late it is. */
export interface AgingOf {
  readonly currency: string;
  readonly notDueMinor: bigint;
  readonly bucketsMinor: readonly bigint[];
  readonly unappliedMinor: bigint;
  readonly totalMinor: bigint;
}

export interface ReviewPack {
  readonly today: LocalDate;
  /** The same day of the month before; what changed is since then. */
  readonly since: LocalDate;
  readonly buckets: readonly number[];
  readonly now: readonly AgingOf[];
  readonly before: readonly AgingOf[];
  readonly customers: readonly ReviewedCustomer[];
  readonly figures: Readonly<Record<Figure, readonly FigureTotal[]>>;
  readonly cash: readonly { readonly currency: string; readonly count: number; readonly amountMinor: bigint }[];
}

export async function readReviewPack(tx: Tx, ownerId: string | undefined): Promise<ReviewPack> {
  const since = addMonths(tx.today, -1);
  const span = { from: since, until: tx.today, ownerId };
  const theirs = ownerId === undefined ? undefined : await customersOfOwner(tx, ownerId);
  const asked = { by: 'customer', buckets: USUAL_BUCKETS } as const;
  return {
    today: tx.today,
    since,
    buckets: USUAL_BUCKETS,
    now: agingOf(await aging(tx, asked), theirs),
    before: agingOf(await aging(tx, { ...asked, asOf: since }), theirs),
    customers: await customersToReview(tx, { ownerId, limit: TOP_CUSTOMERS }),
    figures: await countFigures(tx, span),
    cash: await moneyIn(tx, span),
  };
}

/** The sums of some customers, by currency; of all, the aging's own. */
function agingOf({ rows, totals }: Aging, customers: ReadonlySet<string> | undefined): readonly AgingOf[] {
  if (customers === undefined) return totals;
  const sums = new Map<string, AgingOf>();
  for (const row of rows) {
    if (!customers.has(row.customerId)) continue;
    const sum = sums.get(row.currency);
    sums.set(row.currency, sum === undefined ? row : plus(sum, row));
  }
  return [...sums.values()].sort((left, right) => (left.currency < right.currency ? -1 : 1));
}

function plus(left: AgingOf, right: AgingOf): AgingOf {
  return {
    currency: left.currency,
    notDueMinor: left.notDueMinor + right.notDueMinor,
    bucketsMinor: left.bucketsMinor.map((amount, index) => amount + (right.bucketsMinor[index] ?? 0n)),
    unappliedMinor: left.unappliedMinor + right.unappliedMinor,
    totalMinor: left.totalMinor + right.totalMinor,
  };
}
