/** The rows of a timeline that are searched: what the server found written, and acts on the account that are loaded and match. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { KeysetList } from '../../../app/keyset.ts';
import { folded, wordsOf } from '../../../ui/grid/filter.ts';
import type { TimelineEvent } from '../customers.types.ts';
import { type Written, writtenQuery } from './notes.queries.ts';

/** A line of the timeline, or something written that the timeline does not hold, such as a task. */
export interface TimelineRow extends Omit<TimelineEvent, 'source'> {
  readonly source: TimelineEvent['source'] | 'written';
  readonly found?: Written;
}

type Timeline = Pick<KeysetList<TimelineEvent, never>, 'rows' | 'load'>;

/** With nothing typed, the timeline itself. `said` is what a row of the ledger can be found by. */
export function useFoundOnTimeline(
  timeline: Timeline,
  ask: { code: string; customerId: string; typed: string; said: (row: TimelineEvent) => string },
): { rows: readonly TimelineRow[]; load: Timeline['load'] } {
  const { code, customerId, typed, said } = ask;
  const written = useQuery(writtenQuery(code, { typed, customer: customerId }));
  const { load } = timeline;
  const { hasMore, isBusy, loadMore } = load;
  const isAsked = typed !== '';
  useEffect(() => {
    if (isAsked && hasMore && !isBusy) loadMore?.();
  }, [isAsked, hasMore, isBusy, loadMore]);
  if (!isAsked) return timeline;
  const rows = foundRows({ written: written.data?.rows ?? [], timeline: timeline.rows, typed, said });
  return {
    rows,
    load: { ...load, isBusy: isBusy || written.isFetching, error: load.error ?? written.error },
  };
}

/** The latest first. */
export function foundRows(given: {
  written: readonly Written[];
  timeline: readonly TimelineEvent[];
  typed: string;
  said: (row: TimelineEvent) => string;
}): TimelineRow[] {
  const words = wordsOf(given.typed);
  const acts = given.timeline.filter(
    (row) => row.source === 'ledger' && words.every((word) => folded(given.said(row)).includes(word)),
  );
  return [...given.written.map(rowOf), ...acts].sort((left, right) => Date.parse(right.at) - Date.parse(left.at));
}

function rowOf(found: Written): TimelineRow {
  const { id, at, what: kind, byName: by, excerpt, conversationId } = found;
  const text = excerpt.map((part) => part.text).join('');
  return {
    ...{ source: 'written', id, at, kind, by, text, found, conversationId, items: [] },
    ...{ effectiveOn: null, amount: null, undone: null, actorId: null, durationSeconds: null, isEdited: false },
    conversationId: null,
  };
}
