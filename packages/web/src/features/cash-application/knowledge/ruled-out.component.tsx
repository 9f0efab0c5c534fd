/** What people ruled out about a receipt, so that nobody wonders why it is not proposed; taken back where it stands. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import styles from './knowledge.module.css';
import { type LearntThing, ruledOutQuery } from './knowledge.queries.ts';
import { Act } from './knowledge-panel.component.tsx';

export function RuledOut({ code, receiptId }: { code: string; receiptId: string }): ReactNode {
  const { t } = useTexts();
  const things = useQuery(ruledOutQuery(code, receiptId)).data?.rows ?? [];
  if (things.length === 0) return null;
  return (
    <section aria-label={t('learnt.ruledOut')} className={styles.ruledOut}>
      <h3>{t('learnt.ruledOut')}</h3>
      <ul>
        {things.map((thing) => (
          <RuledOutLine key={thing.id} code={code} thing={thing} />
        ))}
      </ul>
    </section>
  );
}

function RuledOutLine({ code, thing }: { code: string; thing: LearntThing }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [isOpen, setOpen] = useState(false);
  const { customer } = thing;
  const words = thing.kind === 'pair' ? (thing.item?.number ?? '') : t('learnt.forCustomer', { payer: thing.what });
  return (
    <li>
      {words} {customer && `${customer.number} ${customer.name}`} <span className={styles.quiet}>{thing.byName}</span>
      {may(company, 'cash.apply') && (
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('learnt.takeBack')}
        </button>
      )}
      {isOpen && <Act code={code} thing={thing} done={() => setOpen(false)} />}
    </li>
  );
}
