/** A statement that does not foot: asked for by one, let in by another, who has its balances and lines in sight here. */
import { Button, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { ImportBatch } from '../../app/api.types.ts';
import { askAnew } from '../../app/ask-anew.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import styles from './intake.module.css';

interface Props {
  readonly code: string;
  readonly batch: ImportBatch;
}

function releaseQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['import-release', company, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/imports/{id}/release', { params: { path: { company, id } }, signal }),
      ),
  });
}

type Standing = Awaited<ReturnType<NonNullable<ReturnType<typeof releaseQuery>['queryFn']>>>;

/** Whether the file has a statement that somebody else has to let in. */
export function doesNotFoot({ kind, statements }: ImportBatch): boolean {
  return kind === 'statement' && statements.some(({ footing }) => footing === 'off');
}

/** False while its lines have to wait: posting would be refused. */
export function useIsLetIn(code: string, batch: ImportBatch): boolean {
  const isOff = doesNotFoot(batch) && batch.status === 'preview';
  const standing = useQuery({ ...releaseQuery(code, batch.id), enabled: isOff }).data;
  return !isOff || standing?.release?.state === 'given';
}

export function StatementRelease({ code, batch }: Props): ReactNode {
  const { t } = useTexts();
  const isOff = doesNotFoot(batch) && batch.status === 'preview';
  const standing = useQuery({ ...releaseQuery(code, batch.id), enabled: isOff });
  if (!isOff) return null;
  if (standing.error) return <ProblemNote error={standing.error} retry={() => void standing.refetch()} />;
  if (!standing.data) return null;
  const { release } = standing.data;
  return (
    <section className={styles.release} aria-label={t('importReport.footing')}>
      {release?.state === 'given' ? (
        <p>{t('importReport.releaseGiven', { name: release.decidedByName ?? '' })}</p>
      ) : (
        <p>{t('importReport.releaseNeeded')}</p>
      )}
      {release?.state === 'refused' && (
        <p>{t('importReport.releaseRefused', { name: release.decidedByName ?? '', words: release.words ?? '' })}</p>
      )}
      {(release === null || release.state === 'refused') && <Ask code={code} batch={batch} />}
      {release?.state === 'waiting' && <Waiting code={code} batch={batch} standing={standing.data} />}
    </section>
  );
}

function useReleaseAct<Input>(act: (input: Input) => Promise<unknown>, said: (input: Input) => string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (_answer, input) => {
      say({ text: said(input) });
      await askAnew(queryClient);
    },
  });
}

function Ask({ code, batch }: Props): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [reason, setReason] = useState('');
  const params = { path: { company: code, id: batch.id } };
  const ask = useReleaseAct(
    (why: string) =>
      dataOf(api.POST('/api/v1/companies/{company}/imports/{id}/release', { params, body: { reason: why } })),
    () => t('importReport.releaseWasAsked'),
  );
  if (!may(company, 'imports.write')) return null;
  return (
    <form
      className={styles.releaseForm}
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate(reason);
      }}
    >
      {ask.error && <ProblemNote error={ask.error} />}
      <TextInput
        label={t('importReport.releaseWhy')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={ask.isPending} disabled={reason.trim() === ''}>
        {t('importReport.releaseAsk')}
      </Button>
    </form>
  );
}

function Waiting({ code, batch, standing }: Props & { standing: Standing }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [words, setWords] = useState('');
  const params = { path: { company: code, id: batch.id } };
  const decide = useReleaseAct(
    (isGiven: boolean) =>
      api.POST('/api/v1/companies/{company}/imports/{id}/release/decision', {
        params,
        body: { seen: standing.seen ?? '', isGiven, words: words.trim() || null },
      }),
    (isGiven) => t(isGiven ? 'importReport.releaseWasGiven' : 'importReport.releaseWasRefused'),
  );
  const { release } = standing;
  if (release === null) return null;
  if (release.isOwn) return <p>{t('importReport.releaseWaitsOwn')}</p>;
  const { askedByName: name, reason } = release;
  return (
    <>
      <p>{t('importReport.releaseWaits', { name, reason })}</p>
      {may(company, 'approvals.decide') && (
        <form
          className={styles.releaseForm}
          onSubmit={(event) => {
            event.preventDefault();
            decide.mutate(true);
          }}
        >
          {decide.error && <ProblemNote error={decide.error} />}
          <TextInput
            label={t('importReport.releaseWords')}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button type="submit" loading={decide.isPending}>
            {t('importReport.releaseGive')}
          </Button>
          <Button
            variant="default"
            loading={decide.isPending}
            disabled={words.trim() === ''}
            onClick={() => decide.mutate(false)}
          >
            {t('importReport.releaseRefuse')}
          </Button>
        </form>
      )}
    </>
  );
}
