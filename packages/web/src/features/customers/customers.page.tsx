import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { Customer } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useKeyset } from '../../app/keyset.ts';
import { useAddressView } from '../../app/search.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Amount } from '../../ui/money/money.component.tsx';
import type { MoneyText } from '../../ui/money/money-text.ts';
import styles from './customers.module.css';

/** Every customer, found by the server by any part of name or number, however many there are. */
export function CustomersPage(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const navigate = useNavigate();
  const { view, onView } = useAddressView();
  const search = useDeferredValue(view.filter);
  const customers = useKeyset<Customer>({
    key: ['customers', code, search],
    page: (ask, signal) => {
      const query = { ...ask, ...(search ? { search } : {}) };
      return dataOf(
        api.GET('/api/v1/companies/{company}/customers', { params: { path: { company: code }, query }, signal }),
      );
    },
  });
  const columns = useCustomerColumns(code);
  return (
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
      isMain
    />
  );
}

function useCustomerColumns(code: string): readonly GridColumn<Customer>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<Customer>[] => [
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
function balance(id: string, header: string, pick: (balance: Balance) => MoneyText): GridColumn<Customer> {
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
