/** What a trial counts: how often each policy posts, and which receipts the two, or they and people, do not agree on. */
import { isSameOutcome, type Outcome } from '../measures/index.ts';
import type { TrialAnswer } from './trial-answer.ts';

/** What was done in the end, as far as it can be compared. */
export type DoneAnswer = Omit<TrialAnswer, 'decision' | 'sentence' | 'evidence' | 'alternativesCount'>;

export interface TrialCount {
  readonly posted: number;
  /** Of these, otherwise than it was done in the end. */
  readonly otherwise: number;
}

export interface TrialFigures {
  readonly receipts: number;
  readonly now: TrialCount;
  readonly proposed: TrialCount;
  /** Posted by the proposed policy and not by the one that holds, and of these otherwise than it was done. */
  readonly more: TrialCount;
  /** Posted by the one that holds and not by the proposed one. */
  readonly fewer: number;
  /** Posted by both, in another way. */
  readonly changed: number;
  /** Receipts that differ in any of these ways, or that the proposed policy posts otherwise than it was done. */
  readonly differencesCount: number;
}

const NONE: TrialCount = { posted: 0, otherwise: 0 };

export const NO_FIGURES: TrialFigures = {
  receipts: 0,
  now: NONE,
  proposed: NONE,
  more: NONE,
  fewer: 0,
  changed: 0,
  differencesCount: 0,
};

/** One receipt in the eyes of both policies and of what was done; null while it still waits or was undone. */
export interface TriedReceipt {
  readonly now: TrialAnswer;
  readonly proposed: TrialAnswer;
  readonly done: DoneAnswer | null;
}

/** `same`: both policies agree, and not with what was done. */
export const DIFFERENCE_KINDS = ['more', 'fewer', 'changed', 'same'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export interface Difference {
  readonly kind: DifferenceKind;
  /** The proposed policy posts it otherwise than it was done. */
  readonly isOtherwise: boolean;
}

/** Null when there is nothing to look at: the two policies agree, and nobody did otherwise. */
export function differenceOf({ now, proposed, done }: TriedReceipt): Difference | null {
  const isOtherwise = proposed.posts && isOther(proposed, done);
  if (proposed.posts !== now.posts) return { kind: proposed.posts ? 'more' : 'fewer', isOtherwise };
  if (proposed.posts && !isSame(now, proposed)) return { kind: 'changed', isOtherwise };
  return isOtherwise ? { kind: 'same', isOtherwise } : null;
}

/** Figures with one receipt more. 1 of 3 that only the proposed policy posts went to another item: more 3, otherwise 1. */
export function countedWith(figures: TrialFigures, tried: TriedReceipt): TrialFigures {
  const { now, proposed, done } = tried;
  const difference = differenceOf(tried);
  const plus = (count: TrialCount, isPosted: boolean, isOtherwise: boolean): TrialCount =>
    isPosted ? { posted: count.posted + 1, otherwise: count.otherwise + (isOtherwise ? 1 : 0) } : count;
  const isOtherwise = isOther(proposed, done);
  return {
    receipts: figures.receipts + 1,
    now: plus(figures.now, now.posts, isOther(now, done)),
    proposed: plus(figures.proposed, proposed.posts, isOtherwise),
    more: plus(figures.more, difference?.kind === 'more', isOtherwise),
    fewer: figures.fewer + (difference?.kind === 'fewer' ? 1 : 0),
    changed: figures.changed + (difference?.kind === 'changed' ? 1 : 0),
    differencesCount: figures.differencesCount + (difference === null ? 0 : 1),
  };
}

function isOther(answer: DoneAnswer, done: DoneAnswer | null): boolean {
  return done !== null && !isSame(answer, done);
}

function isSame(left: DoneAnswer, right: DoneAnswer): boolean {
  return isSameOutcome(outcomeOf(left), outcomeOf(right));
}

function outcomeOf({ customer, allocations, deductions }: DoneAnswer): Outcome {
  return {
    customer,
    lines: allocations.map(({ number, amount }) => ({ item: number, amount })),
    deductions: deductions.map(({ number, ...one }) => ({ item: number, ...one })),
  };
}
