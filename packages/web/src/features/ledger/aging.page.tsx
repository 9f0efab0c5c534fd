/** The aging: as of a day and as known at an instant, proved against the control account, every figure to be opened. */
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { Aging, AgingRow } from '../../app/api.types.ts';
import { useAsOf } from '../../app/as-of.component.tsx';
import { useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { useAddressView, withoutBlanks } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { FootRow } from '../../ui/grid/grid.types.ts';
import { Split } from '../../ui/split/split.component.tsx';
import { useAgingColumns } from './aging-columns.component.tsx';
import { AgingTotals } from './aging-totals.component.tsx';
import { bucketKeyOf, readBuckets } from './buckets.ts';
import styles from './ledger.module.css';
import { agingQuery } from './ledger.queries.ts';

/** The way down to the postings is fetched when a figure is opened. */
const AgingDrill = lazy(async () => ({ default: (await import('./aging-drill.component.tsx')).AgingDrill }));

const NO_ROWS: readonly AgingRow[] = [];
const USUAL_BUCKETS = [30, 60, 90] as const;

export function AgingPage(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company/aging' });
  const search = useSearch({ from: '/c/$company/aging' });
  const navigate = useNavigate({ from: '/c/$company/aging' });
  const { at } = useAsOf(company);
  const by = search.by ?? 'customer';
  const { buckets, currency } = search;
  const aging = useQuery(agingQuery(code, { ...at, by, ...withoutBlanks({ buckets }) }));
  const { view, onView } = useAddressView(by === 'item' ? '-late' : '-total');
  const shownBuckets = aging.data?.buckets ?? USUAL_BUCKETS;
  const columns = useAgingColumns({
    by,
    buckets: shownBuckets,
    asOf: aging.data?.asOf ?? at.asOf,
    hasCurrencies: currency === undefined && (aging.data?.totals.length ?? 0) > 1,
  });
  const rows = useMemo(() => rowsOf(aging.data, currency), [aging.data, currency]);
  const foot = useMemo(() => footOf(aging.data, currency, t('grid.total')), [aging.data, currency, t]);
  const isFiltered = view.filter !== '';

  const openCell = (row: AgingRow, columnId: string): void => {
    const bucket = bucketKeyOf(columnId, shownBuckets.length + 1) ?? undefined;
    const drill =
      by === 'item'
        ? { customer: undefined, bucket: undefined, of: undefined, item: row.key }
        : { customer: row.key, bucket, of: row.currency, item: undefined };
    void navigate({ search: (now) => withoutBlanks({ ...now, ...drill, entry: undefined }) });
  };
  const isOpen = search.customer !== undefined || search.item !== undefined;

  return (
    <Split
      id="aging"
      startPercent={60}
      left={
        <div className={styles.page}>
          <AgingTotals
            aging={aging.data}
            currency={currency}
            only={(next) => navigate({ search: (now) => withoutBlanks({ ...now, currency: next }) })}
          />
          <div className={styles.fill}>
            <Grid
              id={`aging-${by}`}
              label={t('aging.title')}
              columns={columns}
              rows={rows}
              rowId={rowIdOf}
              load={gridLoadOf(aging)}
              empty={t('aging.empty')}
              view={view}
              onView={onView}
              onOpen={openCell}
              activeId={null}
              {...(foot && !isFiltered ? { foot } : {})}
              isMain
              lead={
                <>
                  <SegmentedControl
                    size="xs"
                    aria-label={t('aging.by')}
                    value={by}
                    onChange={(value) =>
                      navigate({
                        search: (now) =>
                          withoutBlanks({
                            ...now,
                            by: value === 'item' ? ('item' as const) : undefined,
                            customer: undefined,
                            bucket: undefined,
                            of: undefined,
                            item: undefined,
                            entry: undefined,
                          }),
                      })
                    }
                    data={[
                      { value: 'customer', label: t('aging.byCustomer') },
                      { value: 'item', label: t('aging.byItem') },
                    ]}
                  />
                  <BucketField
                    key={shownBuckets.join()}
                    buckets={shownBuckets}
                    change={(next) => navigate({ search: (now) => withoutBlanks({ ...now, buckets: next }) })}
                  />
                </>
              }
            />
          </div>
        </div>
      }
      right={
        isOpen ? (
          <Suspense>
            <AgingDrill buckets={shownBuckets} customerName={nameOf(aging.data?.rows ?? NO_ROWS, search.customer)} />
          </Suspense>
        ) : null
      }
    />
  );
}

function nameOf(rows: readonly AgingRow[], customerId: string | undefined): string {
  return rows.find((row) => row.key === customerId)?.customerName ?? '';
}

function rowIdOf(row: AgingRow): string {
  return `${row.key} ${row.currency}`;
}

/** All rows, or those of one currency: they are here already, so nothing is asked for again. */
function rowsOf(aging: Aging | undefined, currency: string | undefined): readonly AgingRow[] {
  if (!aging) return NO_ROWS;
  return currency === undefined ? aging.rows : aging.rows.filter((row) => row.currency === currency);
}

/** The totals as the server proved them; the grid adds for itself only while it is filtered. */
function footOf(aging: Aging | undefined, currency: string | undefined, label: string): FootRow[] | undefined {
  const totals = aging?.totals.filter((total) => currency === undefined || total.currency === currency);
  return totals?.map((total) => ({
    id: total.currency,
    label: `${label} ${total.currency}`,
    amounts: {
      notDue: total.notDue,
      ...Object.fromEntries(total.buckets.map((amount, index) => [`b${index}`, amount])),
      unapplied: total.unapplied,
      total: total.total,
    },
  }));
}

function BucketField(props: { buckets: readonly number[]; change: (buckets: string) => void }): ReactNode {
  const { t } = useTexts();
  const shown = props.buckets.join(', ');
  const take = (field: HTMLInputElement): void => {
    const read = readBuckets(field.value);
    field.setCustomValidity(read === null ? t('aging.bucketsWrong') : '');
    field.reportValidity();
    if (read !== null && read !== props.buckets.join(',')) props.change(read);
  };
  return (
    <label className={styles.bucketField}>
      {t('aging.buckets')}
      <input
        defaultValue={shown}
        inputMode="numeric"
        onChange={(event) => event.currentTarget.setCustomValidity('')}
        onBlur={(event) => take(event.currentTarget)}
        onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget)}
      />
    </label>
  );
}
