import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../calendar/index.ts';
import { formatOfCode } from './cell-styles.ts';
import { createSheetReader, plainNumber, type SheetRow } from './index.ts';
import { percentText, shownNumber } from './number-text.ts';
import { serialText } from './serial-date.ts';

describe('a number of a workbook', () => {
  it.each([
    ['1234.5', '1234.5', false],
    ['1.1000000000000001', '1.1', false],
    ['0.30000000000000004', '0.3', true],
    ['1234.5600000000001', '1234.56', true],
    ['-1234.5649999999998', '-1234.565', true],
    ['1.5E3', '1500', false],
    ['1E-2', '0.01', false],
    ['12345678901234567', '12345678901234567', false],
    ['1.2345678901234567E+20', '1.2345678901234567E+20', false],
    ['1.93E+9', '1930000000', false],
    ['-0', '0', false],
    ['.5', '0.5', false],
    ['1.93 E', '1.93 E', false],
  ])('%s is shown as %s', (stored, text, wasRounded) => {
    expect(shownNumber(stored)).toEqual({ text, wasRounded });
  });

  it('of cents keeps its cents, whatever way a double spells them', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (cents) => {
        const shown = shownNumber((Number(cents) / 100).toPrecision(17)).text;
        const [whole = '', fraction = ''] = shown.replace('-', '').split('.');
        const back = BigInt(whole + fraction.padEnd(2, '0'));
        expect(shown.startsWith('-') ? -back : back).toBe(cents);
      }),
    ));

  it('is written out without its exponent, and never rounded by that', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: -12, max: 12 }), (digits, power) => {
        const plain = plainNumber(`${digits}E${power}`) ?? '';
        const [whole = '', fraction = ''] = plain.split('.');
        const scaled = BigInt(whole + fraction.padEnd(12, '0'));
        expect(scaled).toBe(digits * 10n ** BigInt(12 + power));
      }),
    ));

  it('formatted as a percentage is one', () =>
    expect(['0.05', '1', '-0.125', '0.075'].map(percentText)).toEqual(['5%', '100%', '-12.5%', '7.5%']));
});

describe('a day of a workbook', () => {
  it.each([
    ['46022', false, '2025-12-31'],
    ['44560', true, '2025-12-31'],
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['60', false, null],
    ['61', false, '1900-03-01'],
    ['0', true, '1904-01-01'],
    ['46022.5', false, '2025-12-31T12:00:00'],
    ['46022.999999', false, '2026-01-01'],
    ['0.75', false, '18:00:00'],
    ['0', false, null],
    ['-3', false, null],
    ['1e300', false, null],
  ])('%s (1904: %s) is %s', (serial, is1904, text) => expect(serialText(serial, is1904)).toBe(text));

  it('follows the day before it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_464 }), fc.boolean(), (serial, is1904) => {
        fc.pre(!is1904 || serial < 2_900_000);
        const today = serialText(String(serial), is1904);
        expect(serialText(String(serial + 1), is1904)).toBe(addDays(localDate(today ?? ''), 1));
      }),
    ));

  it.each([
    ['dd/mm/yyyy', 'date'],
    ['[$-410]d mmmm yyyy;@', 'date'],
    ['yyyy\\-mm\\-dd', 'date'],
    ['h:mm:ss.000', 'date'],
    ['[h]:mm', 'date'],
    ['mmm yy', 'date'],
    ['General', 'plain'],
    ['#,##0.00 [Red]', 'plain'],
    ['0 "days"', 'plain'],
    ['[Red]#,##0.00;[Blue]-#,##0.00', 'plain'],
    ['_-* #,##0.00 "kr"_-', 'plain'],
    ['0.00%', 'percent'],
    ['@', 'plain'],
  ])('a cell formatted %s is %s', (code, format) => expect(formatOfCode(code)).toBe(format));
});

describe('the rows of a sheet', () => {
  const rowsOf = (data: string, strings: readonly string[] = []): SheetRow[] => {
    const rows: SheetRow[] = [];
    const reader = createSheetReader({ strings, formats: ['plain', 'percent'], is1904: false }, (row) =>
      rows.push(row),
    );
    const text = `<worksheet><cols><col min="3" max="3" hidden="1"/></cols><sheetData>${data}</sheetData></worksheet>`;
    for (const letter of text) reader.write(letter);
    expect(reader.end().hiddenColumns).toEqual(['C']);
    return rows;
  };

  it('keep their numbers and their gaps', () => {
    const [row] = rowsOf(
      '<row r="7" hidden="1"><c r="A7" t="s"><v>1</v></c><c r="D7" s="1"><v>0.02</v></c><c r="E7" t="b"><v>1</v></c></row>',
      ['a', 'b'],
    );
    expect(row).toMatchObject({ number: 7, isHidden: true, cells: ['b', '', '', '2%', 'true'] });
  });

  it('an empty text as the result of a formula is empty; an empty result is a fault', () => {
    const [row] = rowsOf('<row><c t="str"><f>""</f><v></v></c><c><f>A1</f></c></row>');
    expect(row?.cells).toEqual(['', '']);
    expect([...(row?.faults ?? [])].map(([index, fault]) => [index, fault.cell, fault.code])).toEqual([
      [1, 'B1', 'formula_without_value'],
    ]);
  });

  it('reading aids of East Asian texts are no part of the text', () => {
    const [row] = rowsOf(
      '<row><c t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c></row>',
    );
    expect(row?.cells).toEqual(['東京']);
  });

  it('something far to the right is refused by its name', () =>
    expect(() => rowsOf('<row r="1"><c r="XFD1"><v>1</v></c></row>')).toThrow('XFD1'));
});
