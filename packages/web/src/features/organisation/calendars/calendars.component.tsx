/** Calendars of the company: holidays, shifts and teams, who works when, and when customers of a country do. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, useState } from 'react';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import styles from './calendars.module.css';
import { type Calendars, calendarsQuery } from './calendars.queries.ts';
import { CountriesView } from './countries.component.tsx';
import { HolidaysView } from './holidays.component.tsx';
import { ShiftsView } from './shifts.component.tsx';
import { WorkPlanView } from './work-plan.component.tsx';

export interface CalendarPart {
  readonly code: string;
  readonly calendars: Calendars;
}

const PARTS: readonly { readonly word: TextKey; readonly View: ComponentType<CalendarPart> }[] = [
  { word: 'calendars.holidays', View: HolidaysView },
  { word: 'calendars.shifts', View: ShiftsView },
  { word: 'calendars.plan', View: WorkPlanView },
  { word: 'calendars.countries', View: CountriesView },
];

export function CalendarsView(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const calendars = useQuery(calendarsQuery(code));
  const [word, setWord] = useState<TextKey>('calendars.holidays');
  if (calendars.error) return <ProblemNote error={calendars.error} retry={() => void calendars.refetch()} />;
  if (!calendars.data) return null;
  const part = PARTS.find((one) => one.word === word);
  return (
    <div className={styles.area}>
      <nav className={styles.parts} aria-label={t('calendars.title')}>
        {PARTS.map((one) => (
          <button key={one.word} type="button" aria-pressed={one.word === word} onClick={() => setWord(one.word)}>
            {t(one.word)}
          </button>
        ))}
      </nav>
      <div className={styles.fill}>{part && <part.View code={code} calendars={calendars.data} />}</div>
    </div>
  );
}
