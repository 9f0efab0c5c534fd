/**
 * Whether what posted by itself was wrong, as people's later acts tell it. Undoing alone says nothing: it may be undone to add a
 * note and be applied to the same items again.
 */
import { isSameOutcome, type Outcome } from './same-outcome.ts';

export interface LineFact {
  readonly itemId: string;
  readonly amountMinor: bigint;
}

export interface DeductionFact extends LineFact {
  readonly reason: string;
  readonly treatment: string;
}

/** What became of one decision about a receipt. */
export interface DecisionFact {
  readonly number: number;
  readonly isByItself: boolean;
  readonly isUndone: boolean;
  /** On whose account the money is; null of what is not ours. */
  readonly customerId: string | null;
  readonly lines: readonly LineFact[];
  readonly deductions: readonly DeductionFact[];
}

/**
 * True when something that posted by itself was undone, and a person said that it was wrong (`rejectedItemIds`), or settled it
 * otherwise, or it had put the whole on an account or in suspense. Posted 100.00 on 4711, undone, then 60.00 on 4711 and 40.00
 * on 4712: corrected; also 100.00 on 4711 with 20.00 claimed for damage. 100.00 on 4711 once more: not corrected.
 */
export function isCorrected(decisions: readonly DecisionFact[], rejectedItemIds: readonly string[]): boolean {
  const undone = decisions.filter(({ isByItself, isUndone }) => isByItself && isUndone);
  const first = undone[0];
  if (first === undefined) return false;
  const was = new Set(undone.flatMap(({ lines }) => lines.map(({ itemId }) => itemId)));
  if (rejectedItemIds.some((itemId) => was.has(itemId))) return true;
  const stands = decisions.filter(({ isUndone, number }) => !isUndone && number > first.number);
  if (stands.length === 0) return was.size === 0;
  return !isSameOutcome(outcomeOf(undone), outcomeOf(stands));
}

/** What several decisions come to together; whose money it is, the last says. */
function outcomeOf(decisions: readonly DecisionFact[]): Outcome {
  const lines = new Map<string, bigint>();
  const deductions = new Map<string, DeductionFact>();
  for (const { itemId, amountMinor } of decisions.flatMap((decision) => decision.lines)) {
    lines.set(itemId, (lines.get(itemId) ?? 0n) + amountMinor);
  }
  for (const one of decisions.flatMap((decision) => decision.deductions)) {
    const key = [one.itemId, one.reason, one.treatment].join();
    deductions.set(key, { ...one, amountMinor: (deductions.get(key)?.amountMinor ?? 0n) + one.amountMinor });
  }
  return {
    customer: decisions.at(-1)?.customerId ?? null,
    lines: [...lines].map(([item, amountMinor]) => ({ item, amount: amountMinor.toString() })),
    deductions: [...deductions.values()].map(({ itemId, amountMinor, reason, treatment }) => ({
      ...{ item: itemId, amount: amountMinor.toString(), reason, treatment },
    })),
  };
}
