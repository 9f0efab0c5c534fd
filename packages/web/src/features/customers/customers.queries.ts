/** What is asked about customers. */
import { queryOptions } from '@tanstack/react-query';
import { useAct } from '../../app/act.ts';
import { api, dataOf } from '../../app/api.ts';
import type { Item } from '../../app/api.types.ts';
import { type KeysetList, useKeyset } from '../../app/keyset.ts';
import type { ActivityLine, AppliedRow, RequestState } from './customers.types.ts';

export function customerQuery(company: string, customerId: string) {
  return queryOptions({
    queryKey: ['customer', company, customerId],
    queryFn: ({ signal }) => {
      const params = { path: { company, id: customerId } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}', { params, signal }));
    },
  });
}

export function useCustomerItems(input: {
  code: string;
  customerId: string;
  status: 'open' | 'all';
  kind?: 'receipt';
  isWanted?: boolean;
}): Pick<KeysetList<Item, never>, 'rows' | 'load'> {
  const { code, customerId, status, kind } = input;
  return useKeyset<Item>({
    key: ['customer-items', code, customerId, status, kind ?? 'any'],
    isWanted: input.isWanted ?? true,
    page: (ask, signal) => {
      const query = { ...ask, status, ...(kind ? { kind } : {}) };
      const params = { path: { company: code, id: customerId }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/items', { params, signal }));
    },
  });
}

export function useNotes(code: string, customerId: string): Pick<KeysetList<ActivityLine, never>, 'rows' | 'load'> {
  return useKeyset<ActivityLine>({
    key: ['customer-notes', code, customerId],
    page: (query, signal) => {
      const params = { path: { company: code, id: customerId }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/activities', { params, signal }));
    },
  });
}

export function useApplications(
  code: string,
  customerId: string,
): Pick<KeysetList<AppliedRow, never>, 'rows' | 'load'> {
  return useKeyset<AppliedRow>({
    key: ['customer-applications', code, customerId],
    page: (query, signal) => {
      const params = { path: { company: code, id: customerId }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/applications', { params, signal }));
    },
  });
}

export function contactsQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-contacts', company, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/customers/{id}/contacts', { params: { path: { company, id } }, signal }),
      ),
  });
}

export function recordQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-record', company, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/customers/{id}/record', { params: { path: { company, id } }, signal }),
      ),
  });
}

export function familyQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-family', company, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/customers/{id}/family', { params: { path: { company, id } }, signal }),
      ),
  });
}

export function firstStepsQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-first-steps', company, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/customers/{id}/first-steps', {
          params: { path: { company, id } },
          signal,
        }),
      ),
  });
}

export function requestsQuery(company: string, ask: { state?: RequestState; customerId?: string }) {
  return queryOptions({
    queryKey: ['customer-requests', company, ask],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/customer-requests', {
          params: { path: { company }, query: { limit: REQUESTS_SHOWN, ...ask } },
          signal,
        }),
      ),
  });
}

const REQUESTS_SHOWN = 500; // the latest of a state: nobody works through more in a week

export function newcomersQuery(company: string) {
  return queryOptions({
    queryKey: ['customer-newcomers', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/new-customers', { params: { path: { company } }, signal })),
  });
}

export function duplicatesQuery(company: string) {
  return queryOptions({
    queryKey: ['customer-duplicates', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/duplicates', { params: { path: { company } }, signal })),
  });
}

export function mergesQuery(company: string) {
  return queryOptions({
    queryKey: ['customer-merges', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/merges', { params: { path: { company } }, signal })),
  });
}

export function accountReviewsQuery(company: string) {
  return queryOptions({
    queryKey: ['customer-account-reviews', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/account-reviews', { params: { path: { company } }, signal })),
  });
}

/** An act on a customer: afterwards everything that shows customers or what they owe is read again. */
export function useCustomerAct<Input>(
  act: (input: Input) => Promise<unknown>,
  { said, done }: { said: string; done?: () => void },
) {
  return useAct(act, { said: () => said, ...(done ? { done } : {}) });
}
