/** What was applied on a customer's account: which credit to which debit, when; undone where it was wrong. */
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useAddressView } from '../../app/search.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { isZero } from '../../ui/money/money-text.ts';
import { useApplications } from './customers.queries.ts';
import type { AppliedRow } from './customers.types.ts';

export function CustomerApplications({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { view, onView } = useAddressView();
  const list = useApplications(code, customerId);
  const columns = useApplicationColumns();
  return (
    <Grid
      id="customer-applications"
      label={t('customers.applications')}
      columns={columns}
      rows={list.rows}
      rowId={(row) => row.entryId}
      load={list.load}
      empty={t('customers.noApplications')}
      view={view}
      onView={onView}
      // The entry, open on the debit's page, is where an application is undone.
      onOpen={(row) =>
        navigate({
          to: '/c/$company/items/$itemId',
          params: { company: code, itemId: row.debitItemId },
          search: { entry: row.entryId },
        })
      }
      isMain
    />
  );
}

function useApplicationColumns(): readonly GridColumn<AppliedRow>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<AppliedRow>[] => [
      { id: 'effective', kind: 'date', header: t('posting.effective'), width: 110, value: (row) => row.effectiveOn },
      {
        id: 'credit',
        kind: 'text',
        header: t('customers.credit'),
        width: 170,
        grow: true,
        value: (row) => row.creditNumber,
      },
      {
        id: 'debit',
        kind: 'text',
        header: t('customers.debit'),
        width: 170,
        grow: true,
        value: (row) => row.debitNumber,
      },
      { id: 'amount', kind: 'money', header: t('item.amount'), width: 130, value: (row) => row.amount },
      {
        id: 'undone',
        kind: 'money',
        header: t('customers.undone'),
        width: 130,
        value: (row) => (isZero(row.undone) ? null : row.undone),
      },
      { id: 'recorded', kind: 'instant', header: t('posting.recorded'), width: 150, value: (row) => row.recordedAt },
    ],
    [t],
  );
}
