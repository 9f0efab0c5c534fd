import type { Allocation, Deduction } from './decision.ts';
import type { Evidence } from './evidence.ts';
import type { ExplanationKind } from './explanation-kind.ts';
import type { MatchCase } from './gather.ts';
import type { OpenItem } from './item-source.ts';
import type { MatchPolicy } from './policy.ts';

export type { ExplanationKind } from './explanation-kind.ts';

/**
 * How the money fits the items: to the cent; less by what is accounted for; a part of one item, or more than the items;
 * or by a difference that nothing explains.
 */
export type Fit = 'exact' | 'accounted' | 'partial' | 'differs';

/** One way to explain a receipt: these items, with this cash on each. Evidence is what this explanation itself shows. */
export interface Explanation {
  readonly kind: ExplanationKind;
  readonly items: readonly OpenItem[];
  readonly allocations: readonly Allocation[];
  readonly deductions: readonly Deduction[];
  readonly unappliedMinor: bigint;
  readonly fit: Fit;
  /** Whose account the money goes to when no item tells. */
  readonly onAccountOf?: string | null;
  readonly evidence: readonly Evidence[];
}

/** All explanations have this shape; a new one is a file in `explanations/` and a line in its list. */
export type Explain = (matchCase: MatchCase, policy: MatchPolicy) => Explanation[];
