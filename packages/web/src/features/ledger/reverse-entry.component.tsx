/** Undoing an entry: one more entry with the negatives, linked to it. Nothing is ever taken out of the ledger. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ApiProblem, api, dataOf } from '../../app/api.ts';
import type { Entry } from '../../app/api.types.ts';
import { askAnew } from '../../app/ask-anew.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { isZero } from '../../ui/money/money-text.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import styles from './ledger.module.css';

/** For who may not reverse, or not so much; fetched when it is asked for. */
const AskReversal = lazy(async () => ({
  default: (await import('../approvals/ask-reversal.component.tsx')).AskReversal,
}));

export function ReverseEntry({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const [open, setOpen] = useState<'reverse' | 'ask' | null>(null);
  const close = (): void => setOpen(null);
  const isWhole = entry.reverses === null && entry.undone.amount === entry.amount.amount;
  const canReverse = entry.reverses === null && !isWhole && !isZero(entry.amount);
  if (!canReverse) return null;
  if (open === 'reverse') return <ReasonForm entry={entry} close={close} />;
  if (open === 'ask') {
    return (
      <Suspense>
        <AskReversal code={code} entry={entry} close={close} />
      </Suspense>
    );
  }
  return (
    <>
      {may(company, 'ledger.reverse') && (
        <button type="button" className={styles.lineAct} onClick={() => setOpen('reverse')}>
          {t('entry.reverse')}
        </button>
      )}
      {may(company, 'approvals.request') && (
        <button type="button" className={styles.lineAct} onClick={() => setOpen('ask')}>
          {t('approvals.askReversal')}
        </button>
      )}
    </>
  );
}

function ReasonForm({ entry, close }: { entry: Entry; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [withDependents, setWithDependents] = useState(false);
  const reverse = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/companies/{company}/entries/{id}/reversal', {
          params: { path: { company: code, id: entry.id } },
          body: { reason, withDependents },
        }),
      ),
    onSuccess: async () => {
      await askAnew(queryClient);
      say({ text: t('entry.isReversed') });
      close();
    },
  });
  const hasDependents = reverse.error instanceof ApiProblem && reverse.error.code === 'entry_has_dependents';
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        reverse.mutate();
      }}
    >
      {reverse.error && <ProblemNote error={reverse.error} />}
      <TextInput
        size="xs"
        label={t('entry.reverseReason')}
        required
        withAsterisk={false}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {(hasDependents || withDependents) && (
        <Checkbox
          size="xs"
          label={t('entry.withDependents')}
          checked={withDependents}
          onChange={(event) => setWithDependents(event.currentTarget.checked)}
        />
      )}
      <Button type="submit" loading={reverse.isPending}>
        {t('entry.reverseAct')}
      </Button>
      <Button variant="default" onClick={close}>
        {t('act.cancel')}
      </Button>
    </form>
  );
}
