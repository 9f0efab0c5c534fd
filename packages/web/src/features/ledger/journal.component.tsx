import { endOfMonth, localDate, parseLocalDate, startOfMonth } from '@quittance/core/calendar';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../../app/api.types.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { useAddressView, withoutBlanks } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { ACCOUNT_WORDS } from '../../app/words.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import styles from './ledger.module.css';
import { journalQuery } from './ledger.queries.ts';

const NO_LINES: readonly JournalLine[] = [];

/** The balanced journal for the general ledger: by day, account and currency. */
export function JournalView(): ReactNode {
  const { t } = useTranslation();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const search = useSearch({ from: '/c/$company/books/$book' });
  const navigate = useNavigate({ from: '/c/$company/books/$book' });
  const today = localDate(company.today);
  const from = search.from ?? startOfMonth(today);
  const to = search.to ?? endOfMonth(today);
  const journal = useQuery(journalQuery(code, { from, to }));
  const columns = useJournalColumns();
  const { view, onView } = useAddressView();
  const change = (next: { from?: string; to?: string }): void => {
    const read = Object.fromEntries(
      Object.entries(next).map(([name, text]) => [name, parseLocalDate(text ?? '') ?? undefined]),
    );
    void navigate({ search: (now) => withoutBlanks({ ...now, ...read }) });
  };
  return (
    <Grid
      id="journal"
      label={t('books.journal')}
      columns={columns}
      rows={journal.data?.rows ?? NO_LINES}
      rowId={(row) => `${row.date} ${row.glCode} ${row.account} ${row.currency}`}
      load={gridLoadOf(journal)}
      empty={t('books.noLines')}
      view={view}
      onView={onView}
      isMain
      lead={
        <span className={styles.dates}>
          <label>
            {t('books.from')}{' '}
            <input
              type="date"
              value={from}
              max={to}
              onChange={(event) => change({ from: event.currentTarget.value })}
            />
          </label>
          <label>
            {t('books.to')}{' '}
            <input type="date" value={to} min={from} onChange={(event) => change({ to: event.currentTarget.value })} />
          </label>
        </span>
      }
    />
  );
}

function useJournalColumns(): readonly GridColumn<JournalLine>[] {
  const { t } = useTranslation();
  return useMemo(
    (): readonly GridColumn<JournalLine>[] => [
      { id: 'date', kind: 'date', header: t('books.date'), width: 110, value: (row) => row.date },
      { id: 'gl', kind: 'text', header: t('books.glCode'), width: 90, value: (row) => row.glCode },
      {
        id: 'account',
        kind: 'text',
        header: t('posting.account'),
        width: 180,
        grow: true,
        value: (row) => t(ACCOUNT_WORDS[row.account]),
      },
      { id: 'debit', kind: 'money', header: t('books.debit'), width: 140, isTotalled: true, value: (row) => row.debit },
      {
        id: 'credit',
        kind: 'money',
        header: t('books.credit'),
        width: 140,
        isTotalled: true,
        value: (row) => row.credit,
      },
      {
        id: 'functionalDebit',
        kind: 'money',
        header: t('books.functionalDebit'),
        width: 150,
        isTotalled: true,
        value: (row) => row.functionalDebit,
      },
      {
        id: 'functionalCredit',
        kind: 'money',
        header: t('books.functionalCredit'),
        width: 150,
        isTotalled: true,
        value: (row) => row.functionalCredit,
      },
    ],
    [t],
  );
}
