/** Proposals that are confirmed together: one after the other, each for itself, so that one refusal stops no other. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useProblemText } from '../../ui/form/problem-text.ts';
import type { GridTicks } from '../../ui/grid/grid.types.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { actOnReceipt, type ReceiptAct } from './cash.queries.ts';

interface Outcome {
  readonly done: readonly string[];
  readonly refused: readonly { readonly id: string; readonly error: Error }[];
}

export interface ManyReceipts {
  readonly ticks: GridTicks;
  readonly isBusy: boolean;
  readonly doneCount: number;
  readonly confirm: () => void;
}

/** `afterwards` is told which were confirmed, before the lists are read anew. */
export function useManyReceipts(code: string, afterwards: (done: readonly string[]) => void): ManyReceipts {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [doneCount, setDoneCount] = useState(0);
  const refresh = () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const forEach = async (receiptIds: readonly string[], act: ReceiptAct): Promise<Outcome> => {
    const done: string[] = [];
    const refused: { id: string; error: Error }[] = [];
    setDoneCount(0);
    for (const id of receiptIds) {
      try {
        await actOnReceipt(code, id, act);
        done.push(id);
      } catch (error) {
        refused.push({ id, error: error instanceof Error ? error : new Error(String(error)) });
      }
      setDoneCount(done.length + refused.length);
    }
    await refresh();
    return { done, refused };
  };
  const undo = useMutation({
    mutationFn: (done: readonly string[]) => forEach(done, { kind: 'undo', wasWrong: false }),
    onSuccess: ({ done, refused }) => {
      const [first] = refused;
      if (first) say({ text: problemText(first.error), isProblem: true });
      else say({ text: t('cash.wereUndone', { count: done.length }) });
    },
  });
  const confirm = useMutation({
    mutationFn: () => forEach([...ids], { kind: 'confirm' }),
    onSuccess: ({ done, refused }) => {
      afterwards(done);
      // What was refused stays ticked, so that it is seen.
      setIds(new Set(refused.map(({ id }) => id)));
      const [first] = refused;
      const confirmed = t('cash.wereConfirmed', { count: done.length });
      const text = first
        ? `${confirmed} ${t('cash.wereRefused', { count: refused.length, reason: problemText(first.error) })}`
        : confirmed;
      say({ text, isProblem: first !== undefined, ...(done.length > 0 ? { undo: () => undo.mutate(done) } : {}) });
    },
  });
  return {
    ticks: {
      ids,
      toggle: (receiptIds, isOn) =>
        setIds((now) => {
          const next = new Set(now);
          for (const id of receiptIds) isOn ? next.add(id) : next.delete(id);
          return next;
        }),
    },
    isBusy: confirm.isPending,
    doneCount,
    confirm: () => {
      if (!confirm.isPending && ids.size > 0) confirm.mutate();
    },
  };
}
