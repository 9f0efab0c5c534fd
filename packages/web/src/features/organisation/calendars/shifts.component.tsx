/** The company's hours, its shifts and teams. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Split } from '../../../ui/split/split.component.tsx';
import type { CalendarPart } from './calendars.component.tsx';
import styles from './calendars.module.css';
import type { Shift, WorkTeam } from './calendars.queries.ts';
import { CompanyHoursForm } from './company-hours.component.tsx';
import { hoursGroups } from './hours-text.ts';
import { ShiftForm } from './shift-form.component.tsx';
import { TeamForm } from './team-form.component.tsx';
import { useWeekdays } from './week-words.ts';

type Open =
  | { readonly kind: 'shift'; readonly shift: Shift | null }
  | { readonly kind: 'team'; readonly team: WorkTeam | null }
  | { readonly kind: 'company' }
  | null;

export function ShiftsView({ code, calendars }: CalendarPart): ReactNode {
  const { t } = useTexts();
  const mayManage = may(useCompany(), 'calendars.manage');
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { shifts, teams, lists, company } = calendars;
  const shiftName = (id: string): string => shifts.find((one) => one.id === id)?.name ?? '';
  const listNames = (codes: readonly string[]): string =>
    codes.map((one) => lists.find((list) => list.code === one)?.name ?? one).join(', ') || t('calendars.noHolidays');
  return (
    <Split
      id="calendars"
      startPercent={60}
      left={
        <div className={styles.page}>
          <h2>{t('calendars.companyHours')}</h2>
          <p>
            {company
              ? `${shiftName(company.shiftId)} · ${listNames(company.holidayLists)}`
              : t('calendars.companyUsual')}{' '}
            {mayManage && shifts.length > 0 && (
              <button type="button" className={styles.link} onClick={() => setOpen({ kind: 'company' })}>
                {t('calendars.change')}
              </button>
            )}
          </p>
          <p className={styles.quiet}>{t('calendars.companyHelp')}</p>
          <div className={styles.bar}>
            <h2>{t('calendars.shiftList')}</h2>
            <span className={styles.space} />
            {mayManage && (
              <Button size="xs" onClick={() => setOpen({ kind: 'shift', shift: null })}>
                {t('calendars.addShift')}
              </Button>
            )}
          </div>
          {shifts.length === 0 && <p className={styles.quiet}>{t('calendars.noShifts')}</p>}
          <ul className={styles.records}>
            {shifts.map((shift) => (
              <li key={shift.id}>
                <Record name={shift.name} {...(mayManage ? { open: () => setOpen({ kind: 'shift', shift }) } : {})}>
                  <CycleWords shift={shift} /> · {shift.timeZone}
                </Record>
              </li>
            ))}
          </ul>
          <div className={styles.bar}>
            <h2>{t('calendars.teams')}</h2>
            <span className={styles.space} />
            {mayManage && shifts.length > 0 && (
              <Button size="xs" variant="default" onClick={() => setOpen({ kind: 'team', team: null })}>
                {t('calendars.addTeam')}
              </Button>
            )}
          </div>
          {teams.length === 0 && <p className={styles.quiet}>{t('calendars.noTeams')}</p>}
          <ul className={styles.records}>
            {teams.map((team) => (
              <li key={team.id}>
                <Record name={team.name} {...(mayManage ? { open: () => setOpen({ kind: 'team', team }) } : {})}>
                  {shiftName(team.shiftId)} · {listNames(team.holidayLists)}
                </Record>
              </li>
            ))}
          </ul>
        </div>
      }
      right={
        open?.kind === 'shift' ? (
          <ShiftForm key={open.shift?.id ?? 'new'} code={code} shift={open.shift} close={close} />
        ) : open?.kind === 'team' ? (
          <TeamForm key={open.team?.id ?? 'new'} code={code} team={open.team} calendars={calendars} close={close} />
        ) : open?.kind === 'company' ? (
          <CompanyHoursForm code={code} calendars={calendars} close={close} />
        ) : null
      }
    />
  );
}

function Record(props: { name: string; open?: () => void; children: ReactNode }): ReactNode {
  return (
    <>
      {props.open ? (
        <button type="button" className={styles.link} onClick={props.open}>
          {props.name}
        </button>
      ) : (
        <strong>{props.name}</strong>
      )}
      <span className={styles.quiet}>{props.children}</span>
    </>
  );
}

/** "Mon–Fri 09:00–17:00"; of a cycle that is no week, by its days. */
function CycleWords({ shift }: { shift: Shift }): ReactNode {
  const { t } = useTexts();
  const weekdays = useWeekdays('short');
  const isWeek = shift.cycle.length === weekdays.length;
  const nameOf = (day: number): string => (isWeek ? (weekdays[day] ?? '') : String(day + 1));
  const words = hoursGroups(shift.cycle).map(({ first, last, text }) =>
    first === last ? `${nameOf(first)} ${text}` : `${nameOf(first)}–${nameOf(last)} ${text}`,
  );
  return isWeek
    ? words.join(' · ')
    : `${t('calendars.everyDays', { count: shift.cycle.length })}: ${words.join(' · ')}`;
}
