import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from '../../app/i18n.ts';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { JournalView } from './journal.component.tsx';
import styles from './ledger.module.css';
import { PeriodsView } from './periods.component.tsx';
import { VerifyView } from './verify.component.tsx';

const BOOKS = ['periods', 'journal', 'verify'] as const;
type Book = (typeof BOOKS)[number];
const BOOK_WORDS: Readonly<Record<Book, TextKey>> = {
  periods: 'books.periods',
  journal: 'books.journal',
  verify: 'books.verify',
};

/** What finance and auditors look at: periods, the journal for the general ledger, and the proof that all of it holds. */
export function BooksPage(): ReactNode {
  const { t } = useTranslation();
  const { company, book } = useParams({ from: '/c/$company/books/$book' });
  const current = BOOKS.find((candidate) => candidate === book) ?? 'periods';
  return (
    <div className={styles.page}>
      <Tabs
        label={t('books.title')}
        current={current}
        tabs={BOOKS.map((key) => ({
          key,
          word: t(BOOK_WORDS[key]),
          link: { to: '/c/$company/books/$book', params: { company, book: key }, search: {} },
        }))}
      />
      <div className={styles.fill}>
        {current === 'periods' && <PeriodsView />}
        {current === 'journal' && <JournalView />}
        {current === 'verify' && <VerifyView />}
      </div>
    </div>
  );
}
