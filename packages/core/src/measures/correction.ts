/**
 * Whether what posted by itself was wrong, as people's later acts tell it. Undoing alone says nothing: it may be undone to add a
 * note and be applied to the same items again.
 */

export interface LineFact {
  readonly itemId: string;
  readonly amountMinor: bigint;
}

/** What became of one decision about a receipt. */
export interface DecisionFact {
  readonly number: number;
  readonly isByItself: boolean;
  readonly isUndone: boolean;
  /** 'not_ours', or on an account: for decisions without lines the two tell apart where the money went. */
  readonly state: string;
  readonly customerId: string | null;
  readonly lines: readonly LineFact[];
}

/**
 * True when something that posted by itself was undone, and a person said that it was wrong (`rejectedItemIds`), or settled it
 * otherwise, or it had put the whole on an account or in suspense. Posted 100.00 on 4711, undone, then 60.00 on 4711 and 40.00
 * on 4712: corrected. 100.00 on 4711 once more: not corrected.
 */
export function isCorrected(decisions: readonly DecisionFact[], rejectedItemIds: readonly string[]): boolean {
  const undone = decisions.filter(({ isByItself, isUndone }) => isByItself && isUndone);
  const first = undone[0];
  if (first === undefined) return false;
  const was = linesOf(undone);
  if (rejectedItemIds.some((itemId) => was.has(itemId))) return true;
  const stands = decisions.filter(({ isUndone, number }) => !isUndone && number > first.number);
  if (stands.length === 0) return was.size === 0;
  const is = linesOf(stands);
  if (was.size !== is.size) return true;
  if (was.size > 0) return [...was].some(([itemId, amountMinor]) => is.get(itemId) !== amountMinor);
  return stands.some(({ customerId, state }) => customerId !== first.customerId || state === 'not_ours');
}

function linesOf(decisions: readonly DecisionFact[]): Map<string, bigint> {
  const lines = new Map<string, bigint>();
  for (const { itemId, amountMinor } of decisions.flatMap((decision) => decision.lines)) {
    lines.set(itemId, (lines.get(itemId) ?? 0n) + amountMinor);
  }
  return lines;
}
