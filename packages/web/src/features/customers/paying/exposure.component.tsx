/** What is open against the limit: in the limit's currency, and what came in but is not applied yet. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { MoneyInWords } from '../../../ui/money/money.component.tsx';
import { customerQuery } from '../customers.queries.ts';
import { limitShare } from '../limit-share.ts';
import styles from './paying.module.css';

export function Exposure({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const customer = useQuery(customerQuery(code, customerId)).data;
  if (!customer) return null;
  const { creditLimit, balances } = customer;
  const share = limitShare(customer);
  return (
    <section className={styles.section}>
      <h3>{t('paying.exposure')}</h3>
      {!creditLimit && <p className={styles.quiet}>{t('paying.noLimit')}</p>}
      <dl className={styles.facts}>
        {creditLimit && (
          <div>
            <dt>{t('paying.limit')}</dt>
            <dd>
              <MoneyInWords value={creditLimit} />
            </dd>
          </div>
        )}
        {balances.map((balance) => (
          <div key={balance.total.currency}>
            <dt>{t('paying.open')}</dt>
            <dd>
              <MoneyInWords value={balance.receivable} />
            </dd>
            <dt>{t('paying.notApplied')}</dt>
            <dd>
              <MoneyInWords value={balance.unapplied} />
            </dd>
          </div>
        ))}
        {share !== null && (
          <div>
            <dt>{t('paying.limitShare')}</dt>
            <dd>
              <span className={styles.share} data-over={share > 100 || undefined}>
                <span style={{ width: `${Math.min(100, share)}%` }} />
              </span>
              {share} %
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
