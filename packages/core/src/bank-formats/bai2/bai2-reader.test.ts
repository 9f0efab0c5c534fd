import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectFormat, type ParsedFile, parseStatementText, toJson } from '../index.ts';
import { bai2 } from './index.ts';

const sample = readFileSync(new URL('../samples/two-days.bai2', import.meta.url), 'utf8');
const parse = (text: string): ParsedFile => parseStatementText(bai2, text);

/** A file of one account around the given transactions; its totals are left empty, as the standard allows. */
const aFile = (transactions: string, parts: { group?: string; account?: string } = {}) =>
  `01,BANK,US,260313,0630,1,,,2/\n${parts.group ?? '02,US,BANK,1,260312,2400,USD,2/'}\n${parts.account ?? '03,4417,USD/'}\n` +
  `${transactions}${transactions.endsWith('\n') || transactions === '' ? '' : '\n'}49,,/\n98,,,/\n99,,,/\n`;
const firstEntry = (transactions: string, parts: { group?: string; account?: string } = {}) => {
  const entry = parse(aFile(transactions, parts)).statements[0]?.entries[0];
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

describe('a file of two days', () => {
  const file = parse(sample);
  const [dollars, yen] = toJson(file).statements;

  it('is recognised and read without problems: all counts and totals agree', () => {
    expect(detectFormat(sample)?.name).toBe('bai2');
    expect(file.problems).toEqual([]);
    expect(file.isComplete).toBe(true);
  });

  it('has a statement for each account of each day, which foots', () => {
    expect(dollars).toMatchObject({
      account: '4417002913',
      currency: 'USD',
      number: '000417',
      openingBalance: { amount: '12500.00', currency: 'USD', date: '2026-03-11' },
      closingBalance: { amount: '17050.25', currency: 'USD', date: '2026-03-11' },
      footing: 'ok',
    });
    expect(yen).toMatchObject({
      openingBalance: { amount: '50000' },
      closingBalance: { amount: '62000' },
      footing: 'ok',
    });
  });

  it('names the company of an ACH payment and keeps its addenda', () => {
    expect(dollars?.entries[0]).toMatchObject({
      bookedOn: '2026-03-11',
      valueOn: null,
      amount: '2150.25',
      typeCode: '165',
      bankReference: '26070004411',
      customerReference: 'INV-7781',
      counterparty: { name: 'ACME FASTENERS', account: null },
      text: 'ACME FASTENERS DES:EDI PYMNTS ID:99120 CCD\nRMR*IV*7781*PO*1150.25*1175.00',
    });
  });

  it('reads the value date and the originator of a wire, and leaves slashes and commas of its text alone', () => {
    expect(dollars?.entries[1]).toMatchObject({
      valueOn: '2026-03-12',
      amount: '2500.00',
      customerReference: null,
      counterparty: { name: 'NORDSEE MARINE LLC' },
      text:
        'ORIG CO NAME:NORDSEE MARINE LLC       ORIG ID:77120\nSND BK:FIRST HARBOR BANK OBI:INVOICES 22/7790 AND\n' +
        ' 22/7791, LESS CREDIT 18',
    });
  });

  it('finds references behind distributed availability, also on the next line', () => {
    expect(dollars?.entries[2]).toMatchObject({
      amount: '100.00',
      bankReference: 'LB0311',
      customerReference: '8841',
      text: 'LOCKBOX 8841 DEPOSIT',
    });
  });

  it('books a returned deposit as money out that takes back a payment, with its payer', () => {
    expect(dollars?.entries[3]).toMatchObject({
      amount: '-200.00',
      reversal: true,
      bankReference: 'RT5520',
      counterparty: { name: 'TIN CUP CAFE' },
    });
  });

  it('counts yen without decimals, and shows a message of the bank without posting it', () => {
    expect(yen?.entries).toMatchObject([
      { amount: '12000', currency: 'JPY', counterparty: { name: 'KITANO SHOKAI KK' } },
      { amount: '0', status: 'information', text: 'CUTOFF TIME CHANGES ON APRIL 1' },
    ]);
  });

  it('reads the same in one piece, with other line ends, padded to 80, and all on one line', () => {
    const entries = file.statements.flatMap((statement) => statement.entries.map(({ line, ...entry }) => entry));
    const variants = {
      windows: sample.replaceAll('\n', '\r\n'),
      old: sample.replaceAll('\n', '\r'),
      marked: `\ufeff\n${sample}`,
      padded: sample.replace(/^.*$/gm, (line) => line.padEnd(80)),
      unslashed: sample.replace(/\/$/gm, ''),
    };
    for (const [name, text] of Object.entries(variants)) {
      const seen = parse(text);
      expect(seen.problems, name).toEqual([]);
      expect(
        seen.statements.flatMap((statement) => statement.entries.map(({ line, ...entry }) => entry)),
        name,
      ).toEqual(entries);
    }
    const plain = aFile('16,195,100,Z,R1,C1,ONE/\n16,475,40,Z,R2,1009/\n');
    expect(parse(plain.replaceAll('\n', '')).statements[0]?.entries).toMatchObject([
      { amountMinor: 100n, textLines: ['ONE'] },
      { amountMinor: -40n, customerReference: '1009' },
    ]);
  });
});

describe('totals and counts', () => {
  it.each([
    ['49,6550100,12/', '49,6550101,12/', 'control_total_off'],
    ['49,6550100,12/', '49,6550100,11/', 'count_off'],
    ['98,124000,1,6/', '98,124000,2,6/', 'count_off'],
    ['98,124000,1,6/', '98,1240,1,6/', 'control_total_off'],
    ['99,6674100,2,22/', '99,6674100,3,22/', 'count_off'],
    ['99,6674100,2,22/', '99,6674100,2,23/', 'count_off'],
  ])('%s instead of %s is told with both figures', (right, wrong, code) => {
    const { problems, isComplete } = parse(sample.replace(right, wrong));
    expect(isComplete).toBe(true);
    expect(problems[0]).toMatchObject({ code });
    expect(problems[0]?.message).toContain('states');
  });

  it('show a transaction that was dropped or stands twice', () => {
    const lines = sample.split('\n');
    const dropped = parse([...lines.slice(0, 10), ...lines.slice(12)].join('\n'));
    expect(dropped.statements[0]?.footing).toBe('off');
    expect(dropped.problems.map((problem) => problem.code)).toContain('control_total_off');
    const doubled = parse([...lines.slice(0, 13), ...lines.slice(12)].join('\n'));
    expect(doubled.problems.map((problem) => problem.code)).toContain('control_total_off');
  });

  it('that are left empty are not compared', () => {
    expect(parse(aFile('16,195,100,Z,,,/')).problems).toEqual([]);
  });
});

describe('habits of banks', () => {
  it('signs before balances, totals with a value date, and padded text', () => {
    const text = [
      '01,0004,12345,060321,0829,001,80,1,2/',
      '02,12345,0004,1,060317,,CAD,/',
      '03,10200123456,CAD,040,+000,,,045,+000,,/',
      '88,100,000000000208500,00003,V,060316,,400,000000000208500,00008,V,060316,/',
      '16,409,000000000002500,V,060316,,,,RETURNED CHEQUE     /',
      '49,+00000000000419500,4/',
      '98,+00000000000419500,1,6/',
      '99,+00000000000419500,1,8/',
    ].join('\n');
    const file = parse(text);
    expect(file.problems).toEqual([]);
    expect(file.statements[0]).toMatchObject({ currency: 'CAD', openingBalance: null });
    expect(file.statements[0]?.entries).toMatchObject([
      { amountMinor: -2500n, bookedOn: '2006-03-17', valueOn: '2006-03-16', textLines: ['RETURNED CHEQUE'] },
    ]);
  });

  it('balances behind empty groups, and balances whose count and funds type are left out', () => {
    const seen = (account: string) => {
      const [statement] = parse(aFile('', { account })).statements;
      return [statement?.openingBalance?.amountMinor, statement?.closingBalance?.amountMinor];
    };
    expect(seen('03,4417,USD,,,,,010,100,,,015,-250,,/')).toEqual([100n, -250n]);
    expect(seen('03,4417,USD,010,100/\n88,015,250/')).toEqual([100n, 250n]);
    expect(seen('03,4417,USD,010\n88,100,,,015,250,,/')).toEqual([100n, 250n]);
    expect(seen('03,4417,USD,072,5,,S,1,2,2,015,70,,D,2,0,30,1,40,010,9/')).toEqual([9n, 70n]);
  });
});

describe('what banks leave out or get wrong', () => {
  it.each(['', 'X12', '1,5', '12..3', '12.345', '--5', '9'.repeat(30)])(
    'a garbled amount (%s) is left out with its line, never read as zero',
    (amount) => {
      const file = parse(aFile(`16,195,${amount.replace(',', ';')},Z,,,/\n16,195,500,Z,,,/`));
      expect(file.statements[0]?.entries).toHaveLength(1);
      expect(file.problems).toMatchObject([{ line: 4, field: 'amount', code: 'bad_amount' }]);
      expect(file.statements[0]?.footing).toBe('unknown');
    },
  );

  it('a sign turns the direction of the type code; a point with the right decimals is understood', () => {
    expect(firstEntry('16,195,-500,Z,,,/').amountMinor).toBe(-500n);
    expect(firstEntry('16,475,500-,Z,,,/').amountMinor).toBe(500n);
    expect(firstEntry('16,195,5.25,Z,,,/').amountMinor).toBe(525n);
  });

  it('an IBAN that a line’s end cut is whole again; what is none stays as it is written', () => {
    const payer = (text: string) => firstEntry(`16,165,500,Z,REF1,,${text}`).counterparty.account;
    expect(payer('ORIG CO NAME:PRIM US ORIG ACCT:GB95BARC42726294677\n88,107 RMT:1991834873')).toBe(
      'GB95BARC42726294677107',
    );
    expect(payer('ORIG CO NAME:PRIM US ORIG ACCT:GB95BARC42726294677\n88,INVOICE 107')).toBe('GB95BARC42726294677');
    expect(payer('ORIG CO NAME:PRIM US ORIG ACCT:0419601414\n88,107 RMT:1991834873')).toBe('0419601414');
  });

  it('directions follow the type code, also in the ranges of single banks', () => {
    const amounts = ['399', '400', '699', '950', '961', '721', '760'].map(
      (code) => firstEntry(`16,${code},7,,,,/`).amountMinor,
    );
    expect(amounts).toEqual([7n, -7n, -7n, 7n, -7n, 7n, -7n]);
    expect(parse(aFile('16,850,7,,,,/')).problems).toMatchObject([{ code: 'bad_direction', line: 4 }]);
    expect(parse(aFile('16,ABC,7,,,,/')).problems).toMatchObject([{ code: 'bad_direction' }]);
  });

  it('the currency is that of the account, else of the group, else US dollars', () => {
    const currency = (group: string, account: string) => firstEntry('16,195,7,,,,/', { group, account }).currency;
    expect(currency('02,US,BANK,1,260312,2400,EUR,2/', '03,4417,CHF/')).toBe('CHF');
    expect(currency('02,US,BANK,1,260312,2400,EUR,2/', '03,4417,/')).toBe('EUR');
    expect(currency('02,US,BANK,1,260312,2400,,2/', '03,4417/')).toBe('USD');
    const file = parse(aFile('16,195,7,,,,/', { account: '03,4417,XQQ/' }));
    expect(file.problems.map((problem) => problem.code)).toEqual(['bad_currency', 'bad_amount']);
  });

  it('a missing funds type, references on the next line and text without its own record are understood', () => {
    expect(firstEntry('16,195,7,REF77,CUST9,HELLO/')).toMatchObject({
      bankReference: 'REF77',
      customerReference: 'CUST9',
      textLines: ['HELLO'],
    });
    expect(firstEntry('16,195,7,Z/\n88,INVOICE 4, THANK YOU/')).toMatchObject({
      bankReference: null,
      textLines: ['INVOICE 4, THANK YOU'],
    });
    expect(firstEntry('16,195,7,Z,R,C,INV 4\nAND INV 5')).toMatchObject({ textLines: ['INV 4', 'AND INV 5'] });
  });

  it('30 February is no value date, and no as-of date', () => {
    expect(parse(aFile('16,195,7,V,260230,,R,C,/')).problems).toMatchObject([
      { field: 'value date', code: 'bad_date' },
    ]);
    const group = '02,US,BANK,1,260230,2400,USD,2/';
    const file = parse(aFile('16,195,7,,,,/', { group }));
    expect(file.problems).toMatchObject([{ field: 'as-of date', line: 2 }]);
    expect(file.statements[0]?.entries[0]?.bookedOn).toBeNull();
  });

  it('intraday lines are pending; a deletion or a test is never posted; a correction is told', () => {
    const status = (group: string) => {
      const file = parse(aFile('16,195,7,,,,/', { group }));
      return [file.statements[0]?.entries[0]?.status, file.problems.length, file.statements[0]?.footing];
    };
    expect(status('02,US,BANK,1,260312,1100,USD,3/')).toEqual(['pending', 0, 'unknown']);
    expect(status('02,US,BANK,2,260312,2400,USD,2/')).toEqual(['information', 1, 'unknown']);
    expect(status('02,US,BANK,4,260312,2400,USD,2/')).toEqual(['information', 1, 'unknown']);
    expect(status('02,US,BANK,3,260312,2400,USD,2/')).toEqual(['booked', 1, 'unknown']);
  });
});

describe('broken files', () => {
  it('without the file trailer are not complete, wherever they break off', () => {
    const lines = sample.split('\n');
    for (let count = 1; count < 21; count += 1) {
      const file = parse(lines.slice(0, count).join('\n'));
      expect(file.isComplete).toBe(false);
      expect(file.problems.map((problem) => problem.code)).toContain('file_broken_off');
      expect(file.problems.at(-1)?.field).toBe('file');
    }
  });

  it('without headers or trailers inside say which', () => {
    const without = (code: string) =>
      parse(sample.replace(new RegExp(`^${code},.*\\n`, 'gm'), '')).problems.map((problem) => problem.code);
    for (const code of ['01', '02', '03']) expect(without(code)).toContain('header_missing');
    for (const code of ['49', '98']) expect(without(code)).toContain('trailer_missing');
  });

  it('of another kind hold no statement', () => {
    expect(parse('hello')).toMatchObject({ isComplete: false, problems: [{ code: 'no_statement' }] });
    expect(detectFormat('01,02,03\n04,05,06\n')).toBeNull();
    expect(bai2.recognises('no,name,city,due,amount\n01,ACME,Rome,260312,5\n02,LAGO,Como,260313,7\n')).toBe(false);
    expect(bai2.recognises(`$$ADD ID=LAGO BATCHID=BAI\n${sample}`)).toBe(true);
    expect(parse(`$$ADD ID=LAGO BATCHID=BAI\n${sample}`).problems).toEqual([]);
  });

  it('several files in one are all read', () => {
    const file = parse(sample + sample);
    expect(file).toMatchObject({ isComplete: true, problems: [] });
    expect(file.statements).toHaveLength(4);
  });
});
