/** Steps of promises: making them, plans with their parts and interest, taking them back, what a company lets pass. */
import type { LocalDate } from '../calendar/index.ts';
import type { DayCount } from '../interest/index.ts';
import type { PlanRhythm } from '../promises/index.ts';
import type { WrittenPromise, WrittenPromisePart } from './collections.ts';
import { commonClauses, type DraftFacts, once } from './facts.ts';
import { type Clauses, type Reader, readClauses } from './reader.ts';
import type { Action, ItemName, WrittenAmount } from './scenario.ts';

const RHYTHMS: Readonly<Record<string, PlanRhythm>> = {
  monthly: 'monthly',
  'at month ends': 'month_end',
  weekly: 'weekly',
  fortnightly: 'fortnightly',
};
const MILLIONTHS_PER_BASIS_POINT = 100n;

export interface PromiseDraft {
  customer: string | null;
  amount: WrittenAmount | null;
  readonly parts: WrittenPromisePart[];
  count: number | null;
  rhythm: PlanRhythm;
  firstOn: LocalDate | null;
  items: ItemName[];
  interest: { basisPoints: number; dayCount: DayCount } | null;
}

export function noPromise(): PromiseDraft {
  return {
    ...{ customer: null, amount: null, parts: [], count: null, rhythm: 'monthly' as const },
    ...{ firstOn: null, items: [], interest: null },
  };
}

/**
 * `promise P1 of C1 for 600.00 by 2026-03-06 paying 4711, 4712`; `plan L1 of C1 paying 4711 interest 6%: - 600.00 by 2026-04-01 ...`
 * or `plan L1 of C1 for 1,200.00 2 parts monthly from 2026-04-01`.
 */
export function parsePromise(isPlan: boolean): (reader: Reader, facts: DraftFacts) => Action {
  return (reader, facts) => {
    const name = reader.name('a name for the promise');
    const draft = noPromise();
    readClauses(reader, promiseClauses(reader, facts, draft), {
      after: isPlan ? '"plan"' : '"promise"',
      otherwise: () => takeAmount(reader, draft),
    });
    const { customer, interest } = draft;
    if (customer === null)
      return reader.refuse('word_missing', `Who promised ${name}? Add "of" and the customer: of C1.`);
    return { kind: 'promise', customer, isPlan, interest, ...promiseOf(reader, name, draft) };
  };
}

export function promiseClauses(reader: Reader, facts: DraftFacts, draft: PromiseDraft): Clauses {
  const rhythms = Object.entries(RHYTHMS).map(([phrase, rhythm]) => [
    `${phrase} from`,
    () => {
      draft.rhythm = rhythm;
      draft.firstOn = once(reader, draft.firstOn, reader.date('the day of the first part'));
    },
  ]);
  const clauses: Clauses = {
    ...commonClauses(reader, facts),
    ...Object.fromEntries(rhythms),
    'of|from': () => {
      draft.customer = once(reader, draft.customer, reader.name('the customer'));
    },
    for: () => {
      draft.amount = once(reader, draft.amount, reader.amount('the amount promised'));
    },
    by: () => {
      const promisedOn = reader.date('the day it is promised for');
      const amount = draft.amount ?? reader.amount('the amount before its day');
      draft.parts.push({ amount, promisedOn });
      draft.amount = null;
    },
    paying: () => {
      draft.items = readItems(reader, Object.keys(clauses));
    },
    interest: () => {
      const share = reader.tryPercent();
      if (share === null) reader.refuse('word_missing', 'How much a year? Write: interest 6%.');
      const dayCount = reader.takePhrase(['by 360']) === null ? ('act365' as const) : ('act360' as const);
      draft.interest = { basisPoints: Number((share ?? 0n) / MILLIONTHS_PER_BASIS_POINT), dayCount };
    },
  };
  return clauses;
}

/** "4711, 4712 and 4713", until another clause begins. */
function readItems(reader: Reader, clauses: readonly string[]): ItemName[] {
  const items = [reader.item('the item it is for')];
  for (;;) {
    const before = reader.position();
    const isOver = !reader.skipMarks() || reader.atEnd() || startsClause(reader, clauses);
    if (!isOver) {
      items.push(reader.item('the item it is for'));
      continue;
    }
    reader.goTo(before);
    return items;
  }
}

function startsClause(reader: Reader, clauses: readonly string[]): boolean {
  const isAmount = /^\d[\d,]*\.\d+$/.test(reader.peek()?.text ?? '');
  return isAmount || clauses.some((key) => key.split('|').some((phrase) => reader.looksAt(phrase)));
}

/** "3 parts", or an amount that its day follows. */
export function takeAmount(reader: Reader, draft: PromiseDraft): boolean {
  const before = reader.position();
  const word = reader.peek()?.text ?? '';
  if (/^\d{1,2}$/.test(word)) {
    reader.take();
    if (reader.takePhrase(['parts']) !== null) {
      draft.count = once(reader, draft.count, Number(word));
      return true;
    }
    reader.goTo(before);
  }
  const amount = reader.tryAmount();
  if (amount === null) return false;
  draft.amount = once(reader, draft.amount, amount);
  return true;
}

export function promiseOf(
  reader: Reader,
  name: string,
  draft: PromiseDraft,
): Pick<WrittenPromise, 'name' | 'parts' | 'items'> {
  const { amount, parts, count, rhythm, firstOn, items } = draft;
  if (parts.length > 0 && amount === null && count === null) {
    return { name, items, parts: { kind: 'written', parts } };
  }
  if (parts.length === 0 && amount !== null && count !== null && firstOn !== null) {
    return { name, items, parts: { kind: 'spread', amount, count, rhythm, firstOn } };
  }
  const message = `How much by when? Write: promise ${name} of C1 for 600.00 by 2026-03-06; a plan: for 1,200.00 2 parts monthly from 2026-04-01, or each part as 600.00 by 2026-04-01.`;
  return reader.refuse('word_missing', message);
}

/** `withdraw promise P1 because ...`, `withdraw plan L1` */
export function parseWithdrawPromise(reader: Reader, facts: DraftFacts): Action {
  const name = reader.name('the promise or plan');
  readClauses(reader, commonClauses(reader, facts), { after: '"withdraw promise"' });
  return { kind: 'withdraw_promise', name };
}

/** `promise policy 2 business days 1% at most 10.00`, `promise policy 0 days 0% at most 0.00` */
export function parsePromisePolicy(reader: Reader, facts: DraftFacts): Action {
  const days = readCount(reader, 'the days of grace');
  const unit = reader.takePhrase(['business days', 'business day', 'days', 'day']);
  if (unit === null) return reader.refuseWord(['business days', 'days'], 'the number');
  const share = reader.tryPercent();
  if (share === null) return reader.refuse('word_missing', 'Which shortfall is let go? Write: 1%.');
  if (reader.takePhrase(['at most']) === null) return reader.refuseWord(['at most'], 'the share');
  const most = reader.amount('the most that is let go');
  readClauses(reader, commonClauses(reader, facts), { after: '"promise policy"' });
  const basisPoints = Number(share / MILLIONTHS_PER_BASIS_POINT);
  return { kind: 'promise_policy', days, countsBusinessDays: unit.startsWith('business'), basisPoints, most };
}

export function readCount(reader: Reader, what: string): number {
  const word = reader.peek()?.text ?? '';
  if (!/^\d{1,4}$/.test(word)) return reader.refuse('word_missing', `A whole number is missing here: ${what}.`);
  reader.take();
  return Number(word);
}
