/** The parts of a score in words: what a person reads as "why now". */
import type { WorklistEntry } from '../../app/api.types.ts';
import type { TextKey, Translate } from '../../app/i18n.ts';

export type ScorePart = WorklistEntry['parts'][number];

export const PART_NAMES: Readonly<Record<ScorePart['code'], TextKey>> = {
  overdue: 'myDay.partOverdue',
  age: 'myDay.partAge',
  contact: 'myDay.partContact',
  limit: 'myDay.partLimit',
  held: 'myDay.partHeld',
  small: 'myDay.partSmall',
};

/** Percent of the usual from which "much" is worth saying. */
const MUCH_PERCENT = 150;
const REASONS_SHOWN = 2;

/** `{ code: 'age', figure: 41 }` is "41 d late". */
export function figureInWords(part: ScorePart, t: Translate): string {
  const { code, figure } = part;
  if (code === 'overdue') return t('myDay.timesUsual', { times: Math.round((figure ?? 0) / 10) / 10 });
  if (code === 'age') return t('myDay.daysLate', { count: figure ?? 0 });
  if (code === 'contact') return contactInWords(figure, t);
  if (code === 'limit') return t('myDay.limitUsed', { percent: figure ?? 0 });
  if (code === 'small') return t('myDay.small', { percent: figure ?? 0 });
  return t('myDay.held', { percent: figure ?? 0 });
}

function contactInWords(days: number | null, t: Translate): string {
  if (days === null) return t('myDay.neverSpoken');
  return days === 0 ? t('myDay.spokenToday') : t('myDay.daysSilent', { count: days });
}

/** The reasons that weigh most, in a line: "3.2 × the usual overdue · 41 d late". */
export function whyNow(entry: WorklistEntry, t: Translate): string {
  const telling = entry.parts.filter(
    (part) => part.points !== 0 && (part.code !== 'overdue' || (part.figure ?? 0) >= MUCH_PERCENT),
  );
  const strongest = [...telling].sort((left, right) => shareOf(right) - shareOf(left)).slice(0, REASONS_SHOWN);
  return strongest.map((part) => figureInWords(part, t)).join(' · ');
}

/** How much of what it could give a reason gives. */
function shareOf({ points, pointsMax }: ScorePart): number {
  return pointsMax === 0 ? Math.abs(points) / 20 : points / pointsMax;
}
