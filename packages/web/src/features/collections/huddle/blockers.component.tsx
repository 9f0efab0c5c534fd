/** What stands in the way, with who sees to it and since when, until it is solved. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useKeys } from '../../../ui/keys/keys.ts';
import { latePart } from '../../../ui/part/late-part.ts';
import { type ChosenCustomer, CustomerChoice } from '../../customers/customer-choice.component.tsx';
import { BlockerForm } from './blocker-form.component.tsx';
import styles from './huddle.module.css';
import { blockersQuery } from './huddle.queries.ts';
import { OneBlocker } from './one-blocker.component.tsx';

const WorkOfNobody = latePart(async () => (await import('../hand-over/work-of-nobody.component.tsx')).WorkOfNobody);

export function Blockers({ code, isWall }: { code: string; isWall: boolean }): ReactNode {
  const { t } = useTexts();
  const blockers = useQuery(blockersQuery(code));
  const mayWrite = may(useCompany(), 'activities.write') && !isWall;
  if (blockers.error) return <ProblemNote error={blockers.error} retry={() => void blockers.refetch()} />;
  const rows = blockers.data?.rows ?? [];
  return (
    <section className={styles.section}>
      <h3>{t('huddle.blockers')}</h3>
      <Suspense fallback={null}>
        <WorkOfNobody code={code} />
      </Suspense>
      {blockers.data && rows.length === 0 && <p className={styles.quiet}>{t('huddle.noBlockers')}</p>}
      <ul className={styles.plain}>
        {rows.map((blocker) => (
          <OneBlocker key={blocker.id} code={code} blocker={blocker} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite && <NewBlocker code={code} />}
    </section>
  );
}

function NewBlocker({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const [customer, setCustomer] = useState<ChosenCustomer | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: 'b', label: t('huddle.addBlocker'), act: () => field.current?.focus() }]);
  return (
    <BlockerForm
      code={code}
      blocker={null}
      field={field}
      {...(customer ? { about: { customerId: customer.id } } : {})}
      done={() => setCustomer(null)}
    >
      <CustomerChoice code={code} label={t('huddle.customer')} chosen={customer} pick={setCustomer} />
    </BlockerForm>
  );
}
