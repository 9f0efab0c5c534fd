import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../format/formats.context.ts';
import styles from './grid.module.css';
import type { Tally } from './tally.ts';
import type { GridNotice } from './use-grid-edits.ts';

/** Under the rows: how many there are, and the sum, average and count of what is selected. */
export function GridStatus(props: {
  shownCount: number;
  loadedCount: number;
  hasMore: boolean;
  tickedCount: number;
  tally: Tally | null;
  notice: GridNotice | null;
  extra: ReactNode;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { shownCount, loadedCount } = props;
  const loaded = formats.count(loadedCount);
  return (
    <div className={styles.status}>
      <span>
        {shownCount === loadedCount
          ? t('grid.rows', { count: loadedCount, shown: loaded })
          : t('grid.rowsOf', { count: loadedCount, shown: formats.count(shownCount), all: loaded })}
        {props.hasMore && ` · ${t('grid.moreBelow')}`}
        {props.tickedCount > 0 &&
          ` · ${t('grid.ticked', { count: props.tickedCount, shown: formats.count(props.tickedCount) })}`}
      </span>
      {props.extra}
      <span role="status" className={styles.tally}>
        {props.notice ? <NoticeText notice={props.notice} /> : props.tally && <TallyText tally={props.tally} />}
      </span>
    </div>
  );
}

function NoticeText({ notice }: { notice: GridNotice }): ReactNode {
  const { t } = useTexts();
  return (
    <span data-problem={notice.isProblem || undefined} className={styles.notice}>
      {notice.text}{' '}
      {notice.undo && (
        <button type="button" className={styles.link} onClick={notice.undo}>
          {t('act.undo')}
        </button>
      )}
    </span>
  );
}

function TallyText({ tally }: { tally: Tally }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  return (
    <>
      {tally.sums.map((sum) => (
        <span key={sum.currency} className={styles.tallyPart}>
          {t('grid.sum')} <b>{formats.amount(sum.amountMinor, sum.currency)}</b> {sum.currency} · {t('grid.average')}{' '}
          {formats.amount(sum.averageMinor, sum.currency)}
        </span>
      ))}
      {tally.plainSum !== null && (
        <span className={styles.tallyPart}>
          {t('grid.sum')} <b>{formats.count(tally.plainSum)}</b>
        </span>
      )}
      <span className={styles.tallyPart}>
        {t('grid.count')} {formats.count(tally.filled)}
      </span>
    </>
  );
}
