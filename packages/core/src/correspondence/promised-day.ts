/** The day that a sentence names, seen from the day it was written: "on Friday", "27 November", "fine mese", "in 3 Tagen". */
import {
  addDays,
  addMonths,
  dateFromParts,
  daysBetween,
  endOfMonth,
  type LocalDate,
  toEpochDay,
  weekdayOf,
} from '../calendar/index.ts';
import { type LetterLanguage, MONTHS } from './letter-format.ts';

export interface WrittenDay {
  readonly on: LocalDate;
  /** As it stands in the sentence. */
  readonly written: string;
}

interface Seen {
  readonly sentOn: LocalDate;
  readonly language: LetterLanguage;
}

/** Monday first. */
const WEEKDAYS: Readonly<Record<LetterLanguage, readonly string[]>> = {
  en: 'mon(?:day)? tue(?:s|sday)? wed(?:nesday)? thu(?:r|rs|rsday)? fri(?:day)? saturday sunday'.split(' '),
  it: 'luned[iì] marted[iì] mercoled[iì] gioved[iì] venerd[iì] sabato domenica'.split(' '),
  de: 'montags? dienstags? mittwochs? donnerstags? freitags? (?:samstag|sonnabend) sonntag'.split(' '),
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
  es: 'lunes martes mi[eé]rcoles jueves viernes s[aá]bado domingo'.split(' '),
};
const TODAY: Readonly<Record<LetterLanguage, RegExp>> = {
  en: /\btoday\b/i,
  it: /\boggi\b/i,
  de: /\bheute\b/i,
  fr: /\baujourd['’]hui\b/i,
  es: /\bhoy\b/i,
};
const TOMORROW: Readonly<Record<LetterLanguage, RegExp>> = {
  en: /\btomorrow\b/i,
  it: /\bdomani\b/i,
  de: /\bmorgen\b/i,
  fr: /\bdemain\b/i,
  es: /\bmañana\b/i,
};
const NEXT = /next (?:week )?|prossim[oa] |nächste[nrs]? |kommende[nrs]? |prochaine? |próxim[oa] /iu;
const MONTH_END: Readonly<Record<LetterLanguage, RegExp>> = {
  en: /\b(?:at |by )?(?:the )?(?:end of (?:the|this) month|month[- ]end)\b/i,
  it: /\b(?:a |entro )?(?:la )?fine (?:del |di questo )?mese\b/i,
  de: /\b(?:zum |am |bis )?(?:monatsende|ende (?:des|dieses) monats)\b/i,
  fr: /\b(?:à la )?fin (?:du|de ce) mois\b/i,
  es: /\b(?:a |para )?(?:finales|fin) de(?:l| este)? mes\b/i,
};
const NEXT_WEEK: Readonly<Record<LetterLanguage, RegExp>> = {
  en: /\bnext week\b/i,
  it: /\b(?:la )?(?:prossima settimana|settimana prossima)\b/i,
  de: /\b(?:nächste|kommende)r? woche\b/i,
  fr: /\bla semaine prochaine\b/i,
  es: /\bla (?:próxima semana|semana que viene|semana próxima)\b/i,
};
const IN_DAYS: Readonly<Record<LetterLanguage, RegExp>> = {
  en: /\b(?:in|within)(?: the next)? (\d{1,2}) days\b/i,
  it: /\b(?:entro|tra|fra)(?: i prossimi)? (\d{1,2}) giorni\b/i,
  de: /\b(?:in|binnen|innerhalb von)(?: den nächsten)? (\d{1,2}) tagen\b/i,
  fr: /\b(?:dans|sous) (?:les )?(\d{1,2})(?: prochains)? jours\b/i,
  es: /\b(?:en|dentro de)(?: los próximos)? (\d{1,2}) días\b/iu,
};

/** Nobody promises further ahead in a mail; what seems so was another date. */
const DAYS_AHEAD_MAX = 184;

/** The one day of a sentence; null when none, a past one, or more than one is named. */
export function dayInText(sentence: string, seen: Seen): WrittenDay | null {
  const readers = [namedMonth, numericDate, monthEnd, inDays, weekday, nextWeek, nearDay];
  for (const reader of readers) {
    const day = reader(sentence, seen);
    if (day === null) continue;
    const ahead = daysBetween(seen.sentOn, day.on);
    return ahead >= 0 && ahead <= DAYS_AHEAD_MAX ? day : null;
  }
  return null;
}

/** "27 November", "November 27th, 2026", "27. Nov." */
function namedMonth(sentence: string, { sentOn, language }: Seen): WrittenDay | null {
  const names = MONTHS[language].map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|${name.slice(3, 4)}\\.?|\\.)?`);
  const month = `(${names.join('|')})`;
  const dayFirst = new RegExp(
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?(?: (?:de|of))? ${month}(?!\\p{L})(?:,? (?:de |del )?(\\d{4}))?`,
    'iu',
  );
  const monthFirst = new RegExp(`(?<!\\p{L})${month} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (\\d{4}))?`, 'iu');
  const first = dayFirst.exec(sentence);
  const match = first ?? (language === 'en' ? monthFirst.exec(sentence) : null);
  if (match === null) return null;
  const [written, one = '', other = '', year] = match;
  const [day, name] = first === null ? [other, one] : [one, other];
  const number =
    MONTHS[language].findIndex((full) => full.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
  return dated({ year, month: number, day: Number(day) }, sentOn, written);
}

/** "27.11.", "27/11/2026", "2026-11-27". In English "11/12" may be two days and is none. */
function numericDate(sentence: string, { sentOn, language }: Seen): WrittenDay | null {
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(sentence);
  if (iso !== null) return dated({ year: iso[1], month: Number(iso[2]), day: Number(iso[3]) }, sentOn, iso[0]);
  const match = /(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})(?!\d)|\.(?!\d)|(?![\d.,/-]))/.exec(sentence);
  if (match === null) return null;
  const [written, first = '', sign, second = '', year] = match;
  const isLikeAmount =
    sign === '.' && year === undefined && second.length === 2 && !written.endsWith('.') && language === 'en';
  if (isLikeAmount) return null;
  let [day, month] = [Number(first), Number(second)];
  if (language === 'en' && sign === '/') {
    if (day <= 12 && month <= 12 && day !== month) return null;
    if (month > 12) [day, month] = [month, day];
  }
  return dated({ year: year?.length === 2 ? `20${year}` : year, month, day }, sentOn, written);
}

/** Without a year it is the next such day. */
function dated(
  { year, month, day }: { readonly year: string | undefined; readonly month: number; readonly day: number },
  sentOn: LocalDate,
  written: string,
): WrittenDay | null {
  const sentYear = Number(sentOn.slice(0, 4));
  const years = year === undefined ? [sentYear, sentYear + 1] : [Number(year)];
  for (const candidate of years) {
    const on = dateFromParts(candidate, month, day);
    if (on !== null && (on >= sentOn || years.length === 1)) return { on, written };
  }
  return null;
}

function monthEnd(sentence: string, { sentOn, language }: Seen): WrittenDay | null {
  const match = MONTH_END[language].exec(sentence);
  if (match === null) return null;
  const on = endOfMonth(sentOn);
  return { on: on === sentOn ? endOfMonth(addMonths(sentOn, 1)) : on, written: match[0] };
}

function inDays(sentence: string, { sentOn, language }: Seen): WrittenDay | null {
  const match = IN_DAYS[language].exec(sentence);
  return match === null ? null : { on: addDays(sentOn, Number(match[1])), written: match[0] };
}

/** "on Friday" is the next one; "next Friday" is that of the next week. Two weekdays are no day. */
function weekday(sentence: string, { sentOn, language }: Seen): WrittenDay | null {
  const found = WEEKDAYS[language].flatMap((name, at) => {
    const match = new RegExp(
      `(?<!\\p{L})(${NEXT.source})?${name}(?!\\p{L})( prossim[oa]| prochain| próximo| que viene)?`,
      'iu',
    ).exec(sentence);
    return match === null ? [] : [{ at, written: match[0], isNext: (match[1] ?? match[2]) !== undefined }];
  });
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return null;
  const today = weekdayOf(toEpochDay(sentOn)) - 1;
  const ahead = (only.at - today + 7) % 7 || 7;
  const isThisWeek = only.at > today;
  const saysNext = only.isNext && isThisWeek && (language === 'en' || language === 'de');
  return { on: addDays(sentOn, saysNext ? ahead + 7 : ahead), written: only.written };
}

/** Some day of the next week: by its Friday. */
function nextWeek(sentence: string, { sentOn, language }: Seen): WrittenDay | null {
  const match = NEXT_WEEK[language].exec(sentence);
  if (match === null) return null;
  const today = weekdayOf(toEpochDay(sentOn)) - 1;
  return { on: addDays(sentOn, 7 - today + 4), written: match[0] };
}

function nearDay(sentence: string, { sentOn, language }: Seen): WrittenDay | null {
  const tomorrow = TOMORROW[language].exec(sentence);
  if (tomorrow !== null) return { on: addDays(sentOn, 1), written: tomorrow[0] };
  const today = TODAY[language].exec(sentence);
  return today === null ? null : { on: sentOn, written: today[0] };
}
