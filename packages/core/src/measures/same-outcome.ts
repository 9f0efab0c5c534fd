/**
 * Whether two settlements of a receipt are the same: the same cash on the same items, and the same deductions with the same reasons. The
 * precision of what posts by itself and the trial of a policy both ask this, so that they never disagree about what was right.
 */

export interface Outcome {
  /** Whose money it is, by any name that both sides use; null: nobody's. */
  readonly customer: string | null;
  /** Cash on items; amounts as text in the same form on both sides. */
  readonly lines: readonly { readonly item: string; readonly amount: string }[];
  readonly deductions: readonly {
    readonly item: string;
    readonly amount: string;
    readonly reason: string;
    readonly treatment: string;
  }[];
}

/**
 * 100.00 on 4711 is not 100.00 on 4711 with 20.00 claimed for damage: the deduction was missed. Without cash on items, the money
 * is on the same customer's account, or is nobody's.
 */
export function isSameOutcome(left: Outcome, right: Outcome): boolean {
  return textOf(left) === textOf(right);
}

function textOf({ customer, lines, deductions }: Outcome): string {
  if (lines.length === 0) return JSON.stringify(['account', customer]);
  const cash = lines.map(({ item, amount }) => JSON.stringify([item, amount]));
  const taken = deductions.map(({ item, amount, reason, treatment }) =>
    JSON.stringify([item, amount, reason, treatment]),
  );
  return [...cash.sort(), '|', ...taken.sort()].join();
}
