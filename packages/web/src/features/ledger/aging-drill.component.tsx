/** From a figure of the aging down: the items behind it, the postings behind an item, the entry behind a posting. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { AgingRow } from '../../app/api.types.ts';
import { useAsOf } from '../../app/as-of.component.tsx';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { withoutBlanks } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { isZero } from '../../ui/money/money-text.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { itemColumns } from './aging-columns.component.tsx';
import { amountIn, type BucketKey, bucketKeyOf, bucketLabels } from './buckets.ts';
import { EntryView } from './entry-view.component.tsx';
import { ItemPostingsView } from './item-postings.component.tsx';
import styles from './ledger.module.css';
import { agingQuery } from './ledger.queries.ts';

type Step = 'customer' | 'item' | 'entry';

export function AgingDrill(props: { buckets: readonly number[]; customerName: string }): ReactNode {
  const { buckets } = props;
  const search = useSearch({ from: '/c/$company/aging' });
  const navigate = useNavigate({ from: '/c/$company/aging' });
  const step: Step = search.entry ? 'entry' : search.item ? 'item' : 'customer';
  const goTo = (next: {
    item?: string | undefined;
    entry?: string | undefined;
    customer?: string | undefined;
  }): void => {
    void navigate({ search: (now) => withoutBlanks({ ...now, ...next }) });
  };
  const back = (): void => {
    if (step === 'entry') goTo({ entry: undefined });
    else if (step === 'item' && search.customer) goTo({ item: undefined });
    else goTo({ customer: undefined, item: undefined });
  };
  return (
    <Panel title={<Trail step={step} goTo={goTo} {...props} />} close={back}>
      {search.entry ? (
        <EntryView entryId={search.entry} openItem={(item) => goTo({ item, entry: undefined })} />
      ) : search.item ? (
        <ItemPostingsView itemId={search.item} openEntry={(entry) => goTo({ entry })} withItemLink />
      ) : (
        search.customer && (
          <ItemsBehind
            customerId={search.customer}
            bucket={bucketKeyOf(search.bucket, buckets.length + 1)}
            open={(item) => goTo({ item })}
          />
        )
      )}
    </Panel>
  );
}

/** Where one is on the way down; each step up is a word to press. */
function Trail(props: {
  step: Step;
  buckets: readonly number[];
  customerName: string;
  goTo: (next: { item?: undefined; entry?: undefined }) => void;
}): ReactNode {
  const { t } = useTexts();
  const search = useSearch({ from: '/c/$company/aging' });
  const bucket = bucketKeyOf(search.bucket, props.buckets.length + 1);
  const figureWord = bucket ? bucketWord(bucket, props.buckets, t) : t('aging.allOpen');
  const customerWord = `${props.customerName} · ${figureWord}`;
  const steps: { step: Step; word: string; go: () => void }[] = [
    ...(search.customer
      ? [{ step: 'customer' as const, word: customerWord, go: () => props.goTo({ item: undefined, entry: undefined }) }]
      : []),
    ...(search.item
      ? [{ step: 'item' as const, word: t('item.postings'), go: () => props.goTo({ entry: undefined }) }]
      : []),
    ...(search.entry ? [{ step: 'entry' as const, word: t('entry.title'), go: () => {} }] : []),
  ];
  return (
    <nav aria-label={t('aging.trail')} className={styles.trail}>
      {steps.map(({ step, word, go }) =>
        step === props.step ? (
          <h2 key={step}>{word}</h2>
        ) : (
          <button key={step} type="button" onClick={go}>
            {word}
          </button>
        ),
      )}
    </nav>
  );
}

function bucketWord(bucket: BucketKey, buckets: readonly number[], t: Translate): string {
  if (bucket === 'notDue') return t('aging.notDue');
  if (bucket === 'unapplied') return t('aging.unapplied');
  return t('aging.daysLate', { range: bucketLabels(buckets)[Number(bucket.slice(1))] ?? '' });
}

function ItemsBehind(props: {
  customerId: string;
  bucket: BucketKey | null;
  open: (itemId: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const { buckets, of: currency } = useSearch({ from: '/c/$company/aging' });
  const { at } = useAsOf(company);
  const { asOf } = at;
  const aging = useQuery(
    agingQuery(code, { ...at, by: 'item', customerId: props.customerId, ...withoutBlanks({ buckets }) }),
  );
  const columns = useItemsBehindColumns({ asOf, code, bucket: props.bucket });
  const rows = useMemo(
    () => rowsIn(aging.data?.rows ?? [], currency, props.bucket),
    [aging.data, currency, props.bucket],
  );
  return (
    <Grid
      id="aging-drill"
      label={t('aging.itemsBehind')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.key}
      load={gridLoadOf(aging)}
      empty={t('aging.noItems')}
      onOpen={(row) => props.open(row.key)}
      lead={
        <Link
          to="/c/$company/customers/$customerId"
          params={{ company: code, customerId: props.customerId }}
          search={{}}
        >
          {t('aging.openCustomer')}
        </Link>
      }
    />
  );
}

/** The figure that was opened, item by item. */
function useItemsBehindColumns(input: {
  asOf: string;
  code: string;
  bucket: BucketKey | null;
}): readonly GridColumn<AgingRow>[] {
  const { asOf, code, bucket } = input;
  const { t } = useTexts();
  return useMemo(
    () => [
      ...itemColumns({ t, asOf, code }).filter(({ id }) => id !== 'customer'),
      {
        id: 'amount',
        kind: 'money',
        header: t('item.open'),
        width: 130,
        isTotalled: true,
        value: (row) => (bucket === null ? row.total : amountIn(row, bucket)),
      },
    ],
    [t, asOf, code, bucket],
  );
}

function rowsIn(
  rows: readonly AgingRow[],
  currency: string | undefined,
  bucket: BucketKey | null,
): readonly AgingRow[] {
  return rows.filter((row) => {
    if (currency !== undefined && row.currency !== currency) return false;
    const amount = bucket === null ? row.total : amountIn(row, bucket);
    return amount !== null && !isZero(amount);
  });
}
