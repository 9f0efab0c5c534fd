import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';
import { anExport, anItem } from './export-sheet.fixture.ts';
import { localInstant } from './instants.ts';
import { toWorkbook } from './workbook.ts';

async function readBack(content: Uint8Array) {
  const workbook = new Workbook();
  await workbook.xlsx.load(content as never);
  const [page, about] = workbook.worksheets;
  if (!page || !about) throw new Error('two sheets expected');
  return { page, about };
}

describe('a list as CSV', () => {
  it('has the reader’s signs, ISO days, numbers that stay numbers, texts that keep their zeros', () => {
    const sheet = anExport([anItem('00471', '1234.50'), anItem('472', '-0.05')]);
    expect(toCsv(sheet, ',')).toBe(
      '\u{FEFF}Number;Customer;Due;Open EUR\r\n00471;Rossi S.r.l.;2026-11-20;1234,50\r\n472;Rossi S.r.l.;2026-11-20;-0,05\r\n',
    );
    expect(toCsv(sheet, '.')).toContain('\r\n472,Rossi S.r.l.,2026-11-20,-0.05\r\n');
  });

  it('says the currency of each row where a column has several', () => {
    const sheet = anExport([anItem('1', '10.00'), anItem('2', '700', 'JPY')]);
    expect(toCsv(sheet, '.').split('\r\n').slice(0, 3)).toEqual([
      '\u{FEFF}Number,Customer,Due,Open,"Open, currency"',
      '1,Rossi S.r.l.,2026-11-20,10.00,EUR',
      '2,Rossi S.r.l.,2026-11-20,700,JPY',
    ]);
  });

  it('no cell of text can run as a formula, whatever customers are called', () => {
    const names = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ''), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(names, names, (number, customer) => {
        const [, ...lines] = toCsv(anExport([anItem(number, '-1.00', 'EUR', customer)]), ';' as never).split('\n');
        const line = lines.join('\n');
        const cells = [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = '']) =>
          cell.replace(/^"/, ''),
        );
        expect(cells.slice(0, 2).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        expect(line).toContain('-1');
      }),
    );
  });
});

describe('a list as an Excel workbook', () => {
  it('holds real dates and amounts, ids as text, a frozen heading, a table with live totals, and what it is', async () => {
    const { page, about } = await readBack(
      await toWorkbook(anExport([anItem('00471', '1234.50'), anItem('=1+1', '-0.05')])),
    );
    expect(page.getCell('A2').value).toBe('00471');
    expect(page.getCell('A3').value).toBe('=1+1');
    expect(page.getCell('A3').type).toBe(page.getCell('A2').type);
    expect(page.getCell('C2').value).toEqual(new Date(Date.UTC(2026, 10, 20)));
    expect([page.getCell('D2').value, page.getCell('D2').numFmt]).toEqual([1234.5, '#,##0.00']);
    expect(page.getCell('D4').formula).toBe('SUBTOTAL(109,Open_items_table[Open EUR])');
    expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(about.getCell('B1').value).toBe('2026-11-22');
  });

  it('of several currencies has a total for each, of the rows that the filter shows, never one of both', async () => {
    const rows = [anItem('1', '10.00'), anItem('2', '700', 'JPY'), anItem('3', '5.05')];
    const { page } = await readBack(await toWorkbook(anExport(rows)));
    expect(page.getCell('A5').value).toBe('Total EUR');
    expect(page.getCell('D5').value).toMatchObject({
      formula: 'SUMIFS(D$2:D$4,E$2:E$4,"EUR",F$2:F$4,1)',
      result: 15.05,
    });
    expect([page.getCell('D6').numFmt, page.getCell('D3').numFmt]).toEqual(['#,##0', '#,##0']);
    expect(page.getColumn(6).hidden).toBe(true);
  });

  it('an amount of more digits than Excel keeps stands there whole, as text', async () => {
    const { page } = await readBack(await toWorkbook(anExport([anItem('1', '12345678901234.56')])));
    expect(page.getCell('D2').value).toBe('12345678901234.56');
  });

  it('instants read as the wall clock of the company', () => {
    expect(localInstant('2026-11-22T23:30:00Z', 'Europe/Rome')).toBe('2026-11-23 00:30:00');
  });
});
