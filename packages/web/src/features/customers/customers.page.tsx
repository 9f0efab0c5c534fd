import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../app/api.types.ts';
import { useKeyset } from '../../app/keyset.ts';
import { useAddressView } from '../../app/search.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';

/** Every customer, found by the server by any part of name or number, however many there are. */
export function CustomersPage(): ReactNode {
  const { t } = useTranslation();
  const { company: code } = useParams({ from: '/c/$company' });
  const navigate = useNavigate();
  const { view, onView } = useAddressView();
  const search = useDeferredValue(view.filter);
  const customers = useKeyset<CustomerRow>(`/companies/${code}/customers`, { search: search || undefined });
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
      onOpen={(row) =>
        navigate({ to: '/c/$company/customers/$customerId', params: { company: code, customerId: row.id }, search: {} })
      }
      isMain
    />
  );
}

function useCustomerColumns(code: string): readonly GridColumn<CustomerRow>[] {
  const { t } = useTranslation();
  const formats = useFormats();
  return useMemo(
    (): readonly GridColumn<CustomerRow>[] => [
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
      {
        id: 'open',
        kind: 'money',
        header: t('customers.open'),
        width: 150,
        value: (row) => row.open[0] ?? null,
        render: (row) =>
          row.open.map((open) => `${formats.amountText(open.amount, open.currency)} ${open.currency}`).join(' · '),
      },
    ],
    [t, code, formats],
  );
}
