/** From a figure of the aging down: the items behind it, the postings behind an item, the entry behind a posting. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgingRow } from '../../app/api.types.ts';
import { useAsOf } from '../../app/as-of.component.tsx';
import { gridLoadOf } from '../../app/keyset.ts';
import { withoutBlanks } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { isZero } from '../../ui/money/money-text.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { useAgingColumns } from './aging-columns.component.tsx';
import { amountIn, type BucketKey, bucketKeyOf, bucketLabels } from './buckets.ts';
import { EntryView } from './entry-view.component.tsx';
import { ItemPostingsView } from './item-postings.component.tsx';
import styles from './ledger.module.css';
import { agingQuery } from './ledger.queries.ts';

type Step = 'customer' | 'item' | 'entry';

export function AgingDrill({ buckets }: { buckets: readonly number[] }): ReactNode {
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
    <Panel title={<Trail step={step} buckets={buckets} goTo={goTo} />} close={back}>
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
  goTo: (next: { item?: undefined; entry?: undefined }) => void;
}): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/c/$company/aging' });
  const bucket = bucketKeyOf(search.bucket, props.buckets.length + 1);
  const customerWord = bucket ? bucketWord(bucket, props.buckets, t) : t('aging.allOpen');
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

function bucketWord(bucket: BucketKey, buckets: readonly number[], t: ReturnType<typeof useTranslation>['t']): string {
  if (bucket === 'notDue') return t('aging.notDue');
  if (bucket === 'unapplied') return t('aging.unapplied');
  return t('aging.daysLate', { range: bucketLabels(buckets)[Number(bucket.slice(1))] ?? '' });
}

function ItemsBehind(props: {
  customerId: string;
  bucket: BucketKey | null;
  open: (itemId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const { buckets, currency } = useSearch({ from: '/c/$company/aging' });
  const { asOf, knownAt } = useAsOf(company);
  const aging = useQuery(
    agingQuery(code, { asOf, knownAt, by: 'item', buckets, currency, customerId: props.customerId }),
  );
  const all = useAgingColumns({
    by: 'item',
    buckets: aging.data?.buckets ?? [30, 60, 90],
    asOf,
    hasCurrencies: (aging.data?.totals.length ?? 0) > 1,
  });
  const columns = useMemo(() => all.filter(({ id }) => id !== 'customer' && id !== 'shape'), [all]);
  const rows = useMemo(() => rowsIn(aging.data?.rows ?? [], props.bucket), [aging.data, props.bucket]);
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

function rowsIn(rows: readonly AgingRow[], bucket: BucketKey | null): readonly AgingRow[] {
  if (bucket === null) return rows;
  return rows.filter((row) => {
    const amount = amountIn(row, bucket);
    return amount !== null && !isZero(amount);
  });
}
