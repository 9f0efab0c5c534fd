import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { command } from '../../app/api.ts';
import type { Period } from '../../app/api.types.ts';
import type { TextKey } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { Confirm } from '../../ui/confirm/confirm.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { Status, type Tone } from '../../ui/status/status.component.tsx';
import styles from './ledger.module.css';
import { periodsQuery } from './ledger.queries.ts';

const NO_PERIODS: readonly Period[] = [];
const STATUS_WORDS: Readonly<Record<Period['status'], { word: TextKey; tone: Tone }>> = {
  open: { word: 'books.open', tone: 'good' },
  closing: { word: 'books.closing', tone: 'care' },
  closed: { word: 'books.closed', tone: 'quiet' },
};

export function PeriodsView(): ReactNode {
  const { t } = useTranslation();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const periods = useQuery(periodsQuery(code));
  const [closing, setClosing] = useState<Period | null>(null);
  const columns = usePeriodColumns(may(company, 'closePeriods') ? setClosing : null);
  return (
    <>
      <Grid
        id="periods"
        label={t('books.periods')}
        columns={columns}
        rows={periods.data?.rows ?? NO_PERIODS}
        rowId={(row) => row.month}
        load={gridLoadOf(periods)}
        empty={t('books.noPeriods')}
        isMain
      />
      {closing && <ClosePeriod code={code} period={closing} done={() => setClosing(null)} />}
    </>
  );
}

function usePeriodColumns(close: ((period: Period) => void) | null): readonly GridColumn<Period>[] {
  const { t } = useTranslation();
  const formats = useFormats();
  return useMemo(
    (): readonly GridColumn<Period>[] => [
      {
        id: 'month',
        kind: 'text',
        header: t('books.month'),
        width: 150,
        value: (row) => row.month,
        render: (row) => formats.month(row.month),
      },
      {
        id: 'status',
        kind: 'text',
        header: t('books.status'),
        width: 120,
        value: (row) => t(STATUS_WORDS[row.status].word),
        render: (row) => <Status tone={STATUS_WORDS[row.status].tone} word={t(STATUS_WORDS[row.status].word)} />,
      },
      { id: 'by', kind: 'text', header: t('books.closedBy'), width: 150, value: (row) => row.closedBy },
      { id: 'at', kind: 'instant', header: t('books.closedAt'), width: 160, value: (row) => row.closedAt },
      {
        id: 'blockers',
        kind: 'text',
        header: t('books.blockers'),
        width: 240,
        grow: true,
        value: (row) => row.blockers.join(' · ') || null,
      },
      ...(close
        ? [
            {
              id: 'act',
              kind: 'text' as const,
              header: '',
              width: 90,
              value: () => null,
              render: (row: Period) =>
                row.status === 'closed' ? null : (
                  <button type="button" tabIndex={-1} className={styles.lineAct} onClick={() => close(row)}>
                    {t('books.close')}
                  </button>
                ),
            },
          ]
        : []),
    ],
    [t, formats, close],
  );
}

function ClosePeriod(props: { code: string; period: Period; done: () => void }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const month = formats.month(props.period.month);
  const close = useMutation({
    mutationFn: () => command(`/companies/${props.code}/periods/${props.period.month}/close`),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['periods', props.code] });
      say({ text: t('books.wasClosed', { month }) });
      props.done();
    },
  });
  return (
    <Confirm
      title={t('books.closeTitle', { month })}
      act={t('books.closeAct', { month })}
      isBusy={close.isPending}
      error={close.error}
      confirm={() => close.mutate()}
      cancel={props.done}
    >
      <p>{t('books.closeText')}</p>
      {props.period.blockers.length > 0 && (
        <ul className={styles.plainList}>
          {props.period.blockers.map((blocker) => (
            <li key={blocker}>{blocker}</li>
          ))}
        </ul>
      )}
    </Confirm>
  );
}
