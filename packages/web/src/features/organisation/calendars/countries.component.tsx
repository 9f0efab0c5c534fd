/** When customers of a country work, on which clock and by which holidays: as it comes with the product, or as the company wrote it. */
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import type { CalendarPart } from './calendars.component.tsx';
import styles from './calendars.module.css';
import { countryHoursQuery, libraryQuery, type Week } from './calendars.queries.ts';
import { timeZones } from './shift-form.component.tsx';
import { cycleOf, WeekField, weekTextOf } from './week-field.component.tsx';
import { useCountryName } from './week-words.ts';

export function CountriesView({ code, calendars }: CalendarPart): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const countryName = useCountryName();
  const library = useQuery(libraryQuery(code));
  const [country, setCountry] = useState(calendars.lists.find((list) => list.country)?.country ?? 'IT');
  const hours = useQuery(countryHoursQuery(code, country));
  const written = hours.data?.rows ?? [];
  const own = written.find((row) => row.country === country);
  const start = own ?? hours.data?.usual ?? { timeZone: company.timeZone, week: [[], [], [], [], [], [], []] };
  const countries = (library.data?.countries ?? [])
    .map(({ code: value }) => ({ value, label: countryName(value) }))
    .sort((left, right) => left.label.localeCompare(right.label));
  return (
    <div className={styles.page}>
      <p>{t('calendars.countriesIntro')}</p>
      <div className={styles.bar}>
        <NativeSelect
          size="xs"
          aria-label={t('calendars.country')}
          value={country}
          onChange={(event) => setCountry(event.currentTarget.value)}
          data={countries}
        />
        <span className={styles.quiet}>
          {own
            ? t('calendars.countryOwn')
            : hours.data?.usual
              ? t('calendars.countryUsual')
              : t('calendars.countryUnknown')}
        </span>
      </div>
      {hours.error && <ProblemNote error={hours.error} />}
      {hours.data && (
        <CountryForm
          key={`${country} ${own ? 'own' : 'usual'}`}
          code={code}
          country={country}
          start={{ holidayList: null, ...start }}
          isOwn={own !== undefined}
          lists={calendars.lists}
          mayManage={may(company, 'calendars.manage')}
        />
      )}
      {written.length > 0 && (
        <p className={styles.quiet}>
          {t('calendars.countriesOwn')}{' '}
          {written.map((row) => (
            <button key={row.country} type="button" className={styles.link} onClick={() => setCountry(row.country)}>
              {countryName(row.country)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

interface Hours {
  readonly timeZone: string;
  readonly week: Week;
  readonly holidayList: string | null;
}

interface FormProps {
  readonly code: string;
  readonly country: string;
  readonly start: Hours;
  readonly isOwn: boolean;
  readonly lists: CalendarPart['calendars']['lists'];
  readonly mayManage: boolean;
}

function CountryForm({ code, country, start, isOwn, lists, mayManage }: FormProps): ReactNode {
  const { t } = useTexts();
  const countryName = useCountryName();
  const [lines, setLines] = useState(weekTextOf(start.week));
  const [timeZone, setTimeZone] = useState(start.timeZone);
  const [list, setList] = useState(start.holidayList ?? '');
  const week = cycleOf(lines);
  const path = { company: code, country };
  const save = useAct(
    (body: Hours) => api.PUT('/api/v1/companies/{company}/country-hours/{country}', { params: { path }, body }),
    { said: () => t('calendars.saved', { name: countryName(country) }) },
  );
  const forget = useAct(() => api.DELETE('/api/v1/companies/{company}/country-hours/{country}', { params: { path } }), {
    said: () => t('calendars.countryForgotten', { name: countryName(country) }),
  });
  const problem = save.error ?? forget.error;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (week !== null) save.mutate({ timeZone, week, holidayList: list || null });
      }}
    >
      {problem && <ProblemNote error={problem} />}
      <fieldset className={styles.fields} disabled={!mayManage}>
        <NativeSelect
          size="xs"
          label={t('people.zone')}
          value={timeZone}
          onChange={(event) => setTimeZone(event.currentTarget.value)}
          data={timeZones(timeZone)}
        />
        <NativeSelect
          size="xs"
          label={t('calendars.holidays')}
          value={list}
          onChange={(event) => setList(event.currentTarget.value)}
          data={[
            { value: '', label: t('calendars.countryList', { code: country }) },
            ...lists.map(({ code: value, name }) => ({ value, label: name })),
          ]}
        />
        <WeekField lines={lines} change={setLines} />
      </fieldset>
      {mayManage && (
        <div className={styles.row}>
          <Button type="submit" loading={save.isPending} disabled={week === null}>
            {t('calendars.saveCountry')}
          </Button>
          {isOwn && (
            <Button variant="default" loading={forget.isPending} onClick={() => forget.mutate(undefined)}>
              {t('calendars.forgetCountry')}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
