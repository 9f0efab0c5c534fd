/** One person: the team or shift they work in from when until when, and when they are away. */
import { Button, NativeSelect } from '@mantine/core';
import { addDays, localDate } from '@quittance/core/calendar';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany, useSession } from '../../../app/session.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { ABSENCE_WORDS, AbsenceForm } from './absence-form.component.tsx';
import styles from './calendars.module.css';
import { assignmentsQuery, type Calendars, type PlannedPerson } from './calendars.queries.ts';
import { timeText } from './hours-text.ts';

interface Props {
  readonly code: string;
  readonly person: PlannedPerson;
  readonly calendars: Calendars;
  /** The week that is shown. */
  readonly from: string;
  readonly close: () => void;
}

/** Absences and assignments are shown for the quarter that is looked at. */
const SHOWN_DAYS = 92;

export function PersonHours(props: Props): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const isMine = useSession().user.id === props.person.id;
  const mayManage = may(company, 'calendars.manage');
  const mayBeAway = mayManage || (isMine && may(company, 'activities.write'));
  return (
    <Panel title={<h2>{props.person.name}</h2>} close={props.close}>
      <div className={styles.form}>
        <p className={styles.quiet}>{props.person.timeZone}</p>
        <h3>{t('calendars.absences')}</h3>
        <Absences {...props} mayChange={mayBeAway} />
        {mayBeAway && <AbsenceForm code={props.code} personId={props.person.id} start={props.from} />}
        <h3>{t('calendars.assignments')}</h3>
        <Assignments {...props} mayManage={mayManage} />
        {mayManage && <AssignForm {...props} />}
      </div>
    </Panel>
  );
}

function Absences({ code, person, mayChange }: Props & { mayChange: boolean }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const takeBack = useAct(
    (id: string) =>
      api.DELETE('/api/v1/companies/{company}/absences/{id}', { params: { path: { company: code, id } } }),
    { said: () => t('calendars.absenceTakenBack') },
  );
  if (person.absences.length === 0) return <p className={styles.quiet}>{t('calendars.noAbsence')}</p>;
  return (
    <ul className={styles.records}>
      {takeBack.error && <ProblemNote error={takeBack.error} />}
      {person.absences.map(({ id, kind, from, until, fromMinute, untilMinute, note }) => (
        <li key={id}>
          <span>
            {t(ABSENCE_WORDS[kind])}: {formats.weekday(from)}
            {until !== from && ` – ${formats.weekday(until)}`}
            {fromMinute !== null && untilMinute !== null && ` ${timeText(fromMinute)}–${timeText(untilMinute)}`}
          </span>
          {note && <span className={styles.quiet}>{note}</span>}
          {mayChange && (
            <button type="button" className={styles.link} onClick={() => takeBack.mutate(id)}>
              {t('calendars.takeBack')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Assignments({ code, person, calendars, from, mayManage }: Props & { mayManage: boolean }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { today } = useCompany();
  const until = addDays(localDate(from), SHOWN_DAYS);
  const assignments = useQuery(assignmentsQuery(code, from, until));
  const end = useAct(
    (id: string) =>
      api.POST('/api/v1/companies/{company}/work-assignments/{id}/end', {
        params: { path: { company: code, id } },
        body: { until: addDays(localDate(today), -1) },
      }),
    { said: () => t('calendars.assignmentEnded') },
  );
  const rows = (assignments.data?.rows ?? []).filter(({ personId }) => personId === person.id);
  if (rows.length === 0) return <p className={styles.quiet}>{t('calendars.asCompany')}</p>;
  return (
    <ul className={styles.records}>
      {end.error && <ProblemNote error={end.error} />}
      {rows.map((row) => {
        const team = calendars.teams.find(({ id }) => id === row.teamId)?.name;
        const shift = calendars.shifts.find(({ id }) => id === row.shiftId)?.name;
        return (
          <li key={row.id}>
            <span>{[team, shift].filter(Boolean).join(' · ')}</span>
            <span className={styles.quiet}>
              {formats.date(row.from)} – {row.until ? formats.date(row.until) : t('calendars.openEnd')}
            </span>
            {mayManage && (
              <button type="button" className={styles.link} onClick={() => end.mutate(row.id)}>
                {t('calendars.endAssignment')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function AssignForm({ code, person, calendars }: Props): ReactNode {
  const { t } = useTexts();
  const { today } = useCompany();
  const [draft, setDraft] = useState({ teamId: '', shiftId: '', from: today, until: '' });
  const assign = useAct(
    () =>
      api.POST('/api/v1/companies/{company}/work-assignments', {
        params: { path: { company: code } },
        body: {
          personId: person.id,
          teamId: draft.teamId || null,
          shiftId: draft.shiftId || null,
          from: draft.from,
          until: draft.until || null,
        },
      }),
    { said: () => t('calendars.assigned', { name: person.name }) },
  );
  const nothing = { value: '', label: '–' };
  const options = (all: readonly { id: string; name: string }[]) => [
    nothing,
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        assign.mutate(undefined);
      }}
    >
      {assign.error && <ProblemNote error={assign.error} />}
      <div className={styles.row}>
        <NativeSelect
          size="xs"
          label={t('calendars.team')}
          value={draft.teamId}
          onChange={(event) => setDraft({ ...draft, teamId: event.currentTarget.value })}
          data={options(calendars.teams)}
        />
        <NativeSelect
          size="xs"
          label={t('calendars.ownShift')}
          value={draft.shiftId}
          onChange={(event) => setDraft({ ...draft, shiftId: event.currentTarget.value })}
          data={options(calendars.shifts)}
        />
      </div>
      <div className={styles.row}>
        <DateField
          size="xs"
          label={t('calendars.from')}
          required
          withAsterisk={false}
          value={draft.from}
          change={(day) => setDraft({ ...draft, from: day })}
        />
        <DateField
          size="xs"
          label={t('calendars.until')}
          min={draft.from}
          value={draft.until}
          change={(day) => setDraft({ ...draft, until: day })}
        />
      </div>
      <Button type="submit" size="xs" loading={assign.isPending} disabled={draft.teamId === '' && draft.shiftId === ''}>
        {t('calendars.assign')}
      </Button>
    </form>
  );
}
