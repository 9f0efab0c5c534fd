import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { api } from '../../app/api.ts';
import type { Period } from '../../app/api.types.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useSentences } from '../../app/sentences/sentences.ts';
import { useCompany } from '../../app/session.ts';
import { Confirm } from '../../ui/confirm/confirm.component.tsx';
import { useProblemText } from '../../ui/form/problem-text.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import { Status, type Tone } from '../../ui/status/status.component.tsx';
import { ControlTotals } from './control-totals.component.tsx';
import styles from './ledger.module.css';
import { periodsQuery } from './ledger.queries.ts';

const NO_PERIODS: readonly Period[] = [];
const STATUS_WORDS: Readonly<Record<Period['status'], { word: TextKey; tone: Tone }>> = {
  open: { word: 'books.open', tone: 'good' },
  closing: { word: 'books.closing', tone: 'care' },
  closed: { word: 'books.closed', tone: 'quiet' },
};

export function PeriodsView(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const periods = useQuery(periodsQuery(code));
  const [closing, setClosing] = useState<Period | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const { mutate: start } = useStartClosing(code);
  const next = periods.data?.rows.findLast(({ status }) => status !== 'closed')?.month;
  const mayClose = may(company, 'ledger.close_period');
  const acts = useMemo(
    () => (next && mayClose ? { month: next, start: () => start(next), close: setClosing } : null),
    [next, mayClose, start],
  );
  const columns = usePeriodColumns(acts);
  return (
    <>
      <Split
        id="periods"
        startPercent={58}
        left={
          <Grid
            id="periods"
            label={t('books.periods')}
            columns={columns}
            rows={periods.data?.rows ?? NO_PERIODS}
            rowId={(row) => row.month}
            load={gridLoadOf(periods)}
            empty={t('books.noPeriods')}
            onOpen={(row) => setShown(row.status === 'closed' ? row.month : null)}
            lead={<span className={styles.quiet}>{t('books.openClosed')}</span>}
            isMain
          />
        }
        right={shown && <ControlTotals key={shown} month={shown} close={() => setShown(null)} />}
      />
      {closing && <ClosePeriod code={code} period={closing} show={setShown} done={() => setClosing(null)} />}
    </>
  );
}

interface NextClose {
  /** Months are closed in their order: only the oldest open one has acts. */
  readonly month: string;
  readonly start: () => void;
  readonly close: (period: Period) => void;
}

function usePeriodColumns(acts: NextClose | null): readonly GridColumn<Period>[] {
  const { t } = useTexts();
  const sentences = useSentences();
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
        code: (row) => row.status,
        render: (row) => <Status tone={STATUS_WORDS[row.status].tone} word={t(STATUS_WORDS[row.status].word)} />,
      },
      { id: 'at', kind: 'instant', header: t('books.closedAt'), width: 160, value: (row) => row.closedAt },
      {
        id: 'blockers',
        kind: 'text',
        header: t('books.blockers'),
        width: 240,
        grow: true,
        value: (row) => row.blockers.map(sentences.blocker).join(' · ') || null,
      },
      ...(acts
        ? [
            {
              id: 'act',
              kind: 'text' as const,
              header: t('grid.acts'),
              width: 210,
              value: () => null,
              render: (row: Period) => row.month === acts.month && <PeriodActs period={row} acts={acts} />,
            },
          ]
        : []),
    ],
    [t, formats, acts, sentences],
  );
}

function PeriodActs({ period, acts }: { period: Period; acts: NextClose }): ReactNode {
  const { t } = useTexts();
  return (
    <span className={styles.lineActs}>
      {period.status === 'open' && (
        <button type="button" tabIndex={-1} className={styles.lineAct} onClick={acts.start}>
          {t('books.startClosing')}
        </button>
      )}
      <button type="button" tabIndex={-1} className={styles.lineAct} onClick={() => acts.close(period)}>
        {t('books.close')}
      </button>
    </span>
  );
}

/** From then on only managers post into the month. */
function useStartClosing(code: string) {
  const { t } = useTexts();
  const formats = useFormats();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (month: string) =>
      api.POST('/api/v1/companies/{company}/periods/{month}/closing', { params: { path: { company: code, month } } }),
    onSuccess: async (_answer, month) => {
      await queryClient.invalidateQueries({ queryKey: periodsQuery(code).queryKey });
      say({ text: t('books.isClosing', { month: formats.month(month) }) });
    },
    onError: (error) => say({ text: problemText(error), isProblem: true }),
  });
}

function ClosePeriod(props: {
  code: string;
  period: Period;
  show: (month: string) => void;
  done: () => void;
}): ReactNode {
  const sentences = useSentences();
  const { t } = useTexts();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const month = formats.month(props.period.month);
  const close = useMutation({
    mutationFn: () => {
      const params = { path: { company: props.code, month: props.period.month } };
      return api.POST('/api/v1/companies/{company}/periods/{month}/close', { params });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['periods', props.code] });
      say({ text: t('books.wasClosed', { month }) });
      props.show(props.period.month);
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
            <li key={blocker.code}>{sentences.blocker(blocker)}</li>
          ))}
        </ul>
      )}
    </Confirm>
  );
}
