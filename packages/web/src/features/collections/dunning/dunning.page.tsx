/** Dunning: the next run looked at before it starts, the runs that were, and when they start by themselves. */
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { Tabs } from '../../../ui/tabs/tabs.component.tsx';
import styles from './dunning.module.css';
import { PreviewView } from './preview.component.tsx';
import { RunsView } from './runs.component.tsx';
import { ScheduleView } from './schedule.component.tsx';

const VIEWS = { preview: PreviewView, runs: RunsView, schedule: ScheduleView } as const;
const WORDS = { preview: 'dunning.preview', runs: 'dunning.runs', schedule: 'dunning.schedule' } as const;
const PARTS = ['preview', 'runs', 'schedule'] as const;

export function DunningPage(): ReactNode {
  const { t } = useTexts();
  const { company: code, part } = useParams({ from: '/c/$company/dunning/$part' });
  const current = PARTS.find((one) => one === part) ?? 'preview';
  const View = VIEWS[current];
  return (
    <div className={styles.page}>
      <Tabs
        label={t('dunning.title')}
        current={current}
        tabs={PARTS.map((key) => ({
          key,
          word: t(WORDS[key]),
          link: { to: '/c/$company/dunning/$part', params: { company: code, part: key }, search: {} },
        }))}
      />
      <div className={styles.fill}>
        <View key={current} code={code} />
      </div>
    </div>
  );
}
