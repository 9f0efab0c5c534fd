/** Adding a task where a customer, an item or a promise is in hand. */
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useToday } from '../../../ui/format/formats.context.ts';
import { weekdayFrom } from '../work/weekdays.ts';
import { TaskForm, type TaskSubject } from './task-form.component.tsx';
import styles from './tasks.module.css';

export function TaskAbout(props: { code: string; about: TaskSubject; close: () => void }): ReactNode {
  const { t } = useTexts();
  const today = useToday();
  return (
    <section
      className={styles.aboutForm}
      aria-label={t('tasks.add')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.close();
      }}
    >
      <TaskForm code={props.code} task={null} dueOn={weekdayFrom(today)} about={props.about} close={props.close} />
      <button type="button" className={styles.leave} onClick={props.close}>
        {t('act.cancel')}
      </button>
    </section>
  );
}
