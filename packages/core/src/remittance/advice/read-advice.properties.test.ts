import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCode, formatAmount, sum } from '../../money/index.ts';
import { contentOfText, readAdviceContent } from './index.ts';
import { rowsOfPages } from './page-words.ts';

const EUR = currencyCode('EUR');
const context = { subject: '', currency: EUR };

/** Net and gross of a line; what lies between was taken off. */
const paidLine = fc.record({
  number: fc.integer({ min: 4_000_000, max: 4_999_999 }).map(String),
  paidMinor: fc.bigInt({ min: -5_000_000n, max: 50_000_000n }).filter((minor) => minor !== 0n),
  takenMinor: fc.bigInt({ min: 0n, max: 500_000n }),
});
const lines = fc.uniqueArray(paidLine, { minLength: 1, maxLength: 30, selector: ({ number }) => number });

function written(minor: bigint, isComma: boolean): string {
  const plain = formatAmount(minor, EUR);
  return isComma ? plain.replace('.', ',') : plain;
}

describe('whatever an advice lists', () => {
  it('as a table: each line is read with its amounts, and the total is the sum', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), fc.constantFrom(';', '\t', '|'), (given, isComma, separator) => {
        const amount = (minor: bigint) => written(minor, isComma);
        const rows = [
          ['Invoice', 'Gross', 'Deduction', 'Paid'],
          ...given.map(({ number, paidMinor, takenMinor }) => [
            number,
            amount(paidMinor + takenMinor),
            amount(takenMinor),
            amount(paidMinor),
          ]),
          ['Total', '', '', amount(sum(given.map(({ paidMinor }) => paidMinor)))],
        ];
        const { remittance, unread } = readAdviceContent(
          contentOfText(rows.map((cells) => cells.join(separator)).join('\n')),
          context,
        );
        expect(unread).toEqual([]);
        expect(remittance.lines.map(({ document, paidMinor }) => [document?.number, paidMinor])).toEqual(
          given.map(({ number, paidMinor }) => [number, paidMinor]),
        );
        for (const line of remittance.lines) {
          const taken = sum(line.adjustments.map(({ amountMinor }) => amountMinor));
          expect((line.grossMinor ?? 0n) + taken).toBe(line.paidMinor);
        }
        expect(remittance.footing).toBe('ok');
      }),
    );
  });

  it('as words on pages of any length: no line is lost between them', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 12 }), (given, perPage) => {
        const word = (text: string, left: number, top: number) => ({
          text,
          left,
          top,
          width: text.length * 5,
          height: 10,
        });
        const pages = Array.from({ length: Math.ceil(given.length / perPage) }, (_, at) => ({
          page: at + 1,
          width: 600,
          height: 800,
          words: [
            ...(at === 0 ? [word('Invoice', 50, 20), word('Net paid', 400, 20)] : []),
            ...given.slice(at * perPage, (at + 1) * perPage).flatMap(({ number, paidMinor }, row) => {
              const amount = written(paidMinor, false);
              return [word(number, 50, 40 + row * 14), word(amount, 440 - amount.length * 5, 40 + row * 14)];
            }),
          ],
        }));
        const { rows, prose } = rowsOfPages(pages);
        const { remittance } = readAdviceContent({ tables: [rows], prose }, context);
        expect(remittance.lines.map(({ document, paidMinor }) => [document?.number, paidMinor])).toEqual(
          given.map(({ number, paidMinor }) => [number, paidMinor]),
        );
      }),
    );
  });

  it('as anything at all: it is read to its end, and nothing is made up', () => {
    const pieces = fc.constantFrom(
      '<tr>',
      '<td',
      '>',
      ';',
      ',',
      '"',
      '\n',
      'Invoice',
      'Paid',
      'Total',
      '1.234,50',
      '(',
      '4711001',
      'EUR',
      '<',
      '&#0;',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 200 }), (parts) => {
        const { remittance } = readAdviceContent(contentOfText(parts.join('')), context);
        for (const { document } of remittance.lines) expect(parts.join('')).toContain(document?.number.slice(0, 4));
      }),
    );
  });
});
