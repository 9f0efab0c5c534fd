import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Entry, Posting } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { useWords } from '../../app/words.ts';
import { DateText, Instant } from '../../ui/date/date.component.tsx';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import styles from './ledger.module.css';
import { entryQuery } from './ledger.queries.ts';
import { ReverseEntry } from './reverse-entry.component.tsx';

const NO_POSTINGS: readonly Posting[] = [];

/** One journal entry: who, when, why, and its postings, which add up to nothing in every currency. */
export function EntryView(props: { entryId: string; openItem: (itemId: string) => void }): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const entry = useQuery(entryQuery(code, props.entryId));
  const columns = useEntryColumns();
  return (
    <div className={styles.page}>
      {entry.data && <EntryFacts entry={entry.data} />}
      <div className={styles.fill}>
        <Grid
          id="entry"
          label={t('entry.postings')}
          columns={columns}
          rows={entry.data?.postings ?? NO_POSTINGS}
          rowId={(row) => row.id}
          load={gridLoadOf(entry)}
          empty={t('item.noPostings')}
          onOpen={(row) => row.itemId && props.openItem(row.itemId)}
          lead={<span className={styles.quiet}>{t('entry.balances')}</span>}
        />
      </div>
    </div>
  );
}

function EntryFacts({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTexts();
  const words = useWords();
  return (
    <div className={styles.facts}>
      <b>{words.entry(entry.kind)}</b>
      <MoneyInWords value={entry.amount} />
      {entry.reason && <span>{entry.reason}</span>}
      <span className={styles.quiet}>
        {t('posting.effective')} <DateText date={entry.effectiveOn} /> ·{' '}
        {t('entry.recordedBy', { who: entry.recordedBy })} <Instant at={entry.recordedAt} />
      </span>
      {entry.reversedBy.length > 0 && <span>{t('entry.wasReversed')}</span>}
      {entry.reverses && <span>{t('entry.reverses')}</span>}
      <ReverseEntry entry={entry} />
    </div>
  );
}

function useEntryColumns(): readonly GridColumn<Posting>[] {
  const { t } = useTexts();
  const words = useWords();
  return useMemo(
    (): readonly GridColumn<Posting>[] => [
      {
        id: 'account',
        kind: 'text',
        header: t('posting.account'),
        width: 150,
        value: (row) => words.account(row.account),
      },
      { id: 'item', kind: 'text', header: t('item.number'), width: 120, value: (row) => row.itemNumber },
      {
        id: 'customer',
        kind: 'text',
        header: t('aging.customer'),
        width: 120,
        grow: true,
        value: (row) => row.customerName,
      },
      { id: 'due', kind: 'date', header: t('item.due'), width: 104, isHiddenAtFirst: true, value: (row) => row.dueOn },
      {
        id: 'amount',
        kind: 'money',
        header: t('posting.amount'),
        width: 120,
        isTotalled: true,
        value: (row) => row.amount,
      },
      {
        id: 'functional',
        kind: 'money',
        header: t('posting.functional'),
        width: 130,
        value: (row) => row.functionalAmount,
      },
    ],
    [t, words],
  );
}
