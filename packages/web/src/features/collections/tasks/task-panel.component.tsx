/** One task: done with a click, changed, cancelled, opened again; what happened to it. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCodeNames } from '../../../app/sentences/code-names.ts';
import { useCompany, useSession } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats, useTimeZone } from '../../../ui/format/formats.context.ts';
import { dayIn } from '../../../ui/format/zone.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { TaskForm } from './task-form.component.tsx';
import { proposedBy, TaskProposal } from './task-proposal.component.tsx';
import { taskWords } from './task-words.ts';
import styles from './tasks.module.css';
import { changesQuery, type Task } from './tasks.queries.ts';

export function TaskPanel({ code, task, close }: { code: string; task: Task; close: () => void }): ReactNode {
  const { t } = useTexts();
  const zone = useTimeZone();
  const mayWrite = may(useCompany(), 'activities.write');
  const dueOn = dayIn(task.dueAt, zone);
  const formats = useFormats();
  const words = taskWords(task, { t, money: ({ amount, currency }) => formats.amountText(amount, currency) });
  return (
    <Panel title={<h2>{words.title}</h2>} close={close}>
      <div className={styles.panel}>
        <p className={styles.quiet}>
          {t('tasks.made')} {task.madeByName}, <Instant at={task.madeAt} />
          {task.customerId && (
            <>
              {' · '}
              <Link
                to="/c/$company/customers/$customerId"
                params={{ company: code, customerId: task.customerId }}
                search={{}}
              >
                {task.customerName}
              </Link>
            </>
          )}
        </p>
        {task.endReason !== null && <p>{t('tasks.ended', { reason: task.endReason })}</p>}
        {mayWrite && proposedBy(task).length > 0 && <TaskProposal code={code} task={task} close={close} />}
        {mayWrite && <Acts code={code} task={{ ...task, title: words.title }} close={close} />}
        {mayWrite && task.status === 'open' ? (
          <TaskForm key={task.dueAt} code={code} task={task} dueOn={dueOn} close={close} />
        ) : (
          <p className={styles.note}>{words.note}</p>
        )}
        <History code={code} id={task.id} />
      </div>
    </Panel>
  );
}

function Acts({ code, task, close }: { code: string; task: Task; close: () => void }): ReactNode {
  const { t } = useTexts();
  const path = { company: code, id: task.id };
  const { title } = task;
  const reopen = useAct(() => api.POST('/api/v1/companies/{company}/tasks/{id}/reopen', { params: { path } }));
  const me = useSession().user.id;
  const [reason, setReason] = useState<string | null>(null);
  const isAnothers = task.assigneeId !== me;
  const end = useAct((status: 'done' | 'cancelled') => {
    const why = status === 'cancelled' ? reason?.trim() || null : null;
    return dataOf(
      api.POST('/api/v1/companies/{company}/tasks/{id}/end', { params: { path }, body: { status, reason: why } }),
    );
  });
  const finish = (status: 'done' | 'cancelled'): void =>
    end.mutate(status, {
      onSuccess: ({ nextId }) => {
        const text = status === 'cancelled' ? t('tasks.cancelled') : t('tasks.doneNow', { title });
        const undo = () => reopen.mutate(undefined);
        say(nextId ? { text: t('tasks.doneNext', { title }) } : { text, undo });
        close();
      },
    });
  const problem = end.error ?? reopen.error;
  return (
    <div className={styles.row}>
      {problem && <ProblemNote error={problem} />}
      {task.status === 'open' ? (
        <>
          <Button size="xs" loading={end.isPending} onClick={() => finish('done')}>
            {t('tasks.done')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-expanded={isAnothers ? reason !== null : undefined}
            onClick={() => (isAnothers ? setReason(reason === null ? '' : null) : finish('cancelled'))}
          >
            {t('tasks.cancel')}
          </Button>
          {reason !== null && (
            <form
              className={styles.callOff}
              onSubmit={(event) => {
                event.preventDefault();
                if (reason.trim() !== '' && !end.isPending) finish('cancelled');
              }}
            >
              <TextInput
                size="xs"
                autoFocus
                label={t('tasks.whyCancel', { name: task.assigneeName })}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Button type="submit" size="xs" disabled={reason.trim() === ''} loading={end.isPending}>
                {t('tasks.cancelNow')}
              </Button>
            </form>
          )}
        </>
      ) : (
        <Button size="xs" variant="default" loading={reopen.isPending} onClick={() => reopen.mutate(undefined)}>
          {t('tasks.open')}
        </Button>
      )}
    </div>
  );
}

function History({ code, id }: { code: string; id: string }): ReactNode {
  const { t } = useTexts();
  const names = useCodeNames();
  const changes = useQuery(changesQuery(code, id));
  return (
    <>
      <h3>{t('tasks.history')}</h3>
      <ul className={styles.history}>
        {changes.data?.rows.map((change) => (
          <li key={change.id}>
            <span>{names.act(change.action)}</span>
            <span className={styles.quiet}>
              {change.changedByName}, <Instant at={change.changedAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
