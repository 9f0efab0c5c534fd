/** A customer's payment run brings thousands of payments on one day: four times as many take four times as long, not sixteen. */
import { describe, expect, it } from 'vitest';
import { ItemIndex } from './item-index.ts';
import type { ItemSource, OpenItem } from './item-source.ts';
import { matchReceipts } from './match.ts';
import { anItem, aReceipt } from './matching.fixture.ts';
import { PayerKnowledge } from './payer-knowledge.ts';
import { DEFAULT_POLICY } from './policy.ts';

const PAYMENTS = 3_633; // of one file that a company really had
const ITEMS_OF_CUSTOMER = 20;

/** Hands out what the index holds and counts the items. */
function counting(index: ItemIndex): { source: ItemSource; handedOut: () => number } {
  let count = 0;
  const counted = (items: readonly OpenItem[]): readonly OpenItem[] => {
    count += items.length;
    return items;
  };
  const source: ItemSource = {
    itemsByToken: (token) => counted(index.itemsByToken(token)),
    itemsByClosingDigits: (digits) => counted(index.itemsByClosingDigits(digits)),
    itemsByAmount: (currency, openMinor) => counted(index.itemsByAmount(currency, openMinor)),
    itemsOfCustomer: (customer) => counted(index.itemsOfCustomer(customer)),
    openItemsCountOf: (customer) => index.openItemsCountOf(customer),
    listsAllOf: (customer) => index.listsAllOf(customer),
    needAllOf: () => index.needAllOf(),
    openItemsOfAll: () => index.openItemsOfAll(),
  };
  return { source, handedOut: () => count };
}

/** Of ten payments nine cite their invoice and one cites nothing. Items looked at for each payment. */
function itemsLookedAt(payments: number): { each: number; posted: number } {
  const amountOf = (at: number): string => `${100 + at}.${10 + (at % 90)}`;
  const items = Array.from({ length: payments }, (_, at) =>
    anItem({
      number: String(1_930_000_001 + at),
      open: amountOf(at),
      customer: `C-${Math.floor(at / ITEMS_OF_CUSTOMER)}`,
    }),
  );
  const receipts = items.map(({ number }, at) =>
    aReceipt({ id: `R${at}`, amount: amountOf(at), text: at % 10 === 0 ? 'PAYMENT' : `INVOICE ${number}` }),
  );
  const { source, handedOut } = counting(new ItemIndex(items));
  const knowledge = new PayerKnowledge();
  const decisions = matchReceipts(receipts, { items: source, knowledge, policy: DEFAULT_POLICY });
  const posted = decisions.filter(({ decision }) => decision === 'auto').length;
  return { each: handedOut() / payments, posted };
}

describe('payments of one day', () => {
  it(`${PAYMENTS} of them look at as many items each as a quarter of them`, () => {
    const quarter = itemsLookedAt(Math.round(PAYMENTS / 4));
    const whole = itemsLookedAt(PAYMENTS);
    expect(quarter.posted).toBeGreaterThan(Math.round(PAYMENTS / 4) * 0.89);
    expect(whole.posted).toBeGreaterThan(PAYMENTS * 0.89);
    expect(whole.each / quarter.each).toBeLessThan(1.05);
  });
});
