/** What has not gone out: what failed or nobody is sure of first, then what waits. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import styles from './correspondence.module.css';
import { deliveriesQuery } from './correspondence.queries.ts';
import { DeliveryLine } from './delivery-line.component.tsx';

export function UnsentView({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(deliveriesQuery(code));
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  return (
    <div className={styles.unsent}>
      {data?.rows.length === 0 && <p className={styles.quiet}>{t('mail.emptyUnsent')}</p>}
      {data?.rows.map((row) => (
        <article key={row.messageId} className={styles.message}>
          <header>
            <Link
              to="/c/$company/inbox/$part"
              params={{ company: code, part: 'all' }}
              search={{ conversation: row.conversationId }}
            >
              {row.subject}
            </Link>
            <span className={styles.quiet}>
              {[row.customerName, row.to.join(', '), row.mailboxName].filter(Boolean).join(' · ')}
            </span>
            <span className={styles.when}>
              <Instant at={row.queuedAt} />
            </span>
          </header>
          <DeliveryLine code={code} messageId={row.messageId} delivery={row} isOnPaper={row.state === 'to_print'} />
        </article>
      ))}
    </div>
  );
}
