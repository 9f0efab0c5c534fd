import { daysBetween, localDate } from '@quittance/core/calendar';
import { useMemo } from 'react';
import type { WorklistEntry } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useFormats, useTimeZone, useToday } from '../../ui/format/formats.context.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import styles from './collections.module.css';
import { whatTakesOffShort, whyNowShort } from './score-words.ts';
import { windowInWords } from './window-words.ts';
import type { CallWindow, Whose } from './worklist.queries.ts';

export function useWorklistColumns(
  code: string,
  given: {
    readonly whose: Whose;
    readonly windows: ReadonlyMap<string, CallWindow> | undefined;
    /** A customer is open beside the list, with all that the list then leaves out. */
    readonly isBeside: boolean;
  },
): readonly GridColumn<WorklistEntry>[] {
  const { t } = useTexts();
  const formats = useFormats();
  const zone = useTimeZone();
  const today = useToday();
  const { whose, windows, isBeside } = given;
  return useMemo(
    (): readonly GridColumn<WorklistEntry>[] => [
      {
        id: 'score',
        kind: 'count',
        header: t('myDay.score'),
        width: 74,
        value: (row) => row.score,
        render: (row) => <ScoreBar score={row.score} />,
      },
      {
        id: 'customer',
        kind: 'text',
        header: t('myDay.customer'),
        width: 204,
        phoneWidth: 150,
        value: (row) => row.name,
        href: (row) => `/c/${code}/customers/${row.customerId}`,
      },
      {
        id: 'number',
        kind: 'text',
        header: t('customers.number'),
        width: 100,
        isHiddenAtFirst: true,
        value: (row) => row.number,
      },
      {
        id: 'country',
        kind: 'text',
        header: t('customers.country'),
        width: 70,
        isHiddenAtFirst: true,
        value: (row) => row.country,
      },
      {
        id: 'collectable',
        kind: 'money',
        header: t('myDay.collectableHead'),
        width: 128,
        phoneWidth: 128,
        isTotalled: true,
        value: (row) => row.collectable,
      },
      {
        id: 'overdue',
        kind: 'money',
        header: t('customers.overdue'),
        width: 108,
        isTotalled: true,
        isHiddenAtFirst: isBeside || whose === 'team',
        value: (row) => row.overdue,
      },
      { id: 'late', kind: 'days', header: t('myDay.oldest'), width: 66, value: (row) => daysLateOf(row) },
      {
        id: 'why',
        kind: 'text',
        header: t('myDay.whyNow'),
        width: 230,
        grow: true,
        value: (row) => whyNowShort(row, { t, formats }),
      },
      {
        id: 'off',
        kind: 'text',
        header: t('myDay.offHead'),
        width: 256,
        isHiddenAtFirst: isBeside,
        value: (row) => whatTakesOffShort(row, { t, formats }),
      },
      {
        id: 'window',
        kind: 'text',
        header: t('myDay.window'),
        width: 122,
        phoneWidth: 112,
        value: (row) => windowInWords(windows?.get(row.customerId), { t, formats, zone, now: Date.now() }),
      },
      {
        id: 'owner',
        kind: 'text',
        header: t('myDay.owner'),
        width: 112,
        isHiddenAtFirst: whose === 'mine' || isBeside,
        value: (row) => row.owner?.name ?? null,
      },
      {
        id: 'contact',
        kind: 'date',
        header: t('myDay.lastContact'),
        width: 100,
        isHiddenAtFirst: isBeside,
        value: (row) => row.lastContactOn,
        render: ({ lastContactOn: day }) =>
          day === null ? undefined : (
            <time dateTime={day} title={formats.date(day)}>
              {formats.daysAgo(daysBetween(localDate(day), today))}
            </time>
          ),
      },
      {
        id: 'open',
        kind: 'money',
        header: t('customers.open'),
        width: 126,
        isTotalled: true,
        isHiddenAtFirst: true,
        value: (row) => row.open,
      },
      {
        id: 'held',
        kind: 'money',
        header: t('myDay.heldHead'),
        width: 110,
        isHiddenAtFirst: true,
        value: (row) => row.held,
      },
      {
        id: 'credits',
        kind: 'money',
        header: t('myDay.creditsHead'),
        width: 110,
        isHiddenAtFirst: true,
        value: (row) => row.credits,
      },
    ],
    [t, code, formats, zone, today, whose, windows, isBeside],
  );
}

function daysLateOf({ parts }: WorklistEntry): number | null {
  return parts.find((part) => part.code === 'age')?.figure ?? null;
}

export function ScoreBar({ score }: { score: number }) {
  return (
    <span className={styles.score}>
      <span className={styles.scoreBar} style={{ '--score': `${score}%` } as React.CSSProperties} aria-hidden="true" />
      {score}
    </span>
  );
}
