/** The keys of the day's list: on the row under the cursor what is begun opens its form, what is done at once is done. */
import type { WorklistEntry } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import type { RowKey } from '../../../ui/grid/use-row-keys.ts';
import { useBringBack, useSetAside } from './use-work-act.ts';
import { type Begun, useWorkActs, type WorkAct } from './work-acts.ts';

export function useRowActs(
  code: string,
  given: { readonly isAside: boolean; readonly begin: (customerId: string, what: Begun) => void },
): readonly RowKey<WorklistEntry>[] {
  const { t } = useTexts();
  const set = useSetAside(code);
  const back = useBringBack(code);
  const keyOf = ({ key, word, act }: WorkAct): RowKey<WorklistEntry> => {
    const label = t(word);
    if (act === 'done') {
      const done = { kind: 'done', backOn: null, reason: null } as const;
      return { key, label, movesOn: true, act: (entry) => set.mutate({ entry, act: done }) };
    }
    if (act === 'bringBack') {
      return { key, label, movesOn: true, act: ({ aside }) => aside && back.mutate(aside.markId) };
    }
    return { key, label, opensForm: true, act: ({ customerId }) => given.begin(customerId, act) };
  };
  return useWorkActs(given.isAside).map(keyOf);
}
