import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useAddressView } from '../../app/search.ts';
import { useWords } from '../../app/words.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { isZero } from '../../ui/money/money-text.ts';
import { ACTIVITY_WORDS } from './activity-words.ts';
import styles from './customers.module.css';
import { useTimeline } from './customers.queries.ts';
import type { TimelineEvent } from './customers.types.ts';
import { Excerpt } from './notes/excerpt.component.tsx';
import { type TimelineRow, useFoundOnTimeline } from './notes/found-on-timeline.ts';
import { PinnedNotes } from './notes/pinned.component.tsx';
import { useGoToWritten } from './notes/use-go-to-written.ts';

const SEARCH_AFTER_MS = 200; // typing has paused

/**
 * Everything that happened with a customer, the latest first: acts on its account, and what people wrote down, what is pinned
 * above. What is typed into the filter finds the words of notes, mails, tasks and promises too.
 */
export function CustomerTimeline({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const { view, onView } = useAddressView();
  const [typed] = useDebouncedValue(view.filter.trim(), SEARCH_AFTER_MS);
  const what = useWhat();
  const said = useCallback(
    (row: TimelineEvent) => [what(row), row.text, row.by, ...row.items.map(({ number }) => number)].join(' '),
    [what],
  );
  const { rows, load } = useFoundOnTimeline(useTimeline(code, customerId), { code, customerId, typed, said });
  const columns = useTimelineColumns(what);
  const open = useOpenRow(code, customerId);
  return (
    <div className={styles.page}>
      <PinnedNotes code={code} customerId={customerId} />
      <div className={styles.fill}>
        <Grid<TimelineRow>
          id="timeline"
          label={t('customers.timeline')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          load={load}
          empty={typed === '' ? t('customers.noTimeline') : t('notes.noneFound', { typed })}
          view={view}
          onView={onView}
          onOpen={open}
          isFilteredByServer
          isMain
        />
      </div>
    </div>
  );
}

function useOpenRow(code: string, customerId: string): (row: TimelineRow) => void {
  const navigate = useNavigate();
  const goTo = useGoToWritten(code);
  return ({ items: [first], id: entryId, kind, found, conversationId }) => {
    const company = { company: code };
    if (first) {
      const params = { ...company, itemId: first.id };
      void navigate({ to: '/c/$company/items/$itemId', params, search: { entry: entryId } });
    } else if (found) goTo(found);
    else {
      const params = { ...company, customerId };
      const conversation = conversationId === null ? {} : { conversation: conversationId };
      const search = { show: partOf(kind), ...conversation };
      void navigate({ to: '/c/$company/customers/$customerId', params, search });
    }
  };
}

/** Where what is not on an item is read. */
function partOf(kind: string): 'promises' | 'mail' | 'notes' {
  if (kind.startsWith('promise_')) return 'promises';
  return kind === 'mail' || kind === 'mail_received' || kind === 'letter' ? 'mail' : 'notes';
}

function useWhat(): (row: Pick<TimelineRow, 'source' | 'kind'>) => string {
  const { t } = useTexts();
  const words = useWords();
  return useCallback(
    ({ source, kind }) => {
      if (source === 'ledger') return words.entry(kind);
      const word = ACTIVITY_WORDS[kind];
      return word ? t(word) : kind;
    },
    [t, words],
  );
}

function useTimelineColumns(what: (row: TimelineRow) => string): readonly GridColumn<TimelineRow>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<TimelineRow>[] => [
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
      {
        id: 'text',
        kind: 'text',
        header: t('customers.said'),
        width: 320,
        grow: true,
        value: (row) => row.text,
        render: (row) => (row.found ? <Excerpt parts={row.found.excerpt} /> : row.text),
      },
      { id: 'who', kind: 'text', header: t('customers.who'), width: 150, value: (row) => row.by || null },
    ],
    [t, what],
  );
}
