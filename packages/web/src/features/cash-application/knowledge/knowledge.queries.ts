/** What is asked about what cash application has learnt. */
import type { components, paths } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';

export type LearntThing = components['schemas']['LearntThing'];
export type LearntKind = LearntThing['kind'];
type LearntPage =
  paths['/api/v1/companies/{company}/cash/knowledge']['get']['responses'][200]['content']['application/json'];
type Query = NonNullable<paths['/api/v1/companies/{company}/cash/knowledge']['get']['parameters']['query']>;

export interface LearntAsk {
  readonly kind: LearntKind | undefined;
  readonly isTakenBack: boolean;
  readonly search: string;
}

const PATH = '/api/v1/companies/{company}/cash/knowledge';

export function useLearnt(code: string, { kind, isTakenBack, search }: LearntAsk): KeysetList<LearntThing, LearntPage> {
  return useKeyset<LearntThing, LearntPage>({
    key: ['knowledge', code, kind, isTakenBack, search],
    page: (page, signal) => {
      const query: Query = {
        ...page,
        state: isTakenBack ? 'taken_back' : 'standing',
        ...(kind ? { kind } : {}),
        ...(search ? { search } : {}),
      };
      return dataOf(api.GET(PATH, { params: { path: { company: code }, query }, signal }));
    },
  });
}

const RULED_OUT_MAX = 50; // of one receipt

/** What people ruled out about a receipt. */
export function ruledOutQuery(code: string, receiptId: string) {
  return queryOptions({
    queryKey: ['knowledge', code, 'receipt', receiptId],
    queryFn: ({ signal }) => {
      const params = { path: { company: code }, query: { receiptId, limit: RULED_OUT_MAX } };
      return dataOf(api.GET(PATH, { params, signal }));
    },
  });
}

/** Takes a thing back, or gives it back when it was. */
export function useLearntAct(
  code: string,
  thing: Pick<LearntThing, 'id' | 'takenBack'>,
  said: string,
  done: () => void,
) {
  const act = (reason: string) => {
    const asked = { params: { path: { company: code } }, body: { id: thing.id, reason } };
    return thing.takenBack === null ? api.POST(`${PATH}/revocations`, asked) : api.POST(`${PATH}/restorations`, asked);
  };
  return useAct(act, { said: () => said, done });
}
