/** When runs start by themselves, and who gets what a person is to do. */
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { TimeField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { minuteOfTime, timeText } from '../../organisation/calendars/hours-text.ts';
import { useWeekdays } from '../../organisation/calendars/week-words.ts';
import { peopleQuery } from '../tasks/tasks.queries.ts';
import styles from './dunning.module.css';
import { type Schedule, saveSchedule, scheduleQuery } from './dunning.queries.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 7];

export function ScheduleView({ code }: { code: string }): ReactNode {
  const schedule = useQuery(scheduleQuery(code));
  const people = useQuery(peopleQuery(code));
  const error = schedule.error ?? people.error;
  if (error) return <ProblemNote error={error} retry={() => void schedule.refetch()} />;
  if (!schedule.data || !people.data) return null;
  return <ScheduleForm code={code} schedule={schedule.data} people={people.data.people} />;
}

function ScheduleForm(props: {
  code: string;
  schedule: Schedule;
  people: readonly { readonly id: string; readonly name: string }[];
}): ReactNode {
  const { code, people } = props;
  const { t } = useTexts();
  const maySet = may(useCompany(), 'correspondence.manage');
  const [draft, setDraft] = useState(props.schedule);
  const [time, setTime] = useState(timeText(props.schedule.atMinute));
  const atMinute = minuteOfTime(time);
  const save = useAct((body: Schedule) => saveSchedule(code, body), { said: () => t('dunning.saved') });
  const weekdays = useWeekdays('short');
  return (
    <form
      className={styles.schedule}
      onSubmit={(event) => {
        event.preventDefault();
        if (atMinute !== null) save.mutate({ ...draft, atMinute });
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <Checkbox
        label={t('dunning.on')}
        disabled={!maySet}
        checked={draft.isOn}
        onChange={(event) => setDraft({ ...draft, isOn: event.currentTarget.checked })}
      />
      <TimeField
        label={t('dunning.at')}
        disabled={!maySet}
        error={atMinute === null ? t('dunning.time') : null}
        value={time}
        change={setTime}
      />
      <fieldset className={styles.line} aria-label={t('dunning.weekdays')}>
        <legend>{t('dunning.weekdays')}</legend>
        {DAYS.map((day) => (
          <Checkbox
            key={day}
            size="xs"
            label={weekdays[day - 1]}
            disabled={!maySet}
            checked={draft.weekdays.includes(day)}
            onChange={(event) => {
              const others = draft.weekdays.filter((one) => one !== day);
              setDraft({ ...draft, weekdays: event.currentTarget.checked ? [...others, day].sort() : others });
            }}
          />
        ))}
      </fieldset>
      <NativeSelect
        label={t('dunning.actsTo')}
        disabled={!maySet}
        value={draft.actsTo ?? ''}
        onChange={(event) => setDraft({ ...draft, actsTo: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('dunning.actsToNobody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {maySet && (
        <div>
          <Button type="submit" loading={save.isPending} disabled={atMinute === null}>
            {t('dunning.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
