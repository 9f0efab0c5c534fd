import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat, type ParsedFile, parseStatementText } from '../index.ts';
import type { BankEntry } from '../statement.ts';
import { mt940, mt942 } from './index.ts';
import { readEntryDate, readMtAmount, readMtDate } from './mt-values.ts';

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');
const parse = (text: string): ParsedFile => parseStatementText(mt940, text);

/** A statement in euro around the given entries. */
const aStatement = (inner: string, closing = 'C260312EUR110,00') =>
  `:20:S1\n:25:DE02120300000000202051\n:28C:1/1\n:60F:C260311EUR100,00\n${inner}\n:62F:${closing}\n-\n`;
const codes = (file: ParsedFile) => file.problems.map((problem) => problem.code);

function entryOf(inner: string): BankEntry {
  const entry = parse(aStatement(inner)).statements[0]?.entries[0];
  if (entry === undefined) throw new Error('no entry');
  return entry;
}
const detailsOf = (details: string) => entryOf(`:61:260312C10,NTRFNONREF\n:86:${details}`);

describe('a German statement on two pages', () => {
  const file = parse(sample('vorarlberg.mt940.sta'));

  it('is one statement that foots from the first opening to the last closing', () => {
    expect(detectFormat(sample('vorarlberg.mt940.sta'))?.name).toBe('mt940');
    expect(file.isComplete).toBe(true);
    expect(file.statements).toHaveLength(1);
    expect(file.statements[0]).toMatchObject({
      account: 'DE02120300000000202051',
      number: '00051',
      openingBalance: { amountMinor: 1000000n, currency: 'EUR', on: '2026-03-11' },
      closingBalance: { amountMinor: 1172600n, on: '2026-03-12' },
      footing: 'ok',
      entryCount: 4,
    });
  });

  it('gives payer, references and the text in the pieces the bank cut it into', () => {
    expect(file.statements[0]?.entries[0]).toMatchObject({
      amountMinor: 119000n,
      bankReference: 'BK-0001',
      endToEndId: 'PAYRUN-7',
      typeCode: 'NTRF+166',
      counterparty: {
        name: 'Weinhof Sandner GmbH',
        account: 'AT611904300234573201',
        ultimateName: 'Weinhof Sandner Filiale Krems',
      },
      textLines: ['Rechnung 2026/1', '18 und 2026/119 abzgl. Skon', 'to 2 Prozent'],
      bankInformation: 'SEPA-GUTSCHRIFT',
    });
  });

  it('reads a reversed debit as money that came in, and a creditor reference as one', () => {
    expect(file.statements[0]?.entries[1]).toMatchObject({
      amountMinor: 4590n,
      isReversal: true,
      customerReference: 'LAST-4',
    });
    expect(file.statements[0]?.entries[3]).toMatchObject({ structuredReference: 'RF18539007547034' });
  });

  it("takes 30 February for the month's last day, and says so", () => {
    expect(file.statements[0]?.entries[3]).toMatchObject({ valueOn: '2026-02-28', bookedOn: '2026-03-12' });
    expect(file.problems).toMatchObject([{ line: 22, field: ':61:', code: 'date_moved' }]);
  });

  it('says that a page is missing when the next opens with another balance', () => {
    const broken = parse(sample('vorarlberg.mt940.sta').replace(':60M:C260312EUR11226,00', ':60M:C260312EUR11000,00'));
    expect(codes(broken)).toContain('page_missing');
    expect(broken.statements.map((statement) => statement.footing)).toEqual(['ok', 'off']);
  });
});

describe('Dutch statements of two accounts', () => {
  const file = parse(sample('polder.mt940.swi'));

  it('foot, one of them out of the red', () => {
    expect(file.problems).toEqual([]);
    expect(file.statements.map(({ account, footing }) => [account, footing])).toEqual([
      ['NL02ABNA0123456789', 'ok'],
      ['NL44RABO0300065264', 'ok'],
    ]);
    expect(file.statements[1]?.openingBalance?.amountMinor).toBe(-1200n);
  });

  it('read codewords, labels and the account under :61:', () => {
    const [cheese, phone, bicycles] = file.statements[0]?.entries ?? [];
    expect(cheese).toMatchObject({
      bookedOn: '2025-12-30',
      valueOn: '2026-01-02',
      endToEndId: 'KM-2025-88',
      counterparty: { name: 'Kaasmakerij De Molen', account: 'NL20INGB0001234567' },
    });
    expect(cheese?.textLines.join('')).toBe('Factuur 2025-118/2025-119 en 2025-120 minus creditnota');
    expect(phone).toMatchObject({ structuredReference: '1234567890123456' });
    expect(bicycles).toMatchObject({
      endToEndId: 'FM-9',
      counterparty: { name: 'DE FIETSENMAKER', account: 'NL44RABO0123456789' },
      textLines: ['FACTUUR 2025-121'],
    });
    expect(file.statements[1]?.entries[0]?.counterparty.account).toBe('NL20INGB0001234567');
  });

  it('keep a line that is only a dash as text while the statement is open', () => {
    expect(file.statements[1]?.entries[0]?.textLines.join('')).toBe('afr-ekening 3');
  });
});

describe('a Polish statement', () => {
  it('reads subfields behind tildes', () => {
    expect(parse(sample('lodz.mt940.txt')).statements[0]?.entries[0]).toMatchObject({
      amountMinor: 2000000n,
      currency: 'PLN',
      typeCode: 'NTRF+020',
      counterparty: { account: 'PL27114020040000300201355387' },
      textLines: ['Faktura FV 118/2026 i FV 11', '9/2026'],
    });
  });
});

describe('an interim report', () => {
  const text = sample('interim.mt942.txt');

  it('is recognised, and its lines are pending: the statement brings them again', () => {
    expect(detectFormat(text)?.name).toBe('mt942');
    const { statements, problems } = parseStatementText(mt942, text);
    expect(problems).toEqual([]);
    expect(statements[0]).toMatchObject({ currency: 'CHF', openingBalance: null, footing: 'unknown' });
    expect(statements[0]?.entries.map((entry) => [entry.amountMinor, entry.status])).toEqual([
      [250000n, 'pending'],
      [80000n, 'pending'],
    ]);
  });

  it('whose totals do not agree says what is stated and what is there', () => {
    const { problems } = parseStatementText(mt942, text.replace(':90C:2CHF3300,00', ':90C:3CHF3400,00'));
    expect(problems).toMatchObject([{ line: 13, field: ':90C:', code: 'totals_do_not_agree' }]);
    expect(problems[0]?.message).toContain('3 entries of 3400.00 CHF, the report holds 2 of 3300.00');
  });
});

describe('details in other words', () => {
  it('Belgian structured communication', () => {
    expect(detailsOf('BETALING VAN BAKKERIJ\n+++123/4567/89012+++').structuredReference).toBe('123456789012');
  });
  it('Czech variable symbol between slashes, and as a keyword', () => {
    expect(detailsOf('/VS/0002600118/KS/0308').structuredReference).toBe('0002600118');
    expect(detailsOf('051?00PLATBA?20VS:2600118?21KS:0308?32Truhlar').structuredReference).toBe('2600118');
  });
  it('SEPA keywords without subfields', () => {
    expect(detailsOf('EREF+A-7 SVWZ+Rechnung 118')).toMatchObject({ endToEndId: 'A-7', textLines: ['Rechnung 118'] });
  });
  it('caret and angle brackets as separators', () => {
    expect(detailsOf('020^00PRZELEW^20FV 118^32KOWALSCY').textLines).toEqual(['FV 118']);
    expect(detailsOf('020<00PRZELEW<20FV 118<32KOWALSCY').counterparty.name).toBe('KOWALSCY');
  });
  it('free text keeps its lines and inner blanks', () => {
    expect(detailsOf('BON.DA VETRERIA MORANDI\n  FATT 2026/1\n18').textLines).toEqual([
      'BON.DA VETRERIA MORANDI',
      '  FATT 2026/1',
      '18',
    ]);
  });
  it('a time cut at its colon is no new message', () => {
    const entry = detailsOf('KARTENZAHLUNG 12.03.2026 UM 14\n:20:15 UHR');
    expect(entry.textLines.join('')).toBe('KARTENZAHLUNG 12.03.2026 UM 14:20:15 UHR');
  });
  it('text with slashes is text', () => {
    expect(detailsOf('RE 118/119/ID/7').textLines).toEqual(['RE 118/119/ID/7']);
  });
});

describe('what cannot be read', () => {
  it('leaves an entry with a garbled amount out, with its line; the statement is not known to foot', () => {
    for (const amount of ['12x,00', '12.,3', '1,2,3', '1.234', '12,345']) {
      const file = parse(aStatement(`:61:260312C${amount}NTRFNONREF\n:86:x\n:61:260312C10,NTRFNONREF`));
      expect(file.problems).toMatchObject([{ line: 5, field: ':61:', code: 'bad_amount' }]);
      expect(file.statements[0]).toMatchObject({ entryCount: 1, footing: 'unknown' });
    }
  });
  it('an entry without mark or date', () => {
    expect(codes(parse(aStatement(':61:260312X10,NTRF')))).toEqual(['bad_direction']);
    expect(codes(parse(aStatement(':61:soon')))).toEqual(['bad_entry']);
  });
  it('a file that breaks off before its closing balance is refused', () => {
    const text = aStatement(':61:260312C10,NTRFNONREF');
    const file = parse(text.slice(0, text.indexOf(':62F:')));
    expect(file).toMatchObject({ isComplete: false, problems: [{ field: 'file', code: 'broken_off' }] });
    expect(parse('hello')).toMatchObject({ isComplete: false, problems: [{ code: 'no_statement' }] });
  });
  it('a statement that does not foot is said to be off and is no problem of the file', () => {
    expect(parse(aStatement(':61:260312C10,01NTRFNONREF'))).toMatchObject({
      problems: [],
      statements: [{ footing: 'off' }],
    });
  });
  it('without an opening balance, entries are read in the currency of the closing one', () => {
    const file = parse(aStatement(':61:260312C1000,NTRFNONREF', 'C260312JPY1000,').replace(/:60F:.*\n/, ''));
    expect(file.statements[0]).toMatchObject({ currency: 'JPY', openingBalance: null, footing: 'unknown' });
    expect(file.statements[0]?.entries[0]?.amountMinor).toBe(1000n);
  });
});

describe('dates and amounts', () => {
  it('the year of the booking day is that nearest to the value date', () => {
    expect(readEntryDate('1229', readMtDate('140104')?.date ?? expect.unreachable())?.date).toBe('2013-12-29');
    expect(readEntryDate('0102', readMtDate('131230')?.date ?? expect.unreachable())?.date).toBe('2014-01-02');
  });
  it.each([
    ['1234,5', 'EUR', 123450n],
    ['1234,', 'EUR', 123400n],
    ['1234', 'EUR', 123400n],
    ['000000000012,00', 'EUR', 1200n],
    ['1.234,56', 'EUR', 123456n],
    ['12.50', 'EUR', 1250n],
    [',5', 'EUR', 50n],
    ['1000,', 'JPY', 1000n],
    ['1,234', 'BHD', 1234n],
    ['1.234', 'EUR', null],
    ['', 'EUR', null],
  ])('%s %s', (text, currency, expected) => expect(readMtAmount(text, currency)).toBe(expected));

  it('any amount written with a comma is read back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (amount) => {
        const text = `${amount / 100n},${String(amount % 100n).padStart(2, '0')}`;
        expect(readMtAmount(text, 'EUR')).toBe(amount);
      }),
    );
  });
});

describe('a file in chunks', () => {
  it.each(['vorarlberg.mt940.sta', 'polder.mt940.swi', 'lodz.mt940.txt'])(
    '%s is read the same in chunks of any size',
    (name) => {
      const text = sample(name).replaceAll('\n', '\r\n');
      const whole = parse(text);
      for (const size of [1, 7, 64]) {
        const entries: BankEntry[] = [];
        const reader = mt940.createReader({
          onEntry: (entry) => entries.push(entry),
          onStatement: () => undefined,
          onProblem: () => undefined,
        });
        for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size));
        expect(reader.close()).toBe(whole.isComplete);
        expect(entries).toEqual(whole.statements.flatMap((statement) => statement.entries));
      }
    },
  );
});
