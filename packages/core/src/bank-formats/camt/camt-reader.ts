/**
 * camt.053 statements, camt.052 intraday reports and camt.054 notifications, all versions: the elements used here have
 * kept their names since 2009. Read as a stream: memory holds one entry at a time.
 */
import { type CurrencyCode, isCurrencyCode } from '../../money/index.ts';
import { nodeAt, textAt, type XmlNode } from '../../xml/index.ts';
import { footStatement } from '../footing.ts';
import { limitProblems } from '../problem-limit.ts';
import type { FileProblem, StatementHandlers, StatementReader } from '../statement.ts';
import { type CamtEntryResult, readEntry } from './camt-entry.ts';
import { type CamtTransaction, readTransaction } from './camt-transaction.ts';
import { type CamtBalance, closingOf, openingOf, readAccountNumber, readBalance } from './camt-values.ts';
import { createXmlReader } from './xml-subtrees.ts';

const STATEMENT_ELEMENTS: ReadonlySet<string> = new Set(['Stmt', 'Rpt', 'Ntfctn']);
const NOTIFICATIONS: ReadonlySet<string> = new Set(['Rpt', 'Ntfctn']);
/** Details gathered for one entry; a larger batch is kept as one line, so that memory stays bounded. */
const TRANSACTIONS_MAX = 100_000;

/** What is known of the statement being read. */
interface OpenStatement {
  readonly isNotification: boolean;
  id: string | null;
  electronicNumber: string | null;
  legalNumber: string | null;
  account: string | null;
  currency: CurrencyCode | null;
  readonly balances: CamtBalance[];
  transactions: CamtTransaction[];
  bookedMinor: bigint;
  hasGaps: boolean;
  entryCount: number;
}

export function createCamtReader(handlers: StatementHandlers): StatementReader {
  let open: OpenStatement | null = null;
  let statementCount = 0;
  let hasBrokenOff = false;
  const report = limitProblems(handlers.onProblem);

  const finish = (statement: OpenStatement, hasGaps: boolean) => {
    open = null;
    statementCount += 1;
    const openingBalance = openingOf(statement.balances);
    const closingBalance = closingOf(statement.balances);
    handlers.onStatement({
      account: statement.account,
      currency: statement.currency,
      number: statement.electronicNumber ?? statement.legalNumber ?? statement.id,
      openingBalance: openingBalance && plainBalance(openingBalance),
      closingBalance: closingBalance && plainBalance(closingBalance),
      footing: footStatement({ openingBalance, closingBalance, booked: [statement.bookedMinor], hasGaps }),
      entryCount: statement.entryCount,
      ...reportOf(statement),
    });
  };

  const xml = createXmlReader({
    onOpen(path) {
      const name = path[path.length - 1] ?? '';
      if (open !== null) return true;
      if (STATEMENT_ELEMENTS.has(name) && path[path.length - 2]?.startsWith('BkToCstmr'))
        open = emptyStatement(NOTIFICATIONS.has(name));
      return false;
    },
    isDetached: (name) => name === 'TxDtls',
    onTree(node) {
      if (open !== null) takePart(open, node, handlers, report);
    },
    onClose(name) {
      if (open !== null && STATEMENT_ELEMENTS.has(name)) finish(open, open.hasGaps);
    },
    onProblem(problem) {
      hasBrokenOff = true;
      report(problem);
    },
  });

  return {
    write: xml.write,
    close() {
      const isWellFormed = xml.close();
      if (open !== null) finish(open, true);
      if (isWellFormed && statementCount === 0) report(noStatement(xml.line()));
      return isWellFormed && !hasBrokenOff;
    },
  };
}

function takePart(
  statement: OpenStatement,
  node: XmlNode,
  handlers: StatementHandlers,
  report: (problem: FileProblem) => void,
) {
  switch (node.name) {
    case 'Id':
      statement.id = node.text.trim() || null;
      break;
    case 'ElctrncSeqNb':
      statement.electronicNumber = node.text.trim() || null;
      break;
    case 'LglSeqNb':
      statement.legalNumber = node.text.trim() || null;
      break;
    case 'Acct':
      takeAccount(statement, node);
      break;
    case 'Bal':
      takeBalance(statement, node, report);
      break;
    case 'TxDtls':
      if (statement.transactions.length < TRANSACTIONS_MAX) statement.transactions.push(readTransaction(node));
      break;
    case 'Ntry':
      takeEntry(statement, readEntry(node, statement.transactions, statement), handlers, report);
      break;
  }
}

function takeAccount(statement: OpenStatement, node: XmlNode) {
  const currency = textAt(node, 'Ccy');
  statement.account = readAccountNumber(nodeAt(node, 'Id'));
  if (currency !== null && isCurrencyCode(currency)) statement.currency = currency;
}

function takeBalance(statement: OpenStatement, node: XmlNode, report: (problem: FileProblem) => void) {
  const balance = readBalance(node);
  if (balance === null) {
    const message = 'A balance of this statement cannot be read: whether the statement foots is not known.';
    report({ line: node.line, field: 'Bal', code: 'bad_balance', message });
    return;
  }
  statement.balances.push(balance);
  statement.currency ??= balance.currency;
}

function takeEntry(
  statement: OpenStatement,
  result: CamtEntryResult,
  handlers: StatementHandlers,
  report: (problem: FileProblem) => void,
) {
  statement.transactions = [];
  if (result.bookedMinor === null) statement.hasGaps = true;
  else statement.bookedMinor += result.bookedMinor;
  for (const problem of result.problems) report(problem);
  const divided = result.entries.length > 1 ? { sumKey: `${statement.id ?? ''}/${statement.entryCount}` } : {};
  for (const entry of result.entries) {
    statement.currency ??= entry.currency;
    statement.entryCount += 1;
    handlers.onEntry({ ...entry, ...reportOf(statement), ...divided });
  }
}

function reportOf({ isNotification }: OpenStatement): { report?: 'notification' } {
  return isNotification ? { report: 'notification' } : {};
}

function emptyStatement(isNotification: boolean): OpenStatement {
  return {
    isNotification,
    id: null,
    electronicNumber: null,
    legalNumber: null,
    account: null,
    currency: null,
    balances: [],
    transactions: [],
    bookedMinor: 0n,
    hasGaps: false,
    entryCount: 0,
  };
}

function plainBalance({ amountMinor, currency, on }: CamtBalance) {
  return { amountMinor, currency, on };
}

function noStatement(line: number): FileProblem {
  const message = 'The file holds no statement, report or notification. Check that the right file was chosen.';
  return { line, field: 'file', code: 'no_statement', message };
}
