/** New customers from the request to the first payment, each with what it waits for. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { useAddressView } from '../../app/search.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Status } from '../../ui/status/status.component.tsx';
import { newcomersQuery } from './customers.queries.ts';
import type { Newcomer } from './customers.types.ts';

export const STEP_WORDS: Readonly<Record<NonNullable<Newcomer['waitsFor']>, TextKey>> = {
  decision: 'customers.stepDecision',
  first_invoice: 'customers.stepInvoice',
  invoice_received: 'customers.stepReceived',
  first_payment: 'customers.stepPayment',
};

export function Newcomers({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { view, onView } = useAddressView();
  const newcomers = useQuery(newcomersQuery(code));
  const columns = useNewcomerColumns();
  return (
    <Grid
      id="new-customers"
      label={t('customers.newOnes')}
      columns={columns}
      rows={newcomers.data?.rows ?? []}
      rowId={(row) => row.requestId}
      load={gridLoadOf(newcomers)}
      empty={t('customers.noNewOnes')}
      view={view}
      onView={onView}
      onOpen={({ customerId }) => {
        if (customerId === null) {
          return void navigate({
            to: '/c/$company/customers/work/$part',
            params: { company: code, part: 'requests' },
            search: {},
          });
        }
        void navigate({ to: '/c/$company/customers/$customerId', params: { company: code, customerId }, search: {} });
      }}
      isMain
    />
  );
}

function useNewcomerColumns(): readonly GridColumn<Newcomer>[] {
  const { t } = useTexts();
  return useMemo((): readonly GridColumn<Newcomer>[] => {
    const waits = (row: Newcomer) => (row.waitsFor === null ? t('customers.stepDone') : t(STEP_WORDS[row.waitsFor]));
    return [
      { id: 'number', kind: 'text', header: t('customers.number'), width: 110, value: (row) => row.number },
      { id: 'name', kind: 'text', header: t('customers.name'), width: 220, grow: true, value: (row) => row.name },
      {
        id: 'waits',
        kind: 'text',
        header: t('customers.waitsFor'),
        width: 190,
        code: (row) => row.waitsFor,
        value: waits,
        render: (row) => <Status tone={row.waitsFor === null ? 'good' : 'care'} word={waits(row)} />,
      },
      { id: 'asked', kind: 'instant', header: t('customers.askedAt'), width: 140, value: (row) => row.requestedAt },
      { id: 'decided', kind: 'instant', header: t('customers.decidedAt'), width: 140, value: (row) => row.decidedAt },
      {
        id: 'invoice',
        kind: 'text',
        header: t('customers.firstInvoice'),
        width: 130,
        value: (row) => row.invoiceNumber,
      },
      { id: 'invoiced', kind: 'date', header: t('customers.invoicedOn'), width: 110, value: (row) => row.invoicedOn },
      {
        id: 'received',
        kind: 'instant',
        header: t('customers.receivedAt'),
        width: 140,
        value: (row) => row.invoiceReceivedAt,
      },
      { id: 'paid', kind: 'date', header: t('customers.paidOn'), width: 110, value: (row) => row.paidOn },
    ];
  }, [t]);
}
