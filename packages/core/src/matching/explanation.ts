import type { Allocation } from './decision.ts';
import type { Evidence } from './evidence.ts';
import type { MatchCase } from './gather.ts';
import type { OpenItem } from './item-source.ts';
import type { MatchPolicy } from './policy.ts';

export type ExplanationKind = 'cited_references' | 'single_amount';

/** One way to explain a receipt: these items, with this cash on each. Evidence is what this explanation itself shows. */
export interface Explanation {
  readonly kind: ExplanationKind;
  readonly items: readonly OpenItem[];
  readonly allocations: readonly Allocation[];
  readonly unappliedMinor: bigint;
  /** Receipt less the items' open amounts: 0 is exact, below zero short, above zero over. */
  readonly differenceMinor: bigint;
  readonly evidence: readonly Evidence[];
}

/** All explanations have this shape; a new one is a file in `explanations/` and a line in its list. */
export type Explain = (matchCase: MatchCase, policy: MatchPolicy) => Explanation[];
