/** What keeps scoring rules from being proposed. The parts are out of 100 together: beyond it the most urgent would all stand alike. */
import { POINTS_IN_ALL, pointsInAll, type ScoringRules } from './scoring.ts';
import { outOfBounds, type StrategyProblem, strategyProblem } from './strategy-problem.ts';

export const TIERS_MAX = 20;
const TIER_CHARS_MAX = 100;
const DAYS_MAX = 730;

/** Of each figure: the least, the most. */
export const SCORING_BOUNDS = {
  overduePoints: [0, 100],
  agePoints: [0, 100],
  ageDays: [1, DAYS_MAX],
  contactPoints: [0, 100],
  contactDays: [1, DAYS_MAX],
  creditPoints: [0, 100],
  creditFromPercent: [0, 99],
  brokenPromisePoints: [0, 100],
  brokenPromisePointsMax: [0, 100],
  latenessPoints: [0, 100],
  latenessDays: [1, DAYS_MAX],
  riskPoints: [0, 100],
  heldPoints: [0, 100],
  smallPoints: [0, 100],
  smallPercent: [0, 100],
} as const satisfies Record<Exclude<keyof ScoringRules, 'tierPoints'>, readonly [number, number]>;

/** `field` is where the rules stand: "strategies.0.scoring". */
export function scoringProblems(rules: ScoringRules, field: string): StrategyProblem[] {
  const found = [
    ...Object.entries(SCORING_BOUNDS).flatMap(([name, [min, max]]) =>
      // the names are those of the rules
      outOfBounds(`${field}.${name}`, rules[name as keyof typeof SCORING_BOUNDS], { min, max }),
    ),
    ...tierProblems(rules.tierPoints, `${field}.tierPoints`),
  ];
  return found.length > 0 ? found : sumProblems(rules, field);
}

function tierProblems(tiers: ScoringRules['tierPoints'], field: string): StrategyProblem[] {
  const names = Object.keys(tiers);
  if (names.length > TIERS_MAX) {
    return [strategyProblem('out_of_bounds', field, `At most ${TIERS_MAX} tiers have points. Leave some out.`)];
  }
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const word = name.trim().toLowerCase();
    const isTaken = seen.has(word);
    seen.add(word);
    if (word === '' || name.length > TIER_CHARS_MAX) {
      return strategyProblem('tier_wrong', field, 'Points stand beside no tier. Name it, or take them away.');
    }
    if (isTaken) {
      return strategyProblem('tier_wrong', `${field}.${name}`, `${name} has points twice. Leave one of them out.`);
    }
    return outOfBounds(`${field}.${name}`, tiers[name] ?? 0, { min: -100, max: 100 });
  });
}

function sumProblems(rules: ScoringRules, field: string): StrategyProblem[] {
  const { brokenPromisePoints, brokenPromisePointsMax } = rules;
  if (brokenPromisePointsMax < brokenPromisePoints) {
    const message = `One broken promise gives ${brokenPromisePoints} points, all together at most ${brokenPromisePointsMax}. Raise the most.`;
    return [strategyProblem('out_of_bounds', `${field}.brokenPromisePointsMax`, message)];
  }
  const sum = pointsInAll(rules);
  if (sum === 0) {
    return [strategyProblem('scoring_gives_nothing', field, 'No part gives points: all would stand alike. Give some.')];
  }
  if (sum <= POINTS_IN_ALL) return [];
  const message = `The parts add up to ${sum} points, and ${POINTS_IN_ALL} are the whole. Take ${sum - POINTS_IN_ALL} away.`;
  return [strategyProblem('scoring_above_hundred', field, message)];
}
