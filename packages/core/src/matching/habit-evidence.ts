/**
 * What a customer usually does, as evidence for an explanation that is just that. It sets explanations of equal standing in an
 * order, and posts nothing by itself, unless the policy says from how many times on a habit confirms a sum that chance may make too.
 */
import { DEDUCTION_HABIT, type HabitCount, isUsual, paidAmong, structureShown, WHOLE_BPS } from '../learning/index.ts';
import { shareHalfUp } from '../money/index.ts';
import type { Evidence } from './evidence.ts';
import type { Explanation } from './explanation.ts';
import type { MatchCase } from './gather.ts';
import type { MatchPolicy } from './policy.ts';

export function habitEvidence(
  explanation: Explanation,
  customer: string,
  { matchCase, policy }: { readonly matchCase: MatchCase; readonly policy: MatchPolicy },
): Evidence[] {
  const habits = matchCase.habitsOf(customer).filter(isUsual);
  if (habits.length === 0) return [];
  const kept = structuresKept(explanation, customer, matchCase);
  const structures = habits.filter(({ habit }) => kept.includes(habit));
  const found = [
    ...structures.map((habit): Evidence => ({ kind: 'usual_structure', params: timesOf(habit, customer) })),
    ...deductionsKept(explanation, customer, habits),
  ];
  const confirms = structures.some(({ times }) => policy.habitTimesMin > 0 && times >= policy.habitTimesMin);
  return confirms ? [...found, { kind: 'habit_confirms', params: {} }] : found;
}

/** Only of sets of an account: of them all that is open was looked at. */
function structuresKept({ kind, items }: Explanation, customer: string, matchCase: MatchCase): readonly string[] {
  if (kind !== 'account_structure' || items.some((item) => item.customer !== customer)) return [];
  const chosen = new Set(items.map(({ id }) => id));
  const left = matchCase.itemsOfCustomer(customer).filter(({ id, openMinor }) => openMinor > 0n && !chosen.has(id));
  const debits = items.filter(({ openMinor }) => openMinor > 0n);
  return structureShown(
    paidAmong(
      debits.map(({ dueOn }) => dueOn),
      left.map(({ dueOn }) => dueOn),
    ),
  ).kept;
}

/** What it takes off is what it usually takes off, or the share that is missing is. */
function deductionsKept(explanation: Explanation, customer: string, habits: readonly HabitCount[]): Evidence[] {
  const reasons = new Set<string>(explanation.deductions.map(({ reason }) => reason));
  const missingBps = missingShareBps(explanation);
  return habits.flatMap((habit): Evidence[] => {
    if (!habit.habit.startsWith(DEDUCTION_HABIT)) return [];
    const reason = habit.habit.slice(DEDUCTION_HABIT.length);
    const isMissing = missingBps !== null && habit.shareBps !== null && Math.abs(missingBps - habit.shareBps) <= 1;
    if (!reasons.has(reason) && !isMissing) return [];
    const percent = habit.shareBps === null ? null : (habit.shareBps / 100).toString();
    const { times, ofTimes } = habit;
    return [{ kind: 'usual_deduction', params: { customer, reason, percent, times, ofTimes } }];
  });
}

/** Hundredths of a percent of the items that the receipt is short of, null when it is not. */
function missingShareBps({ fit, items, allocations }: Explanation): number | null {
  if (fit !== 'differs' && fit !== 'partial') return null;
  const gross = items.reduce((total, { openMinor }) => total + openMinor, 0n);
  const paid = allocations.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  if (gross <= 0n || paid >= gross || paid <= 0n) return null;
  return Number(shareHalfUp(WHOLE_BPS, { part: gross - paid, whole: gross }));
}

function timesOf({ habit, times, ofTimes }: HabitCount, customer: string) {
  return { customer, habit, times, ofTimes };
}
