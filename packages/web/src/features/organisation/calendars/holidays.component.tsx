/** A year of a list of holidays: seen whole, each day changed with a click, filled from the library and checked by a person. */
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Split } from '../../../ui/split/split.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { AddList } from './add-list.component.tsx';
import { BringDays } from './bring-days.component.tsx';
import type { CalendarPart } from './calendars.component.tsx';
import styles from './calendars.module.css';
import { type HolidayListView, holidaysQuery, libraryQuery } from './calendars.queries.ts';
import { HolidayPanel } from './holiday-panel.component.tsx';
import { YearView } from './year-view.component.tsx';

type Open = { readonly day: string } | 'list' | 'days' | null;

export function HolidaysView({ code, calendars }: CalendarPart): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const mayManage = may(company, 'calendars.manage');
  const [listCode, setListCode] = useState(calendars.company?.holidayLists[0] ?? calendars.lists[0]?.code ?? '');
  const [year, setYear] = useState(Number(company.today.slice(0, 4)));
  const [open, setOpen] = useState<Open>(null);
  const list = calendars.lists.find((one) => one.code === listCode) ?? calendars.lists[0];
  const close = (): void => setOpen(null);
  const chosen = { code, year, close };
  return (
    <Split
      id="calendars"
      startPercent={68}
      left={
        <div className={styles.page}>
          <div className={styles.bar}>
            {list && (
              <>
                <NativeSelect
                  size="xs"
                  aria-label={t('calendars.list')}
                  value={list.code}
                  onChange={(event) => setListCode(event.currentTarget.value)}
                  data={calendars.lists.map(({ code: value, name }) => ({ value, label: name }))}
                />
                <YearChoice year={year} choose={setYear} />
                <YearState code={code} list={list} year={year} mayManage={mayManage} />
              </>
            )}
            <span className={styles.space} />
            {mayManage && list && (
              <Button size="xs" variant="default" onClick={() => setOpen('days')}>
                {t('calendars.bringDays')}
              </Button>
            )}
            {mayManage && (
              <Button size="xs" variant={list ? 'default' : 'filled'} onClick={() => setOpen('list')}>
                {t('calendars.addList')}
              </Button>
            )}
          </div>
          {list ? (
            <ListYear code={code} list={list} year={year} openDay={(day) => setOpen({ day })} />
          ) : (
            <p className={styles.quiet}>{t('calendars.noLists')}</p>
          )}
        </div>
      }
      right={
        open === 'list' ? (
          <AddList code={code} close={close} added={setListCode} />
        ) : open === 'days' && list ? (
          <BringDays {...chosen} list={list} />
        ) : open !== null && typeof open === 'object' && list ? (
          <HolidayPanel key={open.day} {...chosen} list={list} day={open.day} mayManage={mayManage} />
        ) : null
      }
    />
  );
}

function YearChoice({ year, choose }: { year: number; choose: (year: number) => void }): ReactNode {
  const { t } = useTexts();
  return (
    <span className={styles.year}>
      <button type="button" aria-label={t('calendars.yearBefore')} onClick={() => choose(year - 1)}>
        ‹
      </button>
      <strong>{year}</strong>
      <button type="button" aria-label={t('calendars.yearAfter')} onClick={() => choose(year + 1)}>
        ›
      </button>
    </span>
  );
}

function YearState(props: { code: string; list: HolidayListView; year: number; mayManage: boolean }): ReactNode {
  const { t } = useTexts();
  const { code, list, year } = props;
  const state = list.years.find((one) => one.year === year);
  const path = { company: code, code: list.code, year };
  const seed = useAct(
    () => dataOf(api.POST('/api/v1/companies/{company}/holiday-lists/{code}/years/{year}/seed', { params: { path } })),
    { said: ({ changed }) => t('calendars.seeded', { count: changed, year }) },
  );
  const check = useAct(
    () => api.POST('/api/v1/companies/{company}/holiday-lists/{code}/years/{year}/check', { params: { path } }),
    { said: () => t('calendars.checked', { year }) },
  );
  const problem = seed.error ?? check.error;
  return (
    <>
      {state && <CheckedBy by={state.checkedByName} at={state.checkedAt} />}
      {props.mayManage && list.country !== null && (
        <Button size="xs" variant="default" loading={seed.isPending} onClick={() => seed.mutate(undefined)}>
          {t('calendars.seed', { year })}
        </Button>
      )}
      {props.mayManage && state && state.checkedAt === null && (
        <Button size="xs" loading={check.isPending} onClick={() => check.mutate(undefined)}>
          {t('calendars.check', { year })}
        </Button>
      )}
      {problem && <ProblemNote error={problem} />}
    </>
  );
}

function CheckedBy({ by, at }: { by: string | null; at: string | null }): ReactNode {
  const { t } = useTexts();
  if (at === null) return <Status tone="care" word={t('calendars.toCheck')} />;
  return <Status tone="good" word={t('calendars.checkedBy', { name: by ?? '' })} since={at} />;
}

function ListYear(props: {
  code: string;
  list: HolidayListView;
  year: number;
  openDay: (day: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { code, list, year } = props;
  const days = useQuery(holidaysQuery(code, { code: list.code, year }));
  const library = useQuery(libraryQuery(code));
  if (days.error) return <ProblemNote error={days.error} retry={() => void days.refetch()} />;
  if (!days.data) return null;
  const { rows, isLikelyWhole } = days.data;
  return (
    <>
      {list.country !== null && !isLikelyWhole && (
        <p className={styles.care}>{t('calendars.notWhole', { count: rows.length })}</p>
      )}
      <YearView year={year} days={rows} open={props.openDay} />
      <ul className={styles.days}>
        {rows.map((day) => (
          <li key={day.day} data-effect={day.effect}>
            <button type="button" onClick={() => props.openDay(day.day)}>
              <span>{formats.weekday(day.day)}</span>
              <span>{day.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {library.data && list.country !== null && (
        <p className={styles.quiet}>
          {t('calendars.attribution')}{' '}
          <a href={library.data.library.url} rel="noreferrer" target="_blank">
            {library.data.library.name}
          </a>{' '}
          ({library.data.library.license})
        </p>
      )}
    </>
  );
}
