/** What is asked about the morning and the review. On the wall it is asked again by itself. */
import type { components } from '@quittance/client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { useKeyset } from '../../../app/keyset.ts';
import type { FigureName } from './huddle-figures.ts';

export type Huddle = components['schemas']['Huddle'];
export type HuddleLine = components['schemas']['HuddleLine'];
export type ReviewPack = components['schemas']['ReviewPack'];
export type ReviewedCustomer = components['schemas']['ReviewedCustomer'];
export type Blocker = components['schemas']['Blocker'];

const ASKED_AGAIN_MS = 60_000;

const ofOwner = (owner: string | undefined): { owner?: string } => (owner === undefined ? {} : { owner });

export function huddleQuery(company: string, owner: string | undefined) {
  return queryOptions({
    queryKey: ['huddle', company, owner],
    refetchInterval: ASKED_AGAIN_MS,
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: ofOwner(owner) };
      return dataOf(api.GET('/api/v1/companies/{company}/huddle', { params, signal }));
    },
  });
}

export function blockersQuery(company: string) {
  return queryOptions({
    queryKey: ['huddle', company, 'blockers'],
    refetchInterval: ASKED_AGAIN_MS,
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: { state: 'open' as const } };
      return dataOf(api.GET('/api/v1/companies/{company}/blockers', { params, signal }));
    },
  });
}

/** Those of one customer and its items. */
export function customerBlockersQuery(company: string, customer: string) {
  return queryOptions({
    queryKey: ['huddle', company, 'blockers', customer],
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: { state: 'open' as const, customer } };
      return dataOf(api.GET('/api/v1/companies/{company}/blockers', { params, signal }));
    },
  });
}

export function reviewQuery(company: string, owner: string | undefined) {
  return queryOptions({
    queryKey: ['huddle', company, 'review', owner],
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: ofOwner(owner) };
      return dataOf(api.GET('/api/v1/companies/{company}/review-pack', { params, signal }));
    },
  });
}

export type Span = { readonly from?: string; readonly until?: string };

export function useFigureLines(ask: { code: string; figure: FigureName; owner: string | undefined; span: Span }) {
  const { code, figure, owner, span } = ask;
  return useKeyset<HuddleLine>({
    key: ['huddle', code, 'lines', figure, owner, span],
    page: (page, signal) => {
      const params = { path: { company: code }, query: { ...page, figure, ...ofOwner(owner), ...span } };
      return dataOf(api.GET('/api/v1/companies/{company}/huddle/lines', { params, signal }));
    },
  });
}

/** A change after which all of the huddle is asked anew. */
export function useHuddleChange<Sent>(company: string, send: (sent: Sent) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['huddle', company] }),
  });
}
