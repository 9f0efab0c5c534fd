/** A call while it is made: kept as typed, so that a reload loses nothing, and read into what is sent. */
import { instantInZone, type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import type { CurrencyCode } from '@quittance/core/money';
import { readAmount, toMoneyText } from '../../../ui/money/money-text.ts';
import type { NextBody, Outcome } from './calls.queries.ts';

export const NEXT_KINDS = ['promise', 'task', 'call_back', 'mail', 'dispute'] as const;
export type NextKind = (typeof NEXT_KINDS)[number];

/** What letters may follow a call without further facts. */
export const MAIL_PURPOSES = ['statement', 'notice_1', 'notice_2', 'notice_3'] as const;
export type MailPurpose = (typeof MAIL_PURPOSES)[number];

export interface CallDraft {
  readonly startedAt: string;
  readonly note: string;
  readonly outcome: Outcome | null;
  readonly nextKind: NextKind | null;
  readonly itemIds: readonly string[];
  readonly amount: string;
  /** Of the promise, the task or the call-back. */
  readonly day: string;
  /** Of the call-back, by the customer's clock. */
  readonly time: string;
  /** Of the task; of a dispute what is disputed. */
  readonly title: string;
  readonly assigneeId: string;
  readonly purpose: MailPurpose;
}

/** An outcome that says what follows by itself. */
const NEXT_OF: Readonly<Partial<Record<Outcome, NextKind>>> = {
  promised: 'promise',
  disputed: 'dispute',
  call_back: 'call_back',
};

export function withOutcome(draft: CallDraft, outcome: Outcome): CallDraft {
  const next = NEXT_OF[outcome];
  const isLeft = draft.outcome !== null && NEXT_OF[draft.outcome] === draft.nextKind;
  return { ...draft, outcome, nextKind: next ?? (isLeft ? null : draft.nextKind) };
}

/** A promise, a dispute or a call-back as next step says how the call went, when nothing else does. */
export function withNext(draft: CallDraft, nextKind: NextKind | null): CallDraft {
  const told = Object.keys(NEXT_OF).find((one) => NEXT_OF[one as Outcome] === nextKind) as Outcome | undefined;
  const outcome = draft.outcome ?? (nextKind === null ? null : (told ?? null));
  return { ...draft, nextKind, outcome };
}

/** A press on the step that is open closes it again, unless the outcome asks for that very step. */
export function withPressed(draft: CallDraft, kind: NextKind): CallDraft {
  const isAsked = draft.outcome !== null && NEXT_OF[draft.outcome] === kind;
  return withNext(draft, draft.nextKind === kind && !isAsked ? null : kind);
}

export type ReadNext =
  | { readonly isReady: true; readonly next: NextBody | null }
  | {
      readonly isReady: false;
      readonly wrong: 'amount' | 'day' | 'time' | 'title' | 'items' | 'reason' | 'promise' | 'callBack';
    };

interface ReadingContext {
  readonly currency: CurrencyCode;
  readonly decimalSign: '.' | ',';
  readonly today: LocalDate;
  /** The zone of the customer's clock. */
  readonly theirZone: string;
  readonly now: number;
}

/** A call-back on 3 March at 09:30 in New York is sent as 2026-03-03T14:30:00Z. */
export function readNext(draft: CallDraft, given: ReadingContext): ReadNext {
  // What was promised, and when to call again, is part of these outcomes: the server takes neither without.
  if (draft.outcome === 'promised' && draft.nextKind !== 'promise') return { isReady: false, wrong: 'promise' };
  if (draft.outcome === 'call_back' && draft.nextKind !== 'call_back') return { isReady: false, wrong: 'callBack' };
  if (draft.nextKind === null) return { isReady: true, next: null };
  if (draft.nextKind === 'mail') return { isReady: true, next: { kind: 'mail', purpose: draft.purpose } };
  if (draft.nextKind === 'dispute') {
    if (draft.itemIds.length === 0) return { isReady: false, wrong: 'items' };
    if (draft.title.trim() === '') return { isReady: false, wrong: 'reason' };
    const next: NextBody = { kind: 'dispute', itemIds: [...draft.itemIds], reason: draft.title.trim(), amount: null };
    return { isReady: true, next };
  }
  const day = parseLocalDate(draft.day);
  if (day === null || day < given.today) return { isReady: false, wrong: 'day' };
  if (draft.nextKind === 'promise') return readPromise(draft, day, given);
  if (draft.nextKind === 'task') {
    if (draft.title.trim() === '') return { isReady: false, wrong: 'title' };
    const { title, assigneeId } = draft;
    return { isReady: true, next: { kind: 'task', title: title.trim(), assigneeId, due: { on: day } } };
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(draft.time)) return { isReady: false, wrong: 'time' };
  const at = instantInZone(day, draft.time, given.theirZone);
  if (Date.parse(at) <= given.now) return { isReady: false, wrong: 'time' };
  return { isReady: true, next: { kind: 'call_back', at, assigneeId: draft.assigneeId } };
}

function readPromise(draft: CallDraft, day: LocalDate, { currency, decimalSign }: ReadingContext): ReadNext {
  const amountMinor = readAmount(draft.amount, currency, decimalSign);
  if (amountMinor === null || amountMinor <= 0n) return { isReady: false, wrong: 'amount' };
  const itemIds = draft.itemIds.length === 0 ? null : [...draft.itemIds];
  const parts = [{ promisedOn: day, amount: toMoneyText({ amountMinor, currency }) }];
  return { isReady: true, next: { kind: 'promise', itemIds, parts } };
}

const key = (company: string, customerId: string): string => `quittance.call.${company}.${customerId}`;
/** A draft of yesterday is no call that goes on. */
const DRAFT_LASTS_MS = 12 * 60 * 60 * 1_000;

/** Of this window only: notes on customers are not left on a shared machine. */
export function keptDraft(company: string, customerId: string, now: number): CallDraft | null {
  try {
    const text = sessionStorage.getItem(key(company, customerId));
    if (text === null) return null;
    const draft = JSON.parse(text) as CallDraft;
    const age = now - Date.parse(draft.startedAt);
    return age >= 0 && age < DRAFT_LASTS_MS && typeof draft.note === 'string' ? draft : null;
  } catch {
    return null; // a window that keeps nothing, or a draft of an older version
  }
}

export function keepDraft(company: string, customerId: string, draft: CallDraft): void {
  try {
    sessionStorage.setItem(key(company, customerId), JSON.stringify(draft));
  } catch {
    // The draft then lasts as long as the page.
  }
}

export function forgetDraft(company: string, customerId: string): void {
  try {
    sessionStorage.removeItem(key(company, customerId));
  } catch {
    // There was none.
  }
}
