/** What is asked about a customer's timeline: its lines by page, and how many there are of each sort. */
import type { components, paths } from '@quittance/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';

export type TimelineLine = components['schemas']['TimelineLine'];
export type LineKind = TimelineLine['kind'];
export type LineGroup = TimelineLine['groups'][number];
export type LineItem = TimelineLine['items'][number];
type TimelineQuery = NonNullable<
  paths['/api/v1/companies/{company}/customers/{id}/timeline/counts']['get']['parameters']['query']
>;

export interface TimelineFilter {
  readonly search: string;
  readonly groups: readonly LineGroup[];
  readonly from: string | null;
  readonly until: string | null;
}

const LINES_PER_PAGE = 60; // two screens of them; more come when they are scrolled to

export function useTimeline(
  code: string,
  customerId: string,
  filter: TimelineFilter,
): Pick<KeysetList<TimelineLine, never>, 'rows' | 'load'> {
  return useKeyset<TimelineLine>({
    key: ['customer-timeline', code, customerId, filter],
    page: (ask, signal) => {
      const groups = filter.groups.length === 0 ? {} : { groups: filter.groups.join(',') };
      const query = { ...ask, limit: LINES_PER_PAGE, ...asked(filter), ...groups };
      const params = { path: { company: code, id: customerId }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/timeline', { params, signal }));
    },
  });
}

/** Of the words and days that are asked for; whichever sorts are chosen. */
export function timelineCountsQuery(code: string, customerId: string, filter: TimelineFilter) {
  const query = asked(filter);
  return queryOptions({
    queryKey: ['customer-timeline', code, customerId, 'counts', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { path: { company: code, id: customerId }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/timeline/counts', { params, signal }));
    },
  });
}

function asked({ search, from, until }: TimelineFilter): TimelineQuery {
  return {
    ...(search === '' ? {} : { search }),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
  };
}
