/** Lists that come in pages by key: the rows so far, and what a grid needs to ask for the next. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { GridLoad } from '../ui/grid/grid.types.ts';
import type { Page } from './api.types.ts';

/** Rows of one page: enough to fill any screen several times, small enough to come at once. */
const PAGE_ROWS = 200;

/** What a page is asked with; `cursor` is left out for the first. */
export interface PageAsk {
  readonly cursor?: string;
  readonly limit: number;
}

export interface KeysetList<Row, Whole extends Page<Row>> {
  readonly rows: readonly Row[];
  /** The first page, which may carry more than rows, such as the counts of all queues. */
  readonly first: Whole | undefined;
  readonly load: GridLoad;
}

export interface KeysetInput<Whole extends Page<unknown>> {
  readonly key: readonly unknown[];
  readonly page: (ask: PageAsk, signal: AbortSignal) => Promise<Whole>;
  readonly isWanted?: boolean;
  /** While this holds of a row, the list is asked for again every so many milliseconds. */
  readonly renewed?: { readonly whileAny: (row: Whole['rows'][number]) => boolean; readonly everyMs: number };
}

export function useKeyset<Row, Whole extends Page<Row> = Page<Row>>(input: KeysetInput<Whole>): KeysetList<Row, Whole> {
  const { data, isPending, isFetching, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: input.key,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      input.page({ limit: PAGE_ROWS, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    getNextPageParam: (page: Whole) => page.next,
    placeholderData: keepPreviousData,
    enabled: input.isWanted ?? true,
    refetchInterval: ({ state }) => {
      const { renewed } = input;
      const isDue = renewed && state.data?.pages.some((page) => page.rows.some(renewed.whileAny));
      return isDue ? renewed.everyMs : false;
    },
  });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const retry = useCallback(() => void refetch(), [refetch]);
  return {
    rows,
    first: data?.pages[0],
    load: { isLoading: isPending, isBusy: isFetching, error, retry, hasMore: hasNextPage, loadMore },
  };
}

/** The same for a list that comes whole. */
export function gridLoadOf(query: {
  isPending: boolean;
  isFetching: boolean;
  error: Error | null;
  refetch: () => unknown;
}): GridLoad {
  return {
    isLoading: query.isPending,
    isBusy: query.isFetching,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
