import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AgingRow } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useCompany } from '../../app/session.ts';
import { Amount, MoneyInWords } from '../../ui/money/money.component.tsx';
import { BucketBar, BucketDot } from '../ledger/bucket-bar.component.tsx';
import { bucketLabels } from '../ledger/buckets.ts';
import { agingQuery } from '../ledger/ledger.queries.ts';
import styles from './customers.module.css';

/** What the customer owes today, by how late it is: one line for each currency, the same figures as in the aging. */
export function CustomerBalance({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const ask = { asOf: company.today, by: 'customer', customerId } as const;
  const aging = useQuery(agingQuery(code, ask));
  if (!aging.data) return null;
  const { rows, buckets } = aging.data;
  if (rows.length === 0) return <p className={styles.quiet}>{t('customers.nothingOpen')}</p>;
  return (
    <div className={styles.balances}>
      {rows.map((row) => (
        <BalanceLine key={row.currency} row={row} labels={[t('aging.notDue'), ...bucketLabels(buckets)]} />
      ))}
    </div>
  );
}

function BalanceLine({ row, labels }: { row: AgingRow; labels: readonly string[] }): ReactNode {
  const { t } = useTexts();
  const parts = [row.notDue, ...row.buckets].map((value, index) => ({ label: labels[index] ?? '', value }));
  return (
    <div className={styles.balance}>
      <b className={styles.balanceTotal}>
        <MoneyInWords value={row.total} />
      </b>
      <span className={styles.shape}>
        <BucketBar parts={parts} />
      </span>
      <dl className={styles.parts}>
        {parts.map(({ label, value }, index) => (
          <div key={label}>
            <dt>
              <BucketDot index={index} />
              {label}
            </dt>
            <dd>
              <Amount value={value} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('aging.unapplied')}</dt>
          <dd>
            <Amount value={row.unapplied} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
