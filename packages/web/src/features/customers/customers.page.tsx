import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { Customer } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useKeyset } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Amount } from '../../ui/money/money.component.tsx';
import type { MoneyText } from '../../ui/money/money-text.ts';
import { Split } from '../../ui/split/split.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import styles from './customers.module.css';
import { CustomersTabs } from './customers-tabs.component.tsx';
import { NewCustomer } from './new-customer.component.tsx';
import { useOwnColumns } from './own-columns.ts';
import { ANY_VALUE, OwnFilter } from './own-filter.component.tsx';
import { BLOCK_WORDS } from './request-words.ts';

/** Every customer, found by the server by any part of name, number, tax id or account, however many there are. */
export function CustomersPage(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const { view, onView } = useAddressView();
  const search = useDeferredValue(view.filter);
  const [ownFilter, setOwnFilter] = useState(ANY_VALUE);
  const byOwn = useDeferredValue(ownFilter);
  const customers = useKeyset<ListedCustomer>({
    key: ['customers', code, search, byOwn.fieldId, byOwn.startsWith],
    page: (ask, signal) => {
      const { fieldId: ownField, startsWith: ownValue } = byOwn;
      const query = { ...ask, ...(search ? { search } : {}), ...(ownField ? { ownField, ownValue } : {}) };
      return dataOf(
        api.GET('/api/v1/companies/{company}/customers', { params: { path: { company: code }, query }, signal }),
      );
    },
  });
  const usual = useCustomerColumns(code);
  const own = useOwnColumns<ListedCustomer>(code);
  const columns = useMemo(() => [...usual, ...own], [usual, own]);
  const company = useCompany();
  const lead = (
    <>
      {may(company, 'customers.write') && <Button onClick={() => setIsAsking(true)}>{t('customers.askNew')}</Button>}
      <OwnFilter code={code} value={ownFilter} change={setOwnFilter} />
    </>
  );
  const list = (
    <Grid
      id="customers"
      label={t('customers.title')}
      columns={columns}
      rows={customers.rows}
      rowId={(row) => row.id}
      load={customers.load}
      empty={t('customers.empty')}
      view={view}
      onView={onView}
      isFilteredByServer
      onOpen={(row) =>
        navigate({ to: '/c/$company/customers/$customerId', params: { company: code, customerId: row.id }, search: {} })
      }
      lead={lead}
      isMain
    />
  );
  return (
    <div className={styles.page}>
      <CustomersTabs code={code} current="list" />
      <div className={styles.fill}>
        <Split
          id="customers"
          startPercent={56}
          left={list}
          right={isAsking ? <NewCustomer code={code} close={() => setIsAsking(false)} /> : null}
        />
      </div>
    </div>
  );
}

/** With its values in the company's own fields. */
type ListedCustomer = Customer & { readonly own: Readonly<Record<string, string>> };

function useCustomerColumns(code: string): readonly GridColumn<ListedCustomer>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<ListedCustomer>[] => [
      { id: 'number', kind: 'text', header: t('customers.number'), width: 130, value: (row) => row.number },
      {
        id: 'name',
        kind: 'text',
        header: t('customers.name'),
        width: 280,
        grow: true,
        value: (row) => row.name,
        href: (row) => `/c/${code}/customers/${row.id}`,
      },
      {
        id: 'blocks',
        kind: 'text',
        header: t('customers.blocks'),
        width: 190,
        value: (row) => row.blocks.map(({ what }) => t(BLOCK_WORDS[what] ?? 'customers.blocks')).join(', ') || null,
        render: (row) =>
          row.blocks.length === 0 ? undefined : (
            <Status
              tone="alert"
              word={row.blocks.map(({ what }) => t(BLOCK_WORDS[what] ?? 'customers.blocks')).join(', ')}
            />
          ),
      },
      {
        id: 'parent',
        kind: 'text',
        header: t('customers.parent'),
        width: 150,
        isHiddenAtFirst: true,
        value: (row) => row.parent?.name ?? null,
      },
      {
        id: 'taxId',
        kind: 'text',
        header: t('customers.taxId'),
        width: 130,
        isHiddenAtFirst: true,
        value: (row) => row.taxId,
      },
      {
        id: 'terms',
        kind: 'text',
        header: t('customers.terms'),
        width: 120,
        isHiddenAtFirst: true,
        value: (row) => row.terms,
      },
      {
        id: 'channel',
        kind: 'text',
        header: t('customers.channel'),
        width: 110,
        isHiddenAtFirst: true,
        value: (row) => row.channel,
      },
      {
        id: 'segment',
        kind: 'text',
        header: t('customers.segment'),
        width: 110,
        isHiddenAtFirst: true,
        value: (row) => row.segment,
      },
      {
        id: 'tier',
        kind: 'text',
        header: t('customers.tier'),
        width: 90,
        isHiddenAtFirst: true,
        value: (row) => row.tier,
      },
      {
        id: 'tags',
        kind: 'text',
        header: t('customers.tags'),
        width: 150,
        isHiddenAtFirst: true,
        value: (row) => row.tags.join(', ') || null,
      },
      { id: 'country', kind: 'text', header: t('customers.country'), width: 90, value: (row) => row.country },
      balance('overdue', t('customers.overdue'), ({ overdue }) => overdue),
      balance('unapplied', t('aging.unapplied'), ({ unapplied }) => unapplied),
      balance('total', t('customers.open'), ({ total }) => total),
    ],
    [t, code],
  );
}

type Balance = Customer['balances'][number];

/** One figure of what is owed. Who owes in several currencies has them all in the cell, the first one sorts. */
function balance(id: string, header: string, pick: (balance: Balance) => MoneyText): GridColumn<ListedCustomer> {
  return {
    id,
    kind: 'money',
    header,
    width: 130,
    value: ({ balances: [first] }) => (first ? pick(first) : null),
    render: ({ balances }) =>
      balances.length < 2
        ? undefined
        : balances.map((one) => (
            <span key={one.total.currency} className={styles.oneOfSeveral}>
              <Amount value={pick(one)} withCurrency />
            </span>
          )),
  };
}
