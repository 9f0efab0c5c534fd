import type { ExtractField } from '@quittance/core/extracts';
import { type ReactNode, useMemo } from 'react';
import type { ImportBatch, ImportProblem, ImportRow } from '../../app/api.types.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { useAddressView } from '../../app/search.ts';
import { useSentences } from '../../app/sentences/sentences.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Status } from '../../ui/status/status.component.tsx';
import { FIELD_WORDS, type Outcome } from './import-words.ts';
import { isWorking, useImportProblems, useImportRows } from './intake.queries.ts';

/** The rows of one outcome, with the fields of the file as they were read. */
export function ImportRows(props: { code: string; batch: ImportBatch; outcome: Outcome }): ReactNode {
  const { t } = useTexts();
  const { batch, outcome } = props;
  const list = useImportRows(props.code, batch, outcome);
  const columns = useRowColumns(list.rows);
  const { view, onView } = useAddressView();
  return (
    <Grid
      id={`import-rows-${batch.kind}`}
      label={t('imports.rows')}
      columns={columns}
      rows={list.rows}
      rowId={(row) => String(row.row)}
      load={list.load}
      empty={isWorking(batch) ? t('imports.stillReading') : t('imports.noRows')}
      view={view}
      onView={onView}
      isMain
    />
  );
}

/** One column for each field that any of the rows carries, in the order of the first row that has it. */
function useRowColumns(rows: readonly ImportRow[]): readonly GridColumn<ImportRow>[] {
  const { t } = useTexts();
  const names = useMemo(() => [...new Set(rows.flatMap((row) => Object.keys(row.fields)))].join('\n'), [rows]);
  return useMemo(
    (): readonly GridColumn<ImportRow>[] => [
      { id: 'row', kind: 'count', header: t('imports.row'), width: 70, value: (row) => row.row },
      ...names
        .split('\n')
        .filter(Boolean)
        .map(
          (name): GridColumn<ImportRow> => ({
            id: `field ${name}`,
            kind: 'text',
            header: fieldWord(name, t),
            width: 130,
            grow: true,
            value: (row) => row.fields[name] ?? null,
          }),
        ),
    ],
    [names, t],
  );
}

/** A field as the person calls it; one that only the file knows keeps its own name. */
function fieldWord(name: string, t: (key: TextKey) => string): string {
  return Object.hasOwn(FIELD_WORDS, name) ? t(FIELD_WORDS[name as ExtractField]) : name;
}

/** What is wrong with which row and what to do about it. */
export function ImportProblems({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const sentences = useSentences();
  const list = useImportProblems(code, batch);
  const { view, onView } = useAddressView();
  const columns = useMemo(
    (): readonly GridColumn<ImportProblem>[] => [
      { id: 'row', kind: 'count', header: t('imports.row'), width: 80, value: (row) => row.row },
      {
        id: 'weight',
        kind: 'text',
        header: t('imports.weight'),
        width: 100,
        value: (row) => (row.isNote ? t('imports.note') : t('imports.refusal')),
        render: (row) => (
          <Status tone={row.isNote ? 'quiet' : 'alert'} word={row.isNote ? t('imports.note') : t('imports.refusal')} />
        ),
      },
      {
        id: 'field',
        kind: 'text',
        header: t('imports.field'),
        width: 150,
        value: (row) => row.field && fieldWord(row.field, t),
      },
      {
        id: 'message',
        kind: 'text',
        header: t('imports.message'),
        width: 420,
        grow: true,
        value: (row) => sentences.fileProblem(row.code, row.message),
      },
      { id: 'code', kind: 'text', header: t('imports.code'), width: 190, value: (row) => row.code },
    ],
    [t, sentences],
  );
  return (
    <Grid
      id="import-problems"
      label={t('imports.problems')}
      columns={columns}
      rows={list.rows}
      rowId={(row) => `${row.row} ${row.field ?? ''} ${row.code} ${row.message}`}
      load={list.load}
      empty={t('imports.noProblems')}
      view={view}
      onView={onView}
      isMain
    />
  );
}
