import { detectFormat, parseStatementText } from '@quittance/core/bank-formats';
import { localDate } from '@quittance/core/calendar';
import { createCustomerReader, createItemReader, guessMapping } from '@quittance/core/extracts';
import { currencyCode } from '@quittance/core/money';
import { looksLikeAdvice, readAdvice } from '@quittance/core/remittance';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { companyHistory } from '../history/history.ts';
import { demoTrade } from '../history/trade.ts';
import { demoFiles } from './demo-files.ts';
import { type Situation, tellingLines } from './telling-lines.ts';

const seed = 'quittance';
const histories = demoTrade({ seed, today: localDate('2026-11-22'), scale: 1 }).map((trade) =>
  companyHistory(trade, { seed }),
);
const files = demoFiles(histories, { seed });
const fileOf = (name: RegExp) => {
  const found = files.find((file) => name.test(file.name));
  if (!found) throw new Error(`no file ${name}`);
  return found.content;
};

function readItems(content: string) {
  const [header = [], ...rows] = parse(content, { delimiter: content.includes(';') ? ';' : ',' });
  const { mapping, questions } = guessMapping({ kind: 'items', header, rows });
  const read = createItemReader(mapping, header);
  return { questions, results: rows.map((row, index) => read(row, index + 2)) };
}

describe('the files to drop into the browser', () => {
  it('are a customer extract, an invoice extract and a bank statement of each company', () => {
    expect(files.map((file) => file.name).filter((name) => !name.startsWith('advice-'))).toEqual(
      ['IT01', 'US01', 'UK01'].flatMap((code) => [
        `customers-${code}-2026-11-20.csv`,
        `invoices-${code}-2026-11-20.csv`,
        `statement-${code}-2026-11-20.camt053.xml`,
      ]),
    );
  });

  it.each(['IT01', 'US01', 'UK01'])(
    'the invoices of %s read without a question but for five bad rows, each bad in its own way',
    (code) => {
      const { questions, results } = readItems(fileOf(new RegExp(`^invoices-${code}`)));
      expect(questions).toEqual([]);
      const problems = results.flatMap((result) => (result.outcome === 'refused' ? result.problems : []));
      expect(new Set(problems.map((problem) => `${problem.field} ${problem.code}`)).size).toBe(5);
      expect(results.filter((result) => result.outcome === 'refused')).toHaveLength(5);
      expect(results.filter((result) => result.outcome === 'read').length).toBeGreaterThan(90);
    },
  );

  it('has about 300 invoices of IT01, none of which the ledger knows, some of new customers', () => {
    const { results } = readItems(fileOf(/^invoices-IT01/));
    expect(Math.abs(results.length - 300)).toBeLessThan(60);
    const trade = histories[0]?.trade;
    const known = new Set(trade?.invoices.map((invoice) => invoice.number));
    const fresh = new Set(trade?.newCustomers.map((customer) => customer.number));
    const read = results.flatMap((result) => (result.outcome === 'read' ? [result.value] : []));
    expect(read.filter((row) => known.has(row.number))).toEqual([]);
    expect(read.some((row) => fresh.has(row.customerNumber))).toBe(true);
  });

  it.each(['customers', 'invoices'])('has lists of %s that nobody takes for an advice', (kind) => {
    const lists = files.filter(({ name }) => name.startsWith(kind));
    expect(lists.filter(({ content }) => looksLikeAdvice(content)).map(({ name }) => name)).toEqual([]);
  });

  it('has customers that all read, one with an account number whose digits are wrong', () => {
    const [header = [], ...rows] = parse(fileOf(/^customers-IT01/), { delimiter: ';' });
    const { mapping, questions } = guessMapping({ kind: 'customers', header, rows });
    expect(questions).toEqual([]);
    const read = createCustomerReader(mapping, header);
    const results = rows.map((row, index) => read(row, index + 2));
    expect(results.every((result) => result.outcome === 'read')).toBe(true);
    const notes = results.flatMap((result) => (result.outcome === 'read' ? result.notes : []));
    expect(notes.map((note) => note.field)).toEqual(['bankAccount']);
  });

  it.each(['IT01', 'US01', 'UK01'])('the statement of %s foots on every account and day', (code) => {
    const content = fileOf(new RegExp(`^statement-${code}`));
    const format = detectFormat(content);
    if (!format) throw new Error('not recognised');
    const parsed = parseStatementText(format, content);
    expect(parsed.problems).toEqual([]);
    expect(parsed.statements.filter((statement) => statement.footing !== 'ok')).toEqual([]);
    const receipts = parsed.statements.flatMap(({ entries }) => entries.filter((entry) => entry.amountMinor > 0n));
    expect(receipts.length).toBeGreaterThan(30);
    if (code === 'IT01') expect(Math.abs(receipts.length - 84)).toBeLessThan(30);
  });

  it.each(['IT01', 'US01', 'UK01'])(
    'and advices to %s as a table, a mail, lines of text and a PDF, which add up',
    (code) => {
      const advices = files.filter(({ name }) => name.startsWith(`advice-${code}`));
      expect(advices.map(({ name }) => name.slice(name.lastIndexOf('.'))).sort()).toEqual([
        '.csv',
        '.eml',
        '.pdf',
        '.txt',
      ]);
      for (const { name, content } of advices.filter((file) => /csv|txt/.test(file.name))) {
        expect(looksLikeAdvice(content), name).toBe(true);
        const currency = currencyCode(/Currency: (\w+)/.exec(content)?.[1] ?? '');
        const { lines, footing, traceNumber } = readAdvice({ text: content, subject: name, currency });
        expect(lines.length).toBeGreaterThan(1);
        expect(footing).toBe('ok');
        expect(lines.flatMap(({ adjustments }) => adjustments)).toHaveLength(1);
        expect(fileOf(new RegExp(`^statement-${code}`))).toContain(traceNumber);
      }
    },
  );

  it('holds every situation that an analyst meets', () => {
    const [italian] = histories;
    if (!italian) throw new Error('no history');
    const told = new Set(tellingLines(italian, { seed }).map((line) => line.situation));
    const all: readonly Situation[] = [
      'paid_twice',
      'short',
      'too_much',
      'unknown_payer_with_number',
      'unknown_payer_unique_amount',
      'known_payer_unique_amount',
      'cut_number',
      'invoice_of_the_file',
      'returned',
      'money_out',
    ];
    expect([...told].sort()).toEqual([...all].sort());
    expect(italian.stated.some(({ payment }) => payment.lines.length > 3)).toBe(true);
  });
});
