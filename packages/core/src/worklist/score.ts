/**
 * How much it is worth to speak with a customer now: a score of up to 100 whose parts can be read and added up by hand. The points are
 * those of the strategy that holds for the customer (`core/strategies`, `ScoringRules`).
 */
import { daysBetween, type LocalDate } from '../calendar/index.ts';
import { type ScoringRules, sameWord } from '../strategies/index.ts';

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
  /** In the last year. */
  readonly brokenPromises: number;
  /** By how many days, weighted by amount, it settled late what it settled in the last year; null when nothing, or nobody asked. */
  readonly usualLatenessDays: number | null;
  readonly tier: string | null;
}

export const SCORE_PARTS = [
  'overdue',
  'age',
  'contact',
  'limit',
  'broken',
  'lateness',
  'risk',
  'tier',
  'held',
  'small',
] as const;
export type ScorePartCode = (typeof SCORE_PARTS)[number];

/** One reason: its points, how many it could have given, and the figure they follow from. */
export interface ScorePart {
  readonly code: ScorePartCode;
  readonly points: number;
  readonly pointsMax: number;
  /**
   * `overdue`, `risk`: hundredths of the usual overdue amount; `small`: the same, of what is collectable; `age`, `contact`, `lateness`: days (null: never); `limit`: per
   * cent of the limit used; `broken`: promises; `held`: per cent of the overdue amount that is held; `tier`: null.
   */
  readonly figure: number | null;
  /** Of `tier`: which. */
  readonly word?: string;
}

export interface Score {
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

/** What the points are worked out against. */
export interface ScoreGround {
  /** What a customer with something overdue has overdue on average; it makes "much" mean the same in every currency. */
  readonly usualOverdueMinor: bigint;
  readonly today: LocalDate;
}

const PERCENT = 100n;

/** What can be asked for now: overdue, not held, and not covered by credits that only need applying. */
export function collectableMinor(facts: CustomerFacts): bigint {
  const left = facts.overdueMinor - facts.heldMinor - facts.creditsMinor;
  return left > 0n ? left : 0n;
}

/**
 * What is collectable, weighted by the habit of paying late: all of it for who usually pays as late as `latenessDays` or later, nothing
 * for who pays in time. 6,000.00 collectable of a customer who usually pays 10 days late, of 30: 2,000.00.
 */
export function valueAtRiskMinor(facts: CustomerFacts, { latenessDays }: Pick<ScoringRules, 'latenessDays'>): bigint {
  const days = Math.min(latenessDays, Math.max(0, facts.usualLatenessDays ?? 0));
  return (collectableMinor(facts) * BigInt(days)) / BigInt(latenessDays);
}

/**
 * By the usual rules, 9,000.00 overdue where 3,000.00 is usual gives 30 of 40 points; 41 days late give 13 of 30; 16 days without a
 * word give all 15: 58 in all. Parts for which the rules have no points are left out, but for the first three, which are always told.
 */
export function scoreOf(facts: CustomerFacts, rules: ScoringRules, ground: ScoreGround): Score {
  const { usualOverdueMinor, today } = ground;
  const parts = [
    againstUsual('overdue', facts.overdueMinor, { usualOverdueMinor, pointsMax: rules.overduePoints }),
    agePart(facts.oldestDueOn, rules, today),
    contactPart(facts.lastContactOn, rules, today),
    ...limitPart(facts, rules),
    ...brokenPart(facts, rules),
    ...latenessPart(facts, rules),
    ...riskPart(facts, rules, usualOverdueMinor),
    ...tierPart(facts, rules),
    ...heldPart(facts, rules),
    ...smallPart(facts, rules, usualOverdueMinor),
  ];
  const total = parts.reduce((sum, part) => sum + part.points, 0);
  return { score: Math.max(0, Math.min(100, total)), parts };
}

/** Twice the usual counts double at first, and less and less the larger it gets: all points are never quite reached. */
function againstUsual(
  code: 'overdue' | 'risk',
  minor: bigint,
  { usualOverdueMinor, pointsMax }: { readonly usualOverdueMinor: bigint; readonly pointsMax: number },
): ScorePart {
  const hundredths = percentOf(minor, usualOverdueMinor > 0n ? usualOverdueMinor : 1n);
  return { code, points: Math.round((pointsMax * hundredths) / (100 + hundredths)), pointsMax, figure: hundredths };
}

function agePart(oldestDueOn: LocalDate | null, { agePoints, ageDays }: ScoringRules, today: LocalDate): ScorePart {
  const days = oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, today));
  return { code: 'age', points: shareOf(agePoints, days, ageDays), pointsMax: agePoints, figure: days };
}

function contactPart(
  lastContactOn: LocalDate | null,
  { contactPoints, contactDays }: ScoringRules,
  today: LocalDate,
): ScorePart {
  const days = lastContactOn === null ? null : Math.max(0, daysBetween(lastContactOn, today));
  const points = shareOf(contactPoints, days ?? contactDays, contactDays);
  return { code: 'contact', points, pointsMax: contactPoints, figure: days };
}

function limitPart({ openMinor, creditLimitMinor }: CustomerFacts, rules: ScoringRules): ScorePart[] {
  const { creditPoints, creditFromPercent } = rules;
  if (creditLimitMinor === null || creditLimitMinor <= 0n || creditPoints === 0) return [];
  const used = percentOf(openMinor, creditLimitMinor);
  const above = Math.max(0, used - creditFromPercent);
  const points = Math.min(creditPoints, Math.round((above * creditPoints) / (100 - creditFromPercent)));
  return [{ code: 'limit', points, pointsMax: creditPoints, figure: used }];
}

function brokenPart({ brokenPromises }: CustomerFacts, rules: ScoringRules): ScorePart[] {
  const { brokenPromisePoints, brokenPromisePointsMax: pointsMax } = rules;
  if (brokenPromisePoints === 0 || brokenPromises === 0) return [];
  const points = Math.min(pointsMax, brokenPromises * brokenPromisePoints);
  return [{ code: 'broken', points, pointsMax, figure: brokenPromises }];
}

function latenessPart({ usualLatenessDays }: CustomerFacts, rules: ScoringRules): ScorePart[] {
  const { latenessPoints: pointsMax, latenessDays } = rules;
  if (pointsMax === 0 || usualLatenessDays === null) return [];
  const days = Math.max(0, usualLatenessDays);
  return [{ code: 'lateness', points: shareOf(pointsMax, days, latenessDays), pointsMax, figure: days }];
}

function riskPart(facts: CustomerFacts, rules: ScoringRules, usualOverdueMinor: bigint): ScorePart[] {
  if (rules.riskPoints === 0) return [];
  const atRisk = valueAtRiskMinor(facts, rules);
  if (atRisk === 0n) return [];
  return [againstUsual('risk', atRisk, { usualOverdueMinor, pointsMax: rules.riskPoints })];
}

function tierPart({ tier }: CustomerFacts, { tierPoints }: ScoringRules): ScorePart[] {
  if (tier === null) return [];
  const [, points = 0] = Object.entries(tierPoints).find(([name]) => sameWord(name, tier)) ?? [];
  return points === 0 ? [] : [{ code: 'tier', points, pointsMax: Math.max(0, points), figure: null, word: tier }];
}

function heldPart({ heldMinor, overdueMinor }: CustomerFacts, { heldPoints }: ScoringRules): ScorePart[] {
  if (heldMinor === 0n || overdueMinor === 0n || heldPoints === 0) return [];
  const percent = Math.min(100, percentOf(heldMinor, overdueMinor));
  const points = -Math.round((heldPoints * percent) / 100);
  return [{ code: 'held', points, pointsMax: 0, figure: percent }];
}

/** Small is what can be asked for: of 1,064.49 overdue with 992.50 disputed, 71.99. */
function smallPart(facts: CustomerFacts, rules: ScoringRules, usualMinor: bigint): ScorePart[] {
  const { smallPoints, smallPercent } = rules;
  const percent = percentOf(collectableMinor(facts), usualMinor > 0n ? usualMinor : 1n);
  if (percent >= smallPercent || smallPoints === 0) return [];
  return [{ code: 'small', points: -smallPoints, pointsMax: 0, figure: percent }];
}

/** Of the points, as many as `figure` is of `full`, rounded down; all from there on. */
function shareOf(points: number, figure: number, full: number): number {
  return Math.min(points, Math.floor((figure * points) / full));
}

/** Rounded down; far beyond any score at a billion. */
function percentOf(part: bigint, whole: bigint): number {
  const percent = (part * PERCENT) / whole;
  return Number(percent > 1_000_000_000n ? 1_000_000_000n : percent);
}
