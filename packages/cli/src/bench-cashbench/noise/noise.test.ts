import { type LocalDate, localDate } from '@quittance/core/calendar';
import type { OpenItem, Receipt } from '@quittance/core/matching';
import { currencyCode } from '@quittance/core/money';
import { describe, expect, it } from 'vitest';
import type { LabelledSet } from '../replay.ts';
import type { TrueApplication } from '../truth-file.ts';
import { disturbed, NOISES } from './index.ts';

const EUR = currencyCode('EUR');
const DAY: LocalDate = localDate('2026-06-01');
const COUNT = 40;
const numbers = Array.from({ length: COUNT }, (_, at) => `1930${600_000 + at * 37}`);

const items = numbers.map(
  (number, at): OpenItem => ({
    id: number,
    number,
    customer: 'C1',
    currency: EUR,
    openMinor: BigInt(100_037 + at * 4_321),
    issuedOn: DAY,
    dueOn: DAY,
    references: [],
  }),
);
const receipts = items.map(
  ({ number, openMinor }): Receipt => ({
    id: `R${number}`,
    bookedOn: DAY,
    currency: EUR,
    amountMinor: openMinor,
    payerName: 'ALDER FOODS',
    payerAccount: 'DE12',
    lines: [`INVOICES 000${number.slice(0, 5)}`, `${number.slice(5)} LESS 2 PCT DISC`],
    endToEndId: '',
  }),
);
const truth = new Map(
  receipts.map(({ id, amountMinor }, at): [string, TrueApplication] => [
    id,
    {
      kind: 'clean',
      customer: 'C1',
      customers: ['C1'],
      isNotReceivables: false,
      isAmbiguous: false,
      allocations: [{ item: numbers[at] ?? '', amountMinor }],
      deductions: [],
      unappliedMinor: 0n,
    },
  ]),
);
const set: LabelledSet = {
  items: items.map((item) => ({ item, customerName: 'Alder Foods', parent: '' })),
  receipts,
  history: [],
  advices: [],
  truth,
};

describe('noise on a labelled set', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(disturbed(set, 'everyday', 7)).toEqual(disturbed(set, 'everyday', 7));
    expect(disturbed(set, 'everyday', 7)).not.toEqual(disturbed(set, 'everyday', 8));
  });

  it.each(Object.keys(NOISES))('%s: every receipt is still what its true application comes to', (name) => {
    const changed = disturbed(set, name, 3);
    expect(changed.receipts).toHaveLength(COUNT);
    for (const { id, amountMinor } of changed.receipts) {
      const application = changed.truth.get(id);
      const cash = application?.allocations.reduce((sum, one) => sum + one.amountMinor, 0n) ?? 0n;
      expect(cash + (application?.unappliedMinor ?? 0n)).toBe(amountMinor);
    }
  });

  it('another shape of number is the same in the item and in a text that a line end cuts', () => {
    const changed = disturbed(set, 'number_shapes', 5);
    changed.items.forEach(({ item }, at) => {
      expect(item.id).toBe(numbers[at]);
      expect(item.number).not.toBe(numbers[at]);
      expect(changed.receipts[at]?.lines.join('')).toContain(item.number);
    });
  });
});
