/** A week of everybody: when each works, on the company's clock, and who is away. */

import { Button } from '@mantine/core';
import { addDays, type LocalDate, localDate, toEpochDay, weekdayOf } from '@quittance/core/calendar';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useSession } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats, useTimeZone, useToday } from '../../../ui/format/formats.context.ts';
import { Split } from '../../../ui/split/split.component.tsx';
import type { CalendarPart } from './calendars.component.tsx';
import styles from './calendars.module.css';
import { type PlannedPerson, planQuery } from './calendars.queries.ts';
import { PersonHours } from './person-hours.component.tsx';
import { barsOf } from './plan-bars.ts';

const WEEK_DAYS = 7;

export function WorkPlanView({ code, calendars }: CalendarPart): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const zone = useTimeZone();
  const today = useToday();
  const me = useSession().user.id;
  const [from, setFrom] = useState<LocalDate>(mondayOf(today));
  const [openId, setOpenId] = useState<string | null>(null);
  const plan = useQuery(planQuery(code, { from, days: WEEK_DAYS }));
  if (plan.error) return <ProblemNote error={plan.error} retry={() => void plan.refetch()} />;
  const people = plan.data?.people ?? [];
  const days = Array.from({ length: WEEK_DAYS }, (_, index) => addDays(from, index));
  const open = people.find(({ id }) => id === openId);
  return (
    <Split
      id="calendars"
      startPercent={68}
      left={
        <div className={styles.page}>
          <div className={styles.bar}>
            <span className={styles.year}>
              <button
                type="button"
                aria-label={t('calendars.weekBefore')}
                onClick={() => setFrom(addDays(from, -WEEK_DAYS))}
              >
                ‹
              </button>
              <strong>
                {formats.weekday(from)} – {formats.weekday(addDays(from, WEEK_DAYS - 1))}
              </strong>
              <button
                type="button"
                aria-label={t('calendars.weekAfter')}
                onClick={() => setFrom(addDays(from, WEEK_DAYS))}
              >
                ›
              </button>
            </span>
            <span className={styles.quiet}>{t('calendars.planZone', { zone })}</span>
            <span className={styles.space} />
            {people.some(({ id }) => id === me) && (
              <Button size="xs" variant="default" onClick={() => setOpenId(me)}>
                {t('calendars.iAmAway')}
              </Button>
            )}
          </div>
          <table className={styles.plan}>
            <thead>
              <tr>
                <th scope="col">{t('people.name')}</th>
                {days.map((day) => (
                  <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
                    {formats.weekday(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.id} data-open={person.id === openId || undefined}>
                  <th scope="row">
                    <button type="button" className={styles.link} onClick={() => setOpenId(person.id)}>
                      {person.name}
                    </button>
                    <TeamWords person={person} calendars={calendars} />
                  </th>
                  {days.map((day) => (
                    <DayBars key={day} person={person} day={day} zone={zone} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
      right={
        open ? (
          <PersonHours
            key={open.id}
            code={code}
            person={open}
            calendars={calendars}
            from={from}
            close={() => setOpenId(null)}
          />
        ) : null
      }
    />
  );
}

function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(toEpochDay(day)));
}

function TeamWords({ person, calendars }: { person: PlannedPerson; calendars: CalendarPart['calendars'] }): ReactNode {
  const team = calendars.teams.find(({ id }) => id === person.teamId)?.name;
  const shift = calendars.shifts.find(({ id }) => id === person.shiftId)?.name;
  return <span className={styles.quiet}>{[team, shift].filter(Boolean).join(' · ')}</span>;
}

/** A day from midnight to midnight with bars where the person works; the words say the same. */
function DayBars({ person, day, zone }: { person: PlannedPerson; day: LocalDate; zone: string }): ReactNode {
  const { t } = useTexts();
  const bars = barsOf(person.windows, { day: localDate(day), timeZone: zone });
  const isAway = person.absences.some(({ from, until }) => from <= day && day <= until);
  const words = bars.map(({ text }) => text).join(', ');
  return (
    <td>
      <div className={styles.dayBar} title={words}>
        {bars.map(({ left, width, text }) => (
          <span key={text} style={{ left: `${left}%`, width: `${width}%` }} />
        ))}
      </div>
      <span className={styles.dayWords}>{words || (isAway ? t('calendars.away') : t('calendars.off'))}</span>
    </td>
  );
}
