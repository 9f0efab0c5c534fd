/** What is done with a customer of the list: sent, said with its undo, everything shown asked for anew. */
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import type { WorklistEntry } from '../../../app/api.types.ts';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { say } from '../../../ui/notice/notice.component.tsx';

export interface SetAside {
  readonly kind: 'done' | 'snoozed';
  readonly backOn: string | null;
  readonly reason: string | null;
}

/** Sets a customer aside; `said` is told with the way back. */
function useSetAside(
  code: string,
  { customerId, said }: { readonly customerId: string; readonly said: (act: SetAside) => string },
): UseMutationResult<{ id: string }, Error, SetAside> {
  const queryClient = useQueryClient();
  const bringBack = useBringBack(code);
  return useMutation({
    mutationFn: (body: SetAside) => {
      const params = { path: { company: code, customerId } };
      return dataOf(api.POST('/api/v1/companies/{company}/worklist/{customerId}/marks', { params, body }));
    },
    onSuccess: ({ id }, act) => {
      say({ text: said(act), undo: () => bringBack.mutate(id) });
      void askAnew(queryClient);
    },
    onError: (error) => say({ text: error.message, isProblem: true }),
  });
}

export function useBringBack(code: string): UseMutationResult<unknown, Error, string> {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => {
      const params = { path: { company: code, id } };
      return api.POST('/api/v1/companies/{company}/worklist-marks/{id}/withdraw', { params });
    },
    onSuccess: async () => {
      await askAnew(queryClient);
      say({ text: t('myDay.broughtBack') });
    },
    onError: (error) => say({ text: error.message, isProblem: true }),
  });
}

/** Setting the customer at hand aside, after which the next one opens; and bringing it back. */
export function useAside(
  code: string,
  { entry, next }: { readonly entry: Pick<WorklistEntry, 'customerId' | 'name' | 'aside'>; readonly next: () => void },
) {
  const { t } = useTexts();
  const formats = useFormats();
  const { customerId, name, aside } = entry;
  const said = ({ kind, backOn }: SetAside): string =>
    kind === 'done' || backOn === null
      ? t('myDay.doneNow', { name })
      : t('myDay.snoozedNow', { name, date: formats.date(backOn) });
  const set = useSetAside(code, { customerId, said });
  const back = useBringBack(code);
  return {
    isBusy: set.isPending,
    finish: () => set.mutate({ kind: 'done', backOn: null, reason: null }, { onSuccess: next }),
    snooze: (act: SetAside) => set.mutate(act, { onSuccess: next }),
    bringBack: () => aside && back.mutate(aside.markId),
  };
}
