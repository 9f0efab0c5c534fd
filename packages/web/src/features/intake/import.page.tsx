/** One import: what the file would do, row by row, before it does it; then what it did, and the way back. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import type { ImportBatch } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { useKeys } from '../../ui/keys/keys.ts';
import { type Tab, Tabs } from '../../ui/tabs/tabs.component.tsx';
import { ImportHead } from './import-head.component.tsx';
import { ImportProblems, ImportRows } from './import-rows.component.tsx';
import { ACCOUNT_QUESTION, OUTCOME_WORDS, OUTCOMES, type Outcome } from './import-words.ts';
import styles from './intake.module.css';
import { useImport } from './intake.queries.ts';
import { ProblemGroups } from './problem-groups.component.tsx';
import { isDoubtful, StatementReviews } from './statement-reviews.component.tsx';

const ImportMappingView = lazy(async () => ({
  default: (await import('./import-mapping.component.tsx')).ImportMappingView,
}));

type Shown = Outcome | 'problems' | 'columns' | 'statements';

export function ImportPage(): ReactNode {
  const { t } = useTexts();
  const { company, importId } = useParams({ from: '/c/$company/imports/$importId' });
  const search = useSearch({ from: '/c/$company/imports/$importId' });
  const query = useImport(company, importId);
  const navigate = useNavigate();
  useKeys([
    {
      key: 'Escape',
      label: t('keys.back'),
      act: () => void navigate({ to: '/c/$company/imports', params: { company }, search: {} }),
    },
  ]);
  const batch = query.data;
  if (query.error && !batch) {
    return (
      <div className={styles.alone}>
        <ProblemNote error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (!batch) return <p className={styles.alone}>{t('grid.reading')}</p>;
  const shown = search.show ?? firstToShow(batch);
  return (
    <div className={styles.page}>
      <ImportHead code={company} batch={batch} />
      <ImportTabs code={company} batch={batch} shown={shown} />
      {shown === 'problems' && <ProblemGroups code={company} batch={batch} />}
      <div className={styles.fill}>
        {shown === 'problems' && <ImportProblems code={company} batch={batch} />}
        {shown === 'statements' && <StatementReviews batch={batch} />}
        {shown === 'columns' && (
          <Suspense fallback={null}>
            <ImportMappingView key={viewKey(batch)} code={company} batch={batch} />
          </Suspense>
        )}
        {shown !== 'problems' && shown !== 'columns' && shown !== 'statements' && (
          <ImportRows key={shown} code={company} batch={batch} outcome={shown} />
        )}
      </div>
    </div>
  );
}

/** Columns of an extract begin anew with each reading; a bank's table is corrected in its place, and keeps the focus. */
function viewKey({ id, mapping }: ImportBatch): string {
  return mapping?.kind === 'statement' ? id : JSON.stringify(mapping);
}

/** What has to be answered, and what was assumed of a bank's table; what was remembered of its source may wait. */
function isForFirstSight({ code, isBlocking }: ImportBatch['questions'][number]): boolean {
  if (code === ACCOUNT_QUESTION || code.endsWith('_remembered')) return false;
  return isBlocking || TABLE_DOUBTS.has(code);
}

const TABLE_DOUBTS: ReadonlySet<string> = new Set([
  'statement_currency_assumed',
  'statement_account_assumed',
  'statement_account_missing',
  'amounts_without_sign',
  'date_order_guessed',
]);

/** What a person wants to see first: what has to be answered, what is wrong, else what is new. */
function firstToShow(batch: ImportBatch): Shown {
  if (batch.mapping && batch.questions.some(isForFirstSight)) return 'columns';
  if (batch.refused > 0) return 'problems';
  if (batch.statements.length > 1 && batch.statements.some(isDoubtful)) return 'statements';
  // A bank's file that adds nothing says why: its money is known, or waits.
  if (batch.kind === 'statement' && batch.added === 0 && batch.problemCount > 0) return 'problems';
  return OUTCOMES.find((outcome) => batch[outcome] > 0) ?? 'added';
}

function ImportTabs({ code, batch, shown }: { code: string; batch: ImportBatch; shown: Shown }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const tab = (key: Shown, word: string, count: number): Tab => ({
    key,
    word,
    count: formats.count(count),
    link: {
      to: '/c/$company/imports/$importId',
      params: { company: code, importId: batch.id },
      search: { show: key },
    },
  });
  return (
    <Tabs
      label={t('imports.parts')}
      current={shown}
      tabs={[
        ...OUTCOMES.map((outcome) => tab(outcome, t(OUTCOME_WORDS[outcome].word), batch[outcome])),
        ...(batch.statements.length > 0
          ? [tab('statements', t('importReport.statements'), batch.statements.length)]
          : []),
        tab('problems', t('imports.problems'), batch.problemCount),
        ...(batch.mapping ? [tab('columns', t('imports.columns'), batch.questions.length)] : []),
      ]}
    />
  );
}
