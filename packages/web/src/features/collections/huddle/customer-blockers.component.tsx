/** In a customer's head: what stands in the way there, and a new one (`b`). Nothing when nothing does. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { BlockerForm } from './blocker-form.component.tsx';
import styles from './huddle.module.css';
import { customerBlockersQuery } from './huddle.queries.ts';
import { OneBlocker } from './one-blocker.component.tsx';

/** Beside an item: what holds it up. */
export function ItemBlockers({ code, item }: { code: string; item: { id: string; customerId: string } }): ReactNode {
  const blockers = useQuery(customerBlockersQuery(code, item.customerId));
  const mayWrite = may(useCompany(), 'activities.write');
  const rows = (blockers.data?.rows ?? []).filter(({ itemId }) => itemId === item.id);
  if (rows.length === 0) return null;
  return (
    <ul className={styles.plain}>
      {rows.map((blocker) => (
        <OneBlocker key={blocker.id} code={code} blocker={blocker} mayWrite={mayWrite} isOnCustomer />
      ))}
    </ul>
  );
}

interface CustomerBlockersProps {
  readonly code: string;
  readonly customerId: string;
  readonly isAdding: boolean;
  readonly close: () => void;
}

export function CustomerBlockers({ code, customerId, isAdding, close }: CustomerBlockersProps): ReactNode {
  const blockers = useQuery(customerBlockersQuery(code, customerId));
  const mayWrite = may(useCompany(), 'activities.write');
  if (blockers.error) return <ProblemNote error={blockers.error} retry={() => void blockers.refetch()} />;
  const rows = blockers.data?.rows ?? [];
  return (
    <>
      {rows.length > 0 && (
        <ul className={styles.plain}>
          {rows.map((blocker) => (
            <OneBlocker key={blocker.id} code={code} blocker={blocker} mayWrite={mayWrite} isOnCustomer />
          ))}
        </ul>
      )}
      {isAdding && (
        <BlockerForm code={code} blocker={null} about={{ customerId }} isFocused done={close} cancel={close} />
      )}
    </>
  );
}
