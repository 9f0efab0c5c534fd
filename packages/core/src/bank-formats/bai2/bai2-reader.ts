/**
 * BAI2 balance reporting files (Cash Management Balance Reporting Specifications, version 2; X9.121 BTR2 keeps the same
 * records): file 01-99, groups 02-98, accounts 03-49, transactions 16, continuations 88. Each account of a group becomes
 * a statement of the group's as-of date. Memory holds one transaction at a time.
 */
import type { LocalDate } from '../../calendar/index.ts';
import { footStatement } from '../footing.ts';
import { limitProblems } from '../problem-limit.ts';
import { readerOfLines } from '../reader-of-lines.ts';
import type { EntryStatus, FileProblem, StatementHandlers, StatementReader } from '../statement.ts';
import { type Bai2Account, readAccount } from './bai2-account.ts';
import { readTransaction } from './bai2-entry.ts';
import {
  type Bai2Record,
  codeOf,
  createFieldCursor,
  RECORD_LINES_MAX,
  recordLine,
  splitPhysicalLine,
} from './bai2-record.ts';
import { addToTally, type Bai2Level, type Bai2Tally, checkTrailer, emptyTally } from './bai2-totals.ts';
import { readDate } from './bai2-values.ts';

interface OpenGroup {
  readonly currency: string;
  readonly asOf: LocalDate | null;
  readonly status: EntryStatus;
}

interface OpenAccount {
  readonly facts: Bai2Account;
  bookedMinor: bigint;
  hasGaps: boolean;
  entryCount: number;
}

interface ReadingState {
  readonly handlers: StatementHandlers;
  readonly report: (problem: FileProblem) => void;
  /** A file was opened (01) and is not closed yet (99). */
  isFileOpen: boolean;
  fileCount: number;
  fileId: string | null;
  group: OpenGroup | null;
  account: OpenAccount | null;
  readonly tallies: Record<Bai2Level, Bai2Tally>;
  /** Line of the last record seen. */
  line: number;
}

export function createBai2Reader(handlers: StatementHandlers): StatementReader {
  const state: ReadingState = {
    handlers,
    report: limitProblems(handlers.onProblem),
    isFileOpen: false,
    fileCount: 0,
    fileId: null,
    group: null,
    account: null,
    tallies: { account: emptyTally(), group: emptyTally(), file: emptyTally() },
    line: 1,
  };
  let pending: Bai2Record | null = null;
  const flush = () => {
    if (pending !== null) takeRecord(state, pending);
    pending = null;
  };
  const takeLine = (text: string, line: number) => {
    const code = codeOf(text);
    if (code === '88' && pending !== null) return continueRecord(state, pending, text, line);
    if (code === null || !KNOWN_CODES.has(code)) return takeStray(state, pending, text, line);
    flush();
    state.line = line;
    pending = { code, line, lines: [recordLine(text, line)], lineCount: 1 };
  };
  return readerOfLines({
    format: 'BAI2',
    report: state.report,
    takeLine: (text, line) => {
      for (const part of splitPhysicalLine(text)) takeLine(part, line);
    },
    end: () => {
      flush();
      return endFile(state);
    },
  });
}

const KNOWN_CODES = new Set(['01', '02', '03', '16', '49', '98', '99']);

/** A `88` line of the record before it. */
function continueRecord(state: ReadingState, record: Bai2Record, text: string, line: number) {
  record.lineCount += 1;
  if (record.lines.length < RECORD_LINES_MAX) record.lines.push(recordLine(text, line));
  else if (record.lines.length === RECORD_LINES_MAX && record.lineCount === RECORD_LINES_MAX + 1) {
    const message = `A record goes on for more than ${RECORD_LINES_MAX} lines: the rest of it is not read.`;
    state.report({ line, field: 'record', code: 'record_too_long', message });
  }
}

/** Text that some banks wrap without an 88 belongs to the transaction before it; anything else is told. */
function takeStray(state: ReadingState, record: Bai2Record | null, text: string, line: number) {
  // Before the header and behind the trailer stand lines of the transport.
  if (text.trim() === '' || (!state.isFileOpen && record === null) || record?.code === '99') return;
  if (record?.code === '16' && codeOf(text) === null && record.lines.length < RECORD_LINES_MAX) {
    record.lines.push({ text: text.trimEnd(), hasSlash: false, line });
    return;
  }
  const message = `The line begins with no record code of BAI2 (${JSON.stringify(text.trim().slice(0, 40))}): it is not read.`;
  state.report({ line, field: 'record code', code: 'unknown_record', message });
}

function takeRecord(state: ReadingState, record: Bai2Record) {
  if (record.code === '01') return openFile(state, record);
  for (const tally of Object.values(state.tallies)) tally.lineCount += record.lineCount;
  switch (record.code) {
    case '02':
      return openGroup(state, record);
    case '03':
      return openAccount(state, record);
    case '16':
      return takeTransaction(state, record);
    case '49':
      return closeAccount(state, record);
    case '98':
      return closeGroup(state, record);
    default:
      return closeFile(state, record);
  }
}

function openFile(state: ReadingState, record: Bai2Record) {
  leaveGroup(state, record.line);
  if (state.isFileOpen) reportNoTrailer(state, record.line, 'file', '99');
  const fields = createFieldCursor(record.lines);
  const [, , , , fileId] = [fields.next(), fields.next(), fields.next(), fields.next(), fields.next()];
  state.fileId = fileId || null;
  state.isFileOpen = true;
  state.tallies.file = { ...emptyTally(), lineCount: record.lineCount };
}

/** Group status 1 is an update, 2 a deletion, 3 a correction, 4 a test. */
const STATUS_NOTES: Readonly<Record<string, string>> = {
  '2': 'This group takes back lines that the bank reported before (group status 2, deletion): none of its lines is posted. Undo the receipts it names.',
  '3': 'This group corrects an earlier one (group status 3): lines that were taken already are not taken twice; look for lines of the earlier report that are no longer in it.',
  '4': 'This group is a test of the bank (group status 4): none of its lines is posted.',
};

function openGroup(state: ReadingState, record: Bai2Record) {
  leaveGroup(state, record.line);
  if (!state.isFileOpen) reportOutside(state, record.line, noHeader('group', 'file header (01)'));
  const fields = createFieldCursor(record.lines);
  const [, , status, asOfText] = [fields.next(), fields.next(), fields.next(), fields.next()];
  const [, currency, modifier] = [fields.next(), fields.next(), fields.next()];
  const asOf = readDate(asOfText ?? '');
  if (asOf === null) {
    const message = `The as-of date ${JSON.stringify((asOfText ?? '').slice(0, 40))} is not a day of the calendar: the lines of this group have no booking date.`;
    state.report({ line: record.line, field: 'as-of date', code: 'bad_date', message });
  }
  const note = STATUS_NOTES[status ?? ''];
  if (note !== undefined)
    state.report({ line: record.line, field: 'group status', code: 'group_status', message: note });
  state.group = { currency: currency ?? '', asOf, status: entryStatus(status ?? '', modifier ?? '') };
  state.tallies.group = { ...emptyTally(), lineCount: record.lineCount };
}

/**
 * As-of-date modifier 3 is interim same-day data: the bank reports those lines again, perhaps with other references, in
 * the previous-day file that counts. They are shown and not posted.
 */
function entryStatus(groupStatus: string, modifier: string): EntryStatus {
  if (groupStatus === '2' || groupStatus === '4') return 'information';
  return modifier === '3' ? 'pending' : 'booked';
}

function openAccount(state: ReadingState, record: Bai2Record) {
  leaveAccount(state, record.line);
  state.group ??= noGroup(state, record.line);
  const facts = readAccount(record, state.group);
  for (const problem of facts.problems) state.report(problem);
  state.account = { facts, bookedMinor: 0n, hasGaps: facts.hasGaps, entryCount: 0 };
  state.tallies.account = { ...emptyTally(), lineCount: record.lineCount, sumMinor: facts.statedMinor };
  state.tallies.group.children += 1;
}

function noGroup(state: ReadingState, line: number): OpenGroup {
  reportOutside(state, line, noHeader('account', 'group (02), so that its lines have no booking date'));
  state.tallies.group = emptyTally();
  return { currency: '', asOf: null, status: 'booked' };
}

function takeTransaction(state: ReadingState, record: Bai2Record) {
  const { account, group } = state;
  if (account === null || group === null)
    return reportOutside(state, record.line, {
      code: 'line_without_account',
      message: 'This transaction stands outside an account (03): it is left out.',
    });
  const result = readTransaction(record, {
    account: account.facts.account,
    currency: account.facts.currency,
    asOf: group.asOf,
    status: group.status,
  });
  for (const problem of result.problems) state.report(problem);
  addToTally(state.tallies.account, result.statedMinor);
  if (result.entry === null) {
    account.hasGaps = true;
    return;
  }
  if (result.entry.status === 'booked') account.bookedMinor += result.entry.amountMinor;
  account.entryCount += 1;
  state.handlers.onEntry(result.entry);
}

function closeAccount(state: ReadingState, record: Bai2Record) {
  if (state.account === null) return reportStrayTrailer(state, record);
  const checked = checkTrailer('account', record, state.tallies.account);
  for (const problem of checked.problems) state.report(problem);
  addToTally(state.tallies.group, checked.statedMinor ?? state.tallies.account.sumMinor);
  finishStatement(state, false);
}

function closeGroup(state: ReadingState, record: Bai2Record) {
  leaveAccount(state, record.line);
  if (state.group === null) return reportStrayTrailer(state, record);
  const checked = checkTrailer('group', record, state.tallies.group);
  for (const problem of checked.problems) state.report(problem);
  addToTally(state.tallies.file, checked.statedMinor ?? state.tallies.group.sumMinor);
  state.tallies.file.children += 1;
  state.group = null;
}

function closeFile(state: ReadingState, record: Bai2Record) {
  leaveGroup(state, record.line);
  // "99," and nothing more is a trailer that was cut; one left empty on purpose ends with its slash.
  if (record.lines.every((line) => !line.hasSlash && /^[,\s]*$/.test(line.text))) return;
  if (!state.isFileOpen) return reportStrayTrailer(state, record);
  const { problems } = checkTrailer('file', record, state.tallies.file);
  for (const problem of problems) state.report(problem);
  state.isFileOpen = false;
  state.fileCount += 1;
}

/** The end of the text: false when the last file has no trailer, or there was none. */
function endFile(state: ReadingState): boolean {
  const isBroken = state.isFileOpen || state.group !== null || state.account !== null;
  if (state.account !== null) finishStatement(state, true);
  if (isBroken) {
    const message =
      'The file ends without its trailer (99): the rest of it is missing. Ask the bank for the file again.';
    state.report({ line: state.line, field: 'file', code: 'file_broken_off', message });
    return false;
  }
  if (state.fileCount > 0) return true;
  const message = 'The file holds no BAI2 records (01 to 99). Check that the right file was chosen.';
  state.report({ line: 1, field: 'file', code: 'no_statement', message });
  return false;
}

/** An account that another record ends instead of its trailer. */
function leaveAccount(state: ReadingState, line: number) {
  if (state.account === null) return;
  reportNoTrailer(state, line, 'account', '49');
  addToTally(state.tallies.group, state.tallies.account.sumMinor);
  finishStatement(state, true);
}

function leaveGroup(state: ReadingState, line: number) {
  leaveAccount(state, line);
  if (state.group === null) return;
  reportNoTrailer(state, line, 'group', '98');
  addToTally(state.tallies.file, state.tallies.group.sumMinor);
  state.tallies.file.children += 1;
  state.group = null;
}

function finishStatement(state: ReadingState, hasBrokenOff: boolean) {
  const { account } = state;
  if (account === null) return;
  state.account = null;
  const { facts } = account;
  const { openingBalance, closingBalance } = facts;
  const isCounted = state.group?.status === 'booked' && !account.hasGaps && !hasBrokenOff;
  state.handlers.onStatement({
    account: facts.account,
    currency: facts.currency,
    number: state.fileId,
    openingBalance,
    closingBalance,
    footing: footStatement({ openingBalance, closingBalance, booked: [account.bookedMinor], hasGaps: !isCounted }),
    entryCount: account.entryCount,
  });
}

function noHeader(what: string, where: string) {
  return { code: 'header_missing', message: `This ${what} stands outside a ${where}.` };
}

function reportOutside(state: ReadingState, line: number, { code, message }: { code: string; message: string }) {
  const remedy = 'Lines may be missing: ask the bank for the file again.';
  state.report({ line, field: 'record code', code, message: `${message} ${remedy}` });
}

function reportNoTrailer(state: ReadingState, line: number, level: Bai2Level, trailer: string) {
  const message = `The ${level} before this line has no trailer (${trailer}). Lines may be missing: ask the bank for the file again.`;
  state.report({ line, field: 'record code', code: 'trailer_missing', message });
}

function reportStrayTrailer(state: ReadingState, record: Bai2Record) {
  const message = `This trailer (${record.code}) ends nothing: what it belongs to is missing. Ask the bank for the file again.`;
  state.report({ line: record.line, field: 'record code', code: 'header_missing', message });
}
