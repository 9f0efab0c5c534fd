/**
 * A world in which every payer pays whole items of its own customer, with or without saying which. Whatever posts there must
 * be right, however little or much has been learnt, and whatever else is open.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { sum } from '../money/index.ts';
import { ItemIndex } from './item-index.ts';
import type { OpenItem } from './item-source.ts';
import { matchReceipts } from './match.ts';
import { EUR, TODAY } from './matching.fixture.ts';
import { PayerKnowledge } from './payer-knowledge.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { Receipt } from './receipt.ts';

const CUSTOMERS = ['ACME', 'BOREAL', 'CEDAR'] as const;

const anyItem = (at: number): fc.Arbitrary<OpenItem> =>
  fc
    .record({
      customer: fc.constantFrom(...CUSTOMERS),
      openMinor: fc.oneof(
        fc.integer({ min: 100, max: 9_999 }),
        fc.integer({ min: 1, max: 12 }).map((units) => units * 100),
      ),
      dueDays: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ customer, openMinor, dueDays }) => ({
      id: `I${at}`,
      number: String(4_711_001 + at * 13),
      customer,
      currency: EUR,
      openMinor: BigInt(openMinor),
      issuedOn: TODAY,
      dueOn: addDays(TODAY, dueDays),
      references: [],
    }));

const ITEMS_COUNT = 14;
const anyLedger = fc.tuple(...Array.from({ length: ITEMS_COUNT }, (_, at) => anyItem(at)));

interface Plan {
  readonly customer: (typeof CUSTOMERS)[number];
  readonly itemsCount: number;
  readonly from: number;
  readonly citedCount: number;
  readonly isKnownBank: boolean;
}

const anyPlans: fc.Arbitrary<Plan[]> = fc.array(
  fc.record({
    customer: fc.constantFrom(...CUSTOMERS),
    itemsCount: fc.integer({ min: 1, max: 3 }),
    from: fc.integer({ min: 0, max: 5 }),
    citedCount: fc.integer({ min: 0, max: 3 }),
    isKnownBank: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

interface Payment {
  readonly receipt: Receipt;
  readonly customer: string;
  readonly paid: readonly OpenItem[];
}

/** Who pays what of the items that are open then. */
function paymentsOf(plans: readonly Plan[], items: readonly OpenItem[]): Payment[] {
  const open = new Set(items);
  return plans.flatMap(({ customer, itemsCount, from, citedCount, isKnownBank }, at): Payment[] => {
    const own = [...open].filter((item) => item.customer === customer);
    const paid = own.slice(from, from + itemsCount);
    if (paid.length === 0) return [];
    for (const item of paid) open.delete(item);
    const receipt: Receipt = {
      id: `R${at}`,
      bookedOn: addDays(TODAY, at),
      currency: EUR,
      amountMinor: sum(paid.map(({ openMinor }) => openMinor)),
      payerName: '',
      payerAccount: isKnownBank ? `DE-${customer}` : '',
      lines: [
        paid
          .slice(0, citedCount)
          .map(({ number }) => number)
          .join(' '),
      ],
      endToEndId: '',
    };
    return [{ receipt, customer, paid }];
  });
}

/** Decides the payments one after another, each posted as it was paid, and learnt when `isLearning`. */
function wrongPostings(payments: readonly Payment[], items: readonly OpenItem[], isLearning: boolean): string[] {
  const index = new ItemIndex(items);
  const knowledge = new PayerKnowledge();
  const wrong: string[] = [];
  for (const { receipt, customer, paid } of payments) {
    const [decision] = matchReceipts([receipt], { items: index, knowledge, policy: DEFAULT_POLICY });
    const posted = decision?.decision === 'auto' ? decision.allocations.map(({ item }) => item).sort() : null;
    const meant = paid.map(({ id }) => id).sort();
    if (posted !== null && posted.join() !== meant.join()) wrong.push(`${receipt.id}: ${posted} for ${meant}`);
    for (const item of paid) {
      index.close(item.id);
      knowledge.closeItem({ number: item.number, customer, closedOn: receipt.bookedOn });
    }
    if (isLearning) knowledge.learn({ ...receipt, receiptId: receipt.id, customer });
  }
  return wrong;
}

const RUNS = { numRuns: 200 };

describe('a world in which every payer pays whole items of its own customer', () => {
  it('nothing posts wrong without learning, and learning never lowers that', () => {
    fc.assert(
      fc.property(anyLedger, anyPlans, (items, plans) => {
        const payments = paymentsOf(plans, items);
        expect(wrongPostings(payments, items, false)).toEqual([]);
        expect(wrongPostings(payments, items, true)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('an unrelated item more never turns a right posting into a wrong one', () => {
    fc.assert(
      fc.property(anyLedger, anyPlans, anyItem(ITEMS_COUNT), (items, plans, unrelated) => {
        const payments = paymentsOf(plans, items);
        expect(wrongPostings(payments, [...items, { ...unrelated, customer: 'STRANGER' }], true)).toEqual([]);
        expect(wrongPostings(payments, [...items, unrelated], true)).toEqual([]);
      }),
      RUNS,
    );
  });
});
