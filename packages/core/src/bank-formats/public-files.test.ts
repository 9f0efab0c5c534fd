/**
 * Public camt files and a labelled set of statements, read from beside the repository when they are there: the facts
 * known about them are counted by others.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatAmount, sum } from '../money/index.ts';
import { detectFormat, type EntryJson, type ParsedFile, parseStatementText, toJson } from './index.ts';

const SHARED = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const FIXTURES = `${SHARED}/fixtures`;
const STATEMENTS = `${SHARED}/cashbench/dev/statements`;

function read(path: string): ParsedFile {
  const text = readFileSync(path, 'utf8');
  const format = detectFormat(text.slice(0, 4096));
  if (format === null) throw new Error(`${path}: format not recognised`);
  return parseStatementText(format, text);
}

const CAMT_FACTS = existsSync(`${FIXTURES}/MANIFEST.tsv`)
  ? readFileSync(`${FIXTURES}/MANIFEST.tsv`, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('camt'))
      .map((line) => line.split('\t'))
  : [];

/** What the tests of the files' own projects assert of them. */
const ASSERTED: Readonly<Record<string, (file: ReturnType<typeof toJson>, entries: readonly EntryJson[]) => void>> = {
  'camt052/viafintech__camt_parser/valid_example.xml': ({ statements }) =>
    // The fact names the report by its identification; beside it stands its electronic number, which we show.
    expect(statements).toMatchObject([{ number: '130000005' }]),
  'camt053/viafintech__camt_parser/valid_example.xml': ({ statements }, entries) => {
    expect(statements).toMatchObject([
      {
        number: '130000005',
        account: 'DE14740618130000033626',
        currency: 'EUR',
        openingBalance: { amount: '33.06', date: '2013-12-27' },
      },
    ]);
    expect(entries[0]).toMatchObject({
      amount: '-2.00',
      bookedOn: '2013-12-27',
      bankReference: '2013122710583450000',
    });
  },
  'camt053/viafintech__camt_parser/valid_example_v4.xml': (_, entries) => {
    expect(entries.filter((entry) => entry.amount === '100.00').length).toBeGreaterThan(0);
    const text = readFileSync(`${FIXTURES}/camt053/viafintech__camt_parser/valid_example_v4.xml`, 'utf8');
    const { statements } = parseStatementText(detectFormat(text) ?? expect.unreachable(), text);
    const all = statements.flatMap((statement) => statement.entries);
    expect(all.filter((entry) => entry.bankInformation?.startsWith('MD06'))).toHaveLength(2);
    // The 5.20 are the charges of an entry of several transactions: its records 5.40 and −0.20 are the single charges.
    expect(text).toContain('<TtlChrgsAndTaxAmt Ccy="CHF">5.20</TtlChrgsAndTaxAmt>');
  },
  'camt053/viafintech__camt_parser/valid_example_v8.xml': ({ statements }, entries) => {
    // "R30B4SA880HMZ9XA" is the statement's identification, 122 its number.
    expect(statements).toMatchObject([{ number: '122' }]);
    expect(entries).toMatchObject([
      { text: 'INVOICE R77561' },
      { amount: '88.85', structuredReference: 'RF38000000000000000000552' },
      { amount: '-20.97', currency: 'EUR', moneyInformation: 'instructed 19.69 CHF, rate 0.9433' },
    ]);
  },
  // The fact gives the time too; a bank line has the bank's day.
  'camt053/viafintech__camt_parser/valid_example_with_datetime.xml': (_, entries) =>
    expect(entries).toMatchObject([{ bookedOn: '2023-06-21', moneyInformation: 'charges 4.14 USD' }]),
  'camt053/viafintech__camt_parser/valid_example_with_debit.xml': ({ statements }) =>
    expect(statements).toMatchObject([{ openingBalance: { amount: '-33.06' } }]),
  'camt053/viafintech__camt_parser/valid_example_with_instdamt.xml': (_, entries) =>
    expect(entries).toMatchObject([{ amount: '4500.00', currency: 'CHF' }]),
  'camt053/sebastienrousseau__bankstatementparser/camt053_duplicate_same_day.xml': (file, entries) => {
    expect(entries).toMatchObject([{ amount: '-4.50' }, { amount: '-4.50' }]);
    expect(file.problems).toEqual([]);
  },
  'camt053/sebastienrousseau__bankstatementparser/camt053_garbled_amount.xml': (file, entries) => {
    expect(entries).toEqual([]);
    expect(file.problems).toMatchObject([{ code: 'bad_amount' }]);
  },
  'camt053/sebastienrousseau__bankstatementparser/camt053_multicurrency.xml': ({ statements }, entries) => {
    expect(entries.map((entry) => `${entry.amount} ${entry.currency}`)).toEqual([
      '1250.50 EUR',
      '-500.25 EUR',
      '-99.99 USD',
    ]);
    expect(statements).toMatchObject([
      {
        account: 'DE89370400440532013000',
        openingBalance: { amount: '10000.00' },
        closingBalance: { amount: '10750.25' },
      },
      { account: 'US-ACCT-0099', openingBalance: { amount: '2500.00' }, closingBalance: { amount: '2400.01' } },
    ]);
  },
  'camt053/sebastienrousseau__bankstatementparser/camt053_no_namespace.xml': ({ statements }) =>
    expect(statements).toMatchObject([
      {
        account: 'GB29NWBK60161331926819',
        entries: [{ amount: '250.00', currency: 'GBP', counterparty: { name: 'JANE CLIENT' }, text: 'Consulting fee' }],
      },
    ]),
};

describe.skipIf(CAMT_FACTS.length === 0)('public camt files', () => {
  it.each(CAMT_FACTS.filter((columns) => (columns[5] ?? '') !== '').map((columns) => ({ file: columns[0] ?? '' })))(
    'what is asserted of $file',
    ({ file }) => {
      const json = toJson(read(`${FIXTURES}/${file}`));
      const check = ASSERTED[file] ?? expect.unreachable(`no expectation for ${file}`);
      check(
        json,
        json.statements.flatMap((statement) => statement.entries),
      );
    },
  );

  it.each(CAMT_FACTS.map((columns) => ({ file: columns[0] ?? '', facts: columns[6] ?? '' })))(
    '$file',
    ({ file, facts }) => {
      const { statements, problems } = read(`${FIXTURES}/${file}`);
      if (file.includes('garbled')) {
        expect(problems).toMatchObject([{ code: 'bad_amount' }]);
        return;
      }
      const stated = (name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(facts)?.[1];
      const entries = statements.flatMap((statement) => statement.entries);
      // Each transaction of an entry is one line; an entry without details is one as well.
      const entryCount = Number(stated('n_Ntry'));
      expect(entries.length).toBeGreaterThanOrEqual(Math.max(entryCount, Number(stated('n_TxDtls') ?? 0)));
      if (entryCount === 0) expect(entries).toEqual([]);
      statements.forEach((statement, index) => {
        const footing = stated(`s${index}\\.open\\+net=close`);
        if (footing !== undefined) expect(statement.footing).toBe(footing === 'ok' ? 'ok' : 'off');
        const net = stated(`s${index}\\.net`);
        if (net === undefined) return;
        const seen = sum(statement.entries.map((entry) => entry.amountMinor));
        expect(Number(formatAmount(seen, statement.currency ?? 'EUR'))).toBe(Number(net));
      });
    },
  );
});

interface Receipt {
  readonly id: string;
  readonly account: string;
  readonly amount: string;
  readonly booked_on: string;
  readonly value_on: string;
  readonly payer_name: string;
  readonly payer_account: string;
  readonly text: readonly string[];
  readonly end_to_end_id: string;
}

describe.skipIf(!existsSync(STATEMENTS))('the labelled statements', () => {
  it('foot, and give every receipt as its list has it', () => {
    const receipts = JSON.parse(readFileSync(`${SHARED}/cashbench/dev/receipts.json`, 'utf8')) as readonly Receipt[];
    const files = readdirSync(STATEMENTS).filter((name) => name.endsWith('.camt053.xml'));
    const statements = files.flatMap((name) => read(`${STATEMENTS}/${name}`).statements);
    expect(statements.filter((statement) => statement.footing !== 'ok')).toEqual([]);
    const lines = new Map(
      statements.flatMap((statement) => statement.entries.map((entry) => [entry.bankReference, { statement, entry }])),
    );
    for (const receipt of receipts) {
      const line = lines.get(receipt.id);
      expect({ ...line?.entry, account: line?.statement.account }).toMatchObject({
        account: receipt.account,
        amountMinor: BigInt(receipt.amount.replace('.', '')),
        bookedOn: receipt.booked_on,
        valueOn: receipt.value_on,
        counterparty: { name: receipt.payer_name || null, account: receipt.payer_account || null },
        textLines: receipt.text,
        endToEndId: receipt.end_to_end_id === 'NOTPROVIDED' ? null : receipt.end_to_end_id || null,
      });
    }
  });
});
