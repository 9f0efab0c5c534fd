/** When a customer works and can next be called, with what differs from its country changed in place. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, doneOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats, useTimeZone } from '../../../ui/format/formats.context.ts';
import { windowInWords } from '../../collections/window-words.ts';
import { useCustomerAct } from '../../customers/customers.queries.ts';
import { hoursQuery } from '../../customers/paying/paying.queries.ts';
import styles from './calendars.module.css';
import { calendarsQuery, type Week } from './calendars.queries.ts';
import { hoursGroups } from './hours-text.ts';
import { cycleOf, WeekField, weekTextOf } from './week-field.component.tsx';
import { useWeekdays } from './week-words.ts';

interface CustomerHoursProps {
  readonly code: string;
  readonly customerId: string;
  readonly canChange: boolean;
}

export function CustomerHours({ code, customerId, canChange }: CustomerHoursProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const zone = useTimeZone();
  const weekdays = useWeekdays('short');
  const [isEditing, setIsEditing] = useState(false);
  const hours = useQuery(hoursQuery(code, customerId));
  if (hours.error) return <ProblemNote error={hours.error} retry={() => void hours.refetch()} />;
  if (!hours.data) return null;
  const { week, window, timeZone, note, own } = hours.data;
  const words = hoursGroups(week).map(({ first, last, text }) =>
    first === last ? `${weekdays[first]} ${text}` : `${weekdays[first]}–${weekdays[last]} ${text}`,
  );
  const next = windowInWords({ window, timeZone }, { t, formats, zone, now: Date.now() });
  return (
    <div>
      <p>
        {words.join(' · ')} <span className={styles.quiet}>({timeZone})</span>
        {' · '}
        {t('calendars.callWhen')}: <b>{next}</b>
        {canChange && !isEditing && (
          <>
            {' '}
            <button type="button" className={styles.link} onClick={() => setIsEditing(true)}>
              {t('calendars.change')}
            </button>
          </>
        )}
      </p>
      {note && <p className={styles.quiet}>{note}</p>}
      {isEditing && (
        <HoursForm code={code} customerId={customerId} week={week} own={own} close={() => setIsEditing(false)} />
      )}
    </div>
  );
}

interface Own {
  readonly week: Week | null;
  readonly holidayList: string | null;
  readonly note: string | null;
}

function HoursForm(props: {
  code: string;
  customerId: string;
  week: Week;
  own: Own | null;
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, own, close } = props;
  const lists = useQuery(calendarsQuery(code)).data?.lists ?? [];
  const standing = weekTextOf(props.week);
  const [lines, setLines] = useState(standing);
  const [list, setList] = useState(own?.holidayList ?? '');
  const [note, setNote] = useState(own?.note ?? '');
  const week = cycleOf(lines);
  const isSameWeek = lines.join('|') === standing.join('|');
  const params = { path: { company: code, id: customerId } };
  const save = useCustomerAct(
    (body: Own) => doneOf(api.PUT('/api/v1/companies/{company}/customers/{id}/hours', { params, body })),
    { said: t('calendars.hoursSaved'), done: close },
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (week === null) return;
        // What was not touched stays as the country has it.
        const kept = isSameWeek ? (own?.week ?? null) : week;
        save.mutate({ week: kept, holidayList: list || null, note: note.trim() || null });
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <NativeSelect
        size="xs"
        label={t('calendars.holidays')}
        value={list}
        onChange={(event) => setList(event.currentTarget.value)}
        data={[
          { value: '', label: t('calendars.asCountry') },
          ...lists.map(({ code: value, name }) => ({ value, label: name })),
        ]}
      />
      <WeekField lines={lines} change={setLines} />
      <TextInput
        size="xs"
        label={t('calendars.hoursNote')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <Button type="submit" size="xs" loading={save.isPending} disabled={week === null}>
          {t('calendars.saveHours')}
        </Button>
        {own !== null && (
          <Button
            size="xs"
            variant="default"
            loading={save.isPending}
            onClick={() => save.mutate({ week: null, holidayList: null, note: null })}
          >
            {t('calendars.asCountryAct')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
