/** What is asked about the day's list. It moves with the books, so it is asked for again while it is looked at. */
import type { components } from '@quittance/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import type { WorklistEntry } from '../../app/api.types.ts';
import { type KeysetList, useKeyset } from '../../app/keyset.ts';

export type WorklistSummary = components['schemas']['WorklistSummary'];
export type WorklistChanges = components['schemas']['WorklistChanges'];

const LOOKED_AT_AGAIN_MS = 5_000;
const CHANGES_AGAIN_MS = 15_000;
const WINDOWS_STALE_MS = 5 * 60_000;
/** As many as a page of the list; for those further down the window is a click away. */
const WINDOWS_MAX = 200;

export const WHOSE = ['mine', 'team'] as const;
export type Whose = (typeof WHOSE)[number];
export const SHOWN = ['open', 'aside'] as const;
export type Shown = (typeof SHOWN)[number];

export function useWorklist(
  code: string,
  ask: { readonly whose: Whose; readonly show: Shown; readonly isWanted: boolean },
): Pick<KeysetList<WorklistEntry, never>, 'rows' | 'load'> {
  const { whose, show, isWanted } = ask;
  return useKeyset<WorklistEntry>({
    key: ['worklist', code, whose, show],
    isWanted,
    renewed: { whileAny: () => true, everyMs: LOOKED_AT_AGAIN_MS },
    page: (page, signal) => {
      const params = { path: { company: code }, query: { ...page, whose, show } };
      return dataOf(api.GET('/api/v1/companies/{company}/worklist', { params, signal }));
    },
  });
}

export function worklistSummaryQuery(code: string, whose: Whose) {
  return queryOptions({
    queryKey: ['worklist-summary', code, whose],
    queryFn: ({ signal }) => {
      const params = { path: { company: code }, query: { whose } };
      return dataOf(api.GET('/api/v1/companies/{company}/worklist/summary', { params, signal }));
    },
    refetchInterval: LOOKED_AT_AGAIN_MS,
    placeholderData: keepPreviousData,
  });
}

export function worklistChangesQuery(code: string, whose: Whose) {
  return queryOptions({
    queryKey: ['worklist-changes', code, whose],
    queryFn: ({ signal }) => {
      const params = { path: { company: code }, query: { whose } };
      return dataOf(api.GET('/api/v1/companies/{company}/worklist/changes', { params, signal }));
    },
    refetchInterval: CHANGES_AGAIN_MS,
    placeholderData: keepPreviousData,
  });
}

export interface CallWindow {
  readonly window: { readonly from: string; readonly until: string; readonly isNow: boolean } | null;
  readonly timeZone: string;
}

/** When to call whom of the list. */
export function callWindowsQuery(code: string, customerIds: readonly string[]) {
  const asked = customerIds.slice(0, WINDOWS_MAX);
  return queryOptions({
    queryKey: ['call-windows', code, asked.toSorted().join(',')],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, CallWindow>> => {
      const params = { path: { company: code }, query: { customers: asked.join(',') } };
      const { rows } = await dataOf(api.GET('/api/v1/companies/{company}/worklist/call-windows', { params, signal }));
      return new Map(rows.map(({ customerId, ...when }) => [customerId, when]));
    },
    staleTime: WINDOWS_STALE_MS,
    refetchInterval: WINDOWS_STALE_MS,
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
}

export function worklistEntryQuery(code: string, customerId: string) {
  return queryOptions({
    queryKey: ['worklist-entry', code, customerId],
    queryFn: ({ signal }) => {
      const params = { path: { company: code, customerId } };
      return dataOf(api.GET('/api/v1/companies/{company}/worklist/{customerId}', { params, signal }));
    },
    refetchInterval: LOOKED_AT_AGAIN_MS, // with the list beside it: a contact counts in both
  });
}
