import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useAddressView } from '../../app/search.ts';
import { useWords } from '../../app/words.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { isZero } from '../../ui/money/money-text.ts';
import { useTimeline } from './customers.queries.ts';
import type { TimelineEvent } from './customers.types.ts';
import { ACTIVITY_WORDS } from './note-composer.component.tsx';

/** Everything that happened with a customer, the latest first: acts on its account, and what people wrote down. */
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
      rowId={(row) => row.id}
      load={timeline.load}
      empty={t('customers.noTimeline')}
      view={view}
      onView={onView}
      onOpen={({ items: [first], id: entryId, kind }) => {
        if (!first) {
          const at = { to: '/c/$company/customers/$customerId', params: { company: code, customerId } } as const;
          return void navigate({ ...at, search: { show: partOf(kind) } });
        }
        const params = { company: code, itemId: first.id };
        void navigate({ to: '/c/$company/items/$itemId', params, search: { entry: entryId } });
      }}
      isMain
    />
  );
}

/** Where what is not on an item is read. */
function partOf(kind: string): 'promises' | 'mail' | 'notes' {
  if (kind.startsWith('promise_')) return 'promises';
  return kind === 'mail' || kind === 'mail_received' ? 'mail' : 'notes';
}

function useTimelineColumns(): readonly GridColumn<TimelineEvent>[] {
  const { t } = useTexts();
  const words = useWords();
  return useMemo((): readonly GridColumn<TimelineEvent>[] => {
    const what = (row: TimelineEvent): string => {
      if (row.source === 'ledger') return words.entry(row.kind);
      const word = ACTIVITY_WORDS[row.kind];
      return word ? t(word) : row.kind;
    };
    return [
      { id: 'recorded', kind: 'instant', header: t('posting.recorded'), width: 170, value: (row) => row.at },
      { id: 'effective', kind: 'date', header: t('posting.effective'), width: 110, value: (row) => row.effectiveOn },
      { id: 'what', kind: 'text', header: t('customers.what'), width: 150, value: what },
      {
        id: 'items',
        kind: 'text',
        header: t('customers.items'),
        width: 240,
        grow: true,
        value: (row) => row.items.map(({ number }) => number).join(', '),
      },
      { id: 'amount', kind: 'money', header: t('item.amount'), width: 130, value: (row) => row.amount },
      {
        id: 'undone',
        kind: 'money',
        header: t('customers.undone'),
        width: 120,
        value: (row) => (row.undone && !isZero(row.undone) ? row.undone : null),
      },
      { id: 'text', kind: 'text', header: t('customers.said'), width: 320, grow: true, value: (row) => row.text },
      { id: 'who', kind: 'text', header: t('customers.who'), width: 150, value: (row) => row.by || null },
    ];
  }, [t, words]);
}
