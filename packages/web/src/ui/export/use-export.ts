/** An export from its choice to the file: rows not read yet are read first, then the file is made beside the page. */
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { sessionQuery } from '../../app/session.ts';
import { useFormats, useTimeZone, useToday } from '../format/formats.context.ts';
import { filterWords } from '../grid/filter-chips.component.tsx';
import type { GridColumn, GridLoad, GridView } from '../grid/grid.types.ts';
import type { GridNotice } from '../grid/use-grid-edits.ts';
import { useCompanyCode } from '../views/views.queries.ts';
import type { ExportForm } from './export-menu.component.tsx';
import type { SheetInput } from './export-sheet.ts';

/** More rows than this make a file that opens slowly, and a browser that may run out of memory. */
export const EXPORT_ROWS_MAX = 100_000;

export interface ExportInput<Row> {
  readonly title: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly shownColumns: readonly GridColumn<Row>[];
  /** In the order shown, without those that the filters leave out. */
  readonly shownRows: readonly Row[];
  readonly rows: readonly Row[];
  readonly view: GridView;
  readonly load: GridLoad;
  readonly widthOf: (columnId: string) => number;
  readonly setNotice: (notice: GridNotice | null) => void;
}

type Aim = { readonly form: ExportForm };

/** Rows are wanted until all have come; then the file is made of what is shown. */
export function useExportAim() {
  const [aim, setAim] = useState<Aim | null>(null);
  return { aim, start: (form: ExportForm) => setAim({ form }), stop: useCallback(() => setAim(null), []) };
}

export function useExport<Row>(input: ExportInput<Row>, aim: Aim | null, stop: () => void): void {
  const { t } = useTexts();
  const formats = useFormats();
  const words = useWords(input);
  const latest = useRef({ words, ...input });
  useEffect(() => {
    latest.current = { words, ...input };
  });
  const { load, rows } = input;
  const hasMore = load.hasMore ?? false;
  const isReady = aim !== null && !hasMore && !load.isBusy;
  const isTooMany = aim !== null && rows.length > EXPORT_ROWS_MAX;
  useEffect(() => {
    if (aim === null) return;
    const { setNotice } = latest.current;
    if (isTooMany || load.error) {
      const reason = load.error ? t('export.failed', { reason: load.error.message }) : '';
      setNotice({ text: reason || t('export.tooMany', { max: formats.count(EXPORT_ROWS_MAX) }), isProblem: true });
      stop();
      return;
    }
    if (!isReady) {
      setNotice({ text: t('export.reading', { shown: formats.count(rows.length) }) });
      return;
    }
    stop();
    const { words, shownColumns, shownRows } = latest.current;
    const { title } = latest.current;
    const name = `${fileName(title)}.${aim.form}`;
    const count = shownRows.length;
    setNotice({ text: t('export.making', { name }) });
    const file = { name, form: aim.form, decimalSign: formats.decimalSign };
    void import('./make-file.ts')
      .then(({ makeFile }) => makeFile({ columns: shownColumns, rows: shownRows }, words(), file))
      .then(
        () =>
          setNotice({
            text: t('export.done', { name, count, shown: formats.count(count) }),
          }),
        (error: unknown) =>
          setNotice({
            text: t('export.failed', { reason: error instanceof Error ? error.message : String(error) }),
            isProblem: true,
          }),
      );
  }, [aim, isReady, isTooMany, rows.length, load.error, formats, t, stop]);
}

/** What is shown, and what it is: the list, its filters and order, the day and the knowledge it is of, who made it when. */
function useWords<Row>(input: ExportInput<Row>): () => SheetInput {
  const { t } = useTexts();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const today = useToday();
  const code = useCompanyCode();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const { asOf, knownAt }: { asOf?: string; knownAt?: string } = useSearch({ strict: false });
  return () => {
    const { view, columns, shownRows } = input;
    const company = session?.companies.find((candidate) => candidate.code === code);
    const headers = (ids: readonly string[]): string =>
      ids.flatMap((id) => columns.find((column) => column.id === id)?.header ?? []).join(', ');
    const filters = [
      ...(view.filter === '' ? [] : [`“${view.filter}”`]),
      ...columns
        .filter(({ id }) => view.where[id] !== undefined)
        .map((column) => filterWords(column, view.where[column.id] ?? '', { t, formats, rows: input.rows })),
    ];
    const order = view.sort.map(({ id, isDescending }) => `${headers([id])} ${isDescending ? '↓' : '↑'}`);
    const none = t('export.aboutNone');
    return {
      title: input.title,
      totalWord: t('grid.total'),
      shownWord: t('export.shown'),
      aboutTitle: t('export.about'),
      timeZone,
      widthOf: input.widthOf,
      currencyHeader: (column) => t('export.currencyOf', { column }),
      about: [
        [t('export.aboutList'), input.title],
        [t('export.aboutCompany'), company ? `${company.name} (${company.code})` : none],
        [t('export.aboutAsOf'), asOf ?? today],
        [t('export.aboutKnownAt'), knownAt ?? t('export.aboutKnownNow')],
        [t('export.aboutRows'), formats.count(shownRows.length)],
        [t('export.aboutFilter'), filters.join('; ') || none],
        [t('export.aboutOrder'), order.join(', ') || none],
        [t('export.aboutGroups'), headers(view.groups) || none],
        [t('export.aboutMadeBy'), session?.user.name ?? none],
        [t('export.aboutMadeAt'), formats.exactInstant(new Date().toISOString(), timeZone)],
        [t('export.aboutAddress'), window.location.href],
      ],
    };
  };
}

/** "Open items" as "open-items". */
function fileName(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'list';
}
