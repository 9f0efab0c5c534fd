/** What any statement may say besides its action: when, where, why, by whom, and what it is called. */
import type { LocalDate } from '../calendar/index.ts';
import type { Clauses, Reader } from './reader.ts';
import type { StepFacts } from './scenario.ts';

export interface DraftFacts {
  on: LocalDate | null;
  time: string | null;
  company: string | null;
  effectiveOn: LocalDate | null;
  reason: string | null;
  note: string | null;
  called: string | null;
  key: string | null;
  byManager: boolean;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export function noFacts(): DraftFacts {
  return {
    on: null,
    time: null,
    company: null,
    effectiveOn: null,
    reason: null,
    note: null,
    called: null,
    key: null,
    byManager: false,
  };
}

/** The clauses that may stand before or after any step. */
export function commonClauses(reader: Reader, facts: DraftFacts): Clauses {
  return {
    ...placeClauses(reader, facts),
    'dated|effective|effective on|as from': () => {
      facts.effectiveOn = once(reader, facts.effectiveOn, reader.date('the day it takes effect'));
    },
    'because|reason': () => {
      facts.reason = once(reader, facts.reason, reader.text('the reason'));
    },
    note: () => {
      facts.note = once(reader, facts.note, reader.text('the note'));
    },
    called: () => {
      facts.called = once(reader, facts.called, reader.name('a name for the step'));
    },
    'key|idempotency key': () => {
      facts.key = once(reader, facts.key, reader.name('the idempotency key'));
    },
  };
}

/** When, in which company and by whom: also before an expectation. */
export function placeClauses(reader: Reader, facts: DraftFacts): Clauses {
  return {
    on: () => {
      facts.on = once(reader, facts.on, reader.date('the day'));
    },
    at: () => {
      facts.time = once(reader, facts.time, readTime(reader));
    },
    in: () => {
      facts.company = once(reader, facts.company, reader.name('the company'));
    },
    'by manager': () => {
      facts.byManager = true;
    },
    'by analyst': () => {
      facts.byManager = false;
    },
  };
}

export function stepFacts(facts: DraftFacts): StepFacts {
  const { effectiveOn, reason, note, called, key, byManager } = facts;
  return { effectiveOn, reason, note, called, key, byManager };
}

export function readTime(reader: Reader): string {
  const token = reader.peek();
  if (!token || !TIME.test(token.text)) return reader.refuse('time_not_readable', 'Write the time of day as 14:30.');
  reader.take();
  return token.text;
}

/** Refuses to say a thing twice: which one would count? */
export function once<T>(reader: Reader, before: T | null, now: T): T {
  if (before !== null) reader.refuse('said_twice', 'The line says this twice; keep one.');
  return now;
}
