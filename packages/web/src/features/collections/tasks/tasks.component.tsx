/** A list of tasks with the panel of one: on its own page, or as part of another. */
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats, useToday } from '../../../ui/format/formats.context.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { latePart, useFetchedAhead } from '../../../ui/part/late-part.ts';
import { Split } from '../../../ui/split/split.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { Mentions } from '../mentions/mentions.component.tsx';
import { weekdayFrom } from '../work/weekdays.ts';
import { RHYTHM_WORDS, rhythmOf } from './recurrence-choice.ts';
import { taskWords } from './task-words.ts';
import styles from './tasks.module.css';
import { type Task, taskQuery, useTasks, type Whose } from './tasks.queries.ts';

const EscalationRule = latePart(async () => (await import('./escalation.component.tsx')).EscalationRule);
const TaskForm = latePart(async () => (await import('./task-form.component.tsx')).TaskForm);
const TaskPanel = latePart(async () => (await import('./task-panel.component.tsx')).TaskPanel);
const SHOWN_SOON = [TaskForm, TaskPanel];

const SEARCH_AFTER_MS = 250; // typing has paused

interface TasksViewProps {
  readonly code: string;
  readonly whose: Whose;
  /** Only about this customer, its items and promises. */
  readonly customerId?: string;
  /** The task that is open first. */
  readonly taskId?: string | undefined;
  readonly lead?: ReactNode;
}

export function TasksView({ code, whose, customerId, taskId, lead }: TasksViewProps): ReactNode {
  const [status, setStatus] = useState<'open' | 'done'>('open');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), SEARCH_AFTER_MS);
  const { t } = useTexts();
  const company = useCompany();
  const today = useToday();
  const tasks = useTasks(code, { whose, status, search, customerId });
  const [openId, setOpenId] = useState<'new' | 'rule' | string | null>(taskId ?? null);
  const columns = useTaskColumns();
  useFetchedAhead(SHOWN_SOON);
  const close = (): void => setOpenId(null);
  return (
    <div className={styles.area}>
      {customerId === undefined && <Mentions code={code} />}
      <div className={styles.fill}>
        <Split
          id="tasks"
          startPercent={62}
          left={
            <Grid
              id="tasks"
              label={t('tasks.title')}
              columns={columns}
              rows={tasks.rows}
              rowId={(row) => row.id}
              load={tasks.load}
              empty={t(status === 'done' || search !== '' ? 'tasks.noneFound' : 'tasks.empty')}
              isMain
              onOpen={(row) => setOpenId(row.id)}
              lead={
                <>
                  {lead}
                  <span className={styles.whose}>
                    <button
                      type="button"
                      aria-pressed={status === 'done'}
                      onClick={() => setStatus(status === 'done' ? 'open' : 'done')}
                    >
                      {t('tasks.doneOnes')}
                    </button>
                    {customerId === undefined && (
                      <button type="button" onClick={() => setOpenId('rule')}>
                        {t('tasks.rule')}
                      </button>
                    )}
                  </span>
                  <TextInput
                    size="xs"
                    type="search"
                    aria-label={t('tasks.search')}
                    placeholder={t('tasks.search')}
                    value={typed}
                    onChange={(event) => setTyped(event.currentTarget.value)}
                  />
                  {may(company, 'activities.write') && (
                    <Button onClick={() => setOpenId('new')}>{t('tasks.add')}</Button>
                  )}
                </>
              }
            />
          }
          right={
            openId === null ? null : (
              <Suspense fallback={null}>
                {openId === 'new' ? (
                  <Panel title={<h2>{t('tasks.add')}</h2>} close={close}>
                    <div className={styles.panel}>
                      <TaskForm
                        code={code}
                        task={null}
                        dueOn={weekdayFrom(today)}
                        {...(customerId === undefined ? {} : { about: { kind: 'customer' as const, id: customerId } })}
                        close={close}
                      />
                    </div>
                  </Panel>
                ) : openId === 'rule' ? (
                  <Panel title={<h2>{t('tasks.rule')}</h2>} close={close}>
                    <div className={styles.panel}>
                      <EscalationRule code={code} />
                    </div>
                  </Panel>
                ) : (
                  <OneTask key={openId} code={code} id={openId} known={tasks.rows} close={close} />
                )}
              </Suspense>
            )
          }
        />
      </div>
    </div>
  );
}

/** From the list, or asked for: a task that somebody else has is not in one's own. */
function OneTask(props: { code: string; id: string; known: readonly Task[]; close: () => void }): ReactNode {
  const { code, id, close } = props;
  const known = props.known.find((one) => one.id === id);
  const asked = useQuery({ ...taskQuery(code, id), enabled: known === undefined });
  const task = known ?? asked.data;
  if (asked.error) return <ProblemNote error={asked.error} retry={() => void asked.refetch()} />;
  return task ? <TaskPanel code={code} task={task} close={close} /> : null;
}

function useTaskColumns(): readonly GridColumn<Task>[] {
  const { t } = useTexts();
  const formats = useFormats();
  return useMemo((): readonly GridColumn<Task>[] => {
    const stateOf = (row: Task): 'escalated' | 'overdue' | 'open' | 'done' =>
      row.status !== 'open'
        ? 'done'
        : row.escalatedAt
          ? 'escalated'
          : Date.parse(row.dueAt) < Date.now()
            ? 'overdue'
            : 'open';
    const words = {
      escalated: t('tasks.escalated'),
      overdue: t('tasks.overdue'),
      open: t('tasks.open'),
      done: t('tasks.done'),
    };
    const tones = { escalated: 'alert', overdue: 'care', open: 'quiet', done: 'good' } as const;
    return [
      { id: 'due', kind: 'instant', header: t('tasks.due'), width: 175, value: (row) => row.dueAt },
      {
        id: 'title',
        kind: 'text',
        header: t('tasks.task'),
        width: 280,
        grow: true,
        value: (row) => {
          const { title } = taskWords(row, {
            t,
            money: ({ amount, currency }) => formats.amountText(amount, currency),
          });
          return row.isPinned ? `★ ${title}` : title;
        },
      },
      { id: 'about', kind: 'text', header: t('tasks.about'), width: 170, value: (row) => row.customerName },
      { id: 'who', kind: 'text', header: t('tasks.assignee'), width: 140, value: (row) => row.assigneeName },
      {
        id: 'state',
        kind: 'text',
        header: t('tasks.state'),
        width: 130,
        code: stateOf,
        value: (row) => words[stateOf(row)],
        render: (row) => <Status tone={tones[stateOf(row)]} word={words[stateOf(row)]} />,
      },
      {
        id: 'repeats',
        kind: 'text',
        header: t('tasks.repeats'),
        width: 170,
        value: (row) => t(RHYTHM_WORDS[rhythmOf(row.recurrence)]),
      },
    ];
  }, [t, formats]);
}
