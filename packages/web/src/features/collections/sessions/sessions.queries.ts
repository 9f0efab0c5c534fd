/** What is asked and sent about resolution sessions. */
import type { components, paths } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { useKeyset } from '../../../app/keyset.ts';

export type SessionRow = components['schemas']['ResolutionSession'];
export type SessionBody =
  paths['/api/v1/companies/{company}/sessions/{id}']['put']['requestBody']['content']['application/json'];
export type WholeSession =
  paths['/api/v1/companies/{company}/sessions/{id}']['get']['responses'][200]['content']['application/json'];
export type SessionPoint = WholeSession['points'][number];

export function useSessions(company: string, customer: string | undefined) {
  return useKeyset<SessionRow>({
    key: ['sessions', company, customer ?? 'all'],
    page: (ask, signal) => {
      const params = { path: { company }, query: { ...ask, ...(customer ? { customer } : {}) } };
      return dataOf(api.GET('/api/v1/companies/{company}/sessions', { params, signal }));
    },
  });
}

export function sessionQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['sessions', company, 'one', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/sessions/{id}', { params: { path: { company, id } }, signal })),
  });
}

export function outlookQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['session-outlook', company, id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/session-outlook', { params, signal }));
    },
  });
}

export function planSession(company: string, id: string, body: SessionBody) {
  const params = { path: { company, id } };
  return dataOf(api.POST('/api/v1/companies/{company}/customers/{id}/sessions', { params, body }));
}

export async function changeSession(company: string, id: string, body: SessionBody) {
  await api.PUT('/api/v1/companies/{company}/sessions/{id}', { params: { path: { company, id } }, body });
  return { id };
}

export function cancelSession(company: string, id: string, reason: string) {
  const params = { path: { company, id } };
  return api.POST('/api/v1/companies/{company}/sessions/{id}/cancel', { params, body: { reason } });
}

export function closeSession(company: string, id: string, state: 'held' | 'no_show') {
  const params = { path: { company, id } };
  return api.POST('/api/v1/companies/{company}/sessions/{id}/close', { params, body: { state } });
}
