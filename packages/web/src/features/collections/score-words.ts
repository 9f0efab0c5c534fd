/** The parts of a score in words: what a person reads as "why now"; and what would take a customer off the list. */
import type { WorklistEntry } from '../../app/api.types.ts';
import type { TextKey, Translate } from '../../app/i18n.ts';
import type { Formats } from '../../ui/format/formats.ts';
import { isZero } from '../../ui/money/money-text.ts';

export type ScorePart = WorklistEntry['parts'][number];

export const PART_NAMES: Readonly<Record<ScorePart['code'], TextKey>> = {
  overdue: 'myDay.partOverdue',
  age: 'myDay.partAge',
  contact: 'myDay.partContact',
  limit: 'myDay.partLimit',
  broken: 'myDay.partBroken',
  lateness: 'myDay.partLateness',
  risk: 'myDay.partRisk',
  tier: 'myDay.partTier',
  held: 'myDay.partHeld',
  small: 'myDay.partSmall',
};

/** Percent of the usual from which "much" is worth saying. */
const MUCH_PERCENT = 150;
const REASONS_SHOWN = 2;
/** A score that rose by so much is news. */
const POINTS_UP = 10;

interface Words {
  readonly t: Translate;
  readonly formats: Formats;
}

/** `{ code: 'age', figure: 41 }` is "41 d late". */
export function figureInWords(part: ScorePart, { t, formats }: Words): string {
  const { code, figure, word } = part;
  const count = figure ?? 0;
  switch (code) {
    case 'overdue':
      return t('myDay.timesUsual', { times: formats.decimal(tenths(count)) });
    case 'age':
      return t('myDay.daysLate', { count });
    case 'contact':
      return contactInWords(figure, t);
    case 'limit':
      return t('myDay.limitUsed', { percent: count });
    case 'broken':
      return t('myDay.brokenCount', { count });
    case 'lateness':
      return count === 0 ? t('myDay.usuallyInTime') : t('myDay.usuallyLate', { count });
    case 'risk':
      return t('myDay.atRisk', { times: formats.decimal(tenths(count)) });
    case 'tier':
      return t('myDay.tier', { tier: word ?? '' });
    case 'small':
      return t('myDay.small', { percent: count });
    case 'held':
      return t('myDay.held', { percent: count });
  }
}

/** 187 per cent is 1.9 times. */
function tenths(percent: number): number {
  return Math.round(percent / 10) / 10;
}

function contactInWords(days: number | null, t: Translate): string {
  if (days === null) return t('myDay.neverSpoken');
  return days === 0 ? t('myDay.spokenToday') : t('myDay.daysSilent', { count: days });
}

/** What is new first, then the reasons that weigh most: "promise of 60,000.00 broken on 21/11 · 41 d late". */
export function whyNow(entry: WorklistEntry, words: Words): string {
  return reasonsOf(entry, words, entry.parts).join(' · ');
}

/** As on a row, where the days of the oldest item stand in a column of their own. */
export function whyNowShort(entry: WorklistEntry, words: Words): string {
  const others = entry.parts.filter(({ code }) => code !== 'age');
  const reasons = reasonsOf(entry, words, others);
  return reasons.length === 0 ? whyNow(entry, words) : reasons.join(' · ');
}

function reasonsOf(entry: WorklistEntry, words: Words, parts: readonly ScorePart[]): string[] {
  // What takes points away says why somebody is lower, not why now.
  const telling = parts.filter(
    (part) => part.points > 0 && (part.code !== 'overdue' || (part.figure ?? 0) >= MUCH_PERCENT),
  );
  const strongest = [...telling].sort((left, right) => shareOf(right) - shareOf(left)).slice(0, REASONS_SHOWN);
  return [...newsOf(entry, words), ...strongest.map((part) => figureInWords(part, words))];
}

function newsOf({ news }: WorklistEntry, { t, formats }: Words): string[] {
  const { broken, promised, replyWaitingSince, tasksDue, isNew, pointsUp } = news;
  const said: string[] = [];
  if (broken) {
    said.push(t('myDay.newsBroken', { amount: formats.money(broken.amount), date: formats.date(broken.on) }));
  }
  if (replyWaitingSince !== null) said.push(t('myDay.newsReply'));
  if (promised) {
    said.push(t('myDay.newsPromised', { amount: formats.money(promised.amount), date: formats.date(promised.on) }));
  }
  if (tasksDue > 0) said.push(t('myDay.newsTasks', { count: tasksDue }));
  if (isNew) said.push(t('myDay.newsNew'));
  if (pointsUp !== null && pointsUp >= POINTS_UP) said.push(t('myDay.newsUp', { points: pointsUp }));
  return said;
}

/** How much a reason gives of what it could give. */
function shareOf({ points, pointsMax }: ScorePart): number {
  return pointsMax === 0 ? Math.abs(points) / 20 : points / pointsMax;
}

/**
 * What would take the customer off: "12,300.00 USD paid, promised or disputed"; with credits that cover part, "… , or less once
 * 400.00 USD of credits is applied".
 */
export function whatTakesOff(entry: WorklistEntry, { t, formats }: Words): string {
  if (entry.aside) {
    const { kind, backOn, byName, reason } = entry.aside;
    const words = t(kind === 'done' ? 'myDay.asideDone' : 'myDay.asideSnoozed', {
      ...{ name: byName, date: formats.date(backOn) },
    });
    return reason === null ? words : `${words}: ${reason}`;
  }
  const amount = formats.money(entry.collectable);
  if (isZero(entry.credits)) return t('myDay.offWhen', { amount });
  return t('myDay.offWhenCredits', { amount, credits: formats.money(entry.credits) });
}

/** As on a row, where amount and currency stand in columns of their own: "12,300.00 paid, promised or disputed". */
export function whatTakesOffShort(entry: WorklistEntry, words: Words): string {
  if (entry.aside) return whatTakesOff(entry, words);
  const { amount, currency } = entry.collectable;
  return words.t('myDay.offShort', { amount: words.formats.amountText(amount, currency) });
}
