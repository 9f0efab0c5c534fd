/** "as of 2026-03-31 known at 2026-04-02": the two days of a question, and the list that answers it. */
import type { LocalDate } from '../calendar/index.ts';
import { once, readTime } from './facts.ts';
import { type Clauses, type Reader, spokenPhrases, takeClause } from './reader.ts';
import type { Moment } from './scenario.ts';

export interface DraftQuestion {
  asOf: LocalDate | null;
  knownAt: Moment | null;
}

export function noQuestion(): DraftQuestion {
  return { asOf: null, knownAt: null };
}

export function questionClauses(reader: Reader, question: DraftQuestion): Clauses {
  return {
    'as of|as at': () => {
      question.asOf = once(reader, question.asOf, reader.date('the day asked for'));
    },
    'known at|as known at|as known on|known on': () => {
      question.knownAt = once(reader, question.knownAt, readMoment(reader));
    },
  };
}

function readMoment(reader: Reader): Moment {
  const day = reader.tryDate();
  if (day === null) return { kind: 'named', name: reader.name('a day or the name of a moment') };
  const hasTime = reader.takePhrase(['at']) !== null || /^\d\d:\d\d$/.test(reader.peek()?.text ?? '');
  return { kind: 'day', day, time: hasTime ? readTime(reader) : null };
}

/** Clauses before the list: they end at the colon or the first bullet. */
export function readHeading(reader: Reader, clauses: Clauses, after: string): void {
  while (!reader.atEnd()) {
    const kind = reader.peek()?.kind;
    if (kind === 'colon' || kind === 'row') return;
    if (kind === 'comma') reader.take();
    else if (isEmptyHere(reader)) return;
    else if (!takeClause(reader, clauses)) reader.refuseWord([...spokenPhrases(clauses), ':'], after);
  }
}

const EMPTY_WORDS = ['nothing', 'none', 'empty', 'no rows'];

/** Reads "none" or the rows of a list. */
export function readRows<Row>(reader: Reader, readRow: () => Row, what: string): Row[] {
  reader.skipMarks();
  if (reader.takePhrase(EMPTY_WORDS) !== null) {
    if (!reader.atEnd()) reader.refuseWord([], '"none"');
    return [];
  }
  const rows: Row[] = [];
  for (; !reader.atEnd(); reader.skipMarks()) rows.push(readRow());
  if (rows.length === 0) reader.refuse('word_missing', `What is expected? Write ${what}, or none.`);
  return rows;
}

function isEmptyHere(reader: Reader): boolean {
  return EMPTY_WORDS.some((words) => reader.looksAt(words));
}
