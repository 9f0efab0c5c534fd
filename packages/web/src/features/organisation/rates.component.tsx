import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import styles from './organisation.module.css';
import { type Rate, ratesQuery, useSaveRates } from './organisation.queries.ts';
import { type RateFault, type RateLine, readRateLines } from './rate-lines.ts';

const NO_RATES: readonly Rate[] = [];

const FAULT_WORDS: Readonly<Record<RateFault, TextKey>> = {
  currency: 'company.rateCurrency',
  day: 'company.rateDay',
  rate: 'company.rateRate',
  own_currency: 'company.rateOwnCurrency',
  future: 'company.rateFuture',
};

/** Exchange rates by day: read, typed, or pasted as lines. */
export function RatesView(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const [isAdding, setIsAdding] = useState(false);
  const rates = useQuery(ratesQuery(code));
  const { view, onView } = useAddressView();
  const columns = useRateColumns(company.functionalCurrency);
  return (
    <Split
      id="company"
      startPercent={62}
      left={
        <Grid
          id="rates"
          label={t('company.rates')}
          columns={columns}
          rows={rates.data?.rows ?? NO_RATES}
          rowId={(row) => `${row.currency} ${row.quotedOn}`}
          load={gridLoadOf(rates)}
          empty={t('company.noRates')}
          view={view}
          onView={onView}
          isMain
          lead={
            may(company, 'rates.manage') && <Button onClick={() => setIsAdding(true)}>{t('company.addRates')}</Button>
          }
        />
      }
      right={isAdding ? <AddRates code={code} close={() => setIsAdding(false)} /> : null}
    />
  );
}

function useRateColumns(functionalCurrency: string): readonly GridColumn<Rate>[] {
  const { t } = useTexts();
  const formats = useFormats();
  return useMemo(
    (): readonly GridColumn<Rate>[] => [
      { id: 'day', kind: 'date', header: t('company.quotedOn'), width: 130, value: (row) => row.quotedOn },
      { id: 'currency', kind: 'text', header: t('aging.currency'), width: 110, value: (row) => row.currency },
      {
        id: 'rate',
        kind: 'text',
        header: t('company.rateIn', { currency: functionalCurrency }),
        width: 210,
        grow: true,
        value: (row) => withoutTrailingZeros(row.rate).replace('.', formats.decimalSign),
      },
    ],
    [t, formats, functionalCurrency],
  );
}

/** "0.9133110000" as "0.913311", "1.1000000000" as "1.1000": four decimals always, more where they say something. */
function withoutTrailingZeros(rate: string): string {
  return rate.replace(/(\.\d{4}\d*?)0+$/, '$1');
}

function AddRates({ code, close }: { code: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { functionalCurrency, today } = useCompany();
  const [text, setText] = useState('');
  const save = useSaveRates(code);
  const lines = useMemo(
    () => readRateLines(text, { functionalCurrency, today, isMonthFirst: formats.locale === 'en-US' }),
    [text, functionalCurrency, today, formats.locale],
  );
  const good = lines.flatMap(({ rate }) => rate ?? []);
  const send = (): void =>
    save.mutate(good, {
      onSuccess: (count) => {
        say({ text: t('company.ratesSaved', { count }) });
        close();
      },
    });
  return (
    <Panel title={<h2>{t('company.addRates')}</h2>} close={close}>
      <form
        className={styles.panelForm}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {save.error && <ProblemNote error={save.error} />}
        <Textarea
          label={t('company.rateLines')}
          description={t('company.rateLinesHelp', { currency: functionalCurrency })}
          placeholder={`USD  ${today}  0${formats.decimalSign}9234`}
          autosize
          minRows={5}
          maxRows={14}
          autoFocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {lines.length > 0 && (
          <ul className={styles.rateLines}>
            {lines.map((line) => (
              <RateLineView key={line.line} line={line} functionalCurrency={functionalCurrency} />
            ))}
          </ul>
        )}
        <Button type="submit" loading={save.isPending} disabled={good.length === 0 || good.length < lines.length}>
          {t('company.saveRates', { count: good.length })}
        </Button>
      </form>
    </Panel>
  );
}

/** How a line was understood, before it is saved. */
function RateLineView({ line, functionalCurrency }: { line: RateLine; functionalCurrency: string }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  if (line.rate === null) {
    return (
      <li data-problem>
        {t('company.rateLine', { line: line.line })}: {t(FAULT_WORDS[line.fault ?? 'rate'])}
      </li>
    );
  }
  const { currency, quotedOn, rate } = line.rate;
  return (
    <li>
      {formats.date(quotedOn)}: 1 {currency} = {rate.replace('.', formats.decimalSign)} {functionalCurrency}
    </li>
  );
}
