/** What waits for a second person about a customer as a whole: a credit, interest to be charged or let go. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { KIND_WORDS } from './approval-words.ts';
import styles from './approvals.module.css';
import { openOfCustomerQuery } from './approvals.queries.ts';
import type { ApprovalKind } from './approvals.types.ts';

const OF_INTEREST: readonly ApprovalKind[] = ['interest_charge', 'interest_waiver'];

export function AskedOfCustomer(props: {
  code: string;
  customerId: string;
  /** Nothing else is told. */
  isOfInterest?: boolean;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { code, customerId, isOfInterest } = props;
  const mayRead = may(useCompany(), 'approvals.read');
  const open = useQuery({ ...openOfCustomerQuery(code, customerId), enabled: mayRead }).data ?? [];
  const shown = open.filter(({ kind }) => !isOfInterest || OF_INTEREST.includes(kind));
  return shown.map((one) => (
    <p key={one.id} className={styles.notice}>
      {t('approvals.waitsHere', {
        kind: t(KIND_WORDS[one.kind]),
        amount: formats.money(one.amount),
        name: one.requestedByName,
      })}
      <Link
        to="/c/$company/approvals/$part"
        params={{ company: code, part: one.isOwn ? 'mine' : 'waiting' }}
        search={{ request: one.id }}
      >
        {t('approvals.open')}
      </Link>
    </p>
  ));
}
