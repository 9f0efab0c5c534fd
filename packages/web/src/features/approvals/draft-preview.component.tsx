/** What an act would post, asked of the ledger before anything is sent: no estimate, the entries themselves. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import styles from './approvals.module.css';
import type { AskedAct } from './approvals.types.ts';
import { DraftedEntries } from './drafted-entries.component.tsx';

const SETTLE_MILLISECONDS = 400; // somebody types an amount: not every key is rehearsed

export function DraftPreview({ code, act }: { code: string; act: AskedAct | null }): ReactNode {
  const { t } = useTexts();
  const settled = useSettled(act === null ? null : JSON.stringify(act));
  const draft = useQuery({
    queryKey: ['approval-draft', code, settled],
    queryFn: ({ signal }) => {
      const body = { act: JSON.parse(settled ?? '') as AskedAct };
      return dataOf(
        api.POST('/api/v1/companies/{company}/approvals/draft', { params: { path: { company: code } }, body, signal }),
      );
    },
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (settled === null) return null;
  if (draft.error) return <ProblemNote error={draft.error} />;
  if (!draft.data) return <p className={styles.quiet}>{t('approvals.drafting')}</p>;
  return (
    <div className={styles.preview} aria-busy={draft.isFetching}>
      <DraftedEntries entries={draft.data.entries} title={t('approvals.wouldPost')} />
      {draft.data.needed > 1 && <p className={styles.quiet}>{t('approvals.takesTwo')}</p>}
    </div>
  );
}

function useSettled(value: string | null): string | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
