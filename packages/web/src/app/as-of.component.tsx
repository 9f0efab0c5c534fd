/** The day as of which the ledger is shown, and what was known of it then. Both stand in the address. */

import { localDate, parseLocalDate } from '@quittance/core/calendar';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Dropdown } from '../ui/dropdown/dropdown.component.tsx';
import { useFormats } from '../ui/format/formats.context.ts';
import { knownAtInstant } from '../ui/format/zone.ts';
import { Icon } from '../ui/icon/icon.component.tsx';
import type { Company } from './api.types.ts';
import styles from './frame.module.css';
import { useTexts } from './i18n.ts';
import { monthEnds } from './month-ends.ts';
import { withoutBlanks } from './search.ts';

export interface AsOfChoice {
  /** What the server is asked with; without `knownAt` it answers with all that is known now. */
  readonly at: { readonly asOf: string; readonly knownAt?: string };
  readonly isPast: boolean;
}

/** What the pages that honour it ask the server for. */
export function useAsOf(company: Company): AsOfChoice {
  const { asOf, knownAt } = useSearch({ from: '/c/$company' });
  return {
    at: {
      asOf: asOf ?? company.today,
      ...(knownAt === undefined ? {} : { knownAt: knownAtInstant(knownAt, company.timeZone) }),
    },
    isPast: (asOf !== undefined && asOf !== company.today) || knownAt !== undefined,
  };
}

export function AsOf({ company }: { company: Company }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const search = useSearch({ from: '/c/$company' });
  const navigate = useNavigate();
  const { at, isPast } = useAsOf(company);
  const { asOf } = at;
  const change = (next: { asOf?: string | undefined; knownAt?: string | undefined }): void => {
    void navigate({
      to: '.',
      search: (now: Record<string, unknown>) => withoutBlanks({ ...now, ...next }),
    } as never);
  };
  const known = parseLocalDate(search.knownAt ?? '');
  const knownWords = known ? formats.date(known) : search.knownAt;
  const words = [
    t('asOf.label', { date: formats.date(asOf) }),
    ...(knownWords ? [t('asOf.knownLabel', { date: knownWords })] : []),
  ].join(' · ');
  return (
    <Dropdown
      label={words}
      align="end"
      faceClass={styles.asOf}
      isMarked={isPast}
      face={
        <>
          {words}
          <Icon name="chevron" size={12} />
        </>
      }
    >
      {() => (
        <div className={styles.asOfForm}>
          <label>
            {t('asOf.asOf')}
            <input
              type="date"
              value={asOf}
              max={company.today}
              onChange={(event) => {
                const date = parseLocalDate(event.currentTarget.value);
                if (date && date <= company.today) change({ asOf: date === company.today ? undefined : date });
              }}
            />
            <p>{t('asOf.asOfHelp')}</p>
          </label>
          <div className={styles.days}>
            <button type="button" onClick={() => change({ asOf: undefined, knownAt: undefined })}>
              {t('asOf.today')}
            </button>
            {monthEnds(localDate(company.today)).map((date) => (
              <button type="button" key={date} onClick={() => change({ asOf: date })}>
                {formats.date(date)}
              </button>
            ))}
          </div>
          <label>
            {t('asOf.knownAt')}
            <input
              type="date"
              value={known ?? ''}
              max={company.today}
              onChange={(event) => change({ knownAt: parseLocalDate(event.currentTarget.value) ?? undefined })}
            />
            <p>{t('asOf.knownAtHelp')}</p>
          </label>
          {search.knownAt && (
            <div className={styles.days}>
              <button type="button" onClick={() => change({ knownAt: undefined })}>
                {t('asOf.knownNow')}
              </button>
            </div>
          )}
        </div>
      )}
    </Dropdown>
  );
}
