/**
 * What was written, searched by its words over 1,000,000 notes of 50,000 customers, one of which has 20,000 of them; beside it, how
 * long keeping the words takes when notes come in.
 */
import type { Permission } from '@quittance/core/permissions';
import { searchWritten } from '../modules/search/index.ts';
import { type BenchBook, openBenchBook } from './bench-book.ts';
import { figuresByKind, type SearchFigures } from './search-figures.ts';

export interface WrittenBench {
  readonly notes: number;
  readonly notesPerSecond: number;
  readonly byKind: Readonly<Record<string, SearchFigures>>;
  readonly worstP95Ms: number;
  /** Of the search over all customers, by a word that few notes have: which index PostgreSQL reads. */
  readonly plan: readonly string[];
}

const WRITTEN_AT_ONCE = 50_000;
const SHOWN = 50;
/** Of the busiest customer. */
const MOST_NOTES = 20_000;
const EVERYTHING: ReadonlySet<Permission> = new Set(['customers.read', 'worklist.read', 'correspondence.read']);

export async function benchWritten(
  size: { readonly notes: number },
  options: { readonly databaseUrl?: string | undefined; readonly onProgress: (text: string) => void },
): Promise<WrittenBench> {
  const book = await openBenchBook(options.databaseUrl);
  try {
    const startedAt = performance.now();
    for (let start = 0; start < size.notes; start += WRITTEN_AT_ONCE) {
      options.onProgress(`writing ${start} of ${size.notes} notes`);
      await writeNotes(book, { start, count: Math.min(WRITTEN_AT_ONCE, size.notes - start) });
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    await book.owner.query('vacuum analyze');
    return {
      notes: size.notes,
      notesPerSecond: Math.round(size.notes / seconds),
      ...(await measure(book, size.notes)),
      plan: await planOf(book),
    };
  } finally {
    await book.close();
  }
}

/** Words as a team writes them: some in each note, some in one of fifty, each note's own number. */
async function writeNotes(book: BenchBook, { start, count }: { start: number; count: number }): Promise<void> {
  const words = ['purchase order', 'retention', 'liquidazione società', 'credit note', 'proof of delivery', 'pay run'];
  await book.owner.query(
    `insert into activity (company_id, id, customer_id, kind, happened_at, recorded_at, actor_id, actor_name, text)
      select $1, gen_random_uuid(), ($2::uuid[])[case when n % 50 = 0 and n < $7 * 50 then 1 else 1 + (n * 7919::bigint) % 50000 end],
          'note', now() - n * interval '1 minute', now(), $3, 'bench',
          format('Customer %s says that invoice INV-%s waits for %s', n % 977, n, ($4::text[])[1 + n % 300])
        from generate_series($5::int, $5::int + $6::int - 1) as n`,
    [
      ...[book.scope.company.id, book.customerIds, book.scope.actor.id],
      ...[Array.from({ length: 300 }, (_, index) => words[index % 50] ?? `matter ${index}`), start, count, MOST_NOTES],
    ],
  );
}

interface Search {
  readonly typed: string;
  readonly customerId?: string | undefined;
}

async function measure(book: BenchBook, notes: number): Promise<Pick<WrittenBench, 'byKind' | 'worstP95Ms'>> {
  const busiest = book.customerIds[0];
  const customer = (round: number): string | undefined => book.customerIds[(round * 7_919) % book.customerIds.length];
  const kinds: Readonly<Record<string, (round: number) => Search>> = {
    oneNote: (round) => ({ typed: `inv ${(round * 9_973) % notes}` }),
    rareWord: () => ({ typed: 'societa liquid' }),
    wordOfAll: () => ({ typed: 'customer invoice' }),
    beginning: () => ({ typed: 'inv' }),
    nothing: (round) => ({ typed: `zebra${round}` }),
    ofACustomer: (round) => ({ typed: 'waits', customerId: customer(round) }),
    ofTheBusiest: () => ({ typed: 'purchase', customerId: busiest }),
    nothingOfTheBusiest: () => ({ typed: 'zebra', customerId: busiest }),
  };
  return figuresByKind(
    kinds,
    (asked) =>
      book.database.read(book.scope, (tx) => searchWritten(tx, { ...asked, permissions: EVERYTHING, limit: SHOWN })),
    (rows) => rows.length > 0,
  );
}

/** As the function that searches rare words has it planned. */
async function planOf(book: BenchBook): Promise<string[]> {
  const client = await book.owner.connect();
  try {
    await client.query('begin; set local enable_seqscan = off; set local enable_indexscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select s.kind, s.id, s.at from written_search s
        where s.words @@ to_tsquery('simple', '''societa'':*') and s.company_id = '${book.scope.company.id}' limit 2001`,
    );
    await client.query('rollback');
    return rows.map((row) => row['QUERY PLAN']);
  } finally {
    client.release();
  }
}
