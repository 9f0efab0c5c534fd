import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatsOf } from '../format/formats.ts';
import { fromTsv, toTsv } from './tsv.ts';

const italian = { formats: formatsOf('it-IT'), withHeader: false };
const english = { formats: formatsOf('en-GB'), withHeader: true };
const text = { header: 'Number', hasManyCurrencies: false };
const money = { header: 'Open', hasManyCurrencies: false };

describe('copying for a spreadsheet', () => {
  it('amounts carry the reader’s decimal sign, no groups, and a plain minus', () => {
    const row = ['INV-1', { amount: '-1234567.50', currency: 'EUR' }];
    expect(toTsv([text, money], [row], italian)).toBe('INV-1\t-1234567,50');
    expect(toTsv([text, money], [row], english)).toBe('Number\tOpen\r\nINV-1\t-1234567.50');
  });

  it('a column of several currencies becomes two: the amount and its currency', () => {
    const columns = [{ header: 'Open', hasManyCurrencies: true }];
    const rows = [[{ amount: '1.00', currency: 'EUR' }], [{ amount: '100', currency: 'JPY' }], [null]];
    expect(toTsv(columns, rows, english)).toBe('Open\t\r\n1.00\tEUR\r\n100\tJPY\r\n\t');
  });

  it('a text that a spreadsheet would run as a formula arrives as text', () => {
    for (const formula of ['=1+1', '+CMD', '-2', '@SUM(A1)']) {
      expect(toTsv([text], [[formula]], italian)).toBe(`'${formula}`);
    }
  });

  it('tabs, line breaks and quotes stay inside their cell', () => {
    expect(toTsv([text], [['a "b"\tc\nd']], italian)).toBe('"a ""b""\tc\nd"');
  });
});

describe('pasting from a spreadsheet', () => {
  it('reads rows and cells, with a last line break or without', () => {
    expect(fromTsv('1,50\t2\r\n3\t4\r\n')).toEqual([
      ['1,50', '2'],
      ['3', '4'],
    ]);
    expect(fromTsv('7')).toEqual([['7']]);
  });

  it('reads back what was copied, whatever the texts hold', () => {
    const cell = fc
      .string({ maxLength: 12 })
      .filter((value) => value !== '' && !/^[=+\-@]/.test(value) && !value.includes('\r'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        expect(fromTsv(toTsv([text, text], rows, italian))).toEqual(rows);
      }),
    );
  });
});
