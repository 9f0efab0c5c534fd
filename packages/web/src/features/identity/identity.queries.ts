/** People, API tokens, and what is done with them. */
import type { Role } from '@quittance/core/permissions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import type { ApiToken, Person } from '../../app/api.types.ts';
import { askAnew } from '../../app/ask-anew.ts';
import { useKeyset } from '../../app/keyset.ts';
import type { HandOver } from '../collections/hand-over/hand-over.queries.ts';
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
      readonly totals: HandOver['totals'];
    }
  | { readonly kind: 'link' }
  | { readonly kind: 'disable'; readonly handOver: ChosenHandOver | null; readonly totals: HandOver['totals'] }
  | { readonly kind: 'enable' };

export interface DoneToPerson {
  /** Path of a new sign-in link, to be handed over. */
  readonly link: string | null;
  readonly handOverId: string | null;
}

/** Changes one person. `done` is called though their panel has closed meanwhile: who has no role is in no list. */
export function usePersonAct(company: string, id: string, done: (act: PersonAct, answer: DoneToPerson) => void) {
  const queryClient = useQueryClient();
  const params = { path: { company, id } };
  return useMutation({
    mutationFn: async (act: PersonAct): Promise<DoneToPerson> => {
      if (act.kind === 'link') {
        const link = api.POST('/api/v1/companies/{company}/people/{id}/sign-in-link', { params });
        return { link: (await dataOf(link)).path, handOverId: null };
      }
      if (act.kind === 'roles') {
        const body = { roles: [...act.roles], handOver: act.handOver };
        const { handOverId } = await dataOf(api.PUT('/api/v1/companies/{company}/people/{id}/roles', { params, body }));
        return { link: null, handOverId };
      }
      if (act.kind === 'disable') {
        // An account is of all companies, the work of this one: it goes first, so that nothing is left with who cannot sign in.
        let handOverId: string | null = null;
        if (act.handOver !== null) {
          const body = { ...act.handOver, fromId: id, roles: [] };
          const path = { company };
          const made = api.POST('/api/v1/companies/{company}/hand-overs', { params: { path }, body });
          handOverId = (await dataOf(made)).id;
        }
        await api.POST('/api/v1/companies/{company}/people/{id}/disable', { params });
        return { link: null, handOverId };
      }
      await api.POST('/api/v1/companies/{company}/people/{id}/enable', { params });
      return { link: null, handOverId: null };
    },
    onSuccess: (answer, act) => {
      done(act, answer);
      return askAnew(queryClient);
    },
  });
}
