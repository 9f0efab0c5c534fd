import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { adjustItem } from '../../ledger/index.ts';
import { applyReceipt, confirmProposal } from '../acts/receipt-acts.usecase.ts';
import { undoReceipt } from '../acts/undo-receipt.usecase.ts';
import { type CashBook, minor, openCashBook, TODAY } from '../cash-application.fixture.ts';
import { applyUnapplied } from './apply-unapplied.usecase.ts';
import { decideAgain, decideListed } from './decide-again.usecase.ts';
import { countToDecide, takeToDecide } from './receipts-to-decide.queries.ts';

let book: CashBook;
let acme: string;
const apply = (...receiptIds: string[]) => applyUnapplied(book.database, book.scope, { receiptIds });
const command = () => ({ action: 'test', body: newId() });
const type = (receiptId: string, itemId: string, amount: string) =>
  applyReceipt(book.database, book.scope, {
    receiptId,
    customerId: acme,
    allocations: [{ itemId, amountMinor: minor(amount), currency: 'EUR' }],
    command: command(),
  });
const offered = async (receiptId: string) => {
  const { allocations, alternatives } = await book.decision(receiptId);
  return [
    ...new Set([...allocations, ...alternatives.flatMap((one) => one.allocations)].map(({ number }) => number)),
  ].sort();
};

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

describe('an item that was paid meanwhile', () => {
  it('is offered no longer to a receipt that might have been for it', async () => {
    const [first] = [
      await book.owe({ customerId: acme, number: '8100001', amount: '77.10' }),
      await book.owe({ customerId: acme, number: '8100002', amount: '77.10' }),
      await book.owe({ customerId: acme, number: '8100003', amount: '77.10' }),
    ];
    const asking = await book.receive({ amount: '77.10', payer: 'ACME MANUFACTURING' });
    await apply(asking);
    expect(await offered(asking)).toEqual(['8100001', '8100002', '8100003']);
    const paying = await book.receive({ amount: '77.10', payer: 'ACME MANUFACTURING' });
    await type(paying, first, '77.10');
    expect(await offered(asking)).toEqual(['8100002', '8100003']);
    const { number } = await book.decision(asking);
    expect(await apply(asking)).toMatchObject({ unchanged: 1 });
    expect((await book.decision(asking)).number).toBe(number);
  });

  it('is noticed by a run, however it was paid', async () => {
    const invoice = await book.owe({ customerId: acme, number: '8110001', amount: '88.20' });
    await book.owe({ customerId: acme, number: '8110002', amount: '88.20' });
    await book.owe({ customerId: acme, number: '8110003', amount: '88.20' });
    const asking = await book.receive({ amount: '88.20', payer: 'ACME MANUFACTURING' });
    await apply(asking);
    expect(await offered(asking)).toEqual(['8110001', '8110002', '8110003']);
    await book.run((tx) =>
      adjustItem(tx, { itemId: invoice, kind: 'write_off', amountMinor: 8820n }, { effectiveOn: TODAY }),
    );
    expect(await apply(asking)).toMatchObject({ unchanged: 0 });
    expect(await offered(asking)).toEqual(['8110002', '8110003']);
  });
});

describe('more receipts than a person can wait for compete for an item', () => {
  const AT_ONCE = 2;
  const listed = () => book.database.read(book.scope, countToDecide);

  it('the first are decided in the act, the others are listed and follow by themselves; what is listed survives a server', async () => {
    const invoices: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      invoices.push(await book.owe({ customerId: acme, number: `813000${at}`, amount: '55.70' }));
    }
    const asking: string[] = [];
    for (let at = 0; at < 5; at += 1) asking.push(await book.receive({ amount: '55.70', payer: 'ACME MANUFACTURING' }));
    await apply(...asking);
    const [paid] = invoices;
    const entryId = await book.run((tx) =>
      adjustItem(tx, { itemId: paid ?? '', kind: 'write_off', amountMinor: 5570n }, { effectiveOn: TODAY }),
    );
    expect(await decideAgain(book.database, book.scope, [entryId], AT_ONCE)).toBe(3);
    const staleCount = async () => {
      const named = await Promise.all(asking.map(offered));
      return named.filter((numbers) => numbers.includes('8130000')).length;
    };
    expect([await staleCount(), await listed()]).toEqual([3, 3]);
    // A server takes one of them and goes down: the others do not wait for it.
    const take = (silentSince: string, limit: number) =>
      book.database.write(book.scope, (tx) => takeToDecide(tx, { silentSince, limit }));
    expect(await take('2000-01-01T00:00:00.000000Z', 1)).toHaveLength(1);
    await decideListed(book.database, book.scope);
    expect([await staleCount(), await listed()]).toEqual([1, 1]);
    expect(await take('2100-01-01T00:00:00.000000Z', 10)).toHaveLength(1);
  });
});

describe('two receipts of a day for one item', () => {
  it('one confirmed, the other is not proposed for it; undone, neither posts by itself', async () => {
    const invoice = await book.owe({ customerId: acme, number: '8120001', amount: '412.66' });
    const [one, other] = [
      await book.receive({ amount: '412.66', payer: 'AGENT A' }),
      await book.receive({ amount: '412.66', payer: 'AGENT B' }),
    ];
    await apply(one, other);
    const named = [one, other].map(async (id) => ({ id, decision: await book.decision(id) }));
    const [proposed] = (await Promise.all(named)).filter(({ decision }) => decision.decision === 'suggest');
    if (proposed === undefined) await type(one, invoice, '412.66');
    else await confirmProposal(book.database, book.scope, { receiptId: proposed.id, command: command() });
    const taken = proposed?.id ?? one;
    const left = taken === one ? other : one;
    expect(await offered(left)).toEqual([]);
    expect(await book.decision(left)).toMatchObject({ decision: 'exception', state: 'waiting' });
    expect(await book.open(left)).toBe('-412.66 of UNIDENTIFIED');
    await undoReceipt(book.database, book.scope, {
      receiptId: taken,
      reason: 'typed wrong',
      wasWrong: false,
      command: command(),
    });
    expect([await book.open(taken), await book.open(left)]).toEqual([
      '-412.66 of UNIDENTIFIED',
      '-412.66 of UNIDENTIFIED',
    ]);
  });
});
