import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiProblem, api, dataOf } from '../../app/api.ts';
import type { ImportBatch } from '../../app/api.types.ts';
import { askAnew } from '../../app/ask-anew.ts';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useSentences } from '../../app/sentences/sentences.ts';
import { useCompany } from '../../app/session.ts';
import { Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { Formats } from '../../ui/format/formats.ts';
import { useKeys } from '../../ui/keys/keys.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import { AccountQuestions } from './account-questions.component.tsx';
import { FullList } from './full-list.component.tsx';
import { KIND_WORDS, rowsToPost, STATUS_WORDS, statusOf } from './import-words.ts';
import styles from './intake.module.css';
import { isWorking, useShowImport } from './intake.queries.ts';
import { ShareAccounts } from './share-accounts.component.tsx';
import { StatementRelease, useIsLetIn } from './statement-release.component.tsx';
import { StatementsInHead } from './statement-reviews.component.tsx';
import { canUndoTogether, isInTheWay, UndoObstacles } from './undo-obstacles.component.tsx';

/** What the file is, where it stands, and what can be done with it now. */
export function ImportHead({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  useUndoneSaid(batch);
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <h2>{batch.fileName}</h2>
        <Status tone={statusOf(batch).tone} word={t(statusOf(batch).word)} />
        <span className={styles.quiet}>
          {t(KIND_WORDS[batch.kind])} · {formats.bytes(batch.bytes)} ·{' '}
          <span title={batch.sha256}>sha256 {batch.sha256.slice(0, 8)}</span> · {batch.uploadedBy},{' '}
          <Instant at={batch.uploadedAt} />
        </span>
      </div>
      {isWorking(batch) && <Progress key={batch.status} batch={batch} />}
      <Failure batch={batch} />
      <StatementsInHead code={code} batch={batch} />
      <StatementRelease code={code} batch={batch} />
      <Besides batch={batch} />
      <FullList code={code} batch={batch} />
      <ShareAccounts code={code} batch={batch} />
      <AccountQuestions code={code} batch={batch} />
      <ImportActs code={code} batch={batch} />
    </header>
  );
}

/** Why the last step failed, in the reader's language. */
function Failure({ batch }: { batch: ImportBatch }): ReactNode {
  const sentences = useSentences();
  const { error, errorCode, errorDetails } = batch;
  // What stands in the way of undoing is told one by one below.
  if (!error || (batch.status === 'posted' && isInTheWay(errorCode))) return null;
  const text = errorCode === null ? error : sentences.fileProblem(errorCode, error, errorDetails ?? {});
  return <p className={styles.failure}>{text}</p>;
}

/** What came with the rows, and what was left out on purpose. */
function Besides({ batch }: { batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { newCustomers, leftOut, kind } = batch;
  const leftOutWord = kind === 'statement' ? 'intake.noReceipts' : 'imports.leftOut';
  if (newCustomers === 0 && leftOut === 0) return null;
  return (
    <p className={styles.quiet}>
      {newCustomers > 0 && t('imports.newCustomers', { count: newCustomers, shown: formats.count(newCustomers) })}{' '}
      {leftOut > 0 && t(leftOutWord, { count: leftOut, shown: formats.count(leftOut) })}
    </p>
  );
}

/** Rows done of rows known, how fast, and the problems so far; the page may be left and found again. */
function Progress({ batch }: { batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const rate = useRate(batch.rowsDone);
  const done = formats.count(batch.rowsDone);
  return (
    <div className={styles.progress}>
      <progress
        aria-label={t(STATUS_WORDS[batch.status].word)}
        value={batch.rowsKnown ? batch.rowsDone : undefined}
        max={batch.rowsKnown ?? undefined}
      />
      <span>
        {batch.rowsKnown === null
          ? t('imports.rowsDone', { count: batch.rowsDone, done })
          : t('imports.rowsDoneOf', { count: batch.rowsKnown, done, known: formats.count(batch.rowsKnown) })}
        {rate > 0 && ` · ${t('imports.rate', { rate: formats.count(rate) })}`}
        {batch.problemCount > 0 &&
          ` · ${t('imports.problemsSoFar', { count: batch.problemCount, shown: formats.count(batch.problemCount) })}`}
      </span>
      <span className={styles.quiet}>{t('imports.mayLeave')}</span>
    </div>
  );
}

/** Says that an undo is done when it is, however long it took. */
function useUndoneSaid({ status, fileName }: ImportBatch): void {
  const { t } = useTexts();
  const before = useRef(status);
  useEffect(() => {
    if (status === 'undone' && before.current !== status) say({ text: t('imports.wasUndone', { file: fileName }) });
    before.current = status;
  }, [status, fileName, t]);
}

/** Rows a second since the page began to watch. */
function useRate(rowsDone: number): number {
  const [from] = useState(() => ({ at: performance.now(), rows: rowsDone }));
  const [rate, setRate] = useState(0);
  useEffect(() => {
    const seconds = (performance.now() - from.at) / 1000;
    if (seconds > 0.5) setRate(Math.round((rowsDone - from.rows) / seconds));
  }, [rowsDone, from]);
  return rate;
}

/** A full list posts what is new in it; the rest of it becomes proposals. Nothing is promised that it does not have. */
function postWords(batch: ImportBatch, t: Translate, formats: Formats): string {
  const { added, changed, refused, snapshotOn } = batch;
  if (snapshotOn !== null) {
    const [shown, changes] = [formats.count(added), formats.count(changed)];
    if (added === 0 && changed === 0) return t('importReport.keepList');
    if (changed === 0) return t('importReport.postNewOnly', { count: added, shown });
    if (added === 0) return t('importReport.proposeOnly', { count: changed, changes });
    return t('differences.postList', { count: added, shown, changes });
  }
  const count = rowsToPost(batch);
  return t(refused > 0 ? 'imports.postGood' : 'imports.postAll', { count, shown: formats.count(count) });
}

function ImportActs({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const formats = useFormats();
  const act = useImportAct(code, batch);
  const count = rowsToPost(batch);
  const isAnswered = !batch.questions.some(({ isBlocking }) => isBlocking);
  // A bank's file is posted also for its lines that are no receipts: its statement is part of the account's chain.
  const isKept = batch.kind === 'statement' && count === 0 && batch.unchanged + batch.leftOut > 0;
  // A full list is kept also when nothing differs: the next one is compared with it.
  const isEqualList = batch.snapshotOn !== null && count === 0 && batch.unchanged > 0;
  const isLetIn = useIsLetIn(code, batch);
  const canPost = batch.status === 'preview' && (count > 0 || isKept || isEqualList) && isAnswered && isLetIn;
  const canUndo = batch.status === 'posted';
  const canDiscard = batch.status === 'preview' || batch.status === 'failed';
  useKeys([
    ...(canPost && batch.refused === 0
      ? [{ key: 'p', label: t('imports.keyPost'), act: () => act.mutate('all') }]
      : []),
    ...(canUndo ? [{ key: 'u', label: t('act.undo'), act: () => act.mutate('undo') }] : []),
  ]);
  if (!may(company, 'imports.write')) return null;
  const refusedFile = `/api/v1/companies/${code}/imports/${batch.id}/refused`;
  return (
    <div className={styles.acts}>
      {canPost && (
        <Button loading={act.isPending} onClick={() => act.mutate(batch.refused > 0 ? 'good' : 'all')}>
          {isKept ? t('intake.keepLines') : postWords(batch, t, formats)}
        </Button>
      )}
      {canPost && batch.refused > 0 && (
        <span className={styles.quiet}>
          {t('imports.refusedStay', { count: batch.refused, shown: formats.count(batch.refused) })}
        </span>
      )}
      {batch.status === 'preview' && count === 0 && !canPost && isAnswered && isLetIn && (
        <span className={styles.quiet}>{t('imports.nothingToPost')}</span>
      )}
      {canDiscard && (
        <Button variant="default" loading={act.isPending} onClick={() => act.mutate('read')}>
          {t(batch.refused > 0 ? 'importReport.checkAgain' : 'imports.readAgain')}
        </Button>
      )}
      {canDiscard && (
        <Button variant="default" loading={act.isPending} onClick={() => act.mutate('discard')}>
          {t('imports.discard')}
        </Button>
      )}
      {canUndo && <PostedActs code={code} batch={batch} act={act} />}
      {batch.refused > 0 && !isWorking(batch) && (
        <a href={refusedFile} download>
          {t('intake.downloadRefused')}
        </a>
      )}
      {act.error && <ProblemNote error={act.error} />}
      {canUndo && <InTheWay code={code} batch={batch} act={act} />}
    </div>
  );
}

interface ActsProps {
  readonly code: string;
  readonly batch: ImportBatch;
  readonly act: ReturnType<typeof useImportAct>;
}

/** What can be done with an import that is posted. */
function PostedActs({ code, batch, act }: ActsProps): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <Button variant="default" loading={act.isPending} onClick={() => act.mutate('undo')}>
        {t('imports.undo')}
      </Button>
      <NextPlace code={code} batch={batch} />
      {batch.postedAt && (
        <span className={styles.quiet}>
          {t('imports.postedAt')} <Instant at={batch.postedAt} />
        </span>
      )}
      {batch.refused > 0 && <CheckRefusedAgain code={code} batch={batch} />}
    </>
  );
}

/** After an undo was refused: what it was refused for, and how to undo all the same. */
function InTheWay({ code, batch, act }: ActsProps): ReactNode {
  const { t } = useTexts();
  const refusedBy = act.error instanceof ApiProblem ? act.error.code : batch.errorCode;
  if (!isInTheWay(refusedBy)) return null;
  const together = canUndoTogether(refusedBy) && (
    <div>
      <Button variant="default" loading={act.isPending} onClick={() => act.mutate('undoWithDependents')}>
        {t('imports.undoWithDependents')}
      </Button>
    </div>
  );
  return <UndoObstacles code={code} id={batch.id} together={together} />;
}

/** The rows that were refused when the file was posted, from the same file: a rate or a customer has come since. */
function CheckRefusedAgain({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const navigate = useNavigate();
  const again = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/companies/{company}/imports/{id}/again', {
          params: { path: { company: code, id: batch.id } },
        }),
      ),
    onSuccess: (next) =>
      navigate({ to: '/c/$company/imports/$importId', params: { company: code, importId: next.id }, search: {} }),
  });
  return (
    <>
      <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
        {t('importReport.checkRefusedAgain')}
      </Button>
      {again.error && <ProblemNote error={again.error} />}
    </>
  );
}

function NextPlace({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  if (batch.kind === 'statement') {
    return (
      <Link to="/c/$company/cash/$queue" params={{ company: code, queue: 'to_confirm' }} search={{}}>
        {t('imports.toCash')}
      </Link>
    );
  }
  if (batch.kind === 'items') {
    return (
      <Link to="/c/$company/aging" params={{ company: code }} search={{}}>
        {t('imports.toAging')}
      </Link>
    );
  }
  return (
    <Link to="/c/$company/customers" params={{ company: code }} search={{}}>
      {t('imports.toCustomers')}
    </Link>
  );
}

function useImportAct(code: string, batch: ImportBatch) {
  const queryClient = useQueryClient();
  const show = useShowImport(code, batch.id);
  return useMutation({
    mutationFn: (act: 'all' | 'good' | 'read' | 'discard' | 'undo' | 'undoWithDependents') => {
      const path = { company: code, id: batch.id };
      if (act === 'all' || act === 'good') {
        return dataOf(
          api.POST('/api/v1/companies/{company}/imports/{id}/post', { params: { path }, body: { rows: act } }),
        );
      }
      if (act === 'read') {
        return dataOf(api.POST('/api/v1/companies/{company}/imports/{id}/read', { params: { path } }));
      }
      if (act === 'discard') {
        return dataOf(api.POST('/api/v1/companies/{company}/imports/{id}/discard', { params: { path } }));
      }
      const query = act === 'undo' ? {} : { withDependents: 'true' };
      return dataOf(api.POST('/api/v1/companies/{company}/imports/{id}/undo', { params: { path, query } }));
    },
    onSuccess: async (answer) => {
      await show(answer);
      // An undo or a posting touches every figure; what is shown elsewhere is asked for anew when it is opened.
      await askAnew(queryClient);
    },
  });
}
