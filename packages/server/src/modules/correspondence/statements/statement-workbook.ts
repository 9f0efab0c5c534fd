/** A statement as a workbook: the items on the first sheet, totals by age and the way to pay on the second. */
import { type WorkbookCell, type WorkbookSheet, writeWorkbook } from '../../../platform/workbook/index.ts';
import { LETTER_WORDS } from '../templates/letter-words.ts';
import type { Statement } from './statement.ts';
import { agesOf, paymentLines } from './statement-page.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

export function statementWorkbook(statement: Statement): Uint8Array {
  return writeWorkbook([itemsSheet(statement), accountSheet(statement)]);
}

function itemsSheet({ language, lines, totals }: Statement): WorkbookSheet {
  const words = LETTER_WORDS[language];
  const { currency: currencyWord, credits } = STATEMENT_WORDS[language];
  const heads = [words.number, words.issued, words.due, words.daysLate, currencyWord, words.amount, words.open, ''];
  const items = lines.map(({ number, issuedOn, dueOn, daysLate, currency, amountMinor, openMinor, isCredit }) => [
    { text: number },
    { date: issuedOn },
    isCredit ? null : { date: dueOn },
    isCredit ? null : { count: Math.max(0, daysLate) },
    { text: currency },
    { minor: amountMinor, currency },
    { minor: openMinor, currency },
    isCredit ? { text: credits } : null,
  ]);
  const sums = totals.map(({ currency, totalMinor }): WorkbookCell[] => [
    { text: words.total },
    ...[null, null, null],
    { text: currency },
    null,
    { minor: totalMinor, currency },
  ]);
  return {
    name: words.statement,
    widths: [26, 12, 12, 12, 9, 16, 16, 36],
    rows: [heads.map((text) => ({ text })), ...items, ...sums],
    boldRows: [0, ...sums.map((_, at) => items.length + 1 + at)],
    frozenRows: 1,
  };
}

function accountSheet(statement: Statement): WorkbookSheet {
  const { language, companyName, customer, asOf, totals } = statement;
  const words = LETTER_WORDS[language];
  const ages = totals.flatMap((total) => agesOf(total, statement).map(([name, minor]) => ({ name, minor, total })));
  const about: WorkbookCell[][] = [
    [{ text: companyName }],
    [{ text: words.customer }, { text: `${customer.number} ${customer.name}` }],
    [{ text: words.asOf }, { date: asOf }],
    [],
    ...ages.map(({ name, minor, total: { currency } }) => [{ text: name }, { minor, currency }, { text: currency }]),
    [],
    ...paymentLines(statement).map(([name, text]) => [{ text: name }, { text }]),
  ];
  return { name: words.customer, widths: [40, 40, 9], rows: about, boldRows: [0], frozenRows: 0 };
}
