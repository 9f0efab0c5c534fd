import type { components } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';

export type Mention = components['schemas']['Mention'];

const ASKED_AGAIN_MS = 60_000; // somebody may name the reader at any time

export function mentionsQuery(company: string) {
  return queryOptions({
    queryKey: ['mentions', company],
    refetchInterval: ASKED_AGAIN_MS,
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/mentions', { params: { path: { company } }, signal })),
  });
}
