/** Who looks after a customer and why: the rule, the move by hand, or the rest; and giving it to somebody else. */
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type Translate, useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import type { Formats } from '../../../ui/format/formats.ts';
import styles from '../collections.module.css';
import { assignmentQuery, type CustomerAssignment } from './portfolios.queries.ts';

const GiveCustomer = lazy(async () => ({ default: (await import('./give-customer.component.tsx')).GiveCustomer }));

export function OwnerWords(props: { code: string; customerId: string; customerName: string }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const manages = may(useCompany(), 'portfolios.manage');
  const [isGiving, setIsGiving] = useState(false);
  const { data } = useQuery(assignmentQuery(props.code, props.customerId));
  if (!data) return null;
  return (
    <>
      <p className={styles.quiet}>
        {wordsOf(data, { t, formats })}{' '}
        {manages && !isGiving && (
          <button type="button" className={styles.linkLike} onClick={() => setIsGiving(true)}>
            {t('portfolios.give')}
          </button>
        )}
      </p>
      {isGiving && (
        <Suspense fallback={null}>
          <GiveCustomer {...props} close={() => setIsGiving(false)} />
        </Suspense>
      )}
    </>
  );
}

function wordsOf(assignment: CustomerAssignment, { t, formats }: { t: Translate; formats: Formats }): string {
  const { ownerName: name, cause, ruleName, rulesNumber: number, moveReason, movedByName, untilOn } = assignment;
  if (cause === 'rule') return t('portfolios.whyRule', { name, rule: ruleName ?? '', number });
  if (cause === 'rest') return t('portfolios.whyRest', { name, number });
  const moved = { name, by: movedByName ?? '', reason: moveReason ?? '' };
  return untilOn === null
    ? t('portfolios.whyHand', moved)
    : t('portfolios.whyHandUntil', { ...moved, date: formats.date(untilOn) });
}
