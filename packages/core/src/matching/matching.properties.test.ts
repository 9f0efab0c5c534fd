/** What holds for every ledger and every receipt, tried on many small ones that are full of twins and near misses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { sum } from '../money/index.ts';
import type { Decision } from './decision.ts';
import { ItemIndex, tokensOfItem } from './item-index.ts';
import { compareItems, type OpenItem } from './item-source.ts';
import { customersFor, lookupsFor, tailsFor } from './lookups.ts';
import { matchReceipts } from './match.ts';
import { EUR, TODAY } from './matching.fixture.ts';
import { PayerKnowledge } from './payer-knowledge.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { Receipt } from './receipt.ts';

const CUSTOMERS = ['ACME', 'BOREAL', 'CEDAR'];
const ACCOUNTS = ['', 'DE1', 'DE2', 'DE3'];
const NAMES = ['', 'Acme Ltd', 'Boreal', 'Cedar SpA', 'Somebody Else'];

const anyItem: fc.Arbitrary<OpenItem> = fc
  .record({
    number: fc.integer({ min: 470_001, max: 470_030 }),
    customer: fc.constantFrom(...CUSTOMERS),
    openMinor: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -4, max: -1 })),
    order: fc.constantFrom('', 'PO 45001', 'PO 45002'),
    dueDays: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ number, customer, openMinor, order, dueDays }) => ({
    id: `${customer}/${number}`,
    number: `INV-${number}`,
    customer,
    currency: EUR,
    openMinor: BigInt(openMinor) * 100n,
    issuedOn: TODAY,
    dueOn: addDays(TODAY, dueDays),
    references: order === '' ? [] : [order],
  }));

const anyLedger = fc.uniqueArray(anyItem, { selector: (item) => item.id, maxLength: 14 });

const anyReceipts = fc
  .array(
    fc.record({
      units: fc.integer({ min: 1, max: 20 }),
      cited: fc.array(fc.integer({ min: 470_001, max: 470_034 }), { maxLength: 3 }),
      word: fc.constantFrom('', 'INV', 'PO 45001', '000', 'RE'),
      payerAccount: fc.constantFrom(...ACCOUNTS),
      payerName: fc.constantFrom(...NAMES),
      day: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((cases) =>
    cases.map(
      ({ units, cited, word, payerAccount, payerName, day }, index): Receipt => ({
        id: `R${index}`,
        bookedOn: addDays(TODAY, day),
        currency: EUR,
        amountMinor: BigInt(units) * 100n,
        payerName,
        payerAccount,
        lines: [`${word} ${cited.join(' ')}`],
        endToEndId: '',
      }),
    ),
  );

const anyKnowledge = fc
  .record({
    links: fc.array(fc.tuple(fc.constantFrom('DE1', 'DE2', 'DE3'), fc.constantFrom(...CUSTOMERS)), { maxLength: 4 }),
    settled: fc.array(fc.integer({ min: 470_020, max: 470_034 }), { maxLength: 4 }),
    paid: fc.array(fc.tuple(fc.constantFrom('DE1', 'DE2'), fc.integer({ min: 1, max: 12 })), { maxLength: 2 }),
  })
  .map(({ links, settled, paid }) => {
    const knowledge = new PayerKnowledge();
    knowledge.nameCustomer('ACME', 'Acme');
    knowledge.nameCustomer('BOREAL', 'Boreal');
    for (const [account, customer] of links)
      knowledge.addLink('account', account, { customer, uses: 2, lastOn: TODAY });
    for (const number of settled) knowledge.closeItem({ number: `INV-${number}`, customer: 'ACME', closedOn: TODAY });
    paid.forEach(([payerAccount, units], index) => {
      knowledge.addApplied({
        receiptId: `before ${index}`,
        bookedOn: addDays(TODAY, -5),
        payerName: '',
        payerAccount,
        customer: 'ACME',
        currency: EUR,
        amountMinor: BigInt(units) * 100n,
      });
    });
    return knowledge;
  });

const decideBatch = (receipts: readonly Receipt[], items: readonly OpenItem[], knowledge: PayerKnowledge): Decision[] =>
  matchReceipts(receipts, { items: new ItemIndex(items), knowledge, policy: DEFAULT_POLICY });

const byReceipt = (decisions: readonly Decision[]): Decision[] =>
  [...decisions].sort((left, right) => (left.receiptId < right.receiptId ? -1 : 1));

const RUNS = { numRuns: 500 };

describe('every decision', () => {
  it('conserves money: allocations and what is unapplied add up to the receipt', () => {
    fc.assert(
      fc.property(anyReceipts, anyLedger, anyKnowledge, (receipts, items, knowledge) => {
        for (const [index, decision] of decideBatch(receipts, items, knowledge).entries()) {
          const proposals = [decision, ...decision.alternatives];
          for (const { allocations, unappliedMinor } of proposals) {
            const total = sum(allocations.map(({ amountMinor }) => amountMinor)) + unappliedMinor;
            expect(total).toBe(receipts[index]?.amountMinor);
            expect(unappliedMinor).toBeGreaterThanOrEqual(0n);
          }
        }
      }),
      RUNS,
    );
  });

  it('never puts more on an item than is open, nor the wrong way round', () => {
    fc.assert(
      fc.property(anyReceipts, anyLedger, anyKnowledge, (receipts, items, knowledge) => {
        const open = new Map(items.map((item) => [item.id, item.openMinor]));
        for (const decision of decideBatch(receipts, items, knowledge)) {
          for (const { item, amountMinor } of decision.allocations) {
            const openMinor = open.get(item) ?? 0n;
            expect(amountMinor > 0n).toBe(openMinor > 0n);
            expect(amountMinor > 0n ? amountMinor <= openMinor : amountMinor === openMinor).toBe(true);
          }
          for (const { item, amountMinor } of decision.deductions) {
            const cashMinor = decision.allocations.find((one) => one.item === item)?.amountMinor ?? 0n;
            expect(amountMinor > 0n && cashMinor + amountMinor <= (open.get(item) ?? 0n)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order of items or of receipts', () => {
    fc.assert(
      fc.property(anyReceipts, anyLedger, anyKnowledge, fc.integer(), (receipts, items, knowledge, turn) => {
        const decided = byReceipt(decideBatch(receipts, items, knowledge));
        const turned = byReceipt(decideBatch(rotated(receipts, turn), rotated(items, turn).reverse(), knowledge));
        expect(turned).toEqual(decided);
      }),
      RUNS,
    );
  });

  it('posts items to at most one receipt of the batch', () => {
    fc.assert(
      fc.property(anyReceipts, anyLedger, anyKnowledge, (receipts, items, knowledge) => {
        const posted = decideBatch(receipts, items, knowledge)
          .filter(({ decision }) => decision === 'auto')
          .flatMap(({ allocations }) => allocations.map(({ item }) => item));
        expect(new Set(posted).size).toBe(posted.length);
      }),
      RUNS,
    );
  });

  it('asks a question unless it posts, and posts only by a rule, exactly and as the only explanation standing', () => {
    fc.assert(
      fc.property(anyReceipts, anyLedger, anyKnowledge, (receipts, items, knowledge) => {
        for (const decision of decideBatch(receipts, items, knowledge)) {
          const isAuto = decision.decision === 'auto';
          expect(decision.question === null).toBe(isAuto);
          expect(decision.rule !== null).toBe(isAuto);
          expect(decision.evidence.length).toBeGreaterThan(0);
          if (isAuto) expect(decision.alternativesCount).toBe(0);
          const isExcess = decision.rule === 'cited_and_excess_on_account';
          if (isAuto && !isExcess && decision.allocations.length > 0) expect(decision.unappliedMinor).toBe(0n);
        }
      }),
      RUNS,
    );
  });
});

describe('one more open item that nobody cites', () => {
  it('never makes a proposal about other items post, and never moves what posts', () => {
    fc.assert(
      fc.property(anyReceipts, anyLedger, anyKnowledge, anyItem, ([receipt], items, knowledge, shape) => {
        const stranger = { ...shape, id: 'stranger', number: 'INV-999999', references: [] };
        const one = receipt === undefined ? [] : [receipt];
        const [before] = decideBatch(one, items, knowledge);
        const [after] = decideBatch(one, [...items, stranger], knowledge);
        if (after?.decision !== 'auto' || after.allocations.some(({ item }) => item === 'stranger')) return;
        expect(before).toMatchObject({ decision: 'auto', allocations: after.allocations });
      }),
      RUNS,
    );
  });
});

describe('a source that holds only what the receipts ask for', () => {
  it('gives the same decisions as the whole ledger', () => {
    fc.assert(
      fc.property(anyReceipts, anyLedger, anyKnowledge, (receipts, items, knowledge) => {
        const ledger = new ItemIndex(items);
        const { tokens, amounts } = lookupsFor(receipts);
        const fetched = new Map<string, OpenItem>();
        for (const token of tokens) for (const item of ledger.itemsByToken(token)) fetched.set(item.id, item);
        const known = new Set([...fetched.values()].flatMap(tokensOfItem));
        for (const tail of tailsFor(receipts, known)) {
          for (const item of ledger.itemsByClosingDigits(tail)) fetched.set(item.id, item);
        }
        for (const { currency, amountMinor } of amounts) {
          for (const item of ledger.itemsByAmount(currency, amountMinor)) fetched.set(item.id, item);
        }
        const customers = [
          ...[...fetched.values()].map(({ customer }) => customer),
          ...customersFor(receipts, knowledge),
          'ACME',
        ];
        for (const customer of customers) {
          for (const item of ledger.itemsOfCustomer(customer)) fetched.set(item.id, item);
        }
        const counts = new Map(customers.map((customer) => [customer, ledger.openItemsCountOf(customer)]));
        const prefetched = new ItemIndex(fetched.values(), counts, ledger.size);
        const context = { knowledge, policy: DEFAULT_POLICY };
        expect(matchReceipts(receipts, { ...context, items: prefetched })).toEqual(
          matchReceipts(receipts, { ...context, items: ledger }),
        );
      }),
      RUNS,
    );
  });
});

describe('the item index', () => {
  it('finds what a scan of all items finds, after any openings and closings', () => {
    const steps = fc.array(fc.tuple(anyItem, fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (moves) => {
        const index = new ItemIndex();
        const open = new Map<string, OpenItem>();
        for (const [item, isOpening] of moves) {
          if (isOpening) open.set(item.id, item);
          else open.delete(item.id);
          if (isOpening) index.open(item);
          else index.close(item.id);
        }
        const scan = (keep: (item: OpenItem) => boolean) => [...open.values()].filter(keep).sort(compareItems);
        expect(index.size).toBe(open.size);
        for (const customer of CUSTOMERS) {
          const own = scan((item) => item.customer === customer);
          expect(index.itemsOfCustomer(customer)).toEqual(own);
          expect(index.openItemsCountOf(customer)).toBe(own.length);
        }
        for (let units = -4n; units <= 12n; units += 1n) {
          expect(index.itemsByAmount(EUR, units * 100n)).toEqual(scan((item) => item.openMinor === units * 100n));
        }
        expect(index.itemsByToken('45001')).toEqual(scan((item) => item.references.includes('PO 45001')));
      }),
      RUNS,
    );
  });
});

function rotated<Value>(values: readonly Value[], turn: number): Value[] {
  const by = values.length === 0 ? 0 : Math.abs(turn) % values.length;
  return [...values.slice(by), ...values.slice(0, by)];
}
