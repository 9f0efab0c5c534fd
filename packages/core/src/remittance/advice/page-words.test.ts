import { describe, expect, it } from 'vitest';
import { type PageWord, rowsOfPages } from './page-words.ts';

/** A piece of text at a place; letters are 10 high and 5 wide. */
const at = (text: string, left: number, top: number): PageWord => ({
  text,
  left,
  top,
  width: text.length * 5,
  height: 10,
});
const page = (number: number, ...words: PageWord[]) => ({ page: number, width: 600, height: 800, words });
const cells = (...pages: Parameters<typeof rowsOfPages>[0]) => rowsOfPages(pages).rows.map((row) => row.cells);

const HEADER = [at('Invoice', 50, 100), at('Gross', 200, 100), at('Net paid', 400, 100)];

describe('words on a page', () => {
  it('stand under their headings, also where a cell between them is empty', () => {
    const rows = [
      at('4711001', 50, 120),
      at('100.00', 195, 120),
      at('98.00', 415, 120),
      at('4711002', 50, 140),
      at('50.00', 415, 140),
    ];
    expect(cells(page(1, ...HEADER, ...rows))).toEqual([
      ['Invoice', 'Gross', 'Net paid'],
      ['4711001', '100.00', '98.00'],
      ['4711002', '', '50.00'],
    ]);
  });

  it('go on under the same headings on the next page, and say where they stand', () => {
    const { rows } = rowsOfPages([page(1, ...HEADER), page(2, at('4711003', 50, 40), at('7.00', 420, 40))]);
    expect(rows[1]).toMatchObject({ cells: ['4711003', '', '7.00'], place: { page: 2, left: 83, top: 50 } });
  });

  it('in two lines of one heading are one, and a hyphen at the end goes', () => {
    const upper = [at('Rechnungs-', 50, 88), at('Zahl-', 400, 88)];
    const lower = [at('nummer', 50, 100), at('betrag', 400, 100)];
    expect(cells(page(1, ...upper, ...lower, at('4711001', 50, 120), at('9,00', 400, 120)))).toEqual([
      ['Rechnungsnummer', 'Zahlbetrag'],
      ['4711001', '9,00'],
    ]);
  });

  it('of one cell that came in pieces are joined, and dust makes no line of its own', () => {
    const dust = { text: '.', left: 300, top: 124, width: 1, height: 1 };
    expect(cells(page(1, at('Alder', 50, 120), at('Foods', 79, 121), dust, at('x', 300, 120)))).toEqual([
      ['Alder Foods', 'x'],
    ]);
  });

  it('in whatever order they come, the rows are the same', () => {
    const rows = Array.from({ length: 12 }, (_, row) => [
      at(`47110${10 + row}`, 50, 120 + row * 14),
      at(`${row}.50`, 420, 120 + row * 14),
    ]);
    const words = [...HEADER, ...rows.flat()];
    const expected = cells(page(1, ...words));
    for (let seed = 1; seed <= 50; seed += 1) {
      const shuffled = words
        .map((word, index) => ({ word, place: (index * 7919 * seed) % 101 }))
        .sort((a, b) => a.place - b.place);
      expect(cells(page(1, ...shuffled.map(({ word }) => word)))).toEqual(expected);
    }
  });
});
