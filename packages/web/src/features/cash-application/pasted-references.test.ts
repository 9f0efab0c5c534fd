import { currencyCode } from '@quittance/core/money';
import { describe, expect, it } from 'vitest';
import type { Candidate } from './cash.types.ts';
import { readPasted, resolvePasted } from './pasted-references.ts';

const EUR = { currency: currencyCode('EUR'), decimalSign: '.' as const };
const read = (text: string, given: Parameters<typeof readPasted>[1] = EUR) =>
  readPasted(text, given).map(({ row, reference, amountMinor }) => [row, reference, amountMinor]);

function anItem(number: string, open: string, customerId = 'acme'): Candidate {
  const money = { amount: open, currency: 'EUR' };
  return { id: `${customerId} ${number} ${open}`, number, customerId, open: money, amount: money } as Candidate;
}

describe('a list copied from a sheet or a mail', () => {
  it('is read line by line, whatever sets the cells apart', () => {
    expect(
      read('Invoice\tDate\tAmount\n4711\t02.10.2026\t8,120.00\n4713\t09.10.2026\t6,751.20\nTotal\t\t14,871.20'),
    ).toEqual([
      [2, '4711', 812_000n],
      [3, '4713', 675_120n],
    ]);
    expect(read('RG 4711;8.120,00\nGS 99001;-20,00', { currency: currencyCode('EUR'), decimalSign: ',' })).toEqual([
      [1, 'RG 4711', 812_000n],
      [2, 'GS 99001', -2_000n],
    ]);
    expect(read('INV-2026/00123   1 234.56 EUR')).toEqual([[1, 'INV-2026/00123', 123_456n]]);
    expect(read('FV 4711 8.120,00', { currency: currencyCode('EUR'), decimalSign: ',' })).toEqual([
      [1, 'FV 4711', 812_000n],
    ]);
  });

  it('is read to its end: none of a long list is left out in silence', () => {
    const numbers = Array.from({ length: 2_500 }, (_, index) => `RE${10_000 + index}`);
    expect(read(numbers.join('\n'))).toHaveLength(2_500);
  });

  it('references alone are as many items as there are', () => {
    expect(read('4711, 4713\n4715')).toEqual([
      [1, '4711', null],
      [1, '4713', null],
      [2, '4715', null],
    ]);
  });
});

describe('what a list means', () => {
  const items = [
    anItem('4711', '100.00'),
    anItem('4713', '60.00'),
    anItem('4713', '40.00'),
    anItem('4711', '5.00', 'other'),
  ];
  const itemsOf = (reference: string) => items.filter(({ number }) => number === reference);
  const line = (reference: string, amountMinor: bigint | null, row = 1) => ({ row, reference, amountMinor });
  const parts = (lines: Parameters<typeof resolvePasted>[0]) =>
    resolvePasted(lines, itemsOf, 'acme').taken.map(({ item, amountMinor }) => [item.id, amountMinor]);

  it('the customer’s own item goes before another’s of the same number', () => {
    expect(parts([line('4711', null)])).toEqual([['acme 4711 100.00', null]]);
  });

  it('the instalment with the amount is meant; a larger amount goes on over the next', () => {
    expect(parts([line('4713', 4_000n)])).toEqual([['acme 4713 40.00', 4_000n]]);
    expect(parts([line('4713', 10_000n)])).toEqual([
      ['acme 4713 60.00', 6_000n],
      ['acme 4713 40.00', 4_000n],
    ]);
  });

  it('what is not found, settled or too much is named', () => {
    const settled = { ...anItem('4714', '0.00'), open: { amount: '0.00', currency: 'EUR' } };
    const outcome = resolvePasted(
      [line('9999', 1n), line('4714', 1n, 2), line('4711', 10_001n, 3)],
      (reference) => (reference === '4714' ? [settled] : itemsOf(reference)),
      'acme',
    );
    expect([outcome.notFound, outcome.settled, outcome.cut].map((some) => some.map(({ row }) => row))).toEqual([
      [1],
      [2],
      [3],
    ]);
    expect(outcome.taken).toHaveLength(1);
  });
});
