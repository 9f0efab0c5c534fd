import type { ExtractField } from '@quittance/core/extracts';
import { type ReactNode, useMemo } from 'react';
import type { ImportBatch, ImportProblem, ImportRow } from '../../app/api.types.ts';
import { type TextKey, type Translate, useTexts } from '../../app/i18n.ts';
import { useAddressView } from '../../app/search.ts';
import { useSentences } from '../../app/sentences/sentences.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import { Status } from '../../ui/status/status.component.tsx';
import { ACT_WORDS, KIND_WORDS } from './differences/difference-words.ts';
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
      rowId={(row) => `${row.row} ${row.label}`}
      load={list.load}
      empty={isWorking(batch) ? t('imports.stillReading') : t('imports.noRows')}
      view={view}
      onView={onView}
      isMain
    />
  );
}

/** One column for each field that any of the rows carries, in the order in which fields are asked for. */
function useRowColumns(rows: readonly ImportRow[]): readonly GridColumn<ImportRow>[] {
  const { t } = useTexts();
  const names = useMemo(() => [...new Set(rows.flatMap((row) => Object.keys(row.fields)))].sort().join('\n'), [rows]);
  return useMemo(
    (): readonly GridColumn<ImportRow>[] => [
      {
        id: 'row',
        kind: 'count',
        header: t('imports.row'),
        width: 70,
        phoneWidth: 56,
        value: (row) => row.row || null,
      },
      {
        id: 'label',
        kind: 'text',
        header: t('imports.label'),
        width: 150,
        phoneWidth: 130,
        grow: true,
        value: (row) => row.label,
      },
      ...names
        .split('\n')
        .filter(Boolean)
        .sort(byFieldOrder)
        .map((name) => fieldColumn(name, t)),
    ],
    [names, t],
  );
}

const FIELD_ORDER = Object.keys(FIELD_WORDS);

function byFieldOrder(left: string, right: string): number {
  return placeOf(left) - placeOf(right);
}

/** What only the file knows comes last. */
function placeOf(name: string): number {
  const place = FIELD_ORDER.indexOf(name);
  return place < 0 ? FIELD_ORDER.length : place;
}

const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'openThere', 'gross', 'discount', 'deduction', 'paid']);
const DATES: ReadonlySet<string> = new Set([
  'issuedOn',
  'dueOn',
  'bookedOn',
  'valueOn',
  'receivedOn',
  'promisedOn',
  'deadlineOn',
]);

/** Values that are words of ours and not the file's. */
const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, TextKey>>>> = {
  change: KIND_WORDS,
  proposal: ACT_WORDS,
  kind: {
    invoice: 'kind.invoice',
    debit_note: 'kind.debitNote',
    credit_note: 'kind.creditNote',
  },
};

function inWords(value: string | null, words: Readonly<Record<string, TextKey>>, t: Translate): string | null {
  const word = value === null ? undefined : words[value];
  return word === undefined ? value : t(word);
}

function fieldColumn(name: string, t: Translate): GridColumn<ImportRow> {
  const column = { id: `field ${name}`, header: fieldWord(name, t), width: 130 };
  const read = (row: ImportRow): string | null => row.fields[name] || null;
  const words = VALUE_WORDS[name];
  if (words !== undefined) return { ...column, kind: 'text', code: read, value: (row) => inWords(read(row), words, t) };
  if (DATES.has(name)) return { ...column, kind: 'date', width: 104, phoneWidth: 100, value: read };
  if (!AMOUNTS.has(name)) return { ...column, kind: 'text', grow: true, value: read };
  const money = (row: ImportRow): MoneyText | null => {
    // Of promises the amount carries its currency: "1200.50 EUR".
    const [amount, own] = read(row)?.split(' ') ?? [];
    const currency = own ?? row.fields.currency;
    return amount && currency ? { amount, currency } : null;
  };
  return { ...column, kind: 'money', phoneWidth: 104, isTotalled: true, value: money };
}

/** A field as the person calls it; one that only the file knows keeps its own name. */
function fieldWord(name: string, t: (key: TextKey) => string): string {
  if (Object.hasOwn(FIELD_WORDS, name)) return t(FIELD_WORDS[name as ExtractField]);
  const word = ROW_WORDS[name];
  return word === undefined ? name : t(word);
}

/** What rows carry beside the fields of extracts: of bank lines, and of differences. */
const ROW_WORDS: Readonly<Record<string, TextKey>> = {
  bookedOn: 'imports.bookedOn',
  payer: 'imports.payer',
  account: 'arrival.account',
  differs: 'imports.differs',
  change: 'differences.what',
  openThere: 'differences.openThere',
  proposal: 'differences.proposal',
  part: 'adviceField.part',
  deadlineOn: 'intake.deadlineOn',
};

/** What is wrong with which row and what to do about it. */
export function ImportProblems({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const sentences = useSentences();
  const list = useImportProblems(code, batch);
  const { view, onView } = useAddressView();
  const columns = useMemo(
    (): readonly GridColumn<ImportProblem>[] => [
      { id: 'row', kind: 'count', header: t('imports.row'), width: 80, phoneWidth: 50, value: (row) => row.row },
      {
        id: 'weight',
        kind: 'text',
        header: t('imports.weight'),
        width: 100,
        code: (row) => (row.isNote ? 'note' : 'refused'),
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
        code: (row) => row.field,
        value: (row) => row.field && fieldWord(row.field, t),
      },
      {
        id: 'message',
        kind: 'text',
        header: t('imports.message'),
        width: 420,
        phoneWidth: 560,
        grow: true,
        value: (row) => sentences.fileProblem(row.code, row.message, row.parameters),
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
