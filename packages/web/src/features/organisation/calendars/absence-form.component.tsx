import { Button, NativeSelect, TextInput } from '@mantine/core';
import { laterDate, localDate } from '@quittance/core/calendar';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import styles from './calendars.module.css';
import type { PlannedPerson } from './calendars.queries.ts';
import { minuteOfTime } from './hours-text.ts';

type AbsenceKind = PlannedPerson['absences'][number]['kind'];

const KINDS: readonly AbsenceKind[] = ['leave', 'sick', 'training', 'other'];
export const ABSENCE_WORDS: Readonly<Record<AbsenceKind, TextKey>> = {
  leave: 'calendars.leave',
  sick: 'calendars.sick',
  training: 'calendars.training',
  other: 'calendars.otherAbsence',
};

/** Whole days, or some hours of each. */
export function AbsenceForm(props: { code: string; personId: string; start: string }): ReactNode {
  const { t } = useTexts();
  const { today } = useCompany();
  const first = laterDate(localDate(props.start), localDate(today));
  const [draft, setDraft] = useState({ kind: 'leave' as AbsenceKind, from: first, until: first, start: '', end: '' });
  const note = useAct(
    () =>
      api.POST('/api/v1/companies/{company}/absences', {
        params: { path: { company: props.code } },
        body: {
          personId: props.personId,
          kind: draft.kind,
          from: draft.from,
          until: laterDate(localDate(draft.from), localDate(draft.until)),
          fromMinute: minuteOfTime(draft.start),
          untilMinute: minuteOfTime(draft.end),
          note: null,
        },
      }),
    { said: () => t('calendars.absenceNoted') },
  );
  const field = (name: 'from' | 'until' | 'start' | 'end', label: TextKey, type: 'date' | 'time'): ReactNode => (
    <TextInput
      size="xs"
      type={type}
      label={t(label)}
      required={type === 'date'}
      withAsterisk={false}
      value={draft[name]}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate(undefined);
      }}
    >
      {note.error && <ProblemNote error={note.error} />}
      <div className={styles.row}>
        <NativeSelect
          size="xs"
          label={t('calendars.absenceKind')}
          value={draft.kind}
          onChange={(event) =>
            setDraft({ ...draft, kind: KINDS.find((one) => one === event.currentTarget.value) ?? 'other' })
          }
          data={KINDS.map((value) => ({ value, label: t(ABSENCE_WORDS[value]) }))}
        />
        {field('from', 'calendars.from', 'date')}
        {field('until', 'calendars.until', 'date')}
      </div>
      <div className={styles.row}>
        {field('start', 'calendars.fromHour', 'time')}
        {field('end', 'calendars.untilHour', 'time')}
        <Button type="submit" size="xs" loading={note.isPending} className={styles.low}>
          {t('calendars.noteAbsence')}
        </Button>
      </div>
    </form>
  );
}
