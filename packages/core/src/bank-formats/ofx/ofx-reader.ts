/**
 * OFX and QFX statements of banks and credit cards: several accounts in a file, the ledger balance as the closing one.
 * OFX states no opening balance, so whether a statement foots is not known. Investment accounts give their cash
 * movements; securities are left out, and said so.
 */
import { type CurrencyCode, isStatementCurrency } from '../../money/index.ts';
import { limitProblems } from '../problem-limit.ts';
import type { BankBalance, FileProblem, StatementHandlers, StatementReader } from '../statement.ts';
import { createOfxTokens } from './ofx-tokens.ts';
import { readTransaction } from './ofx-transaction.ts';
import { isNoDate, readOfxAmount, readOfxDate } from './ofx-values.ts';

const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS']);
const TRANSACTIONS = new Set(['STMTTRN', 'STMTTRNP']);
/** Aggregates inside a transaction whose values are kept under their name. */
const PARTS = new Set(['PAYEE', 'BANKACCTTO', 'CCACCTTO', 'CURRENCY', 'ORIGCURRENCY', 'IMAGEDATA']);
/** Aggregates beside the transactions; one that opens also ends a transaction that was never closed. */
const SECTIONS = new Set([
  'BANKACCTFROM',
  'CCACCTFROM',
  'INVACCTFROM',
  'BANKTRANLIST',
  'BANKTRANLISTP',
  'LEDGERBAL',
  'AVAILBAL',
  'BALLIST',
  'STATUS',
  'MKTGINFO',
  'SONRS',
  'FI',
  'INVTRANLIST',
  'INVPOSLIST',
  'INVBAL',
]);
/** Values of one transaction; more is no bank's. */
const VALUES_MAX = 200;
/** The highest version of OFX there is is 2.3. */
const VERSION_MAX = 299;

interface OpenStatement {
  readonly kind: string;
  readonly line: number;
  account: string | null;
  currency: CurrencyCode | null;
  balanceText: string | null;
  balanceLine: number;
  balanceOn: string | null;
  entryCount: number;
  tradeCount: number;
}

interface OpenTransaction {
  readonly line: number;
  readonly isPending: boolean;
  part: string | null;
  readonly values: Map<string, string>;
}

interface OfxState {
  statement: OpenStatement | null;
  transaction: OpenTransaction | null;
  section: string | null;
  status: { code: string; message: string; isError: boolean; line: number } | null;
  statementCount: number;
  isOpen: boolean;
  isRefused: boolean;
}

export function createOfxReader(handlers: StatementHandlers): StatementReader {
  const out = { ...handlers, onProblem: limitProblems(handlers.onProblem) };
  const state: OfxState = {
    statement: null,
    transaction: null,
    section: null,
    status: null,
    statementCount: 0,
    isOpen: false,
    isRefused: false,
  };
  const tokens = createOfxTokens({
    onHeader: (text) => checkVersion(text, out),
    onOpen: (name, line) => open(state, { name, line }, out),
    onValue: (name, value, line) => takeValue(state, { name, value, line }),
    onClose: (name, line) => close(state, { name, line }, out),
    onTooLong(line) {
      state.isRefused = true;
      const message = 'The file holds a single value of over 100,000 characters: no bank file does. Check the file.';
      out.onProblem({ line, field: 'file', code: 'value_too_long', message });
    },
  });
  return {
    write: tokens.write,
    close() {
      tokens.end();
      finishTransaction(state, out);
      if (state.isOpen && !state.isRefused) {
        state.isRefused = true;
        const message =
          'The file ends inside the statement (no </OFX>): it broke off. Download it from the bank again.';
        out.onProblem({ line: tokens.line(), field: 'file', code: 'broken_off', message });
      }
      finishStatement(state, out);
      if (state.statementCount === 0) out.onProblem(noStatement(tokens.line()));
      return state.statementCount > 0 && !state.isRefused;
    },
  };
}

function noStatement(line: number): FileProblem {
  const message = 'The file holds no statement of a bank account or card. Check that the right file was chosen.';
  return { line, field: 'file', code: 'no_statement', message };
}

function checkVersion(header: string, out: StatementHandlers) {
  const version = /\bVERSION\s*[:=]\s*"?(\d{3})\b/.exec(header.replace(/OFXHEADER[^\n]*VERSION/, 'VERSION'))?.[1];
  if (version === undefined || Number(version) <= VERSION_MAX) return;
  const message = `The header says version ${version}, which OFX does not have: the file is read as it stands. Check the result.`;
  out.onProblem({ line: 1, field: 'VERSION', code: 'unknown_version', message });
}

interface Tag {
  readonly name: string;
  readonly line: number;
}

function open(state: OfxState, { name, line }: Tag, out: StatementHandlers) {
  if (name === 'OFX') state.isOpen = true;
  if (STATEMENTS.has(name)) {
    finishTransaction(state, out);
    finishStatement(state, out);
    state.statement = emptyStatement(name, line);
  } else if (TRANSACTIONS.has(name)) {
    finishTransaction(state, out);
    state.statement ??= emptyStatement('STMTRS', line);
    state.transaction = { line, isPending: name === 'STMTTRNP', part: null, values: new Map() };
  } else if (SECTIONS.has(name)) {
    finishTransaction(state, out);
    state.section = name;
    if (name === 'STATUS') state.status = { code: '', message: '', isError: false, line };
  } else if (state.transaction !== null && PARTS.has(name)) {
    state.transaction.part = name;
  } else if (state.statement !== null && name === 'INVTRAN') {
    state.statement.tradeCount += 1;
  }
}

function close(state: OfxState, { name }: Tag, out: StatementHandlers) {
  if (name === 'OFX') state.isOpen = false;
  if (TRANSACTIONS.has(name)) finishTransaction(state, out);
  else if (STATEMENTS.has(name) || name === 'OFX') {
    finishTransaction(state, out);
    finishStatement(state, out);
  } else if (SECTIONS.has(name)) {
    finishTransaction(state, out);
    if (name === 'STATUS') finishStatus(state, out);
    if (state.section === name) state.section = null;
  } else if (state.transaction !== null && state.transaction.part === name) {
    state.transaction.part = null;
  }
}

function takeValue(state: OfxState, { name, value, line }: Tag & { readonly value: string }) {
  const { statement, transaction, status, section } = state;
  if (transaction !== null) {
    const key = transaction.part === null || transaction.part === name ? name : `${transaction.part}.${name}`;
    if (transaction.values.size < VALUES_MAX && !transaction.values.has(key)) transaction.values.set(key, value);
    return;
  }
  if (section === 'STATUS' && status !== null) {
    if (name === 'CODE') status.code = value;
    if (name === 'SEVERITY') status.isError = value.toUpperCase() === 'ERROR';
    if (name === 'MESSAGE') status.message = value;
    return;
  }
  if (statement === null) return;
  if (name === 'CURDEF' && isStatementCurrency(value.toUpperCase()))
    statement.currency = value.toUpperCase() as CurrencyCode;
  if (name === 'ACCTID' && section !== null && section.endsWith('ACCTFROM'))
    statement.account = value.replace(/\s+/g, '');
  if (section !== 'LEDGERBAL') return;
  if (name === 'BALAMT') [statement.balanceText, statement.balanceLine] = [value, line];
  if (name === 'DTASOF') statement.balanceOn = value;
}

function finishStatus(state: OfxState, out: StatementHandlers) {
  const { status } = state;
  state.status = null;
  if (status === null || !status.isError) return;
  const said = [status.code, status.message].filter((part) => part !== '').join(': ');
  const message = `The bank answered with an error instead of a statement (${said.slice(0, 200)}). Download the statement again.`;
  out.onProblem({ line: status.line, field: 'STATUS', code: 'bank_error', message });
}

function finishTransaction(state: OfxState, out: StatementHandlers) {
  const { transaction, statement } = state;
  state.transaction = null;
  if (transaction === null || statement === null) return;
  const { line, values, isPending } = transaction;
  const { entry, problems } = readTransaction({ line, values, status: isPending ? 'pending' : 'booked' }, statement);
  for (const problem of problems) out.onProblem(problem);
  if (entry === null) return;
  statement.entryCount += 1;
  out.onEntry(entry);
}

function finishStatement(state: OfxState, out: StatementHandlers) {
  const { statement } = state;
  state.statement = null;
  if (statement === null) return;
  state.statementCount += 1;
  if (statement.kind === 'INVSTMTRS') out.onProblem(investment(statement));
  out.onStatement({
    account: statement.account,
    currency: statement.currency,
    number: null,
    openingBalance: null,
    closingBalance: closingOf(statement, out),
    footing: 'unknown',
    entryCount: statement.entryCount,
  });
}

function investment(statement: OpenStatement): FileProblem {
  const message =
    `Account ${statement.account ?? ''} is an investment account: its ${statement.tradeCount} trades and holdings are ` +
    'left out, only its cash movements are read. Export the bank account instead.';
  return { line: statement.line, field: 'INVSTMTRS', code: 'investment_account', message };
}

function closingOf(statement: OpenStatement, out: StatementHandlers): BankBalance | null {
  const { balanceText, balanceLine: line, balanceOn, currency } = statement;
  if (balanceText === null || currency === null) return null;
  const amountMinor = readOfxAmount(balanceText, currency);
  if (amountMinor === null) {
    const message = `The ledger balance ${JSON.stringify(balanceText.slice(0, 40))} cannot be read: it is left out.`;
    out.onProblem({ line, field: 'LEDGERBAL', code: 'bad_balance', message });
    return null;
  }
  const on = balanceOn === null || isNoDate(balanceOn) ? null : (readOfxDate(balanceOn)?.date ?? null);
  return { amountMinor, currency, on };
}

function emptyStatement(kind: string, line: number): OpenStatement {
  return {
    kind,
    line,
    account: null,
    currency: null,
    balanceText: null,
    balanceLine: 1,
    balanceOn: null,
    entryCount: 0,
    tradeCount: 0,
  };
}
