/** Public CSV statements, read from beside the repository when they are there; cells are divided here, as they hold no quotes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseTableText } from './csv/csv.fixture.ts';
import { looksLikeStatementTable } from './index.ts';

const SHARED = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const FOLDER = `${SHARED}/fixtures/csv/sebastienrousseau__bankstatementparser`;
const read = (name: string) => parseTableText(readFileSync(`${FOLDER}/${name}`, 'utf8'));

/** Three lines each: rent, pay and coffee, in the words of three countries. */
const THREE_LINES = [-123456n, 350000n, -450n];

const EXPECTED: Readonly<
  Record<string, { amounts: readonly bigint[]; account: string | null; references: readonly string[] }>
> = {
  'csv_european_decimals.csv': {
    amounts: THREE_LINES,
    account: 'DE89370400440532013000',
    references: ['EU-001', 'EU-002', 'EU-003'],
  },
  'csv_french_headers.csv': { amounts: THREE_LINES, account: null, references: ['FR-001', 'FR-002', 'FR-003'] },
  'csv_spanish_headers.csv': {
    amounts: THREE_LINES,
    account: 'ES9121000418450200051332',
    references: ['ES-001', 'ES-002', 'ES-003'],
  },
  'sample_split_amounts.csv': {
    amounts: [125050n, -20025n],
    account: 'DE4455667788',
    references: ['CSV-100', 'CSV-101'],
  },
  'sample_statement.csv': { amounts: [250000n, -120000n], account: 'DE123456789', references: ['TXN-001', 'TXN-002'] },
};

describe.skipIf(!existsSync(FOLDER))('public CSV statements', () => {
  it.each(Object.entries(EXPECTED))('%s', (name, { amounts, account, references }) => {
    const { statements, problems, isComplete } = read(name);
    expect({ problems, isComplete }).toEqual({ problems: [], isComplete: true });
    expect(statements).toMatchObject([{ account, currency: 'EUR', entryCount: amounts.length }]);
    expect(statements[0]?.entries.map((entry) => entry.amountMinor)).toEqual(amounts);
    expect(statements[0]?.entries.map((entry) => entry.bankReference)).toEqual(references);
  });

  it('with a balance column foot by it', () => {
    expect(read('sample_split_amounts.csv').statements[0]).toMatchObject({
      openingBalance: { amountMinor: 100000n },
      closingBalance: { amountMinor: 205025n, on: '2026-03-21' },
      footing: 'ok',
    });
    expect(read('sample_statement.csv').statements[0]).toMatchObject({
      openingBalance: { amountMinor: 250000n },
      closingBalance: { amountMinor: 380000n },
      footing: 'ok',
    });
  });

  it('with a garbled amount give the good row and a problem, never a zero', () => {
    const { statements, problems } = read('csv_garbled_amount.csv');
    expect(statements[0]?.entries.map((entry) => entry.amountMinor)).toEqual([10000n]);
    expect(problems).toMatchObject([{ line: 3, field: 'Amount', code: 'bad_amount' }]);
  });

  it('that are summaries of other files, and no statements, are not taken for any', () => {
    for (const name of ['camt_file.csv', 'pain_file.csv']) {
      expect(looksLikeStatementTable(readFileSync(`${FOLDER}/${name}`, 'utf8'))).toBe(false);
      expect(read(name)).toMatchObject({ statements: [], isComplete: false, problems: [{ code: 'no_header' }] });
    }
  });

  it('are all told of here', () => {
    const told = [...Object.keys(EXPECTED), 'csv_garbled_amount.csv', 'camt_file.csv', 'pain_file.csv'];
    expect(readdirSync(FOLDER).sort()).toEqual(told.sort());
  });
});
