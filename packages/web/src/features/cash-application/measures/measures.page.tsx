/** How well cash application works: what posted by itself, how right it was, how long the rest took and why. */
import { Button } from '@mantine/core';
import { addDays, localDate, parseLocalDate } from '@quittance/core/calendar';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useAddressView, withoutBlanks } from '../../../app/search.ts';
import { useCompany } from '../../../app/session.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { Split } from '../../../ui/split/split.component.tsx';
import { queueCountsQuery } from '../cash.queries.ts';
import { CashTabs } from '../cash-tabs.component.tsx';
import { questionWords } from '../reason-words.ts';
import { type ChoosingProps, Figures } from './figures.component.tsx';
import { useMeasureColumns } from './measure-columns.component.tsx';
import { PayerTable, ReasonTable } from './measure-tables.component.tsx';
import { FIGURE_WORDS } from './measure-words.ts';
import styles from './measures.module.css';
import {
  type Chosen,
  type MeasuredReceipt,
  type Measures,
  measuresQuery,
  type Period,
  useMeasuredReceipts,
} from './measures.queries.ts';
import { Trend } from './trend.component.tsx';

const PERIODS_DAYS = [28, 91, 364] as const; // whole weeks, so that they compare
const USUAL_DAYS = 28;
const NOTHING_CHOSEN = { currency: undefined, reason: undefined, payer: undefined, week: undefined };

export function MeasuresPage(): ReactNode {
  const { company: code } = useParams({ from: '/c/$company/cash/measures' });
  const asked = useSearch({ from: '/c/$company/cash/measures' });
  const { today } = useCompany();
  const navigate = useNavigate({ from: '/c/$company/cash/measures' });
  const change = useCallback(
    (to: object) => void navigate({ search: (now) => withoutBlanks({ ...now, ...to }), replace: true }),
    [navigate],
  );
  const period = { to: asked.to ?? today, from: asked.from ?? daysBefore(asked.to ?? today, USUAL_DAYS) };
  const measures = useQuery(measuresQuery(code, period));
  const counts = useQuery(queueCountsQuery(code)).data;
  const { figure, currency, reason, payer, week } = asked;
  const chosen = figure === undefined ? null : { figure, currency, reason, payer, week };
  const choose = (to: Chosen) => change({ ...NOTHING_CHOSEN, ...to });
  return (
    <div className={styles.page}>
      <CashTabs code={code} current="measures" counts={counts} />
      <PeriodBar period={period} today={today} change={change} />
      <div className={styles.fill}>
        <Split
          id="measures"
          startPercent={46}
          left={
            <div className={styles.report} aria-busy={measures.isFetching}>
              {measures.error && <ProblemNote error={measures.error} retry={() => void measures.refetch()} />}
              {measures.data && <Report measures={measures.data} chosen={chosen} choose={choose} />}
            </div>
          }
          right={
            chosen && measures.data ? (
              <Receipts
                code={code}
                period={period}
                chosen={chosen}
                measures={measures.data}
                close={() => change({ figure: undefined, ...NOTHING_CHOSEN })}
              />
            ) : null
          }
        />
      </div>
    </div>
  );
}

function daysBefore(to: string, days: number): string {
  return addDays(localDate(to), 1 - days);
}

function Report(props: ChoosingProps): ReactNode {
  const { t } = useTexts();
  if (props.measures.autoPayments.denominator === 0) return <p className={styles.quiet}>{t('measures.empty')}</p>;
  return (
    <>
      <Figures {...props} />
      <Trend {...props} />
      <div className={styles.tables}>
        <ReasonTable {...props} />
        <PayerTable {...props} />
      </div>
    </>
  );
}

function PeriodBar(props: { period: Period; today: string; change: (to: object) => void }): ReactNode {
  const { t } = useTexts();
  const { period, today, change } = props;
  const take = (to: Partial<Period>) => {
    const next = { ...period, ...to };
    if (parseLocalDate(next.from) && parseLocalDate(next.to)) change(next);
  };
  return (
    <fieldset className={styles.period} aria-label={t('measures.period')}>
      <DateField
        size="xs"
        label={t('measures.from')}
        value={period.from}
        max={period.to}
        change={(day) => take({ from: day })}
      />
      <DateField
        size="xs"
        label={t('measures.to')}
        value={period.to}
        min={period.from}
        change={(day) => take({ to: day })}
      />
      {PERIODS_DAYS.map((days) => {
        const from = daysBefore(today, days);
        const isOn = period.to === today && period.from === from;
        return (
          <Button
            key={days}
            size="xs"
            variant="default"
            aria-pressed={isOn}
            data-on={isOn}
            onClick={() => change({ from, to: today })}
          >
            {t('measures.weeks', { count: days / 7 })}
          </Button>
        );
      })}
    </fieldset>
  );
}

function Receipts(props: {
  code: string;
  period: Period;
  chosen: Chosen;
  measures: Measures;
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, period, chosen, measures, close } = props;
  const formats = useFormats();
  const week = measures.trend.weeks.find(({ from }) => from === chosen.week);
  const receipts = useMeasuredReceipts(code, week ? { from: week.from, to: week.to } : period, chosen);
  const { view, onView } = useAddressView();
  const navigate = useNavigate();
  const hrefOf = useCallback((row: MeasuredReceipt) => `/c/${code}/cash/${row.queue}?receipt=${row.id}`, [code]);
  const columns = useMeasureColumns({
    dayMinutes: measures.timeToApply.businessDayMinutes,
    figure: chosen.figure,
    hrefOf,
  });
  const isByLines = chosen.figure === 'lines' || chosen.figure === 'auto_lines';
  const title = useMemo(() => {
    const payer = measures.payersWithoutRemittance.payers.find((one) => one.payer === chosen.payer)?.name;
    const reason = chosen.reason === 'none' ? t('measures.noReason') : questionWords(t, chosen.reason ?? null);
    const days = week && `${formats.date(week.from)} – ${formats.date(week.to)}`;
    const parts = [days, chosen.currency, chosen.reason && reason, payer || chosen.payer];
    return [t(FIGURE_WORDS[chosen.figure]), ...parts].filter(Boolean).join(' · ');
  }, [t, formats, chosen, measures, week]);
  return (
    <Panel title={<h2>{title}</h2>} close={close}>
      <div className={styles.list}>
        <Grid
          id={isByLines ? 'measured-lines' : 'measured'}
          label={title}
          columns={columns}
          rows={receipts.rows}
          rowId={(row) => row.id}
          load={receipts.load}
          empty={t('measures.noReceipts')}
          view={view}
          onView={onView}
          onOpen={(row) =>
            void navigate({
              to: '/c/$company/cash/$queue',
              params: { company: code, queue: row.queue },
              search: { receipt: row.id },
            })
          }
          isMain
        />
      </div>
    </Panel>
  );
}
