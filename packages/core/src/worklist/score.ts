/**
 * How much it is worth to speak with a customer now: a score of up to 100 whose parts can be read and added up by hand.
 * The rules are the same for everybody.
 */
import { daysBetween, type LocalDate } from '../calendar/index.ts';

/** What is known of a customer today. Amounts are in minor units of the company's currency, none is negative. */
export interface CustomerFacts {
  readonly openMinor: bigint;
  readonly overdueMinor: bigint;
  /** Of the overdue items, what a dispute, a promise or another hold keeps. */
  readonly heldMinor: bigint;
  /** Receipts not applied yet and credit notes. */
  readonly creditsMinor: bigint;
  /** Of the oldest overdue item; null when nothing is overdue. */
  readonly oldestDueOn: LocalDate | null;
  /** Null when nobody has ever spoken with them, as far as is known. */
  readonly lastContactOn: LocalDate | null;
  readonly creditLimitMinor: bigint | null;
}

export type ScorePartCode = 'overdue' | 'age' | 'contact' | 'limit' | 'held' | 'small';

/** One reason: its points, how many it could have given, and the figure they follow from. */
export interface ScorePart {
  readonly code: ScorePartCode;
  readonly points: number;
  readonly pointsMax: number;
  /**
   * `overdue`: hundredths of the usual overdue amount; `age` and `contact`: days (null: never); `limit`: per cent of the limit
   * used; `held`: per cent of the overdue amount that is held; `small`: hundredths of the usual overdue amount.
   */
  readonly figure: number | null;
}

export interface Score {
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

const OVERDUE_POINTS_MAX = 40;
const AGE_POINTS_MAX = 30;
const DAYS_PER_AGE_POINT = 3;
const CONTACT_POINTS_MAX = 15;
const LIMIT_POINTS_MAX = 15;
const LIMIT_USE_QUIET_PERCENT = 80;
const HELD_POINTS_MAX = 20;
/** Below so many per cent of what is usual, an amount is not worth a call however old it is. */
const SMALL_PERCENT = 5;
const SMALL_POINTS = -30;
const PERCENT = 100n;

/** What can be asked for now: overdue, not held, and not covered by credits that only need applying. */
export function collectableMinor(facts: CustomerFacts): bigint {
  const left = facts.overdueMinor - facts.heldMinor - facts.creditsMinor;
  return left > 0n ? left : 0n;
}

/**
 * `usualOverdueMinor` is what a customer with something overdue has overdue on average; it makes "much" mean the same in every
 * currency. 9,000.00 overdue where 3,000.00 is usual gives 30 of 40 points; 41 days late give 13 of 30; 16 days without a
 * word give all 15: 58 in all.
 */
export function scoreOf(facts: CustomerFacts, usualOverdueMinor: bigint, today: LocalDate): Score {
  const parts = [
    overduePart(facts.overdueMinor, usualOverdueMinor),
    agePart(facts.oldestDueOn, today),
    contactPart(facts.lastContactOn, today),
    ...limitPart(facts),
    ...heldPart(facts),
    ...smallPart(facts.overdueMinor, usualOverdueMinor),
  ];
  const total = parts.reduce((sum, part) => sum + part.points, 0);
  return { score: Math.max(0, Math.min(100, total)), parts };
}

/** Twice the usual counts double at first, and less and less the larger it gets: 40 points are never quite reached. */
function overduePart(overdueMinor: bigint, usualMinor: bigint): ScorePart {
  const hundredths = percentOf(overdueMinor, usualMinor > 0n ? usualMinor : 1n);
  const points = Math.round((OVERDUE_POINTS_MAX * hundredths) / (100 + hundredths));
  return { code: 'overdue', points, pointsMax: OVERDUE_POINTS_MAX, figure: hundredths };
}

function agePart(oldestDueOn: LocalDate | null, today: LocalDate): ScorePart {
  const days = oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, today));
  const points = Math.min(AGE_POINTS_MAX, Math.floor(days / DAYS_PER_AGE_POINT));
  return { code: 'age', points, pointsMax: AGE_POINTS_MAX, figure: days };
}

function contactPart(lastContactOn: LocalDate | null, today: LocalDate): ScorePart {
  const days = lastContactOn === null ? null : Math.max(0, daysBetween(lastContactOn, today));
  const points = Math.min(CONTACT_POINTS_MAX, days ?? CONTACT_POINTS_MAX);
  return { code: 'contact', points, pointsMax: CONTACT_POINTS_MAX, figure: days };
}

function limitPart({ openMinor, creditLimitMinor }: CustomerFacts): ScorePart[] {
  if (creditLimitMinor === null || creditLimitMinor <= 0n) return [];
  const used = percentOf(openMinor, creditLimitMinor);
  const above = Math.max(0, used - LIMIT_USE_QUIET_PERCENT);
  const points = Math.min(LIMIT_POINTS_MAX, Math.round((above * LIMIT_POINTS_MAX) / (100 - LIMIT_USE_QUIET_PERCENT)));
  return [{ code: 'limit', points, pointsMax: LIMIT_POINTS_MAX, figure: used }];
}

function heldPart({ heldMinor, overdueMinor }: CustomerFacts): ScorePart[] {
  if (heldMinor === 0n || overdueMinor === 0n) return [];
  const percent = Math.min(100, percentOf(heldMinor, overdueMinor));
  const points = -Math.round((HELD_POINTS_MAX * percent) / 100);
  return [{ code: 'held', points, pointsMax: 0, figure: percent }];
}

function smallPart(overdueMinor: bigint, usualMinor: bigint): ScorePart[] {
  const percent = percentOf(overdueMinor, usualMinor > 0n ? usualMinor : 1n);
  return percent >= SMALL_PERCENT ? [] : [{ code: 'small', points: SMALL_POINTS, pointsMax: 0, figure: percent }];
}

/** Rounded down; far beyond any score at a billion. */
function percentOf(part: bigint, whole: bigint): number {
  const percent = (part * PERCENT) / whole;
  return Number(percent > 1_000_000_000n ? 1_000_000_000n : percent);
}
