/** People, API tokens, and what is done with them. */
import type { Role } from '@quittance/core/permissions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import type { ApiToken, Person } from '../../app/api.types.ts';
import { askAnew } from '../../app/ask-anew.ts';
import { useKeyset } from '../../app/keyset.ts';
import type { ChosenHandOver } from '../collections/hand-over/hand-over-choice.component.tsx';

export function usePeople(company: string) {
  return useKeyset<Person>({
    key: ['people', company],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/people', { params: { path: { company }, query }, signal })),
  });
}

export function useTokens(company: string) {
  return useKeyset<ApiToken>({
    key: ['tokens', company],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/tokens', { params: { path: { company }, query }, signal })),
  });
}

export type PersonAct =
  | {
      readonly kind: 'roles';
      readonly roles: readonly Role[];
      /** Null: the work stays, to be seen as nobody’s. */
      readonly handOver: ChosenHandOver | null;
    }
  | { readonly kind: 'link' }
  | { readonly kind: 'disable'; readonly handOver: ChosenHandOver | null }
  | { readonly kind: 'enable' };

/** Changes one person; a new sign-in link comes back as its path, to be handed over. */
export function usePersonAct(company: string, id: string) {
  const queryClient = useQueryClient();
  const params = { path: { company, id } };
  return useMutation({
    mutationFn: async (act: PersonAct): Promise<string | null> => {
      if (act.kind === 'link') {
        const link = api.POST('/api/v1/companies/{company}/people/{id}/sign-in-link', { params });
        return (await dataOf(link)).path;
      }
      if (act.kind === 'roles') {
        const body = { roles: [...act.roles], handOver: act.handOver };
        await api.PUT('/api/v1/companies/{company}/people/{id}/roles', { params, body });
      } else if (act.kind === 'disable') {
        // An account is of all companies, the work of this one: it goes first, so that nothing is left with who cannot sign in.
        if (act.handOver !== null) {
          const body = { ...act.handOver, fromId: id, roles: [] };
          await api.POST('/api/v1/companies/{company}/hand-overs', { params: { path: { company } }, body });
        }
        await api.POST('/api/v1/companies/{company}/people/{id}/disable', { params });
      } else await api.POST('/api/v1/companies/{company}/people/{id}/enable', { params });
      return null;
    },
    onSuccess: () => askAnew(queryClient),
  });
}
