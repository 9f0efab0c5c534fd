import type { components } from '@quittance/client';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { askAnew } from '../../../app/ask-anew.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';
import { say } from '../../../ui/notice/notice.component.tsx';

type Schemas = components['schemas'];
export type Advice = Schemas['Advice'];
export type AdviceDetail = Schemas['AdviceDetail'];
export type AdviceLine = AdviceDetail['lines'][number];
export type AdviceReceipt = Schemas['AdviceReceipt'];
export type DeductionCode = Schemas['DeductionCode'];

export function useAdvices(code: string): Pick<KeysetList<Advice, never>, 'rows' | 'load'> {
  return useKeyset<Advice>({
    key: ['advices', code],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/advices', { params: { path: { company: code }, query }, signal })),
  });
}

export function adviceQuery(code: string, id: string) {
  return queryOptions({
    queryKey: ['advice', code, id],
    queryFn: ({ signal }) => {
      const params = { path: { company: code, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/advices/{id}', { params, signal }));
    },
  });
}

export function receiptsQuery(code: string, id: string, search: string) {
  return queryOptions({
    queryKey: ['advice-receipts', code, id, search],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { path: { company: code, id }, query: { search } };
      return dataOf(api.GET('/api/v1/companies/{company}/advices/{id}/receipts', { params, signal }));
    },
  });
}

export function codesQuery(code: string, customerId: string) {
  return queryOptions({
    queryKey: ['deduction-codes', code, customerId],
    queryFn: ({ signal }) => {
      const params = { path: { company: code, id: customerId } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/deduction-codes', { params, signal }));
    },
  });
}

export type AdviceAct =
  | { readonly act: 'link'; readonly receiptId: string }
  | { readonly act: 'unlink'; readonly receiptId: string; readonly reason: string }
  | { readonly act: 'compared' };

/** What is done with an advice has its receipt decided on again: every list may have changed. */
export function useAdviceAct(code: string, id: string, done: (act: AdviceAct['act']) => string) {
  const queryClient = useQueryClient();
  const params = { path: { company: code, id } };
  return useMutation({
    mutationFn: (act: AdviceAct) => {
      if (act.act === 'compared')
        return dataOf(api.POST('/api/v1/companies/{company}/advices/{id}/compared', { params }));
      if (act.act === 'link') {
        const body = { receiptId: act.receiptId };
        return dataOf(api.POST('/api/v1/companies/{company}/advices/{id}/link', { params, body }));
      }
      const body = { receiptId: act.receiptId, reason: act.reason };
      return dataOf(api.POST('/api/v1/companies/{company}/advices/{id}/unlink', { params, body }));
    },
    onSuccess: async (answer, { act }) => {
      queryClient.setQueryData(adviceQuery(code, id).queryKey, answer);
      say({ text: done(act) });
      await askAnew(queryClient);
    },
  });
}

export function useSetCode(code: string, customerId: string) {
  const queryClient = useQueryClient();
  const params = { path: { company: code, id: customerId } };
  return useMutation({
    mutationFn: (body: { code: string; reason: DeductionCode['reason'] | null }) =>
      dataOf(api.PUT('/api/v1/companies/{company}/customers/{id}/deduction-codes', { params, body })),
    onSuccess: (answer) => queryClient.setQueryData(codesQuery(code, customerId).queryKey, answer),
  });
}
