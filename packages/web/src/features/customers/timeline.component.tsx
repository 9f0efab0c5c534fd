import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { TimelineRow } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useAddressView } from '../../app/search.ts';
import { useWords } from '../../app/words.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { useTimeline } from './customers.queries.ts';

/** Everything that happened on a customer's account, the latest first: what, to which items, by whom and why. */
export function CustomerTimeline({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { view, onView } = useAddressView();
  const timeline = useTimeline(code, customerId);
  const columns = useTimelineColumns();
  return (
    <Grid
      id="timeline"
      label={t('customers.timeline')}
      columns={columns}
      rows={timeline.rows}
      rowId={(row) => row.entryId}
      load={timeline.load}
      empty={t('customers.noTimeline')}
      view={view}
      onView={onView}
      onOpen={({ items: [first], entryId }) => {
        if (!first) return;
        const params = { company: code, itemId: first.id };
        void navigate({ to: '/c/$company/items/$itemId', params, search: { entry: entryId } });
      }}
      isMain
    />
  );
}

function useTimelineColumns(): readonly GridColumn<TimelineRow>[] {
  const { t } = useTexts();
  const words = useWords();
  return useMemo(
    (): readonly GridColumn<TimelineRow>[] => [
      { id: 'effective', kind: 'date', header: t('posting.effective'), width: 110, value: (row) => row.effectiveOn },
      { id: 'what', kind: 'text', header: t('customers.what'), width: 150, value: (row) => words.entry(row.kind) },
      {
        id: 'items',
        kind: 'text',
        header: t('customers.items'),
        width: 240,
        grow: true,
        value: (row) => row.items.map(({ number }) => number).join(', '),
      },
      { id: 'amount', kind: 'money', header: t('item.amount'), width: 130, value: (row) => row.amount },
      { id: 'undone', kind: 'money', header: t('customers.undone'), width: 120, value: (row) => row.undone },
      { id: 'reason', kind: 'text', header: t('books.reason'), width: 200, grow: true, value: (row) => row.reason },
      { id: 'who', kind: 'text', header: t('customers.who'), width: 150, value: (row) => row.recordedBy },
      { id: 'recorded', kind: 'instant', header: t('posting.recorded'), width: 150, value: (row) => row.recordedAt },
    ],
    [t, words],
  );
}
