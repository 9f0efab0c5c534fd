/** The figures of the huddle and the review, in the order in which they are read, and what each is called. */
import type { TextKey } from '../../../app/i18n.ts';

export const FIGURES = [
  'cash_by_itself',
  'cash_by_people',
  'cash_waiting',
  'contacts',
  'promises_made',
  'promises_kept',
  'promises_broken',
  'promises_due',
  'promises_open',
  'escalations',
  'held',
] as const;
export type FigureName = (typeof FIGURES)[number];

export const FIGURE_WORDS: Readonly<Record<FigureName, TextKey>> = {
  cash_by_itself: 'huddle.cashByItself',
  cash_by_people: 'huddle.cashByPeople',
  cash_waiting: 'huddle.cashWaiting',
  contacts: 'huddle.contacts',
  promises_made: 'huddle.made',
  promises_kept: 'huddle.kept',
  promises_broken: 'huddle.broken',
  promises_due: 'huddle.due',
  promises_open: 'huddle.openPromises',
  escalations: 'huddle.escalations',
  held: 'huddle.held',
};

export const SINCE_FIGURES: readonly FigureName[] = FIGURES.slice(0, 7);
export const TODAY_FIGURES: readonly FigureName[] = ['promises_due', 'escalations'];
export const REVIEW_FIGURES: readonly FigureName[] = [
  'contacts',
  'promises_made',
  'promises_kept',
  'promises_broken',
  'promises_open',
  'held',
];
