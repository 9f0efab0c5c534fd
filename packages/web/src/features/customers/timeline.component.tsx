import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineRow } from '../../app/api.types.ts';
import { useKeyset } from '../../app/keyset.ts';
import { useAddressView } from '../../app/search.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';

/** Everything that happened with a customer, the latest first: who did what, and to which item. */
export function CustomerTimeline({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { view, onView } = useAddressView();
  const list = useKeyset<TimelineRow>(`/companies/${code}/customers/${customerId}/timeline`);
  const columns = useMemo(
    (): readonly GridColumn<TimelineRow>[] => [
      { id: 'at', kind: 'instant', header: t('customers.when'), width: 160, value: (row) => row.at },
      { id: 'what', kind: 'text', header: t('customers.what'), width: 420, grow: true, value: (row) => row.sentence },
      { id: 'who', kind: 'text', header: t('customers.who'), width: 160, value: (row) => row.who },
    ],
    [t],
  );
  return (
    <Grid
      id="timeline"
      label={t('customers.timeline')}
      columns={columns}
      rows={list.rows}
      rowId={(row) => row.id}
      load={list.load}
      empty={t('customers.noTimeline')}
      view={view}
      onView={onView}
      onOpen={(row) => {
        if (!row.itemId) return;
        const search = row.entryId ? { entry: row.entryId } : {};
        void navigate({ to: '/c/$company/items/$itemId', params: { company: code, itemId: row.itemId }, search });
      }}
      isMain
    />
  );
}
