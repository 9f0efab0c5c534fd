/** A party's timeline: what every module has to tell of it, in one order, the latest first. */
import { addDays, instantInZone, type LocalDate } from '@quittance/core/calendar';
import { searchedWords } from '@quittance/core/excerpts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { recordsOfParty } from '../family.queries.ts';
import { RECORD_LINES } from './record-lines.queries.ts';
import { countLines, listLines, type TimelineAsk } from './timeline.queries.ts';
import {
  LINE_GROUP_NAMES,
  LINE_GROUPS,
  type LineGroup,
  type LineKey,
  type LineKind,
  type TimelineLine,
  type TimelineSource,
} from './timeline-line.ts';
import { WRITTEN_LINES } from './written-lines.queries.ts';

export interface TimelineFilter {
  readonly customerId: string;
  readonly search?: string | undefined;
  /** Days of the company, both included. */
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
}

export interface TimelineWish extends TimelineFilter {
  readonly groups?: readonly LineGroup[] | undefined;
  readonly before?: LineKey | undefined;
  readonly limit: number;
}

/** Those of customers stand first; the others are handed in. */
export function timelineSources(others: readonly TimelineSource[]): readonly TimelineSource[] {
  return [WRITTEN_LINES, RECORD_LINES, ...others];
}

export async function readTimeline(
  tx: Tx,
  sources: readonly TimelineSource[],
  wish: TimelineWish,
): Promise<TimelineLine[]> {
  const { before, limit } = wish;
  const kinds = wish.groups?.flatMap((group): readonly LineKind[] => LINE_GROUPS[group]);
  const ask = await askOf(tx, wish);
  const placed = await listLines(tx, sources, { ...ask, kinds, before, limit });
  const loaded = new Map<string, TimelineLine>();
  for (const { name, load } of sources) {
    const own = placed.filter(({ source }) => source === name);
    if (own.length === 0) continue;
    for (const line of await load(tx, own, ask.customerIds)) loaded.set(keyOf(line), line);
  }
  return placed.flatMap((key) => loaded.get(keyOf(key)) ?? []);
}

/** How many lines each group has; a line of two groups counts in both. Groups without any are left out. */
export async function countTimeline(
  tx: Tx,
  sources: readonly TimelineSource[],
  filter: TimelineFilter,
): Promise<{ total: number; groups: { group: LineGroup; count: number }[] }> {
  const counts = await countLines(tx, sources, await askOf(tx, filter));
  const groups = LINE_GROUP_NAMES.map((group) => {
    const kinds: readonly LineKind[] = LINE_GROUPS[group];
    const count = counts.filter(({ kind }) => kinds.includes(kind)).reduce((sum, one) => sum + one.count, 0);
    return { group, count };
  });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return { total, groups: groups.filter(({ count }) => count > 0) };
}

async function askOf(tx: Tx, { customerId, search, from, until }: TimelineFilter): Promise<TimelineAsk> {
  const customerIds = await recordsOfParty(tx, customerId);
  const startOf = (day: LocalDate): string => instantInZone(day, '00:00', tx.company.timeZone);
  return {
    customerIds,
    words: searchedWords(search ?? ''),
    ...(from === undefined ? {} : { from: startOf(from) }),
    ...(until === undefined ? {} : { until: startOf(addDays(until, 1)) }),
  };
}

function keyOf({ id, kind, at }: LineKey): string {
  return `${id}:${kind}:${at}`;
}
