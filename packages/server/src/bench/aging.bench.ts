/** Aging over all invoices beside the bare SQL of the same question: no row-level security, no mapping, same indexes. */
import { addDays } from '@quittance/core/calendar';
import { aging } from '../modules/ledger/index.ts';
import { type BenchBook, medianOf } from './bench-book.ts';
import { ratio } from './import.bench.ts';

export interface AgingBench {
  readonly items: number;
  readonly openItems: number;
  readonly pastDayMs: number;
  readonly bareSqlMs: number;
  readonly ratioToBareSql: number;
  readonly todayMs: number;
  readonly rows: number;
}

const ROUNDS = 5;
const BUCKETS = [30, 60, 90];

export async function benchAging(book: BenchBook): Promise<AgingBench> {
  await book.owner.query('vacuum analyze');
  const today = await book.database.read(book.scope, async (tx) => tx.today);
  const pastDay = addDays(today, -60);
  const past: number[] = [];
  const bare: number[] = [];
  const now: number[] = [];
  let rows = 0;
  for (let round = 0; round < ROUNDS; round++) {
    past.push(
      await timed(async () => {
        const answer = await book.database.read(book.scope, (tx) =>
          aging(tx, { asOf: pastDay, by: 'customer', buckets: BUCKETS }),
        );
        rows = answer.rows.length;
      }),
    );
    bare.push(await timed(() => book.owner.query(BARE, [book.scope.company.id, pastDay])));
    now.push(
      await timed(async () => {
        await book.database.read(book.scope, (tx) => aging(tx, { by: 'customer', buckets: BUCKETS }));
      }),
    );
  }
  const counts = await book.owner.query<{ items: number; open: number }>(
    'select count(*)::int as items, (count(*) filter (where open_minor <> 0))::int as open from item',
  );
  return {
    items: counts.rows[0]?.items ?? 0,
    openItems: counts.rows[0]?.open ?? 0,
    pastDayMs: Math.round(medianOf(past)),
    bareSqlMs: Math.round(medianOf(bare)),
    ratioToBareSql: ratio(medianOf(past), medianOf(bare)),
    todayMs: Math.round(medianOf(now)),
    rows,
  };
}

const BARE = `
  select customer_id, currency,
      sum(amount_minor) filter (where account = 'receivable' and due_on >= $2::date) as not_due,
      sum(amount_minor) filter (where account = 'receivable' and due_on < $2::date and due_on >= $2::date - 30) as b0,
      sum(amount_minor) filter (where account = 'receivable' and due_on < $2::date - 30 and due_on >= $2::date - 60) as b1,
      sum(amount_minor) filter (where account = 'receivable' and due_on < $2::date - 60 and due_on >= $2::date - 90) as b2,
      sum(amount_minor) filter (where account = 'receivable' and due_on < $2::date - 90) as b3,
      sum(amount_minor) filter (where account = 'unapplied') as unapplied, sum(amount_minor) as total
    from posting
    where company_id = $1 and item_id is not null and account in ('receivable', 'unapplied') and effective_on <= $2 and recorded_at <= now()
    group by customer_id, currency`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
