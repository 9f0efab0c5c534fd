import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { accountReviewsQuery, requestsQuery } from './customers.queries.ts';

export const CUSTOMER_WORK = ['requests', 'new', 'duplicates', 'accounts'] as const;
export type CustomerWork = (typeof CUSTOMER_WORK)[number];

export const WORK_WORDS: Readonly<Record<CustomerWork, TextKey>> = {
  requests: 'customers.requests',
  new: 'customers.newOnes',
  duplicates: 'customers.duplicates',
  accounts: 'customers.accountReviews',
};

/** The list of customers, and the work about their records beside it. */
export function CustomersTabs({ code, current }: { code: string; current: 'list' | CustomerWork }): ReactNode {
  const { t } = useTexts();
  const waiting = useQuery(requestsQuery(code, { state: 'waiting' })).data?.rows.length ?? 0;
  const reviews = useQuery(accountReviewsQuery(code)).data?.rows.length ?? 0;
  const counts: Partial<Record<CustomerWork, number>> = { requests: waiting, accounts: reviews };
  return (
    <Tabs
      label={t('customers.places')}
      current={current}
      tabs={[
        {
          key: 'list',
          word: t('customers.title'),
          link: { to: '/c/$company/customers', params: { company: code }, search: {} },
        },
        ...CUSTOMER_WORK.map((key) => ({
          key,
          word: t(WORK_WORDS[key]),
          ...(counts[key] ? { count: String(counts[key]) } : {}),
          link: { to: '/c/$company/customers/work/$part', params: { company: code, part: key }, search: {} },
        })),
      ]}
    />
  );
}
