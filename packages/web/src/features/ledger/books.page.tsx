import type { Permission } from '@quittance/core/permissions';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { AuditView } from './audit.component.tsx';
import { JournalsView } from './journals.component.tsx';
import styles from './ledger.module.css';
import { PeriodsView } from './periods.component.tsx';
import { TransfersView } from './transfers.component.tsx';
import { VerifyView } from './verify.component.tsx';

interface Book {
  readonly key: string;
  readonly word: TextKey;
  readonly permission: Permission;
  readonly View: () => ReactNode;
}

const BOOKS: readonly [Book, ...Book[]] = [
  { key: 'periods', word: 'books.periods', permission: 'ledger.read', View: PeriodsView },
  { key: 'journals', word: 'books.journals', permission: 'ledger.read', View: JournalsView },
  { key: 'transfers', word: 'transfers.title', permission: 'ledger.read', View: TransfersView },
  { key: 'verify', word: 'books.verify', permission: 'verify.run', View: VerifyView },
  { key: 'audit', word: 'books.audit', permission: 'audit.read', View: AuditView },
];

/** What finance and auditors look at: periods, journals for the general ledger, the proof that all holds, the trail. */
export function BooksPage(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code, book } = useParams({ from: '/c/$company/books/$book' });
  const books = BOOKS.filter(({ permission }) => may(company, permission));
  const { key: current, View } = books.find(({ key }) => key === book) ?? BOOKS[0];
  return (
    <div className={styles.page}>
      <Tabs
        label={t('books.title')}
        current={current}
        tabs={books.map(({ key, word }) => ({
          key,
          word: t(word),
          link: { to: '/c/$company/books/$book', params: { company: code, book: key }, search: {} },
        }))}
      />
      <div className={styles.fill}>
        <View key={current} />
      </div>
    </div>
  );
}
