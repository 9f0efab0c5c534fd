/** What posts by itself: which version holds, those before and proposed, and the form for the next. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import styles from './policies.module.css';
import { changesIn, policiesQuery } from './policies.queries.ts';
import { PolicyForm } from './policy-form.component.tsx';
import { PolicyVersions } from './policy-versions.component.tsx';

export function PoliciesView(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const policies = useQuery(policiesQuery(code));
  const [startedFrom, setStartedFrom] = useState<number | null>(null);
  if (policies.error) return <ProblemNote error={policies.error} retry={() => void policies.refetch()} />;
  if (!policies.data) return null;
  const { inForce, switches } = policies.data;
  const start = startedFrom ?? inForce;
  return (
    <div className={styles.page}>
      <p className={styles.explain}>{t('policies.intro')}</p>
      <p className={styles.holds}>
        {inForce === 0
          ? t('policies.usualHolds')
          : t('policies.holds', { number: inForce, name: switches[0]?.switchedByName ?? '' })}
      </p>
      <PolicyVersions code={code} policies={policies.data} startFrom={setStartedFrom} />
      <PolicyForm
        key={`${start} ${inForce}`}
        code={code}
        policies={policies.data}
        start={changesIn(policies.data, start)}
        mayPropose={may(company, 'policies.propose')}
      />
    </div>
  );
}
