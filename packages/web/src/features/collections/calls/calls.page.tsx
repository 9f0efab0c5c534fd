/** Calls: whom to call again and when, how calls went, and the words to speak by. */
import { useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { Tabs } from '../../../ui/tabs/tabs.component.tsx';
import { CallBacks } from './call-backs.component.tsx';
import styles from './calls.module.css';

const SessionsView = lazy(async () => ({ default: (await import('../sessions/sessions.component.tsx')).SessionsView }));
const CallMeasures = lazy(async () => ({ default: (await import('./call-measures.component.tsx')).CallMeasures }));
const CallScripts = lazy(async () => ({ default: (await import('./call-scripts.component.tsx')).CallScripts }));

const PARTS = ['backs', 'sessions', 'measures', 'scripts'] as const;
type Part = (typeof PARTS)[number];
const PART_WORDS: Readonly<Record<Part, TextKey>> = {
  backs: 'calls.backs',
  sessions: 'sessions.title',
  measures: 'calls.measures',
  scripts: 'calls.scripts',
};
const VIEWS = { backs: CallBacks, sessions: SessionsView, measures: CallMeasures, scripts: CallScripts } as const;

export function CallsPage(): ReactNode {
  const { t } = useTexts();
  const { company: code, part: named } = useParams({ from: '/c/$company/calls/$part' });
  const part = PARTS.find((one) => one === named) ?? 'backs';
  const View = VIEWS[part];
  return (
    <div className={styles.page}>
      <Tabs
        label={t('calls.title')}
        current={part}
        tabs={PARTS.map((key) => ({
          key,
          word: t(PART_WORDS[key]),
          link: { to: '/c/$company/calls/$part', params: { company: code, part: key }, search: {} },
        }))}
      />
      <div className={styles.fill}>
        <Suspense fallback={null}>
          <View key={part} code={code} />
        </Suspense>
      </div>
    </div>
  );
}
