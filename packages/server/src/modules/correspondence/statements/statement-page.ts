/** A statement as a page to be drawn: our head, whose account it is, the items with totals by age, and how to pay. */
import type { LocalDate } from '@quittance/core/calendar';
import { type LetterLanguage, letterAmount, letterDate, MONTHS } from '@quittance/core/correspondence';
import { printedReference } from '@quittance/core/payment-reference';
import type { Column, Content, TableCell } from 'pdfmake/interfaces.js';
import type { PdfPage } from '../../../platform/pdf/index.ts';
import { letterhead } from '../paper/letterhead.ts';
import { accountLines } from '../payment/account-lines.ts';
import { LETTER_WORDS } from '../templates/letter-words.ts';
import type { Statement, StatementLine, StatementTotal } from './statement.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

const GREY = '#57606a';
const RULE = '#d8dee4';
const CODE_POINTS = 92; // about 32 mm, as the guideline for the code asks at least 25

export function statementPage(statement: Statement): PdfPage {
  const { language, companyName, customer, asOf } = statement;
  const words = LETTER_WORDS[language];
  const currencies = statement.totals.map(({ currency }) => currency);
  const tables = currencies.flatMap((currency) => [itemsTable(statement, currency), ageingTable(statement, currency)]);
  const nothing = { text: STATEMENT_WORDS[language].nothingOpen, margin: [0, 8, 0, 8] } satisfies Content;
  return {
    footText: `${companyName} · ${words.statement} · ${customer.number}`,
    info: { title: `${words.statement} ${customer.number} ${asOf}`, author: companyName },
    pageSize: 'A4',
    pageMargins: [40, 44, 40, 48],
    content: [head(statement), ...(tables.length === 0 ? [nothing] : tables), ...paymentBlock(statement)],
  };
}

function head({ companyName, settings, customer, language, asOf }: Statement): Content {
  const words = LETTER_WORDS[language];
  const taxId =
    customer.taxId === null ? [] : [{ text: `${STATEMENT_WORDS[language].taxId} ${customer.taxId}`, color: GREY }];
  return {
    margin: [0, 0, 0, 18],
    columns: [
      {
        width: '*',
        stack: [
          ...letterhead(companyName, settings.signature),
          { text: customer.name, bold: true, fontSize: 10, margin: [0, 18, 0, 0] },
          { text: `${words.customer} ${customer.number}`, color: GREY },
          ...taxId,
        ],
      },
      {
        width: 200,
        alignment: 'right',
        stack: [
          { text: words.statement, fontSize: 16, bold: true },
          { text: `${words.asOf} ${letterDate(asOf, language)}`, color: GREY },
        ],
      },
    ],
  };
}

/** The heading is repeated on each page; a row is never cut in two. */
function itemsTable({ lines, totals, language }: Statement, currency: string): Content {
  const words = LETTER_WORDS[language];
  const own = lines.filter((line) => line.currency === currency);
  const total = totals.find((one) => one.currency === currency)?.totalMinor ?? 0n;
  const left = [words.number, words.issued, words.due].map((text) => ({ text, bold: true, color: GREY }));
  const right = [words.daysLate, `${words.amount} ${currency}`, `${words.open} ${currency}`].map((text) => ({
    ...{ text, bold: true, color: GREY },
    alignment: 'right' as const,
  }));
  const foot: TableCell[] = [
    { text: `${words.total} ${currency}`, bold: true, colSpan: 5 },
    ...Array.from({ length: 4 }, () => ({ text: '' })),
    { text: bare(total, currency, language), bold: true, alignment: 'right', noWrap: true },
  ];
  return {
    margin: [0, 0, 0, 12],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: ['*', 60, 60, 60, 78, 78],
      body: [[...left, ...right], ...rowsOf(own, language), foot],
    },
    layout: 'lightHorizontalLines',
  };
}

function rowsOf(lines: readonly StatementLine[], language: LetterLanguage): TableCell[][] {
  const words = STATEMENT_WORDS[language];
  const firstCredit = lines.findIndex(({ isCredit }) => isCredit);
  return lines.flatMap((line, at) => {
    const row = itemRow(line, language);
    if (at !== firstCredit) return [row];
    const title: TableCell = { text: words.credits, colSpan: 6, color: GREY, margin: [0, 4, 0, 0] };
    return [[title, ...Array.from({ length: 5 }, () => ({ text: '' }))], row];
  });
}

function itemRow(line: StatementLine, language: LetterLanguage): TableCell[] {
  const { number, issuedOn, dueOn, daysLate, amountMinor, openMinor, currency, isCredit } = line;
  const right = { alignment: 'right', noWrap: true } as const;
  return [
    { text: breakable(number) },
    { text: tableDate(issuedOn, language), noWrap: true },
    { text: isCredit ? '' : tableDate(dueOn, language), noWrap: true },
    { text: daysLate > 0 && !isCredit ? String(daysLate) : '–', ...right },
    { text: bare(amountMinor, currency, language), ...right },
    { text: bare(openMinor, currency, language), ...right, bold: daysLate > 0 && !isCredit },
  ];
}

/** As tables of each language have it: "27 Nov 2026", "27.11.2026", "27/11/2026". */
function tableDate(date: LocalDate, language: LetterLanguage): string {
  const [year, month, day] = date.split('-');
  if (language === 'en') return `${day} ${MONTHS.en[Number(month) - 1]?.slice(0, 3)} ${year}`;
  return [day, month, year].join(language === 'de' ? '.' : '/');
}

/** The currency stands over the column. */
function bare(minor: bigint, currency: string, language: LetterLanguage): string {
  return letterAmount(minor, currency, language).slice(0, -(currency.length + 1));
}

const UNBROKEN_CHARS = 16;

/** A long number without spaces would run into the next column: it may be broken (zero-width space). */
function breakable(text: string): string {
  return text.replace(new RegExp(`\\S{${UNBROKEN_CHARS}}`, 'g'), '$&\u200b');
}

function ageingTable({ totals, buckets, language }: Statement, currency: string): Content {
  const words = STATEMENT_WORDS[language];
  const total = totals.find((one) => one.currency === currency);
  if (total === undefined) return [];
  const cells = agesOf(total, { buckets, language });
  const heads = cells.map(([name]) => ({ text: name, color: GREY, alignment: 'right' as const }));
  const amounts = cells.map(([, minor]) => ({
    ...{ text: bare(minor, currency, language), alignment: 'right' as const },
    noWrap: true,
  }));
  return {
    margin: [0, 0, 0, 18],
    unbreakable: true,
    stack: [
      { text: `${words.ageing}, ${currency}`, color: GREY, fontSize: 8, margin: [0, 0, 0, 2] },
      {
        table: { widths: cells.map(() => '*'), body: [heads, amounts] },
        layout: 'lightHorizontalLines',
        fontSize: 7.5,
      },
    ],
  };
}

export function agesOf(
  total: StatementTotal,
  { buckets, language }: Pick<Statement, 'buckets' | 'language'>,
): [string, bigint][] {
  const words = STATEMENT_WORDS[language];
  const names = buckets.map((to, at) => words.range((buckets[at - 1] ?? 0) + 1, to));
  const ages = [...names, words.over(buckets.at(-1) ?? 0)].map((name, at): [string, bigint] => [
    name,
    total.bucketsMinor[at] ?? 0n,
  ]);
  const credits: [string, bigint][] = total.creditsMinor === 0n ? [] : [[words.credits, total.creditsMinor]];
  return [[words.notDue, total.notDueMinor], ...ages, ...credits, [LETTER_WORDS[language].total, total.totalMinor]];
}

/** What to pay to, line by line. */
export function paymentLines({ settings, reference, asked, language }: Statement): [string, string][] {
  const words = LETTER_WORDS[language];
  const account = accountLines(settings, words);
  const sum: [string, string][] =
    asked === null ? [] : [[STATEMENT_WORDS[language].toPay, letterAmount(asked.minor, asked.currency, language)]];
  const quoted: [string, string][] = reference === null ? [] : [[words.reference, printedReference(reference)]];
  return [...account, ...sum, ...quoted];
}

function paymentBlock(statement: Statement): Content[] {
  const { language, reference, code } = statement;
  const lines = paymentLines(statement);
  if (lines.length === 0) return [];
  const words = LETTER_WORDS[language];
  const body = lines.map(([name, text]) => [{ text: name, color: GREY }, { text }]);
  const hint = reference === null ? STATEMENT_WORDS[language].quoteNumbers : words.quoteIt;
  const picture: Column[] =
    code === null
      ? []
      : [
          {
            width: 130,
            alignment: 'right' as const,
            stack: [
              { image: `data:image/png;base64,${Buffer.from(code).toString('base64')}`, width: CODE_POINTS },
              { text: words.scan, color: GREY, fontSize: 7 },
            ],
          },
        ];
  const rule = { type: 'line', x1: 0, y1: 0, x2: 515, y2: 0, lineWidth: 0.7, lineColor: RULE } as const;
  const table: Content = { table: { widths: [90, '*'], body }, layout: 'noBorders' };
  const written: Column = { width: '*', stack: [table, { text: hint, margin: [0, 6, 0, 0] }] };
  return [
    {
      unbreakable: true,
      stack: [{ canvas: [rule], margin: [0, 0, 0, 10] }, { columns: [written, ...picture] }],
    },
  ];
}
