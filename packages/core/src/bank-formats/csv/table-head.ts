/** What a text looks like before any library has divided it: the sign between cells, and whether it is a statement. */
import { plainColumnName } from './statement-fields.ts';
import { isStatementTable, nameStatementColumns } from './statement-mapping.ts';
import { findHeaderByValue } from './value-columns.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** Lines of the beginning that are looked at. */
const HEAD_LINES = 80;

/**
 * The sign between the cells of a bank's table. The header decides when one can be found under the lines above it, else
 * the sign that stands most often in a line.
 */
export function guessStatementDelimiter(head: string): string {
  const lines = headLines(head);
  const withHeader = DELIMITERS.find((delimiter) => lines.some((line) => isHeaderLine(line, delimiter)));
  if (withHeader !== undefined) return withHeader;
  const counts = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: Math.max(0, ...lines.map((line) => cellsOf(line, delimiter).length)),
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

/** Whether the beginning of a text has a header that names a day and an amount, as statements do. */
export function looksLikeStatementTable(head: string): boolean {
  const lines = headLines(head);
  return DELIMITERS.some((delimiter) => lines.some((line) => isHeaderLine(line, delimiter)));
}

/** Whether anything stands below the header of a statement. */
export function hasLinesBelowHeader(head: string): boolean {
  const lines = headLines(head);
  return DELIMITERS.some((delimiter) => {
    const header = lines.findIndex((line) => isHeaderLine(line, delimiter));
    return header >= 0 && lines.slice(header + 1).some((line) => cellsOf(line, delimiter).some((cell) => cell !== ''));
  });
}

/** Whether a text is a table at all, with a day and an amount in some row: its columns can be asked for. */
export function looksLikeTable(head: string): boolean {
  const delimiter = guessStatementDelimiter(head);
  return findHeaderByValue(headLines(head).map((line) => cellsOf(line, delimiter))) !== null;
}

/**
 * Whether a table is a bank statement rather than a list of items, which has dates and amounts too: it says what only
 * banks say (a running balance, a value date, debit beside credit) and nothing that only ledgers say.
 */
export function isPlainlyStatement(head: string): boolean {
  const lines = headLines(head);
  return DELIMITERS.some((delimiter) =>
    lines.some((line) => isHeaderLine(line, delimiter) && saysBank(cellsOf(line, delimiter))),
  );
}

/**
 * Whether a table keeps a balance from line to line, beside a value date or debit and credit: no advice of a payment does,
 * however many invoice numbers stand in its texts.
 */
export function keepsBankBalance(head: string): boolean {
  const lines = headLines(head);
  return DELIMITERS.some((delimiter) => lines.some((line) => hasBankBalance(cellsOf(line, delimiter))));
}

function hasBankBalance(cells: readonly string[]): boolean {
  const columns = nameStatementColumns(cells);
  if (cells.length < 2 || columns.balance === undefined || !isStatementTable(columns) || !saysBank(cells)) return false;
  return columns.valueOn !== undefined || (columns.debit !== undefined && columns.credit !== undefined);
}

const LEDGER_NAMES =
  /customer|kunde|client|cliente|duedate|faellig|fallig|scadenza|echeance|vencimiento|invoice|fattura|rechnung|facture|factura/;

function saysBank(cells: readonly string[]): boolean {
  const columns = nameStatementColumns(cells);
  const isTwoSided = columns.debit !== undefined && columns.credit !== undefined;
  const isBank = columns.balance ?? columns.valueOn ?? columns.direction ?? columns.counterpartyAccount ?? columns.text;
  return (isBank !== undefined || isTwoSided) && !cells.some((cell) => LEDGER_NAMES.test(plainColumnName(cell)));
}

function headLines(head: string): string[] {
  return head.replace(/^\ufeff/, '').split(/\r\n|\n|\r/, HEAD_LINES);
}

function isHeaderLine(line: string, delimiter: string): boolean {
  const cells = cellsOf(line, delimiter);
  return cells.length > 1 && isStatementTable(nameStatementColumns(cells));
}

function cellsOf(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''));
}
