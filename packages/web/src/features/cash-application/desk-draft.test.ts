import { describe, expect, it } from 'vitest';
import type { Candidate } from './cash.types.ts';
import { type DeskDraft, leftOnDesk, toggledDraft, withCash, withDeductions, withPasted } from './desk-draft.ts';

const RECEIPT = 1_487_120n;
const item = { id: '4713', number: '4713', openMinor: 690_000n };
const discount = { itemId: '4713', amountMinor: 13_800n, reason: 'cash_discount' as const, note: '' };
const empty: DeskDraft = { cash: new Map(), deductions: [] };

function candidate(number: string, open: string): Candidate {
  return { id: number, number, open: { amount: open, currency: 'EUR' } } as Candidate;
}

describe('a deduction on the desk', () => {
  it('takes its part of the cash of an item that was ticked in full', () => {
    const ticked = { ...empty, cash: new Map([['4713', 690_000n]]) };
    const next = withDeductions(ticked, { item, own: [discount], receiptMinor: RECEIPT });
    expect(next.cash.get('4713')).toBe(676_200n);
    expect(leftOnDesk(next, RECEIPT)).toBe(RECEIPT - 676_200n);
  });

  it('explains what is missing where cash is short already', () => {
    const short = { ...empty, cash: new Map([['4713', 675_120n]]) };
    expect(withDeductions(short, { item, own: [discount], receiptMinor: RECEIPT }).cash.get('4713')).toBe(675_120n);
  });

  it('ticks an item that was not ticked, and goes with the item when that is unticked', () => {
    const next = withDeductions(empty, { item, own: [discount], receiptMinor: RECEIPT });
    expect(next.cash.get('4713')).toBe(676_200n);
    const off = toggledDraft(next, { items: [candidate('4713', '6900.00')], isOn: false, receiptMinor: RECEIPT });
    expect(off).toEqual(empty);
  });

  it('gives way when more cash is typed', () => {
    const next = withDeductions(empty, { item, own: [discount], receiptMinor: RECEIPT });
    const more = withCash(next, item, 680_000n);
    expect(more).toMatchObject({ deductions: [{ amountMinor: 10_000n }] });
  });
});

it('a pasted list gives each item what the list says, and ticks those without an amount with what is left', () => {
  const taken = [
    { item: candidate('4711', '8120.00'), amountMinor: 800_000n },
    { item: candidate('4713', '6900.00'), amountMinor: null },
  ];
  const next = withPasted(empty, { taken, notFound: [], settled: [], cut: [] }, RECEIPT);
  expect([...next.cash]).toEqual([
    ['4711', 800_000n],
    ['4713', 687_120n],
  ]);
});
