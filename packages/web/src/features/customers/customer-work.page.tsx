/** The work about customers' records: requests to decide, new customers to follow, duplicates, accounts to look at. */
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AccountReviews } from './account-reviews.component.tsx';
import styles from './customers.module.css';
import { CUSTOMER_WORK, CustomersTabs, type CustomerWork } from './customers-tabs.component.tsx';
import { Duplicates } from './duplicates.component.tsx';
import { Newcomers } from './newcomers.component.tsx';
import { Requests } from './requests.component.tsx';

const PARTS: Readonly<Record<CustomerWork, (props: { code: string }) => ReactNode>> = {
  requests: Requests,
  new: Newcomers,
  duplicates: Duplicates,
  accounts: AccountReviews,
};

export function CustomerWorkPage(): ReactNode {
  const { company: code, part } = useParams({ from: '/c/$company/customers/work/$part' });
  const current = CUSTOMER_WORK.find((one) => one === part) ?? 'requests';
  const Part = PARTS[current];
  return (
    <div className={styles.page}>
      <CustomersTabs code={code} current={current} />
      <div className={styles.fill}>
        <Part code={code} />
      </div>
    </div>
  );
}
