/** Whom to call, on which number, and whether now is a time at which they work. */
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useFormats, useTimeZone } from '../../../ui/format/formats.context.ts';
import { placeOf } from '../../../ui/format/zone.ts';
import { Status } from '../../../ui/status/status.component.tsx';
import { ROLE_WORDS } from '../../customers/contacts.component.tsx';
import styles from './calls.module.css';
import type { CallSheetData, Reach } from './calls.queries.ts';

const CLOCK_MS = 15_000;

interface CallWhoProps {
  readonly sheet: CallSheetData;
  readonly choose: (contactId: string | null) => void;
}

export function CallWho({ sheet, choose }: CallWhoProps): ReactNode {
  const { t } = useTexts();
  const chosen = sheet.chosen === null ? undefined : sheet.reaches[sheet.chosen];
  return (
    <section className={styles.part} aria-label={t('calls.whom')}>
      <When sheet={sheet} />
      {sheet.reaches.length === 0 && <p>{t('calls.nobody')}</p>}
      <ul className={styles.people}>
        {sheet.reaches.map((reach) => (
          <Person key={reach.contactId ?? 'own'} reach={reach} isChosen={reach === chosen} choose={choose} />
        ))}
      </ul>
    </section>
  );
}

function Person(props: { reach: Reach; isChosen: boolean; choose: (contactId: string | null) => void }): ReactNode {
  const { t } = useTexts();
  const { reach, isChosen, choose } = props;
  const roles = reach.roles.map((role) => (ROLE_WORDS[role] ? t(ROLE_WORDS[role]) : role)).join(', ');
  return (
    <li data-chosen={isChosen || undefined}>
      <button
        type="button"
        className={styles.person}
        aria-pressed={isChosen}
        disabled={reach.contactId === null && isChosen}
        onClick={() => choose(reach.contactId)}
      >
        <strong>{reach.name ?? t('calls.switchboard')}</strong>
        {roles !== '' && <span className={styles.quiet}>{roles}</span>}
      </button>
      {reach.link && reach.shown ? (
        <a className={styles.number} href={reach.link} onClick={() => !isChosen && choose(reach.contactId)}>
          {reach.shown}
        </a>
      ) : (
        !reach.isRefused && (
          <span className={styles.quiet}>
            {reach.written === null ? t('calls.noNumber') : t('calls.notDialled', { written: reach.written })}
          </span>
        )
      )}
      {reach.isRefused && <Status tone="alert" word={t('calls.isRefused')} />}
      {reach.isWrong && <Status tone="alert" word={t('calls.isWrong')} />}
      {isChosen && reach.notes && <span className={styles.quiet}>{reach.notes}</span>}
    </li>
  );
}

function When({ sheet }: { sheet: CallSheetData }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const zone = useTimeZone();
  const now = useNow();
  const { window, bestTime, timeZone } = sheet;
  return (
    <p className={styles.when}>
      <span>
        {t('calls.theirClock', {
          time: formats.clock(now, timeZone),
          place: placeOf(timeZone),
        })}
      </span>
      {window?.isNow && <Status tone="good" word={t('calls.bothWork', { until: formats.clock(window.until, zone) })} />}
      {window && !window.isNow && (
        <Status tone="care" word={t('calls.bothWorkFrom', { from: formats.instant(window.from, zone) })} />
      )}
      {window === null && <Status tone="care" word={t('calls.neverBoth')} />}
      {bestTime && (
        <span>
          {t('calls.bestTime', {
            from: formats.timeOfDay(timeOfHour(bestTime.fromHour)),
            until: formats.timeOfDay(timeOfHour(bestTime.untilHour)),
            reached: bestTime.reached,
            tried: bestTime.tried,
          })}
        </span>
      )}
    </p>
  );
}

/** `timeOfHour(9)` is "09:00"; the hour that ends a day is its first. */
function timeOfHour(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), CLOCK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
