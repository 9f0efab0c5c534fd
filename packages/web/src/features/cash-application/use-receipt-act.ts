import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askAnew } from '../../app/ask-anew.ts';
import { useTexts } from '../../app/i18n.ts';
import { useProblemText } from '../../ui/form/problem-text.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { actOnReceipt, type ReceiptAct } from './cash.queries.ts';

/** Does one thing with a receipt, says what was done, and offers to undo it. `goOn` opens the next receipt. */
export function useReceiptAct(input: { code: string; receiptId: string; done: string; goOn: () => void }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const act = (next: ReceiptAct): Promise<void> => actOnReceipt(input.code, input.receiptId, next);
  const refresh = (): Promise<void> =>
    // Money has moved: balances, agings and queues are asked for anew when they are shown.
    askAnew(queryClient);
  const undo = useMutation({
    mutationFn: () => act({ kind: 'undo', wasWrong: false }),
    onSuccess: async () => {
      say({ text: t('cash.wasUndone') });
      await refresh();
    },
    onError: (error) => say({ text: problemText(error), isProblem: true }),
  });
  return useMutation({
    mutationFn: act,
    onSuccess: async (_answer, done) => {
      if (done.kind === 'undo') say({ text: t('cash.wasUndone') });
      else {
        say({ text: input.done, undo: () => undo.mutate() });
        input.goOn();
      }
      await refresh();
    },
    // Whoever is refused because the receipt has changed sees at once what it is now.
    onError: refresh,
  });
}
