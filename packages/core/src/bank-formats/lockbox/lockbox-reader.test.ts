import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectFormat, type ParsedFile, parseStatementText, toJson } from '../index.ts';
import { lockbox } from './index.ts';

const sample = readFileSync(new URL('../samples/checks.lockbox', import.meta.url), 'utf8');
const parse = (text: string): ParsedFile => parseStatementText(lockbox, text);
const entriesOf = (text: string) => parse(text).statements.flatMap((statement) => statement.entries);
/** A file of one check and its overflow records, without totals. */
const aFile = (...records: string[]) =>
  ['101LAGOTRADE 091000019 2603130630', '50010000008841260312', ...records, '9'].join('\n');

describe('a lockbox file', () => {
  const file = parse(sample);

  it('is recognised and read without problems: batches, lockbox and records are counted right', () => {
    expect(detectFormat(sample)?.name).toBe('lockbox');
    expect(file).toMatchObject({ isComplete: true, problems: [] });
  });

  it('is one statement of the day, without balances', () => {
    expect(toJson(file).statements).toMatchObject([
      { account: '8841', currency: 'USD', number: '0000000417', openingBalance: null, footing: 'unknown' },
    ]);
    expect(file.statements[0]?.entryCount).toBe(3);
  });

  it('gives a check with its number, its drawer and the invoices it pays', () => {
    expect(file.statements[0]?.entries[0]).toMatchObject({
      bookedOn: '2026-03-12',
      amountMinor: 327515n,
      bankReference: '8841-20260312-001-001',
      customerReference: '1009',
      counterparty: { name: 'TIN CUP CAFE', account: '121000358-55120077' },
      documents: [
        { number: '7781', amountMinor: 115025n, currency: 'USD' },
        { number: 'LG-7790', amountMinor: 212490n, currency: 'USD' },
      ],
    });
  });

  it('gives a check without documents, and keeps what stands behind it as text', () => {
    expect(file.statements[0]?.entries[2]).toMatchObject({
      amountMinor: 8050n,
      bankReference: '8841-20260312-002-001',
      documents: [],
      textLines: ['ON ACCOUNT 44'],
    });
  });

  it('reads the same with other line ends and padding', () => {
    const padded = sample.replace(/^.*$/gm, (line) => line.padEnd(80)).replaceAll('\n', '\r\n');
    expect(entriesOf(padded)).toEqual(entriesOf(sample));
    expect(parse(padded).problems).toEqual([]);
  });
});

describe('what banks divide otherwise', () => {
  it('routing and account ten wide are told by the check digit', () => {
    const [entry] = entriesOf(aFile('60010010000005000' + '0091000019' + '0055120077' + '000001009'));
    expect(entry).toMatchObject({ customerReference: '1009', counterparty: { account: '091000019-55120077' } });
  });

  it('invoice numbers of any width are told by the amounts that add up to the check', () => {
    const check = '6001001000032751509100001900551200770000001009';
    const numbers = (...overflow: string[]) => entriesOf(aFile(check, ...overflow))[0]?.documents;
    const documents = [
      { number: '7781', amountMinor: 115025n, currency: 'USD' },
      { number: '7790', amountMinor: 212490n, currency: 'USD' },
    ];
    expect(numbers('4001001601' + '0' + '00000077810000115025' + '00000077900000212490')).toEqual(documents);
    expect(numbers(`40010016010${'7781'.padEnd(16)}000115025`, `40010016029${'7790'.padEnd(16)}000212490`)).toEqual(
      documents,
    );
  });

  it('invoices that do not add up are kept, with the usual division', () => {
    const [entry] = entriesOf(
      aFile('6001001000032751509100001900551200770000001009', `400100160197781           ${'0000115025'}`),
    );
    expect(entry?.documents).toEqual([{ number: '7781', amountMinor: 115025n, currency: 'USD' }]);
    const [vague] = entriesOf(aFile('6001001000032751509100001900551200770000001009', '40010016019INV7781 part'));
    expect(vague).toMatchObject({
      documents: [{ number: 'INV7781', amountMinor: null }],
      textLines: ['INV7781 part'],
    });
  });
});

describe('what goes wrong', () => {
  it('a garbled amount is left out with its line, never zero', () => {
    const file = parse(sample.replace('6001002000005', '600100200000S'));
    expect(file.statements[0]?.entryCount).toBe(2);
    expect(file.problems).toMatchObject([{ line: 7, field: 'check amount', code: 'bad_amount' }]);
  });

  it.each([
    [
      'dropped',
      (lines: string[]) => lines.filter((_, index) => index !== 6),
      ['batch', 'lockbox', 'number of records'],
    ],
    [
      'doubled',
      (lines: string[]) => lines.flatMap((one, index) => (index === 6 ? [one, one] : [one])),
      ['batch', 'lockbox', 'number of records'],
    ],
  ] as const)('a check that was %s shows in all totals', (_, change, fields) => {
    const { problems } = parse(change(sample.split('\n')).join('\n'));
    expect(problems.map((problem) => problem.field.replace(' total', ''))).toEqual(fields);
    expect(problems[0]?.message).toContain('2 checks of 3775.15');
  });

  it('a file without its trailer is not complete, wherever it breaks off', () => {
    const lines = sample.trimEnd().split('\n');
    for (let count = 1; count < lines.length; count += 1) {
      const file = parse(lines.slice(0, count).join('\n'));
      expect(file.isComplete).toBe(false);
      expect(file.problems.at(-1)).toMatchObject({ field: 'file', code: 'file_broken_off' });
    }
  });

  it('another kind of file holds no lockbox', () => {
    expect(parse('')).toMatchObject({ isComplete: false, problems: [{ code: 'no_statement' }] });
    expect(parse('hello\n').isComplete).toBe(false);
  });
});
