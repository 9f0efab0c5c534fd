import { useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { TasksView } from './tasks.component.tsx';
import styles from './tasks.module.css';
import type { Whose } from './tasks.queries.ts';

/** What one has to do oneself, and what everybody has. */
export function TasksPage(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const { task } = useSearch({ from: '/c/$company/tasks' });
  const [whose, setWhose] = useState<Whose>('mine');
  const choice = (one: Whose, word: string): ReactNode => (
    <button type="button" aria-pressed={whose === one} onClick={() => setWhose(one)}>
      {word}
    </button>
  );
  const lead = (
    <span className={styles.whose}>
      {choice('mine', t('tasks.mine'))}
      {choice('all', t('tasks.all'))}
    </span>
  );
  return <TasksView key={task ?? ''} code={code} whose={whose} taskId={task} lead={lead} />;
}
