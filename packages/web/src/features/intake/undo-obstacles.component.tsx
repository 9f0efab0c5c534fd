/** What stands in the way of undoing an import: each named, with a link to where it is undone, and the way to undo all. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { useWords } from '../../app/words.ts';
import { DateText } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import styles from './reports.module.css';

/** Refusals of an undo that are about something else, which can be undone first or with it. */
const IN_THE_WAY: ReadonlySet<string> = new Set([
  'entry_has_dependents',
  'import_has_corrections',
  'import_was_settled_by_another',
  'transfer_is_not_reversed',
]);

export function isInTheWay(errorCode: string | null): boolean {
  return errorCode !== null && IN_THE_WAY.has(errorCode);
}

/** Another import has to be undone by itself, and a transfer goes back by one of its own. */
export function canUndoTogether(errorCode: string | null): boolean {
  return errorCode === 'entry_has_dependents' || errorCode === 'import_has_corrections';
}

function useObstacles(code: string, id: string) {
  return useQuery({
    queryKey: ['undo-obstacles', code, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/imports/{id}/undo-obstacles', {
          params: { path: { company: code, id } },
          signal,
        }),
      ),
  });
}

export function UndoObstacles({ code, id, together }: { code: string; id: string; together: ReactNode }): ReactNode {
  const { t } = useTexts();
  const words = useWords();
  const formats = useFormats();
  const obstacles = useObstacles(code, id);
  if (obstacles.error) return <ProblemNote error={obstacles.error} retry={() => void obstacles.refetch()} />;
  const found = obstacles.data;
  if (!found) return <p className={styles.quiet}>{t('grid.reading')}</p>;
  const { dependents, corrections, imports } = found;
  const count = dependents.length + corrections.length + imports.length;
  if (count === 0) return <p className={styles.quiet}>{t('importReport.nothingInTheWay')}</p>;
  const shown = `${formats.count(count)}${found.isMore ? '+' : ''}`;
  return (
    <section className={styles.obstacles} aria-label={t('importReport.inTheWay')}>
      <h3>{t('importReport.inTheWayCount', { count, shown })}</h3>
      <p className={styles.quiet}>{t('importReport.undoFirst')}</p>
      <div className={styles.obstacleList}>
        <table>
          <tbody>
            {imports.map((one) => (
              <tr key={one.id}>
                <td>{t('importReport.otherImport')}</td>
                <td colSpan={4}>
                  <Link to="/c/$company/imports/$importId" params={{ company: code, importId: one.id }} search={{}}>
                    {one.fileName}
                  </Link>
                </td>
              </tr>
            ))}
            {corrections.map((one) => (
              <tr key={one.changeId}>
                <td>{t('importReport.correction')}</td>
                <td colSpan={3}>
                  <ItemLink code={code} item={{ id: one.itemId, number: one.number }} entryId={one.entryIds[0]} />
                </td>
                <td className={styles.quiet}>{one.decidedBy}</td>
              </tr>
            ))}
            {dependents.map((one) => (
              <tr key={one.entryId} data-waits={!one.isFree || undefined}>
                <td>{words.entry(one.kind)}</td>
                <td>
                  {one.items.map((item, index) => (
                    <span key={item.id}>
                      {index > 0 && ' · '}
                      <ItemLink code={code} item={item} entryId={one.entryId} />
                    </span>
                  ))}
                </td>
                <td className={styles.figure}>
                  <MoneyInWords value={one.amount} />
                </td>
                <td>
                  <DateText date={one.effectiveOn} />
                </td>
                <td className={styles.quiet}>
                  {one.recordedBy}
                  {!one.isFree && ` · ${t('importReport.notFree')}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {together}
    </section>
  );
}

function ItemLink(props: {
  code: string;
  item: { id: string; number: string };
  entryId: string | undefined;
}): ReactNode {
  const { code, item, entryId } = props;
  return (
    <Link
      to="/c/$company/items/$itemId"
      params={{ company: code, itemId: item.id }}
      search={entryId === undefined ? {} : { entry: entryId }}
    >
      {item.number}
    </Link>
  );
}
