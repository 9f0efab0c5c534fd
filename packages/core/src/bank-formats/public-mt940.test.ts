/** Public MT940 and MT942 files, read from beside the repository when they are there: the facts about them are others'. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sum } from '../money/index.ts';
import { detectFormat, type ParsedFile, parseStatementText } from './index.ts';

const SHARED = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const FIXTURES = `${SHARED}/fixtures`;
const FACTS = existsSync(`${FIXTURES}/MANIFEST.tsv`)
  ? readFileSync(`${FIXTURES}/MANIFEST.tsv`, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('mt94'))
      .map((line) => line.split('\t'))
      .map((columns) => ({ file: columns[0] ?? '', format: columns[1] ?? '', facts: columns[6] ?? '' }))
  : [];

const read = (file: string) => readPath(`${FIXTURES}/${file}`);

function readPath(file: string): ParsedFile {
  const bytes = readFileSync(file);
  const utf8 = bytes.toString('utf8');
  const text = utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8;
  const format = detectFormat(text.slice(0, 4096));
  if (format === null) throw new Error(`${file}: format not recognised`);
  return parseStatementText(format, text);
}

/** An amount as the facts write it: "9265.12", "-9.0", "0". */
const minor = (amount: string) => BigInt(Math.round(Number(amount) * 100));

/** Balances as the facts list them: "F:C3236,28EUR@110522;M:C5,87EUR@140325". Lists of files with many end early. */
function listedBalances(facts: string, name: string) {
  const list = new RegExp(`${name}=(.*?)(?:; \\w+=|; open\\+|$)`).exec(facts)?.[1] ?? '';
  return [...list.matchAll(/[FM]:([CD])([\d,]+)([A-Z]{3})@(\d{6})/g)].map(([, mark, amount = '', currency, date]) => ({
    amountMinor: minor(amount.replace(',', '.')) * (mark === 'D' ? -1n : 1n),
    currency,
    date,
  }));
}

/** Days of balances that no calendar has: November's 31st is read as its 30th, "141387" not at all. */
const ODD_DAYS: Readonly<Record<string, string | null>> = { '021131': '2002-11-30', '141387': null };

describe.skipIf(FACTS.length === 0)('counted facts of public MT940 and MT942 files', () => {
  it.each(FACTS)('$file', ({ file, format, facts }) => {
    const parsed = read(file);
    const stated = (name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(facts)?.[1] ?? '';
    const { statements } = parsed;
    const entries = statements.flatMap((statement) => statement.entries);
    expect(parsed.format).toBe(format);
    expect(entries.length).toBe(Number(stated('n_61')));
    const amounts = entries.map((entry) => entry.amountMinor);
    expect(sum(amounts.filter((amount) => amount > 0n))).toBe(minor(stated('sum_credit')));
    expect(-sum(amounts.filter((amount) => amount < 0n))).toBe(minor(stated('sum_debit')));
    const messages = Number(stated('n_msgs\\(:20:\\)'));
    // A control sign before a :20: hid it from the count; fragments have none.
    if (!file.endsWith('two_accounts.txt')) expect(statements.length).toBe(Math.max(1, messages));
    // "C141387INR11 27421,94" is no balance of 11: the amount is garbled.
    if (file.endsWith('mt940-headers.txt'))
      return expect(parsed.problems).toContainEqual(expect.objectContaining({ code: 'bad_balance' }));
    for (const [name, side] of [
      ['opening', 'openingBalance'],
      ['closing', 'closingBalance'],
    ] as const) {
      const seen = statements.flatMap((statement) => statement[side] ?? []);
      listedBalances(facts, name).forEach(({ amountMinor, currency, date = '' }, index) => {
        const on = date in ODD_DAYS ? ODD_DAYS[date] : `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}`;
        expect(seen[index]).toEqual({ amountMinor, currency, on });
      });
    }
    const footings = stated('open\\+net=close').match(/ok|MISMATCH/g) ?? [];
    for (const [index, footing] of footings.entries())
      expect(statements[index]?.footing).toBe(footing === 'ok' ? 'ok' : 'off');
  });
});

/** A statement as the peer's tests have it: account's end, entry count, opening, closing, first amount; '' says nothing. */
type PeerStatement = readonly [account: string, count: number, opening: string, closing: string, first?: string];

const RAILSLOVE = 'mt940/railslove__cmxl';
const ZILVERLINE = 'mt940/zilverline__mt940';

const PEER_STATEMENTS: Readonly<Record<string, readonly PeerStatement[]>> = {
  [`${RAILSLOVE}/mt940.txt`]: [
    ['', 11, '84349.74', '84437.04'],
    ['', 2, '2187.95', '4387.95'],
    ['', 3, '40000', '50040'],
    ['', 11, '84349.74', '84437.04'],
  ],
  [`${RAILSLOVE}/mt940-headers.txt`]: [['', 1, '0', '']],
  [`${RAILSLOVE}/mt940-iso8859-1.txt`]: [['', 2, '2187.95', '4387.95']],
  [`${ZILVERLINE}/abnamro.txt`]: [
    ['', 8, '3236.28', '', '-9'],
    ['', 2, '', '1849.75'],
  ],
  [`${ZILVERLINE}/abnamro_structured.txt`]: [
    ['', 3, '10000.9', ''],
    ['', 7, '', '3976.9'],
  ],
  [`${ZILVERLINE}/moneyou.txt`]: [['', 2, '43119.71', '43131.47', '6.44']],
  [`${ZILVERLINE}/deutsche_bank.txt`]: [['', 2, '', '', '3.99']],
  [`${ZILVERLINE}/import-16-06-2014.txt`]: [['156750961', 2, '', '']],
  [`${ZILVERLINE}/ing.txt`]: [['', 6, '0', '3.47', '-25.03']],
  [`${ZILVERLINE}/cntp_without_description.txt`]: [['', 1, '', '']],
  [`${ZILVERLINE}/mt940_iban.txt`]: [['', 21, '', '']],
  [`${ZILVERLINE}/unstructured_remi.txt`]: [['', 2, '', '']],
  [`${ZILVERLINE}/unstructured_remi_2.txt`]: [['', 1, '', '']],
  [`${ZILVERLINE}/ing_structured.txt`]: [['', 7, '500', '400']],
  [`${ZILVERLINE}/knab.txt`]: [['', 2, '0', '1010', '1000']],
  [`${ZILVERLINE}/knab_with_iban.txt`]: [['', 2, '0', '1010', '1000']],
  [`${ZILVERLINE}/knab_two_blocks.txt`]: [
    ['222222222', 1, '0', '50', '50'],
    ['222222222', 2, '50', '1060'],
  ],
  [`${ZILVERLINE}/dash_as_start_of_line.txt`]: [['', 1, '', '', '1000']],
  [`${ZILVERLINE}/fix_rabo_twice_remi.txt`]: [['', 1, '', '', '1000']],
  [`${ZILVERLINE}/line_break_in_remi.txt`]: [['', 1, '', '', '1000']],
  [`${ZILVERLINE}/rabobank_mt940_structured.txt`]: [
    ['123456789', 2, '1147.95', '1190.35', '-127.5'],
    ['123456789', 7, '', ''],
  ],
  [`${ZILVERLINE}/rabobank_mt940_structured_savings_account.txt`]: [['9123456789', 1, '', '']],
  [`${ZILVERLINE}/triodos.txt`]: [['', 2, '4975.09', '4370.79', '-15.7']],
  [`${ZILVERLINE}/triodos_iban.txt`]: [['', 3, '0', '948', '1000']],
  [`${ZILVERLINE}/triodos_iban_2.txt`]: [['', 4, '0', '7728.78', '4383.23']],
  [`${ZILVERLINE}/triodos_multiline_bug.txt`]: [['', 1, '', '']],
  [`${ZILVERLINE}/two_accounts.txt`]: [
    ['156750961', 2, '9265.12', '2666.37'],
    ['991430727', 0, '352.84', '352.84'],
    ['3462483153', 0, '5000', '5000'],
    ['132576155', 1, '-12', '238'],
  ],
  [`${ZILVERLINE}/to_private_account_86.txt`]: [['878787878', 1, '2737.51', '2584.37']],
  [`${ZILVERLINE}/unspecified_contra_account.txt`]: [['878787878', 1, '3592', '']],
  [`${ZILVERLINE}/van_lanschot.txt`]: [
    ['878787878', 1, '5053.33', '7770.09', '2716.76'],
    ['878787878', 2, '7770.09', '5666.09'],
    ['878787878', 1, '5666.09', '4849.34'],
  ],
  [`${ZILVERLINE}/14aug2014.swi`]: [['156750961', 2, '', '']],
};

describe.skipIf(FACTS.length === 0)('what the peers assert of public MT940 files', () => {
  it.each(Object.entries(PEER_STATEMENTS))('%s', (file, expected) => {
    const { statements } = read(file);
    expect(statements.length).toBe(expected.length);
    expected.forEach(([account, count, opening, closing, first], index) => {
      const statement = statements[index];
      expect(statement?.account ?? '').toMatch(new RegExp(`${account}$`));
      expect(statement?.entries.length).toBe(count);
      if (opening !== '') expect(statement?.openingBalance?.amountMinor).toBe(minor(opening));
      if (closing !== '') expect(statement?.closingBalance?.amountMinor).toBe(minor(closing));
      if (first !== undefined) expect(statement?.entries[0]?.amountMinor).toBe(minor(first));
    });
  });

  const only = (file: string) => read(file).statements[0]?.entries[0];

  it('long files: 23 days of Rabobank, 16 of SNS, a debit balance below zero', () => {
    const rabobank = read(`${ZILVERLINE}/rabobank.txt`).statements;
    expect(rabobank.map((statement) => statement.account)).toEqual(Array(23).fill('212121211'));
    expect([0, 1, 10].map((index) => rabobank[index]?.entries.length)).toEqual([1, 0, 2]);
    expect(rabobank[0]).toMatchObject({
      openingBalance: { amountMinor: 1743167n, currency: 'EUR', on: '2012-09-28' },
      closingBalance: { amountMinor: 1738167n, on: '2012-10-01' },
      entries: [{ amountMinor: -5000n, counterparty: { name: 'J. DOE' } }],
    });
    const sns = read(`${ZILVERLINE}/sns.txt`).statements;
    expect(sns.length).toBe(16);
    expect(sns[0]).toMatchObject({ openingBalance: { amountMinor: 53403n }, closingBalance: { amountMinor: 54648n } });
    expect(sns[0]?.entries.map((entry) => entry.amountMinor)).toEqual([1245n]);
    expect(sns.flatMap((statement) => statement.entries).map((entry) => entry.amountMinor)).toContain(2000000n);
    expect(read(`${ZILVERLINE}/rabobank_with_debet_previous_balance.txt`).statements[0]).toMatchObject({
      account: '129199348',
      openingBalance: { amountMinor: -1200n, on: '2012-10-04' },
      closingBalance: { amountMinor: -1200n, on: '2012-10-05' },
    });
  });

  it('amounts inside files', () => {
    const amounts = (file: string) =>
      read(file).statements.flatMap((statement) => statement.entries.map((entry) => entry.amountMinor));
    // The peer's -500 stands in no line of abnamro_structured: its debits are 5,1, 10, 10 and six times "D1000,".
    expect(amounts(`${ZILVERLINE}/abnamro_structured.txt`)).toEqual(expect.arrayContaining([-1000n, 400n, -100000n]));
    expect(amounts(`${ZILVERLINE}/ing_structured.txt`)).toEqual(expect.arrayContaining([30000n, -40000n]));
    expect(amounts(`${ZILVERLINE}/rabobank_mt940_structured.txt`)).toEqual(expect.arrayContaining([-12750n, 16990n]));
    expect(amounts(`${ZILVERLINE}/triodos_iban.txt`)).toEqual([100000n, -4200n, -1000n]);
    expect(amounts(`${ZILVERLINE}/deutsche_bank.txt`)).toEqual([399n, 1n]);
  });

  it('the other account in the line under :61:', () => {
    for (const name of ['fix_rabo_twice_remi', 'line_break_in_remi'])
      expect(only(`${ZILVERLINE}/${name}.txt`)?.counterparty.account).toBe('NL55RABO044444444');
  });

  it('umlauts of a Latin-1 file, in booking text and name', () => {
    expect(read(`${RAILSLOVE}/mt940-iso8859-1.txt`).statements[0]?.entries[1]).toMatchObject({
      bankInformation: 'ÜBERWEISUNG',
      counterparty: { name: 'MÜLLER' },
    });
  });

  it('the turn of the year: booked on 29 December against a value date in January', () => {
    const { statements, isComplete } = read(`${RAILSLOVE}/statement-mt940.txt`);
    expect(statements[0]?.entries).toMatchObject([
      { valueOn: '2014-09-01', bookedOn: '2014-09-02', amountMinor: -162n },
      { valueOn: '2014-01-04', bookedOn: '2013-12-29', amountMinor: -162n },
    ]);
    // Two :61: lines and nothing else are no statement that could be posted.
    expect(isComplete).toBe(false);
    expect(only(`${RAILSLOVE}/statement-details-mt940.txt`)).toMatchObject({
      amountMinor: -162n,
      bookedOn: '2014-09-02',
    });
    expect(only(`${ZILVERLINE}/knab_date_and_accounting_date_different_year.txt`)).toMatchObject({
      valueOn: '2014-01-01',
      bookedOn: '2013-12-29',
    });
  });

  it('an interim report whose totals agree with its lines', () => {
    const { statements, problems } = read('mt942/railslove__cmxl/mt942.txt');
    expect(problems).toEqual([]);
    expect(statements.map((statement) => statement.entries.map((entry) => entry.amountMinor))).toEqual([
      [979200n],
      [979200n],
    ]);
  });

  it('a dash at the beginning of a line is text', () => {
    expect(only(`${ZILVERLINE}/dash_as_start_of_line.txt`)?.textLines.join('')).toMatch(/yyyy --$/);
  });
});

const CASHBENCH = `${SHARED}/cashbench/dev`;

interface Receipt {
  readonly id: string;
  readonly account: string;
  readonly amount: string;
  readonly booked_on: string;
  readonly value_on: string;
  readonly payer_name: string;
  readonly payer_account: string;
  readonly text: readonly string[];
}

describe.skipIf(!existsSync(`${CASHBENCH}/statements`))('the labelled statements as MT940', () => {
  it('foot, and give every receipt as its list has it, the text to the last character', () => {
    const receipts = JSON.parse(readFileSync(`${CASHBENCH}/receipts.json`, 'utf8')) as readonly Receipt[];
    const files = readdirSync(`${CASHBENCH}/statements`).filter((name) => name.endsWith('.mt940.sta'));
    const parsed = files.map((name) => readPath(`${CASHBENCH}/statements/${name}`));
    expect(parsed.flatMap((file) => file.problems)).toEqual([]);
    const statements = parsed.flatMap((file) => file.statements);
    expect(statements.filter((statement) => statement.footing !== 'ok')).toEqual([]);
    const lines = new Map(
      statements.flatMap((statement) => statement.entries.map((entry) => [entry.bankReference, entry])),
    );
    for (const receipt of receipts) {
      const line = lines.get(receipt.id);
      expect(line).toMatchObject({
        account: receipt.account,
        amountMinor: minor(receipt.amount),
        bookedOn: receipt.booked_on,
        valueOn: receipt.value_on,
        counterparty: { name: receipt.payer_name || null, account: receipt.payer_account || null },
      });
      expect(line?.textLines.join('').trim()).toBe(receipt.text.join('').trim());
    }
  });
});
