/** Words for times and for the lists behind the figures. */
import type { TextKey, Translate } from '../../../app/i18n.ts';
import type { Figure } from './measured-figures.ts';

const MINUTES_PER_HOUR = 60;

export const FIGURE_WORDS: Readonly<Record<Figure, TextKey>> = {
  received: 'measures.received',
  auto: 'measures.auto',
  by_hand: 'measures.byHand',
  corrected: 'measures.corrected',
  applied: 'measures.applied',
  applied_by_people: 'measures.appliedByPeople',
  waiting: 'measures.waiting',
  without_remittance: 'measures.withoutRemittance',
  lines: 'measures.withLines',
  auto_lines: 'measures.withAutoLines',
};

const MINUTES_PER_DAY = 1_440;

/** Minutes by the clock on the wall: 4,320 are 3 days. */
export function clockTimeWords(t: Translate, minutes: number): string {
  if (minutes < 1) return t('measures.atOnce');
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const hours = Math.floor((minutes % MINUTES_PER_DAY) / MINUTES_PER_HOUR);
  const parts = [
    ...(days > 0 ? [t('measures.days', { count: days })] : []),
    ...(hours > 0 ? [t('cash.hours', { count: hours })] : []),
    ...(days === 0 && minutes % MINUTES_PER_HOUR > 0 ? [t('cash.minutes', { count: minutes % MINUTES_PER_HOUR })] : []),
  ];
  return parts.join(' ');
}

/** Business minutes in words: 45 min; 2 h 5 min; with days of 480 minutes, 605 are 1 business day and 2 h. */
export function timeWords(t: Translate, minutes: number, dayMinutes: number): string {
  if (minutes < 1) return t('measures.atOnce');
  if (minutes < MINUTES_PER_HOUR) return t('cash.minutes', { count: minutes });
  const days = Math.floor(minutes / dayMinutes);
  const hours = Math.floor((minutes % dayMinutes) / MINUTES_PER_HOUR);
  const parts = [
    ...(days > 0 ? [t('measures.businessDays', { count: days })] : []),
    ...(hours > 0 ? [t('cash.hours', { count: hours })] : []),
    ...(days === 0 && minutes % MINUTES_PER_HOUR > 0 ? [t('cash.minutes', { count: minutes % MINUTES_PER_HOUR })] : []),
  ];
  return parts.join(' ');
}
