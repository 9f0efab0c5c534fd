import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../ui/form/problem-text.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { actOnReceipt } from './cash.queries.ts';

export type ReceiptAct =
  | { readonly kind: 'confirm' }
  | {
      readonly kind: 'apply';
      readonly customerId: string;
      readonly allocations: readonly { readonly itemId: string; readonly amount: MoneyText }[];
    }
  | { readonly kind: 'on-account'; readonly customerId: string }
  | { readonly kind: 'not-ours'; readonly reason: string }
  | { readonly kind: 'undo' };

/** Does one thing with a receipt, says what was done, and offers to undo it. `goOn` opens the next receipt. */
export function useReceiptAct(input: { code: string; receiptId: string; done: string; goOn: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const refresh = (): Promise<void> =>
    // Money has moved: balances, agings and queues are asked for anew when they are shown.
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const undo = useMutation({
    mutationFn: () => actOnReceipt(input.code, input.receiptId, 'undo', {}),
    onSuccess: async () => {
      say({ text: t('cash.wasUndone') });
      await refresh();
    },
    onError: (error) => say({ text: problemText(error), isProblem: true }),
  });
  return useMutation({
    mutationFn: ({ kind, ...body }: ReceiptAct) => actOnReceipt(input.code, input.receiptId, kind, body),
    onSuccess: async (_answer, act) => {
      if (act.kind === 'undo') say({ text: t('cash.wasUndone') });
      else {
        say({ text: input.done, undo: () => undo.mutate() });
        input.goOn();
      }
      await refresh();
    },
  });
}
