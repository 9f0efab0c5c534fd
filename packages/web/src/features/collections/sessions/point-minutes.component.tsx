/** One point of the agenda: what was said, and the tasks and promises that follow of it. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { localDate } from '@quittance/core/calendar';
import { currencyCode } from '@quittance/core/money';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany, useSession } from '../../../app/session.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { readAmount, toMoneyText } from '../../../ui/money/money-text.ts';
import { NoteArea } from '../../customers/notes/note-area.component.tsx';
import { usualDays } from '../promises/promise-days.ts';
import { peopleQuery } from '../tasks/tasks.queries.ts';
import styles from './sessions.module.css';
import type { SessionPoint, WholeSession } from './sessions.queries.ts';

interface PointProps {
  readonly code: string;
  readonly session: WholeSession;
  readonly point: SessionPoint;
}

export function PointMinutes({ code, session, point }: PointProps): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [minutes, setMinutes] = useState(point.minutes);
  const [adding, setAdding] = useState<'task' | 'promise' | null>(null);
  const params = { path: { company: code, id: session.id, pointId: point.id } };
  const save = useAct(() =>
    api.PUT('/api/v1/companies/{company}/sessions/{id}/points/{pointId}/minutes', { params, body: { minutes } }),
  );
  const mayWrite = may(company, 'activities.write') && session.state !== 'cancelled';
  const mayPromise = may(company, 'holds.manage') && session.state !== 'cancelled';
  const count = (kind: 'task' | 'promise'): number => point.outcomes.filter((one) => one.kind === kind).length;
  return (
    <section className={styles.point} aria-label={point.title}>
      <strong>{point.title}</strong>
      {save.error && <ProblemNote error={save.error} />}
      {mayWrite ? (
        <NoteArea
          size="xs"
          autosize
          minRows={1}
          aria-label={t('sessions.minutes')}
          placeholder={t('sessions.minutes')}
          value={minutes}
          change={setMinutes}
          onBlur={() => minutes !== point.minutes && save.mutate(undefined)}
        />
      ) : (
        <p>{point.minutes}</p>
      )}
      <div className={styles.line}>
        {count('task') > 0 && <span>{t('sessions.tasks', { count: count('task') })}</span>}
        {count('promise') > 0 && <span>{t('sessions.promises', { count: count('promise') })}</span>}
        {mayWrite && (
          <Button size="compact-xs" variant="default" onClick={() => setAdding(adding === 'task' ? null : 'task')}>
            {t('tasks.add')}
          </Button>
        )}
        {mayPromise && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setAdding(adding === 'promise' ? null : 'promise')}
          >
            {t('promises.make')}
          </Button>
        )}
      </div>
      {adding && (
        <Outcome key={adding} code={code} session={session} point={point} kind={adding} done={() => setAdding(null)} />
      )}
    </section>
  );
}

function Outcome(props: PointProps & { kind: 'task' | 'promise'; done: () => void }): ReactNode {
  const { t } = useTexts();
  const { code, session, point, kind, done } = props;
  const company = useCompany();
  const formats = useFormats();
  const me = useSession().user.id;
  const people = useQuery(peopleQuery(code)).data?.people ?? [];
  const [text, setText] = useState('');
  const [day, setDay] = useState<string>(usualDays(localDate(company.today))[0] ?? company.today);
  const [assigneeId, setAssigneeId] = useState(me);
  const currency = currencyCode(/\d ([A-Z]{3})\b/.exec(point.title)?.[1] ?? company.functionalCurrency);
  const amountMinor = kind === 'promise' ? readAmount(text, currency, formats.decimalSign) : null;
  const isReady = day !== '' && (kind === 'task' ? text.trim() !== '' : amountMinor !== null && amountMinor > 0n);
  const params = { path: { company: code, id: session.id, pointId: point.id } };
  const add = useAct(async () => {
    if (kind === 'task') {
      const body = { title: text.trim(), assigneeId, due: { on: day } };
      await dataOf(api.POST('/api/v1/companies/{company}/sessions/{id}/points/{pointId}/tasks', { params, body }));
    } else {
      const parts = [{ promisedOn: day, amount: toMoneyText({ amountMinor: amountMinor ?? 0n, currency }) }];
      const body = { parts };
      await dataOf(api.POST('/api/v1/companies/{company}/sessions/{id}/points/{pointId}/promises', { params, body }));
    }
    done();
  });
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !add.isPending) add.mutate(undefined);
      }}
    >
      {add.error && <ProblemNote error={add.error} />}
      <TextInput
        size="xs"
        autoFocus
        className={styles.grow}
        aria-label={kind === 'task' ? t('tasks.task') : t('promises.promised')}
        placeholder={kind === 'task' ? t('tasks.task') : t('promises.promised')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {kind === 'promise' && <span>{currency}</span>}
      <DateField size="xs" aria-label={t('calls.day')} min={company.today} value={day} change={setDay} />
      {kind === 'task' && (
        <NativeSelect
          size="xs"
          aria-label={t('tasks.assignee')}
          value={assigneeId}
          onChange={(event) => setAssigneeId(event.currentTarget.value)}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Button type="submit" size="xs" loading={add.isPending} disabled={!isReady}>
        {kind === 'task' ? t('tasks.add') : t('promises.save')}
      </Button>
    </form>
  );
}
