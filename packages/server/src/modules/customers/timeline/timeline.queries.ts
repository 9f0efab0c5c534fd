/** The lines of all sources in one order, the latest first: which stand on a page, and how many there are of each kind. */
import { joinSql, literally, noSql, type Query, rawSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { LineKey, LineKind, TimelineSource } from './timeline-line.ts';

export interface TimelineAsk {
  readonly customerIds: readonly string[];
  readonly words: readonly string[];
  /** Instants: from the first on, before the second. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface TimelinePage extends TimelineAsk {
  readonly kinds?: readonly LineKind[] | undefined;
  /** The last line of the page before. */
  readonly before?: LineKey | undefined;
  readonly limit: number;
}

export type PlacedLine = LineKey & { readonly source: string };

export function listLines(tx: Tx, sources: readonly TimelineSource[], page: TimelinePage): Promise<PlacedLine[]> {
  const { before, kinds, limit } = page;
  const asked = sources.filter(
    (one) => kinds === undefined || (one.kinds ?? kinds).some((kind) => kinds.includes(kind)),
  );
  // The first condition is what goes down into each source; the second settles lines of the same instant.
  const after = before
    ? sql`and l.at <= ${before.at}::timestamptz
        and (l.at, l.id, l.kind) < (${before.at}::timestamptz, ${before.id}::uuid, ${before.kind})`
    : noSql;
  return tx.all(sql`
    ${told(tx, sources, page)}
    select l.source, l.at, l.id, l.kind from (${union(tx, asked, page)}) l
      where ${within(page)} ${kinds === undefined ? noSql : sql`and l.kind = any(${[...kinds]}::text[])`} ${after}
      order by l.at desc, l.id desc, l.kind desc limit ${limit}`);
}

export function countLines(
  tx: Tx,
  sources: readonly TimelineSource[],
  ask: TimelineAsk,
): Promise<{ readonly kind: LineKind; readonly count: number }[]> {
  return tx.all(sql`
    ${told(tx, sources, ask)}
    select l.kind, count(*)::int as count from (${union(tx, sources, ask)}) l where ${within(ask)} group by l.kind order by l.kind`);
}

function told(tx: Tx, sources: readonly TimelineSource[], { customerIds }: TimelineAsk): Query {
  const ids = sources.flatMap(({ tells }) => (tells === undefined ? [] : [tells(tx, customerIds)]));
  return sql`with told as materialized (${ids.length === 0 ? sql`select null::uuid as id where false` : joinSql(ids, ' union all ')})`;
}

function union(tx: Tx, sources: readonly TimelineSource[], { customerIds, words }: TimelineAsk): Query {
  const ask = { customerIds, words, told: rawSql('(select id from told)') };
  const arms = sources.map(
    ({ name, lines }) =>
      sql`select ${name}::text as source, s.at, s.id, s.kind collate "C" as kind from (${lines(tx, ask)}) s`,
  );
  return joinSql(arms, ' union all ');
}

function within({ from, until }: TimelineAsk): Query {
  const since = from === undefined ? noSql : sql`and l.at >= ${from}::timestamptz`;
  return sql`true ${since} ${until === undefined ? noSql : sql`and l.at < ${until}::timestamptz`}`;
}

/** Whether a text says all words, in any place of it and in any writing. */
export function saysAll(text: Query, words: readonly string[]): Query {
  return sql`fold_text(${text}) like all(${words.map((word) => `%${literally(word)}%`)}::text[])`;
}
