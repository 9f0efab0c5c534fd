/** What keeps a version from being proposed, each with field, cause and remedy. */
import { scoringProblems } from './scoring-problems.ts';
import { BOUNDARIES, type LadderStep, STEP_PURPOSES, type Strategy } from './strategy.ts';
import { outOfBounds, type StrategyProblem, strategyProblem } from './strategy-problem.ts';

export const STRATEGIES_MAX = 20;
export const STEPS_MAX = 15;
const DAYS_MAX = 730;
const WAIT_DAYS_MAX = 180;
const MONTH_END_DAYS_MAX = 30; // from a day to the end of its month
const UNITS_MAX = 1_000_000_000;
const KEY = /^[a-z][a-z0-9_]{0,39}$/;

const LIMIT_BOUNDS = {
  messagesPerDayMax: [1, 10],
  quietDays: [0, 60],
  customerUnitsMin: [0, UNITS_MAX],
  bankDataDaysMax: [1, 60],
} as const;

/** Nothing when they may be proposed. */
export function strategyProblems(strategies: readonly Strategy[]): StrategyProblem[] {
  if (strategies.length === 0) {
    return [strategyProblem('no_strategy', 'strategies', 'There is no strategy. Add one for everybody.')];
  }
  if (strategies.length > STRATEGIES_MAX) {
    return [
      strategyProblem('out_of_bounds', 'strategies', `A version has at most ${STRATEGIES_MAX} strategies. Join some.`),
    ];
  }
  const names = strategies.map(({ name }) => name.trim().toLowerCase());
  return strategies.flatMap((strategy, index) => {
    const field = `strategies.${index}`;
    return [
      ...nameProblems(names, index),
      ...ladderProblems(strategy.ladder, `${field}.ladder`),
      ...Object.entries(LIMIT_BOUNDS).flatMap(([name, [min, max]]) =>
        // the names are those of the limits
        bounds(`${field}.limits.${name}`, strategy.limits[name as keyof typeof LIMIT_BOUNDS], min, max),
      ),
      ...scoringProblems(strategy.scoring, `${field}.scoring`),
    ];
  });
}

function nameProblems(names: readonly string[], index: number): StrategyProblem[] {
  const field = `strategies.${index}.name`;
  if (names[index] === '') return [strategyProblem('name_missing', field, 'The strategy has no name. Give it one.')];
  if (names.indexOf(names[index] ?? '') === index) return [];
  return [strategyProblem('name_taken', field, 'Two strategies have this name. Rename one.')];
}

function ladderProblems(ladder: readonly LadderStep[], field: string): StrategyProblem[] {
  if (ladder.length === 0) return [strategyProblem('ladder_empty', field, 'The ladder has no step. Add one.')];
  if (ladder.length > STEPS_MAX) {
    return [strategyProblem('out_of_bounds', field, `A ladder has at most ${STEPS_MAX} steps. Leave some out.`)];
  }
  const keys = ladder.map(({ key }) => key);
  return ladder.flatMap((step, index) => {
    const at = `${field}.${index}`;
    return [
      ...(KEY.test(step.key)
        ? []
        : [strategyProblem('step_key_wrong', `${at}.key`, 'A step is named by small letters, digits and _.')]),
      ...(keys.indexOf(step.key) === index
        ? []
        : [strategyProblem('step_key_taken', `${at}.key`, `Two steps are named ${step.key}. Rename one.`)]),
      ...letterProblems(step, at),
      ...orderProblems(ladder, index, at),
      ...bounds(`${at}.days`, step.days, -DAYS_MAX, DAYS_MAX),
      ...bounds(`${at}.waitDays`, step.waitDays, index === 0 || step.kind === 'pre_due' ? 0 : 1, WAIT_DAYS_MAX),
      ...bounds(`${at}.itemUnitsMin`, step.itemUnitsMin, 0, UNITS_MAX),
    ];
  });
}

function letterProblems({ channel, purpose, boundary }: LadderStep, at: string): StrategyProblem[] {
  const found: StrategyProblem[] = [];
  if ((channel !== 'person') !== (purpose !== null)) {
    const message = 'A letter has a text, and what a person does has none. Choose a text, or another channel.';
    found.push(strategyProblem('letter_without_text', `${at}.purpose`, message));
  }
  if (!BOUNDARIES.includes(boundary)) {
    found.push(strategyProblem('out_of_bounds', `${at}.boundary`, 'Choose from where the days are counted.'));
  }
  return found;
}

/** Letters grow firmer down the ladder, and what reminds before the due date comes first and is counted before it. */
function orderProblems(ladder: readonly LadderStep[], index: number, at: string): StrategyProblem[] {
  const step = ladder[index];
  if (step === undefined) return [];
  const isPreDue = step.kind === 'pre_due';
  if (isPreDue && (step.boundary !== 'due_date' || step.days > 0)) {
    const message = 'A reminder before the due date is counted from the due date, in days of 0 or less.';
    return [strategyProblem('pre_due_after_due', `${at}.days`, message)];
  }
  const above = ladder.slice(0, index);
  if (isPreDue && above.some(({ kind }) => kind !== 'pre_due')) {
    return [strategyProblem('ladder_descends', `${at}.kind`, 'Reminders before the due date stand first. Move it up.')];
  }
  const firmness = (purpose: LadderStep['purpose']): number => (purpose === null ? -1 : STEP_PURPOSES.indexOf(purpose));
  if (
    step.kind === 'notice' &&
    above.some(({ kind, purpose }) => kind === 'notice' && firmness(purpose) >= firmness(step.purpose))
  ) {
    const message = 'A notice above it is as firm or firmer. Put the notices in order, each with its own text.';
    return [strategyProblem('ladder_descends', `${at}.purpose`, message)];
  }
  const later = above.find(({ kind, boundary, days }) => {
    if (kind === 'pre_due' || boundary === 'last_step' || step.boundary === 'last_step') return false;
    const waits = step.boundary === 'month_end' && boundary !== 'month_end' ? MONTH_END_DAYS_MAX : 0;
    return days > step.days + waits;
  });
  if (later !== undefined) {
    const message = `${later.key} stands above it and comes after ${later.days} days, this one after ${step.days}. Put the days in order: one step comes after the other.`;
    return [strategyProblem('ladder_descends', `${at}.days`, message)];
  }
  return [];
}

function bounds(field: string, value: number, min: number, max: number): StrategyProblem[] {
  return outOfBounds(field, value, { min, max });
}
