/**
 * MT940 statements and MT942 interim reports. Pages of one statement (:62M: followed by :60M: with the same balance) are
 * one statement. Lines of an interim report are pending: the statement brings them again.
 */
import { limitProblems } from '../problem-limit.ts';
import type { FileProblem, StatementHandlers, StatementReader } from '../statement.ts';
import { createMtFieldReader, type MessageEnd, type MtField } from './mt-fields.ts';
import {
  beginsNext,
  continuesPage,
  emptyStatement,
  endMessage,
  finishStatement,
  goOn,
  type MtKind,
  type MtStatement,
  takeField,
} from './mt-statement.ts';

const OPENING_TAGS = new Set(['60F', '60M', '61']);

export function createMtReader(kind: MtKind, handlers: StatementHandlers): StatementReader {
  const out = { ...handlers, onProblem: limitProblems(handlers.onProblem) };
  let statementCount = 0;
  let hasBrokenOff = false;
  let current: MtStatement | null = null;
  /** A page that closed with :62M:, until the next message shows whether it goes on. */
  let page: MtStatement | null = null;

  const finish = (statement: MtStatement | null) => {
    if (statement === null) return;
    statementCount += 1;
    finishStatement(statement, out);
  };
  const endCurrent = (end: MessageEnd) => {
    const done = current;
    current = null;
    if (done === null) return;
    const isWhole = endMessage(done, end, out);
    if (end.isEndOfFile && !isWhole) hasBrokenOff = true;
    if (!done.hasBegun && !(kind === 'mt942' && done.isClosing)) return;
    if (page !== null) finish(page);
    page = null;
    if (done.isInterim && !end.isEndOfFile) page = done;
    else finish(done);
  };
  const onField = (field: MtField) => {
    if (current !== null && beginsNext(current, field)) {
      const { reference, account, number } = current;
      endCurrent({ line: field.line, isMarked: true, isEndOfFile: false });
      current = { ...emptyStatement(kind), reference, account, number };
    }
    current ??= emptyStatement(kind);
    if (page !== null && OPENING_TAGS.has(field.tag)) {
      const held = page;
      page = null;
      if (continuesPage(held, current, field)) {
        goOn(held);
        current = held;
        return;
      }
      if (field.tag === '60M') out.onProblem(pageMissing(field, held));
      finish(held);
    }
    takeField(current, field, out);
  };
  const fields = createMtFieldReader({
    onField,
    onEnd: endCurrent,
    onTooLong(line, what) {
      if (what === 'line') hasBrokenOff = true;
      out.onProblem(tooLong(line, what));
    },
  });
  return {
    write: fields.write,
    close() {
      fields.end();
      finish(page);
      page = null;
      if (statementCount === 0) out.onProblem(noStatement());
      return statementCount > 0 && !hasBrokenOff;
    },
  };
}

function pageMissing(field: MtField, page: MtStatement): FileProblem {
  const message =
    `This page opens with another balance than the page before closed with (statement ${page.number ?? ''} of ` +
    `${page.account ?? 'an account'}): a page is missing. Ask the bank for it.`;
  return { line: field.line, field: ':60M:', code: 'page_missing', message };
}

function tooLong(line: number, what: 'line' | 'field'): FileProblem {
  const [field, code, message] =
    what === 'line'
      ? ['file', 'line_too_long', 'A line of over a million characters: no bank statement has one. Check the file.']
      : [
          'details',
          'field_too_long',
          'A field of over 500 lines: its rest is left out. Ask the bank whether the file is whole.',
        ];
  return { line, field, code, message };
}

function noStatement(): FileProblem {
  const message = 'The file holds no statement (no balance and no :61: line). Check that the right file was chosen.';
  return { line: 1, field: 'file', code: 'no_statement', message };
}
