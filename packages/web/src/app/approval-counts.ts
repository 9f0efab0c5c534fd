/** How much waits for the reader's decision: shown in the rail and above the list. */
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './api.ts';

const COUNT_EVERY_MILLISECONDS = 60_000; // somebody else's request shows within a minute

export function approvalCountsQuery(company: string) {
  return queryOptions({
    queryKey: ['approvals', company, 'counts'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/approvals/counts', { params: { path: { company } }, signal })),
    refetchInterval: COUNT_EVERY_MILLISECONDS,
  });
}
