/** Public OFX and QFX files, read from beside the repository when they are there: the facts about them are others'. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatAmount, sum } from '../money/index.ts';
import { detectFormat, type ParsedFile, parseStatementText } from './index.ts';

const SHARED = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const FIXTURES = `${SHARED}/fixtures`;
const FACTS = existsSync(`${FIXTURES}/MANIFEST.tsv`)
  ? readFileSync(`${FIXTURES}/MANIFEST.tsv`, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('ofx'))
      .map((line) => line.split('\t'))
      .map((columns) => ({ file: columns[0] ?? '', facts: columns[6] ?? '' }))
  : [];

function read(file: string): ParsedFile {
  const bytes = readFileSync(`${FIXTURES}/${file}`);
  const utf8 = bytes.toString('utf8');
  const text = utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8;
  const format = detectFormat(text.slice(0, 4096));
  if (format?.name !== 'ofx') throw new Error(`${file}: not recognised as OFX`);
  return parseStatementText(format, text);
}

describe.skipIf(FACTS.length === 0)('counted facts of public OFX files', () => {
  it.each(FACTS)('$file', ({ file, facts }) => {
    const { statements } = read(file);
    const stated = (name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(facts)?.[1] ?? '';
    const entries = statements.flatMap((statement) => statement.entries);
    expect(entries.length).toBe(Number(stated('n_TRNAMT_parsed')));
    expect(sum(entries.map((entry) => entry.amountMinor))).toBe(BigInt(Math.round(Number(stated('sum_TRNAMT')) * 100)));
    expect(statements.length).toBe(Number(stated('n_stmts')));
    const currencies = [...new Set(statements.map((statement) => statement.currency ?? ''))];
    expect(currencies.join(',')).toBe(stated('curdef'));
    const balances = statements.flatMap(({ closingBalance }) =>
      closingBalance === null ? [] : [formatAmount(closingBalance.amountMinor, closingBalance.currency)],
    );
    const expected = stated('ledgerbal')
      .split(/,(?=-?\d+\.)|,(?=-?\d+,\d\d\b(?!\.))/)
      .filter((text) => text !== '');
    expect(balances.map(Number).slice(0, expected.length)).toEqual(
      expected.map((text) => Number(text.replace(',', '.'))),
    );
  });
});

const ANNACRUZ = 'ofx/annacruz__ofx';

describe.skipIf(FACTS.length === 0)('what the peers assert of public OFX files', () => {
  it('a checking account: balance, first line, check number, a credit', () => {
    const [statement] = read(`${ANNACRUZ}/sample.ofx`).statements;
    expect(statement).toMatchObject({ account: '03227113109', currency: 'BRL', entryCount: 36 });
    expect(statement?.closingBalance).toEqual({ amountMinor: 59844n, currency: 'BRL', on: '2009-11-01' });
    expect(statement?.entries[0]).toMatchObject({
      amountMinor: -3534n,
      bankReference: '200910091',
      customerReference: '0001223',
      bookedOn: '2009-10-09',
      textLines: ['COMPRA VISA ELECTRON'],
    });
    expect(statement?.entries).toContainEqual(
      expect.objectContaining({ amountMinor: 6039n, bankReference: '200910162' }),
    );
  });

  it('a credit card: what is owed is negative, the available credit is no balance of ours', () => {
    const [statement] = read(`${ANNACRUZ}/creditcard.ofx`).statements;
    expect(statement).toMatchObject({ account: 'XXXXXXXXXXXX1111', currency: 'USD', entryCount: 3 });
    expect(statement?.closingBalance).toEqual({ amountMinor: -111101n, currency: 'USD', on: '2007-06-23' });
    expect(read('ofx/asgrim__ofxparser/ofxdata-credit-card.ofx').statements[0]?.account).toBe('1234567891234567');
  });

  it('two accounts in one file', () => {
    const { statements } = read(`${ANNACRUZ}/v211.ofx`);
    expect(statements.map((statement) => statement.account)).toEqual(['123456', '123412341234']);
    expect(statements.flatMap((statement) => statement.entries)).toMatchObject([
      { amountMinor: -8000n, bankReference: '219378', counterparty: { name: 'FrogKick Scuba Gear' } },
      { amountMinor: -2300n, bankReference: '219867' },
      { amountMinor: 35000n, bankReference: '219868' },
    ]);
  });

  it("a decimal comma in balances, and zeros for a balance's day", () => {
    expect(read(`${ANNACRUZ}/santander.ofx`).statements[0]?.closingBalance?.amountMinor).toBe(34829n);
    const odd = read(`${ANNACRUZ}/dtsof_balance_issue.ofx`);
    expect(odd.problems).toEqual([]);
    expect(odd.statements[0]?.closingBalance).toEqual({ amountMinor: 0n, currency: 'BRL', on: null });
  });

  it("the bank's error in place of a statement", () => {
    const { statements, problems, isComplete } = read(`${ANNACRUZ}/error.ofx`);
    expect({ statements, isComplete }).toEqual({ statements: [], isComplete: false });
    expect(problems[0]?.message).toContain('2000: We were unable to process your request. Please try again later.');
  });

  it('a version OFX does not have: the peer raises; we read what is plain OFX 1 below it, and say so', () => {
    const { statements, problems } = read(`${ANNACRUZ}/invalid_version.ofx`);
    expect(problems).toMatchObject([{ code: 'unknown_version' }]);
    expect(statements[0]?.entryCount).toBe(36);
  });

  it('an amount that is only a point is no zero: the line is left out, with its place', () => {
    const { statements, problems } = read(`${ANNACRUZ}/cef_malformed_decimal.ofx`);
    expect(statements[0]?.entries).toEqual([]);
    expect(problems).toMatchObject([{ line: 39, field: 'TRNAMT', code: 'bad_amount' }]);
  });

  it('an ampersand and quotes that nobody escaped', () => {
    const memos = read('ofx/asgrim__ofxparser/ofxdata-memoWithAmpersand.ofx').statements[0]?.entries.map(
      (entry) => entry.textLines[0],
    );
    expect(memos).toEqual(expect.arrayContaining(['Amazon.Com.Br Amazon & Cloud 3/3', 'IOF de "Leupay.Eu" & Whoelse']));
  });

  it('investment accounts say that trades are left out', () => {
    for (const { file } of FACTS.filter((fact) => /investment|google/.test(fact.file))) {
      const codes = read(file).problems.map((problem) => problem.code);
      expect(new Set(codes)).toEqual(new Set(['investment_account']));
    }
  });
});
