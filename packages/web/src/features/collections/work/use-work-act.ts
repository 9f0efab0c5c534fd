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

/** Who is set aside. */
type AsideEntry = Pick<WorklistEntry, 'customerId' | 'name'>;

interface SettingAside {
  readonly entry: AsideEntry;
  readonly act: SetAside;
}

/** Sets a customer aside, and says so with the way back. */
export function useSetAside(code: string): UseMutationResult<{ id: string }, Error, SettingAside> {
  const { t } = useTexts();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const bringBack = useBringBack(code);
  const said = ({ entry: { name }, act: { kind, backOn } }: SettingAside): string =>
    kind === 'done' || backOn === null
      ? t('myDay.doneNow', { name })
      : t('myDay.snoozedNow', { name, date: formats.date(backOn) });
  return useMutation({
    mutationFn: ({ entry: { customerId }, act: body }: SettingAside) => {
      const params = { path: { company: code, customerId } };
      return dataOf(api.POST('/api/v1/companies/{company}/worklist/{customerId}/marks', { params, body }));
    },
    onSuccess: ({ id }, done) => {
      say({ text: said(done), undo: () => bringBack.mutate(id) });
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
  { entry, next }: { readonly entry: AsideEntry & Pick<WorklistEntry, 'aside'>; readonly next: () => void },
) {
  const set = useSetAside(code);
  const back = useBringBack(code);
  const snooze = (act: SetAside): void => set.mutate({ entry, act }, { onSuccess: next });
  return {
    isBusy: set.isPending,
    finish: () => snooze({ kind: 'done', backOn: null, reason: null }),
    snooze,
    bringBack: () => entry.aside && back.mutate(entry.aside.markId),
  };
}
