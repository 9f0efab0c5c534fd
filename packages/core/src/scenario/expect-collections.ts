/** Expectations of collections: how promises stand, what a run wrote and held back, calls, proposed interest. */
import type { LocalDate } from '../calendar/index.ts';
import type { CallOutcome } from '../calls/index.ts';
import { PROMISE_STATES, type PromiseState } from '../promises/index.ts';
import { noQuestion, questionClauses, readRows } from './expect-question.ts';
import { once } from './facts.ts';
import { type Reader, readClauses } from './reader.ts';
import type { Expectation, WrittenAmount } from './scenario.ts';
import { readOutcome } from './step-collections.ts';
import { readCount } from './step-promises.ts';

const STATES: Readonly<Record<string, PromiseState>> = Object.fromEntries(
  PROMISE_STATES.map((state) => [state.replaceAll('_', ' '), state]),
);

/** `expect promise P1 kept, in time 600.00, deadline 2026-03-10 as of 2026-03-06`, `expect promise L1/2 open, interest 2.96` */
export function parsePromiseState(reader: Reader): Expectation {
  const name = reader.name('the promise, or the part of a plan as L1/2');
  const question = noQuestion();
  const draft = {
    state: null as PromiseState | null,
    inTime: null as WrittenAmount | null,
    late: null as WrittenAmount | null,
    interest: null as WrittenAmount | null,
    deadlineOn: null as LocalDate | null,
  };
  const states = Object.entries(STATES).map(([phrase, state]) => [
    phrase,
    () => {
      draft.state = once(reader, draft.state, state);
    },
  ]);
  const clauses = {
    ...questionClauses(reader, question),
    ...Object.fromEntries(states),
    'in time': () => {
      draft.inTime = once(reader, draft.inTime, reader.amount('what came in time'));
    },
    late: () => {
      draft.late = once(reader, draft.late, reader.amount('what came late'));
    },
    interest: () => {
      draft.interest = once(reader, draft.interest, reader.amount('the interest with this part'));
    },
    deadline: () => {
      draft.deadlineOn = once(reader, draft.deadlineOn, reader.date('the last day in time'));
    },
  };
  readClauses(reader, clauses, { after: '"expect promise"' });
  if (Object.values(draft).every((one) => one === null)) {
    return reader.refuse('word_missing', `How does it stand? Write: expect promise ${name} kept.`);
  }
  return { kind: 'promise', name, ...question, ...draft };
}

/** `expect plan L1 broken` */
export function parsePlanState(reader: Reader): Expectation {
  const name = reader.name('the plan');
  const state = reader.takePhrase(['open', 'kept', 'broken', 'withdrawn']);
  if (state === null) return reader.refuseWord(['open', 'kept', 'broken', 'withdrawn'], 'the plan');
  return { kind: 'plan', name, state: state as 'open' | 'kept' | 'broken' | 'withdrawn' };
}

/** `expect letters of D1: C1 notice_1 4711 4712, C2 notice_2 4713`; `expect acts: C1 call 4711`. Of the last run unless named. */
export function parseActions(kind: 'letters' | 'acts'): (reader: Reader) => Expectation {
  return (reader) => {
    const run = readRun(reader);
    const readRow = () => {
      const customer = reader.name('the customer');
      const step = reader.name('the step, as notice_1');
      return { customer, step, items: readNames(reader, 'an item') };
    };
    return { kind, run, rows: readRows(reader, readRow, 'rows such as C1 notice_1 4711') };
  };
}

/** `expect held back: 4711 item_hold dispute, 4712 credits_cover` */
export function parseHeldBack(reader: Reader): Expectation {
  const run = readRun(reader);
  const readRow = () => {
    const item = reader.name('the item');
    const reason = reader.name('the reason, as item_hold');
    return { item, reason, detail: isNameHere(reader) ? reader.name('the detail') : null };
  };
  return { kind: 'held_back', run, rows: readRows(reader, readRow, 'rows such as 4711 item_hold dispute') };
}

/** `expect dunning level of 4711 2`: 0 when it has taken no step. */
export function parseDunningLevel(reader: Reader): Expectation {
  const item = reader.item('the item');
  reader.skipMarks();
  return { kind: 'dunning_level', item, level: readCount(reader, 'the level') };
}

/** `expect calls of C1: no answer, promised` */
export function parseCalls(reader: Reader): Expectation {
  const customer = reader.name('the customer');
  const outcomes: CallOutcome[] = readRows(reader, () => readOutcome(reader), 'outcomes such as no answer');
  return { kind: 'calls', customer, outcomes };
}

/** `expect interest of C1: 4711 169.63 fee 40.00 days 61, L1 5.92`: what could be asked now, by item and by plan. */
export function parseInterest(reader: Reader): Expectation {
  const customer = reader.name('the customer');
  const readRow = () => {
    const of = reader.name('the item or the plan');
    const interest = reader.amount('its interest');
    const fee = reader.takePhrase(['fee']) === null ? null : reader.amount('its fee');
    const days = reader.takePhrase(['days']) === null ? null : readCount(reader, 'the days charged');
    return { of, interest, fee, days };
  };
  return { kind: 'interest', customer, rows: readRows(reader, readRow, 'rows such as 4711 169.63 fee 40.00') };
}

function readRun(reader: Reader): string | null {
  return reader.takePhrase(['of', 'by']) === null ? null : reader.name('the run');
}

function isNameHere(reader: Reader): boolean {
  const kind = reader.peek()?.kind;
  return kind === 'word' || kind === 'quoted';
}

function readNames(reader: Reader, what: string): string[] {
  const names = [reader.name(what)];
  while (isNameHere(reader)) names.push(reader.name(what));
  return names;
}
