/** One thing that keeps a version from being proposed. */

export interface StrategyProblem {
  readonly code:
    | 'no_strategy'
    | 'name_missing'
    | 'name_taken'
    | 'step_key_taken'
    | 'step_key_wrong'
    | 'ladder_empty'
    | 'ladder_descends'
    | 'pre_due_after_due'
    | 'letter_without_text'
    | 'tier_wrong'
    | 'scoring_gives_nothing'
    | 'scoring_above_hundred'
    | 'out_of_bounds';
  /** "strategies.0.ladder.2.days". */
  readonly field: string;
  readonly message: string;
}

export function strategyProblem(code: StrategyProblem['code'], field: string, message: string): StrategyProblem {
  return { code, field, message };
}

/** Nothing for a whole number within the bounds. */
export function outOfBounds(
  field: string,
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): StrategyProblem[] {
  if (Number.isInteger(value) && value >= min && value <= max) return [];
  const message = `${value} is not a whole number from ${min} to ${max}. Enter one.`;
  return [strategyProblem('out_of_bounds', field, message)];
}
