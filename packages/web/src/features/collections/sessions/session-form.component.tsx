/** Planning or changing a session: when both work, whom to invite, what to talk about. Saving it sends the invitation. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useSession } from '../../../app/session.ts';
import { DateField, TimeField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats, useTimeZone } from '../../../ui/format/formats.context.ts';
import { placeOf } from '../../../ui/format/zone.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { peopleQuery } from '../tasks/tasks.queries.ts';
import { bodyOf, draftOf, type SessionDraft } from './session-draft.ts';
import styles from './sessions.module.css';
import { changeSession, outlookQuery, planSession, type WholeSession } from './sessions.queries.ts';

interface SessionFormProps {
  readonly code: string;
  readonly customerId: string;
  /** Null: a new one. */
  readonly session: WholeSession | null;
  readonly done: (id: string) => void;
}

export function SessionForm({ code, customerId, session, done }: SessionFormProps): ReactNode {
  const { t } = useTexts();
  const me = useSession().user.id;
  const zone = useTimeZone();
  const [draft, setDraft] = useState<SessionDraft>(() =>
    draftOf(session, { me, zone, title: t('sessions.usualTitle') }),
  );
  const change = (part: Partial<SessionDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const body = bodyOf(draft, zone);
  const save = useAct(async () => {
    if (body === null) return;
    const saved = await (session ? changeSession(code, session.id, body) : planSession(code, customerId, body));
    say({ text: t(session ? 'sessions.wasChanged' : 'sessions.wasPlanned', { count: body.contactIds?.length ?? 0 }) });
    done(saved.id);
  });
  return (
    <form
      className={styles.form}
      aria-label={t('sessions.plan')}
      onSubmit={(event) => {
        event.preventDefault();
        if (body !== null && !save.isPending) save.mutate(undefined);
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <TextInput
        size="xs"
        label={t('sessions.what')}
        maxLength={200}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <When code={code} customerId={customerId} draft={draft} change={change} />
      <TextInput
        size="xs"
        label={t('sessions.place')}
        placeholder={t('sessions.placeHelp')}
        value={draft.place}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
      <Invited code={code} customerId={customerId} draft={draft} change={change} />
      <Agenda code={code} customerId={customerId} draft={draft} change={change} />
      <Textarea
        size="xs"
        label={t('sessions.message')}
        autosize
        minRows={2}
        value={draft.message}
        onChange={(event) => change({ message: event.currentTarget.value })}
      />
      <div className={styles.line}>
        <Button type="submit" size="xs" loading={save.isPending} disabled={body === null}>
          {t(session ? 'sessions.saveChange' : 'sessions.invite')}
        </Button>
        {body === null && <span className={styles.quiet}>{t('sessions.notWhole')}</span>}
      </div>
    </form>
  );
}

interface PartProps {
  readonly code: string;
  readonly customerId: string;
  readonly draft: SessionDraft;
  readonly change: (part: Partial<SessionDraft>) => void;
}

function When({ code, customerId, draft, change }: PartProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const zone = useTimeZone();
  const outlook = useQuery(outlookQuery(code, customerId));
  return (
    <fieldset className={styles.part}>
      <legend>{t('sessions.starts')}</legend>
      <div className={styles.line}>
        <DateField size="xs" aria-label={t('calls.day')} value={draft.day} change={(day) => change({ day: day })} />
        <TimeField
          size="xs"
          aria-label={t('calls.time')}
          value={draft.time}
          change={(time) => change({ time: time })}
        />
        <TextInput
          size="xs"
          className={styles.minutes}
          inputMode="numeric"
          aria-label={t('calls.minutes')}
          rightSection={<span className={styles.quiet}>min</span>}
          value={draft.minutes}
          onChange={(event) => change({ minutes: event.currentTarget.value })}
        />
      </div>
      {outlook.data && (
        <p className={styles.quiet}>
          {t('sessions.bothWork', { place: placeOf(outlook.data.timeZone) })}{' '}
          {outlook.data.windows
            .slice(0, 3)
            .map(({ from, until }) => `${formats.instant(from, zone)} – ${formats.instant(until, zone)}`)
            .join(' · ')}
        </p>
      )}
    </fieldset>
  );
}

function Invited({ code, customerId, draft, change }: PartProps): ReactNode {
  const { t } = useTexts();
  const contacts = useQuery(outlookQuery(code, customerId)).data?.contacts ?? [];
  const colleagues = useQuery(peopleQuery(code)).data?.people ?? [];
  return (
    <fieldset className={styles.part}>
      <legend>{t('sessions.people')}</legend>
      {contacts.length === 0 && <p className={styles.quiet}>{t('sessions.noAddress')}</p>}
      {contacts.map(({ id, name, address }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={draft.contactIds.includes(id)}
            onChange={() => change({ contactIds: toggled(draft.contactIds, id) })}
          />{' '}
          {name} <span className={styles.quiet}>{address}</span>
        </label>
      ))}
      <details>
        <summary>{t('sessions.colleagues', { count: draft.personIds.length })}</summary>
        {colleagues.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={draft.personIds.includes(id)}
              onChange={() => change({ personIds: toggled(draft.personIds, id) })}
            />{' '}
            {name}
          </label>
        ))}
      </details>
    </fieldset>
  );
}

function Agenda({ code, customerId, draft, change }: PartProps): ReactNode {
  const { t } = useTexts();
  const [own, setOwn] = useState('');
  const open = useQuery(outlookQuery(code, customerId)).data?.points ?? [];
  const rest = open.filter(({ subjectId }) => !draft.points.some((point) => point.subjectId === subjectId));
  const add = (): void => {
    if (own.trim() === '') return;
    change({ points: [...draft.points, { id: null, kind: 'other', subjectId: null, title: own.trim() }] });
    setOwn('');
  };
  return (
    <fieldset className={styles.part}>
      <legend>{t('sessions.agenda')}</legend>
      {draft.points.map((point, index) => (
        <label key={point.id ?? point.subjectId ?? point.title}>
          <input
            type="checkbox"
            checked
            onChange={() => change({ points: draft.points.filter((_, at) => at !== index) })}
          />{' '}
          {point.title}
        </label>
      ))}
      {rest.length > 0 && (
        <div className={styles.open}>
          {rest.map((point) => (
            <label key={point.subjectId}>
              <input
                type="checkbox"
                checked={false}
                onChange={() => change({ points: [...draft.points, { id: null, ...point }] })}
              />{' '}
              {point.title}
            </label>
          ))}
        </div>
      )}
      <div className={styles.line}>
        <TextInput
          size="xs"
          className={styles.grow}
          aria-label={t('sessions.ownPoint')}
          placeholder={t('sessions.ownPoint')}
          maxLength={300}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button size="xs" variant="default" disabled={own.trim() === ''} onClick={add}>
          {t('sessions.addPoint')}
        </Button>
      </div>
    </fieldset>
  );
}

function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}
