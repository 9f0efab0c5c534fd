/** Twelve small months. A day that differs from the week is marked by its form as well as its colour, and says its name. */
import { addDays, addMonths, type LocalDate, localDate, toEpochDay, weekdayOf } from '@quittance/core/calendar';
import type { ReactNode } from 'react';
import { useFormats, useToday } from '../../../ui/format/formats.context.ts';
import styles from './calendars.module.css';
import type { Holiday } from './calendars.queries.ts';
import { useWeekdays } from './week-words.ts';

const MONTHS = 12;

export function YearView(props: { year: number; days: readonly Holiday[]; open: (day: string) => void }): ReactNode {
  const known = new Map(props.days.map((day) => [day.day, day]));
  const first = localDate(`${props.year}-01-01`);
  return (
    <div className={styles.months}>
      {Array.from({ length: MONTHS }, (_, index) => addMonths(first, index)).map((month) => (
        <Month key={month} month={month} known={known} open={props.open} />
      ))}
    </div>
  );
}

function Month(props: {
  month: LocalDate;
  known: ReadonlyMap<string, Holiday>;
  open: (day: string) => void;
}): ReactNode {
  const formats = useFormats();
  const weekdays = useWeekdays('narrow');
  const today = useToday();
  const { month, known } = props;
  const before = weekdayOf(toEpochDay(month)) - 1;
  const next = addMonths(month, 1);
  const days: LocalDate[] = [];
  for (let day = month; day < next; day = addDays(day, 1)) days.push(day);
  return (
    <section className={styles.month}>
      <h3>{formats.month(month.slice(0, 7))}</h3>
      <div className={styles.monthDays}>
        {weekdays.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: letters of weekdays repeat, and their order never changes
          <span key={index} aria-hidden="true">
            {word}
          </span>
        ))}
        {days.map((day, index) => {
          const holiday = known.get(day);
          const title = holiday ? `${formats.date(day)}: ${holiday.name}` : formats.date(day);
          return (
            <button
              key={day}
              type="button"
              style={index === 0 ? { gridColumnStart: before + 1 } : undefined}
              data-effect={holiday?.effect}
              data-weekend={weekdayOf(toEpochDay(day)) > 5 || undefined}
              aria-current={day === today ? 'date' : undefined}
              aria-label={title}
              title={title}
              onClick={() => props.open(day)}
            >
              {Number(day.slice(8))}
            </button>
          );
        })}
      </div>
    </section>
  );
}
