/**
 * The points by which a strategy ranks its customers, as data: how many each part of the score gives at most, and the figure at which
 * it gives all of them. `core/worklist` works the score out.
 */

export interface ScoringRules {
  /** Of the overdue amount beside what is usual: half of them at the usual amount, never quite all. */
  readonly overduePoints: number;
  /** Of the age of the oldest overdue item, all at so many days. */
  readonly agePoints: number;
  readonly ageDays: number;
  /** Of days since somebody was last in touch, all at so many days. */
  readonly contactPoints: number;
  readonly contactDays: number;
  /** Of the credit limit used, none below the first per cent, all at 100. */
  readonly creditPoints: number;
  readonly creditFromPercent: number;
  /** For each promise broken in the last year, at most so many in all. */
  readonly brokenPromisePoints: number;
  readonly brokenPromisePointsMax: number;
  /** Of days by which the customer usually pays late, all at so many days. */
  readonly latenessPoints: number;
  readonly latenessDays: number;
  /** Of the value at risk beside the usual overdue amount, as for the overdue amount. All of it is at risk at `latenessDays`. */
  readonly riskPoints: number;
  /** Taken away when all of what is overdue is disputed or promised. */
  readonly heldPoints: number;
  /** Taken away from what is below so many per cent of the usual overdue amount. */
  readonly smallPoints: number;
  readonly smallPercent: number;
  /** By the customer's tier, added: `{ A: 10 }`. */
  readonly tierPoints: Readonly<Record<string, number>>;
}

/** As everybody was ranked before strategies had rules for it; promises, lateness, risk and tiers give nothing until somebody says so. */
export const USUAL_SCORING: ScoringRules = {
  overduePoints: 40,
  agePoints: 30,
  ageDays: 90,
  contactPoints: 15,
  contactDays: 15,
  creditPoints: 15,
  creditFromPercent: 80,
  brokenPromisePoints: 0,
  brokenPromisePointsMax: 0,
  latenessPoints: 0,
  latenessDays: 30,
  riskPoints: 0,
  heldPoints: 20,
  smallPoints: 30,
  smallPercent: 5,
  tierPoints: {},
};

/** Points are out of so many. */
export const POINTS_IN_ALL = 100;

/** What a customer could have at most: 100 by the usual rules. Of tiers the dearest counts. */
export function pointsInAll(rules: ScoringRules): number {
  const { overduePoints, agePoints, contactPoints, creditPoints } = rules;
  const { brokenPromisePointsMax, latenessPoints, riskPoints, tierPoints } = rules;
  const dearest = Math.max(0, ...Object.values(tierPoints));
  const parts = [overduePoints, agePoints, contactPoints, creditPoints, brokenPromisePointsMax];
  return [...parts, latenessPoints, riskPoints, dearest].reduce((sum, points) => sum + points, 0);
}

/** Whether the rules look at how late a customer usually pays, which costs a reading of a year. */
export function asksForLateness({ latenessPoints, riskPoints }: ScoringRules): boolean {
  return latenessPoints > 0 || riskPoints > 0;
}
