/** One customer: what is owed and how late, the items, the money that came, and what happened. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Customer } from '../../app/api.types.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { useAddressView } from '../../app/search.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { CustomerBalance } from './customer-balance.component.tsx';
import styles from './customers.module.css';
import { customerQuery, useCustomerItems } from './customers.queries.ts';
import { useItemColumns } from './item-columns.component.tsx';
import { CustomerTimeline } from './timeline.component.tsx';

const PARTS = ['open', 'all', 'receipts', 'timeline'] as const;
type Part = (typeof PARTS)[number];
const PART_WORDS: Readonly<Record<Part, TextKey>> = {
  open: 'customers.openItems',
  all: 'customers.allItems',
  receipts: 'customers.receipts',
  timeline: 'customers.timeline',
};

export function CustomerPage(): ReactNode {
  const { t } = useTexts();
  const { company: code, customerId } = useParams({ from: '/c/$company/customers/$customerId' });
  const { show } = useSearch({ from: '/c/$company/customers/$customerId' });
  const customer = useQuery(customerQuery(code, customerId));
  const part = show ?? 'open';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {customer.error ? (
          <ProblemNote error={customer.error} retry={() => void customer.refetch()} />
        ) : (
          <CustomerTitle customer={customer.data} />
        )}
        <CustomerBalance code={code} customerId={customerId} />
      </header>
      <Tabs
        label={t('customers.parts')}
        current={part}
        tabs={PARTS.map((key) => ({
          key,
          word: t(PART_WORDS[key]),
          link: {
            to: '/c/$company/customers/$customerId',
            params: { company: code, customerId },
            search: key === 'open' ? {} : { show: key },
          },
        }))}
      />
      <div className={styles.fill}>
        {part === 'timeline' ? (
          <CustomerTimeline code={code} customerId={customerId} />
        ) : (
          <CustomerItems key={part} code={code} customerId={customerId} part={part} />
        )}
      </div>
    </div>
  );
}

function CustomerTitle({ customer }: { customer: Customer | undefined }): ReactNode {
  const { t } = useTexts();
  if (!customer) return <div className={styles.title}>{t('grid.reading')}</div>;
  return (
    <div className={styles.title}>
      <h2>{customer.name}</h2>
      <span className={styles.quiet}>{customer.number}</span>
      {customer.country && <span className={styles.quiet}>{customer.country}</span>}
      {customer.terms && <span className={styles.quiet}>{customer.terms}</span>}
      {customer.email && <a href={`mailto:${customer.email}`}>{customer.email}</a>}
    </div>
  );
}

function CustomerItems(props: { code: string; customerId: string; part: 'open' | 'all' | 'receipts' }): ReactNode {
  const { t } = useTexts();
  const { code, customerId, part } = props;
  const navigate = useNavigate();
  const { view, onView } = useAddressView();
  const list = useCustomerItems({ code, customerId, status: part === 'open' ? 'open' : 'all' });
  const rows = useMemo(
    () => (part === 'receipts' ? list.rows.filter((row) => row.kind === 'receipt') : list.rows),
    [list.rows, part],
  );
  const columns = useItemColumns(code);
  return (
    <Grid
      id="customer-items"
      label={t(PART_WORDS[part])}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      load={list.load}
      empty={part === 'receipts' ? t('customers.noReceipts') : t('customers.noItems')}
      view={view}
      onView={onView}
      onOpen={(row) =>
        navigate({ to: '/c/$company/items/$itemId', params: { company: code, itemId: row.id }, search: {} })
      }
      isMain
    />
  );
}
