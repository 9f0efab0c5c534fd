/** Proposals that are confirmed together: one after the other, each for itself, so that one refusal stops no other. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { ApiProblem } from '../../app/api.ts';
import { askAnew } from '../../app/ask-anew.ts';
import { useTexts } from '../../app/i18n.ts';
import { useProblemText } from '../../ui/form/problem-text.ts';
import type { GridTicks } from '../../ui/grid/grid.types.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { actOnReceipt, type ReceiptAct, receiptsOfGroup } from './cash.queries.ts';
import type { ReceiptRow } from './cash.types.ts';
import type { QueueFilter } from './queue-filter.ts';

interface Refused {
  readonly id: string;
  readonly error: Error;
}

interface Outcome {
  readonly done: readonly string[];
  readonly refused: readonly Refused[];
}

/** What was ticked is no longer what is proposed: it is confirmed only after another look. */
const CHANGED_CODES: ReadonlySet<string> = new Set(['receipt_changed', 'nothing_to_confirm']);

export interface ManyReceipts {
  readonly ticks: GridTicks;
  readonly ticked: readonly ReceiptRow[];
  readonly customersCount: number;
  readonly isBusy: boolean;
  readonly isTicking: boolean;
  readonly doneCount: number;
  readonly confirm: () => void;
  /** What was not begun yet stays ticked. */
  readonly stop: () => void;
  /** Ticks all of the group that is looked at, seen or not. */
  readonly tickGroup: () => void;
}

interface Given {
  readonly code: string;
  readonly rows: readonly ReceiptRow[];
  readonly filter: QueueFilter;
  /** Receipts at which somebody else is: they are left to them. */
  readonly heldIds: ReadonlySet<string>;
  /** Is told which were confirmed, before the lists are read anew. */
  readonly afterwards: (done: readonly string[]) => void;
}

export function useManyReceipts({ code, rows, filter, heldIds, afterwards }: Given): ManyReceipts {
  const { t } = useTexts();
  const problemText = useProblemText();
  const [ticked, setTicked] = useState<ReadonlyMap<string, ReceiptRow>>(new Map());
  const { forEach, doneCount, stop } = useOneByOne(code);
  const undo = useMutation({
    mutationFn: (done: readonly string[]) => forEach(done, () => ({ kind: 'undo', wasWrong: false })),
    onSuccess: ({ done, refused }) => {
      const [first] = refused;
      if (first) say({ text: problemText(first.error), isProblem: true });
      else say({ text: t('cash.wereUndone', { count: done.length }) });
    },
  });
  const confirm = useMutation({
    // What is ticked is handed over with the key: a mutation's own closure is renewed only some time after the list has come.
    mutationFn: ({ ours }: { ours: readonly ReceiptRow[]; heldCount: number }) => {
      const seen = new Map(ours.map(({ id, decisionNumber }) => [id, decisionNumber ?? 0]));
      return forEach([...seen.keys()], (id) => ({ kind: 'confirm', decision: seen.get(id) ?? 0 }));
    },
    onSuccess: ({ done, refused }, { heldCount }) => {
      afterwards(done);
      const changed = refused.filter(({ error }) => error instanceof ApiProblem && CHANGED_CODES.has(error.code));
      const stays = refused.filter((one) => !changed.includes(one));
      const gone = new Set([...done, ...changed.map(({ id }) => id)]);
      // What was refused, or not begun, stays ticked, so that it is seen.
      setTicked((now) => new Map([...now].filter(([id]) => !gone.has(id))));
      const [first] = stays;
      const words = [
        t('cash.wereConfirmed', { count: done.length }),
        ...(heldCount > 0 ? [t('cash.wereHeld', { count: heldCount })] : []),
        ...(changed.length > 0 ? [t('cash.wereChanged', { count: changed.length })] : []),
        ...(first ? [t('cash.wereRefused', { count: stays.length, reason: problemText(first.error) })] : []),
      ];
      const undoAll = done.length > 0 ? { undo: () => undo.mutate(done) } : {};
      say({ text: words.join(' '), isProblem: refused.length > 0, ...undoAll });
    },
  });
  const group = useMutation({
    mutationFn: (of: QueueFilter) => receiptsOfGroup(code, 'to_confirm', of),
    onSuccess: (all) => setTicked(new Map(all.map((row) => [row.id, row]))),
    onError: (error) => say({ text: problemText(error), isProblem: true }),
  });
  const list = useMemo(() => [...ticked.values()], [ticked]);
  return {
    ticks: {
      ids: useMemo(() => new Set(ticked.keys()), [ticked]),
      toggle: (ids, isOn) => setTicked((now) => toggled(now, { ids, isOn, rows })),
    },
    ticked: list,
    customersCount: new Set(list.map(({ customerId }) => customerId)).size,
    isBusy: confirm.isPending,
    isTicking: group.isPending,
    doneCount,
    confirm: () => {
      if (confirm.isPending || list.length === 0) return;
      const ours = list.filter(({ id }) => !heldIds.has(id));
      confirm.mutate({ ours, heldCount: list.length - ours.length });
    },
    stop,
    tickGroup: () => group.mutate(filter),
  };
}

function toggled(
  now: ReadonlyMap<string, ReceiptRow>,
  given: { ids: readonly string[]; isOn: boolean; rows: readonly ReceiptRow[] },
): ReadonlyMap<string, ReceiptRow> {
  const next = new Map(now);
  const wanted = new Set(given.ids);
  if (!given.isOn) for (const id of wanted) next.delete(id);
  else for (const row of given.rows) if (wanted.has(row.id)) next.set(row.id, row);
  return next;
}

/** One act for each receipt in turn, until all are done or somebody stops it. */
function useOneByOne(code: string) {
  const queryClient = useQueryClient();
  const [doneCount, setDoneCount] = useState(0);
  const isStopped = useRef(false);
  const forEach = async (receiptIds: readonly string[], actOf: (id: string) => ReceiptAct): Promise<Outcome> => {
    const done: string[] = [];
    const refused: Refused[] = [];
    isStopped.current = false;
    setDoneCount(0);
    for (const id of receiptIds) {
      if (isStopped.current) break;
      try {
        await actOnReceipt(code, id, actOf(id));
        done.push(id);
      } catch (error) {
        refused.push({ id, error: error instanceof Error ? error : new Error(String(error)) });
      }
      setDoneCount(done.length + refused.length);
    }
    await askAnew(queryClient);
    return { done, refused };
  };
  const stop = (): void => {
    isStopped.current = true;
  };
  return { forEach, doneCount, stop };
}
