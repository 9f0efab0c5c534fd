/**
 * BAI lockbox files: checks that customers sent to a post box of the bank. Records of fixed width: 1 and 2 open the file,
 * 5 a batch, 6 is a check, 4 its invoices, 7 closes the batch, 8 the lockbox, 9 the file. A lockbox's day becomes a
 * statement without balances, each check a line with its documents. Memory holds one check.
 */
import type { LocalDate } from '../../calendar/index.ts';
import { readDate } from '../bai2/bai2-values.ts';
import { limitProblems } from '../problem-limit.ts';
import { readerOfLines } from '../reader-of-lines.ts';
import type { BankEntry, FileProblem, StatementHandlers, StatementReader } from '../statement.ts';
import { columns, readCents, readCheckFields, readDeposit, withoutPadding } from './lockbox-fields.ts';
import { LOCKBOX_CURRENCY, OVERFLOW_LINES_MAX, type OverflowLayout, readOverflow } from './lockbox-overflow.ts';
import { checkRecordCount, checkTotals, emptyTally, type LockboxTally } from './lockbox-totals.ts';

/** BAI's type code for a lockbox deposit. */
const LOCKBOX_DEPOSIT = '115';

interface OpenCheck {
  readonly text: string;
  readonly line: number;
  readonly overflow: string[];
}

interface OpenLockbox {
  readonly lockbox: string | null;
  entryCount: number;
}

interface ReadingState {
  readonly handlers: StatementHandlers;
  readonly report: (problem: FileProblem) => void;
  isFileOpen: boolean;
  fileCount: number;
  records: number;
  fileReference: string | null;
  fileDay: LocalDate | null;
  depositedOn: LocalDate | null;
  open: OpenLockbox | null;
  check: OpenCheck | null;
  batch: LockboxTally;
  lockbox: LockboxTally;
  /** A batch has begun and not ended. */
  isBatchOpen: boolean;
  layout: OverflowLayout | null;
  line: number;
}

export function createLockboxReader(handlers: StatementHandlers): StatementReader {
  const state: ReadingState = {
    handlers,
    report: limitProblems(handlers.onProblem),
    isFileOpen: false,
    fileCount: 0,
    records: 0,
    fileReference: null,
    fileDay: null,
    depositedOn: null,
    open: null,
    check: null,
    batch: emptyTally(),
    lockbox: emptyTally(),
    isBatchOpen: false,
    layout: null,
    line: 1,
  };
  return readerOfLines({
    format: 'lockbox',
    report: state.report,
    takeLine: (text, line) => takeLine(state, text, line),
    end: () => endFile(state),
  });
}

function takeLine(state: ReadingState, text: string, line: number) {
  if (text.trim() === '') return;
  const code = text.charAt(0);
  if (!state.isFileOpen && code !== '1') {
    if (state.fileCount === 0)
      tell(
        state,
        line,
        'record type',
        'header_missing',
        'This record stands before the file header (1). Records may be missing',
      );
    if (state.fileCount > 0) return;
    state.isFileOpen = true;
  }
  state.line = line;
  state.records += 1;
  if (code !== '4') finishCheck(state);
  switch (code) {
    case '1':
      return openFile(state, text, line);
    case '2':
      state.fileReference = columns(text, 22, 31) || null;
      return;
    case '5':
      return openBatch(state, text, line);
    case '6':
      state.check = { text, line, overflow: [] };
      return;
    case '4':
      return takeOverflow(state, text, line);
    case '7':
      return closeBatch(state, text, line);
    case '8':
      return closeLockbox(state, text, line);
    case '9':
      return closeFile(state, text, line);
    default:
      tell(
        state,
        line,
        'record type',
        'unknown_record',
        `${JSON.stringify(code)} is no record type of a lockbox file: the record is not read. Records may be missing`,
      );
  }
}

function openFile(state: ReadingState, text: string, line: number) {
  if (state.isFileOpen)
    tell(
      state,
      line,
      'record type',
      'trailer_missing',
      'A new file begins before the trailer (9) of the one before it. Records may be missing',
    );
  finishLockbox(state);
  state.isFileOpen = true;
  state.records = 1;
  state.fileDay = readDate(columns(text, 24, 29));
  state.depositedOn = state.fileDay;
  state.batch = emptyTally();
}

function openBatch(state: ReadingState, text: string, line: number) {
  if (state.isBatchOpen)
    tell(
      state,
      line,
      'record type',
      'trailer_missing',
      'A new batch begins before the total (7) of the one before it. Records may be missing',
    );
  const lockbox = withoutPadding(columns(text, 8, 14));
  const depositedOn = readDeposit(text);
  if (depositedOn === null) {
    const message = `The deposit date ${JSON.stringify(columns(text, 15, 20))} is not a day of the calendar: the day of the file is taken.`;
    state.report({ line, field: 'deposit date', code: 'bad_date', message });
  }
  const day = depositedOn ?? state.fileDay;
  if (state.open !== null && (state.open.lockbox !== lockbox || state.depositedOn !== day)) finishLockbox(state);
  state.depositedOn = day;
  state.open ??= { lockbox, entryCount: 0 };
  state.batch = emptyTally();
  state.isBatchOpen = true;
}

function takeOverflow(state: ReadingState, text: string, line: number) {
  if (state.check === null) {
    tell(
      state,
      line,
      'record type',
      'header_missing',
      'These invoices (4) follow no check (6): they are not read. Records may be missing',
    );
    return;
  }
  if (state.check.overflow.length < OVERFLOW_LINES_MAX) state.check.overflow.push(text.slice(11).trimEnd());
}

/** `6001002` + `0000115025`: check 2 of batch 1 over 1150.25. */
function finishCheck(state: ReadingState) {
  const { check } = state;
  if (check === null) return;
  state.check = null;
  const amountText = columns(check.text, 8, 17);
  const amountMinor = readCents(amountText);
  if (amountMinor === null) {
    const message = `The amount of this check cannot be read (${JSON.stringify(amountText)}): the check is left out. Ask the bank to correct the file.`;
    state.report({ line: check.line, field: 'check amount', code: 'bad_amount', message });
    state.batch.hasGaps = true;
    state.lockbox.hasGaps = true;
    return;
  }
  for (const tally of [state.batch, state.lockbox]) {
    tally.checks += 1;
    tally.amountMinor += amountMinor;
  }
  state.open ??= { lockbox: null, entryCount: 0 };
  state.open.entryCount += 1;
  state.handlers.onEntry(toEntry(state, check, amountMinor));
}

function toEntry(state: ReadingState, check: OpenCheck, amountMinor: bigint): BankEntry {
  const { routing, account, checkNumber, behind } = readCheckFields(check.text);
  const { documents, layout } = readOverflow(check.overflow, amountMinor, state.layout);
  state.layout = layout ?? state.layout;
  const lockbox = state.open?.lockbox ?? null;
  const place = [lockbox, state.depositedOn?.replaceAll('-', ''), columns(check.text, 2, 4), columns(check.text, 5, 7)];
  const isName = /^[A-Za-z][^\d]*$/.test(behind);
  return {
    line: check.line,
    account: lockbox,
    status: 'booked',
    bookedOn: state.depositedOn,
    valueOn: null,
    amountMinor,
    currency: LOCKBOX_CURRENCY,
    isReversal: false,
    bankReference: place.filter((part) => part).join('-') || null,
    customerReference: checkNumber,
    endToEndId: null,
    typeCode: LOCKBOX_DEPOSIT,
    counterparty: {
      name: isName ? behind.replace(/\s+/g, ' ') : null,
      account: account === null ? null : [routing, account].filter((part) => part !== null).join('-'),
      ultimateName: null,
    },
    structuredReference: null,
    documents,
    textLines: [...(isName || behind === '' ? [] : [behind]), ...check.overflow].filter((one) => one.trim() !== ''),
    bankInformation: null,
    report: 'lockbox',
    sumKey: place.slice(0, 3).join('-'),
  };
}

function closeBatch(state: ReadingState, text: string, line: number) {
  for (const problem of checkTotals('batch', text, line, state.batch)) state.report(problem);
  state.batch = emptyTally();
  state.isBatchOpen = false;
}

function closeLockbox(state: ReadingState, text: string, line: number) {
  for (const problem of checkTotals('lockbox', text, line, state.lockbox)) state.report(problem);
  finishLockbox(state);
}

function closeFile(state: ReadingState, text: string, line: number) {
  for (const problem of checkRecordCount(text, line, state.records)) state.report(problem);
  finishLockbox(state);
  state.isFileOpen = false;
  state.fileCount += 1;
}

function finishLockbox(state: ReadingState) {
  state.isBatchOpen = false;
  state.lockbox = emptyTally();
  const { open } = state;
  if (open === null) return;
  state.open = null;
  state.handlers.onStatement({
    account: open.lockbox,
    currency: LOCKBOX_CURRENCY,
    number: state.fileReference,
    openingBalance: null,
    closingBalance: null,
    footing: 'unknown',
    entryCount: open.entryCount,
    report: 'lockbox',
  });
}

/** The end of the text: false when the trailer is missing. */
function endFile(state: ReadingState): boolean {
  const isBroken = state.isFileOpen;
  finishCheck(state);
  finishLockbox(state);
  if (isBroken) {
    const message =
      'The file ends without its trailer (9): the rest of it is missing. Ask the bank for the file again.';
    state.report({ line: state.line, field: 'file', code: 'file_broken_off', message });
    return false;
  }
  if (state.fileCount > 0) return true;
  const message = 'The file holds no lockbox records (1 to 9). Check that the right file was chosen.';
  state.report({ line: 1, field: 'file', code: 'no_statement', message });
  return false;
}

function tell(state: ReadingState, line: number, field: string, code: string, cause: string) {
  state.report({ line, field, code, message: `${cause}: ask the bank for the file again.` });
}
