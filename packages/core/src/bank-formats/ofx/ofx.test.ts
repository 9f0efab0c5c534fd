import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat, type ParsedFile, parseStatementText } from '../index.ts';
import type { BankEntry } from '../statement.ts';
import { ofx } from './index.ts';
import { readOfxAmount, readOfxDate } from './ofx-values.ts';

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');
const parse = (text: string): ParsedFile => parseStatementText(ofx, text);

const aFile = (transactions: string, rest = '<LEDGERBAL><BALAMT>10.00<DTASOF>20260314</LEDGERBAL>') =>
  `OFXHEADER:100\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>77</BANKACCTFROM><BANKTRANLIST>${transactions}</BANKTRANLIST>${rest}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
const aTransaction = (amount: string, rest = '') =>
  `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260312<TRNAMT>${amount}<FITID>F-1${rest}</STMTTRN>`;

describe('an account and a card in one file of OFX 1', () => {
  const text = sample('card-and-account.ofx');
  const { statements, problems, isComplete } = parse(text);

  it('are two statements, closing at their ledger balances; whether they foot is not known', () => {
    expect(detectFormat(text)?.name).toBe('ofx');
    expect(isComplete).toBe(true);
    expect(statements).toMatchObject([
      { account: '774401', currency: 'BHD', footing: 'unknown', entryCount: 2 },
      { account: 'XXXX1111', currency: 'USD', footing: 'unknown', entryCount: 1 },
    ]);
    expect(statements[0]?.closingBalance).toEqual({ amountMinor: 3190125n, currency: 'BHD', on: '2026-03-14' });
  });

  it("give a payment on the bank's own day, with payer, account, references and text", () => {
    expect(statements[0]?.entries[0]).toMatchObject({
      amountMinor: 1190125n,
      bookedOn: '2026-03-12',
      valueOn: '2026-03-13',
      bankReference: 'F-1',
      typeCode: 'CREDIT',
      counterparty: { name: 'Pearl Divers & Sons', account: '881001' },
      textLines: ['Inv 118 & 119 < 5% off'],
    });
  });

  it('read a transaction that is never closed, a decimal comma, and 30 February with a word', () => {
    expect(statements[0]?.entries[1]).toMatchObject({
      amountMinor: -12500n,
      bookedOn: '2026-02-28',
      customerReference: '1001',
    });
    expect(problems).toMatchObject([{ field: 'DTPOSTED', code: 'date_moved' }]);
  });

  it('keep a card payment in the currency it says it is in', () => {
    expect(statements[1]?.entries[0]).toMatchObject({ amountMinor: -40000n, currency: 'BHD' });
  });
});

describe('a file of OFX 2', () => {
  it('gives the payee, a text in CDATA, and what is pending as pending', () => {
    const { statements, problems } = parse(sample('two.ofx2.xml'));
    expect(problems).toEqual([]);
    expect(statements[0]?.entries).toMatchObject([
      {
        amountMinor: 119000n,
        counterparty: { name: 'Durand et Fils' },
        textLines: ['Facture 118 <solde>'],
        status: 'booked',
      },
      { amountMinor: -400n, status: 'pending', bookedOn: '2026-03-14' },
    ]);
  });
});

describe('what cannot be read', () => {
  it.each(['.', '12,3,4', 'abc', '1.005', ''])('an amount %j leaves its transaction out, with its line', (amount) => {
    const file = parse(aFile(aTransaction(amount) + aTransaction('5')));
    expect(file.statements[0]?.entries.map((entry) => entry.amountMinor)).toEqual([500n]);
    expect(file.problems).toMatchObject([{ line: 4, field: 'TRNAMT', code: 'bad_amount' }]);
  });
  it('a statement without a currency', () => {
    expect(parse(aFile(aTransaction('5')).replace('<CURDEF>EUR', '')).problems).toMatchObject([
      { code: 'bad_currency' },
    ]);
  });
  it('a file that breaks off is refused, wherever it does', () => {
    const text = aFile(aTransaction('5'));
    for (let at = text.indexOf('<STMTTRN>'); at < text.length; at += 7) {
      const file = parse(text.slice(0, at));
      expect(file.isComplete).toBe(false);
      expect(file.problems.length).toBeGreaterThan(0);
    }
  });
  it('a balance left empty is no balance and no problem; a garbled one is', () => {
    const balance = (amount: string) => parse(aFile('', `<LEDGERBAL><BALAMT>${amount}<DTASOF>00000000</LEDGERBAL>`));
    expect(balance('')).toMatchObject({ problems: [], statements: [{ closingBalance: null }] });
    expect(balance('1x').problems).toMatchObject([{ field: 'LEDGERBAL', code: 'bad_balance' }]);
  });
});

describe('amounts and days', () => {
  it.each([
    ['-530,86', 'EUR', -53086n],
    ['+1,234.56', 'EUR', 123456n],
    ['1.234.567,8', 'EUR', 123456780n],
    ['-.5', 'EUR', -50n],
    ['12', 'JPY', 12n],
    ['1.234', 'BHD', 1234n],
    ['1,234', 'EUR', null],
    ['1,23.456', 'EUR', null],
  ])('%s %s', (text, currency, expected) => expect(readOfxAmount(text, currency)).toBe(expected));

  it('a day is read as the bank writes it, whatever its zone', () => {
    expect(readOfxDate('20260312235959.000[-8:PST]')).toEqual({ date: '2026-03-12', isMoved: false });
    expect(readOfxDate('00000000')).toBeNull();
  });

  it('any amount is read back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.constantFrom('.', ','), (amount, mark) => {
        const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
        const text = `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`;
        expect(readOfxAmount(text, 'EUR')).toBe(amount);
      }),
    );
  });
});

describe('a file in chunks', () => {
  it.each(['card-and-account.ofx', 'two.ofx2.xml'])('%s is read the same in chunks of any size', (name) => {
    const text = sample(name);
    const whole = parse(text);
    for (const size of [1, 3, 50]) {
      const entries: BankEntry[] = [];
      const reader = ofx.createReader({
        onEntry: (entry) => entries.push(entry),
        onStatement: () => undefined,
        onProblem: () => undefined,
      });
      for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size));
      expect(reader.close()).toBe(true);
      expect(entries).toEqual(whole.statements.flatMap((statement) => statement.entries));
    }
  });
});
