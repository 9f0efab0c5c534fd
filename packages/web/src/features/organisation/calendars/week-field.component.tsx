/** Hours of each day of a cycle, as they are typed; each line says for itself what is wrong. */
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import styles from './calendars.module.css';
import type { Week } from './calendars.queries.ts';
import { hoursText, readHours } from './hours-text.ts';
import { useWeekdays } from './week-words.ts';

const WEEK_DAYS = 7;

/** Lines of the cycle, typed or as they were. */
export type WeekText = readonly string[];

export function weekTextOf(cycle: Week): WeekText {
  return cycle.map((spans) => hoursText(spans));
}

/** Null while a line is no hours. */
export function cycleOf(lines: WeekText): Week | null {
  const days = lines.map(readHours);
  const known = days.filter((day) => day !== null);
  return known.length === days.length ? known : null;
}

export function WeekField(props: { lines: WeekText; change: (lines: WeekText) => void }): ReactNode {
  const { t } = useTexts();
  const weekdays = useWeekdays('long');
  const { lines } = props;
  const isWeeks = lines.length % WEEK_DAYS === 0;
  return (
    <fieldset className={styles.week}>
      <legend>{t('calendars.hours')}</legend>
      <p className={styles.quiet}>{t('calendars.hoursHelp')}</p>
      {lines.map((line, index) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the cycle
          key={index}
          size="xs"
          label={isWeeks ? weekdays[index % WEEK_DAYS] : t('calendars.dayOfCycle', { day: index + 1 })}
          placeholder={t('calendars.off')}
          error={readHours(line) === null ? t('calendars.hoursWrong') : null}
          value={line}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            props.change(lines.map((one, place) => (place === index ? typed : one)));
          }}
        />
      ))}
    </fieldset>
  );
}
