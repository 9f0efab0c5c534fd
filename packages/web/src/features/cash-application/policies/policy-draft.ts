/** What stands in the form, as typed, and what it changes of the usual policy. */

import { isTime, minutesOf, timeText } from './hours-typed.ts';
import type { CashPolicyChanges, Policies } from './policies.queries.ts';
import { CLOCKS, POSTED_REASONS, QUESTIONS } from './policy-words.ts';

export const CAPS = ['itemUnitsMax', 'itemPercentMax', 'dayUnitsMax', 'analystDayUnitsMax'] as const;
export type Cap = (typeof CAPS)[number];

export interface DeductionDraft {
  readonly isClaimed: boolean;
  readonly caps: Readonly<Record<Cap, string>>;
}

export interface PolicyDraft {
  readonly rulesOff: ReadonlySet<string>;
  readonly limits: Readonly<Record<string, string>>;
  readonly deductions: Readonly<Record<string, DeductionDraft>>;
  /** Hours and minutes as typed, by queue and by what is asked; empty is the usual, of a question that of its queue. */
  readonly queues: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
}

export function draftOf(changes: CashPolicyChanges, usual: Policies['usual']): PolicyDraft {
  const limits = Object.entries(usual.limits).map(([name, limit]) => [
    name,
    String(changes.limits[name] ?? limit.usual),
  ]);
  const deductions = POSTED_REASONS.flatMap((reason) => {
    const deduction = changes.deductions[reason] ?? usual.deductions[reason];
    if (deduction === undefined) return [];
    const caps = CAPS.map((cap) => [cap, deduction.caps[cap] === null ? '' : String(deduction.caps[cap])]);
    return [[reason, { isClaimed: deduction.isClaimed, caps: Object.fromEntries(caps) }]];
  });
  return {
    rulesOff: new Set(changes.rulesOff),
    limits: Object.fromEntries(limits),
    deductions: Object.fromEntries(deductions),
    queues: Object.fromEntries(CLOCKS.map((clock) => [clock, typedTime(changes.deadlines.queues[clock])])),
    reasons: Object.fromEntries(QUESTIONS.map((code) => [code, typedTime(changes.deadlines.reasons[code])])),
  };
}

function typedTime(minutes: number | undefined): string {
  return minutes === undefined ? '' : timeText(minutes);
}

/** A whole number, or null: "12" is 12, "" and "1.5" are not. */
export function wholeNumber(typed: string): number | null {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : null;
}

export function isWithin(typed: string, { min, max }: { readonly min: number; readonly max: number }): boolean {
  const value = wholeNumber(typed);
  return value !== null && value >= min && value <= max;
}

export function isCap(typed: string): boolean {
  return typed.trim() === '' || wholeNumber(typed) !== null;
}

/** Null while something typed is no number or out of bounds. `limits: { adviceWaitDays: '5' }` of usually 3 is `{ adviceWaitDays: 5 }`. */
export function changesOf(draft: PolicyDraft, usual: Policies['usual']): CashPolicyChanges | null {
  const limits: Record<string, number> = {};
  for (const [name, limit] of Object.entries(usual.limits)) {
    const typed = draft.limits[name] ?? '';
    if (!isWithin(typed, limit)) return null;
    if (wholeNumber(typed) !== limit.usual) limits[name] = wholeNumber(typed) ?? limit.usual;
  }
  const deductions: CashPolicyChanges['deductions'] = {};
  for (const reason of POSTED_REASONS) {
    const [typed, usually] = [draft.deductions[reason], usual.deductions[reason]];
    if (typed === undefined || usually === undefined) continue;
    if (!CAPS.every((cap) => isCap(typed.caps[cap]))) return null;
    const cap = (name: Cap) => wholeNumber(typed.caps[name]);
    const caps = {
      itemUnitsMax: cap('itemUnitsMax'),
      itemPercentMax: cap('itemPercentMax'),
      dayUnitsMax: cap('dayUnitsMax'),
      analystDayUnitsMax: cap('analystDayUnitsMax'),
    };
    const isUsual = typed.isClaimed === usually.isClaimed && CAPS.every((name) => caps[name] === usually.caps[name]);
    if (!isUsual) deductions[reason] = { isClaimed: typed.isClaimed, caps };
  }
  if (![...Object.values(draft.queues), ...Object.values(draft.reasons)].every(isTime)) return null;
  const queues = typedMinutes(draft.queues, usual.deadlines);
  const reasons = typedMinutes(draft.reasons, {});
  return {
    rulesOff: usual.rules.filter((name) => draft.rulesOff.has(name)),
    limits,
    deductions,
    deadlines: { queues, reasons },
  };
}

/** What is typed and not the usual. */
function typedMinutes(
  typed: Readonly<Record<string, string>>,
  usual: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => {
      const minutes = minutesOf(text);
      return minutes === null || minutes === usual[name] ? [] : [[name, minutes]];
    }),
  );
}
