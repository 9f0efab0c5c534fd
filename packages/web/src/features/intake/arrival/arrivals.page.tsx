/** The parts beside the imports themselves: every file that came, sources, bank accounts, differences with the ERP. */
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AdvicesView } from '../advices/advices.component.tsx';
import { DifferencesView } from '../differences/differences.component.tsx';
import { ARRIVAL_PARTS, type ArrivalPart, ImportsTabs } from '../imports-tabs.component.tsx';
import styles from '../intake.module.css';
import { ArrivalsView } from './arrivals.component.tsx';
import { SourcesView } from './sources.component.tsx';
import { StatementAccountsView } from './statement-accounts.component.tsx';

const VIEWS: Readonly<Record<ArrivalPart, (props: { code: string }) => ReactNode>> = {
  advices: AdvicesView,
  arrivals: ArrivalsView,
  sources: SourcesView,
  accounts: StatementAccountsView,
  differences: DifferencesView,
};

export function ArrivalsPage(): ReactNode {
  const { company: code, part } = useParams({ from: '/c/$company/imports/part/$part' });
  const current = ARRIVAL_PARTS.find((known) => known === part) ?? 'arrivals';
  const View = VIEWS[current];
  return (
    <div className={styles.page}>
      <ImportsTabs code={code} current={current} />
      <div className={styles.fill}>
        <View key={current} code={code} />
      </div>
    </div>
  );
}
