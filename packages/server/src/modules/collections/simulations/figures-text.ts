/** The figures of a simulation as they are kept: amounts as text, since a number of JSON is not exact. */
import type { ActionSum, ReachedCustomer, SimulationFigures, WeekLine } from '@quittance/core/strategy-simulation';

type StoredSum = Omit<ActionSum, 'functionalMinor'> & { readonly functionalMinor: string };
type StoredReached = Omit<ReachedCustomer, 'functionalMinor'> & { readonly functionalMinor: string };
type StoredWeek = Omit<WeekLine, 'draft' | 'done'> & { readonly draft: StoredSum; readonly done: StoredSum };

export interface StoredFigures extends Omit<SimulationFigures, 'weeks' | 'onlyDraftTop' | 'onlyDoneTop'> {
  readonly weeks: readonly StoredWeek[];
  readonly onlyDraftTop: readonly StoredReached[];
  readonly onlyDoneTop: readonly StoredReached[];
}

export function figuresText(figures: SimulationFigures): string {
  return JSON.stringify(figures, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

export function figuresFrom(stored: StoredFigures): SimulationFigures {
  return {
    ...stored,
    weeks: stored.weeks.map((line) => ({ ...line, draft: exact(line.draft), done: exact(line.done) })),
    onlyDraftTop: stored.onlyDraftTop.map(exact),
    onlyDoneTop: stored.onlyDoneTop.map(exact),
  };
}

function exact<Of extends { readonly functionalMinor: string }>(
  sum: Of,
): Omit<Of, 'functionalMinor'> & { readonly functionalMinor: bigint } {
  return { ...sum, functionalMinor: BigInt(sum.functionalMinor) };
}
