/**
 * Whatever people do in whatever order (apply, confirm, put on account, undo, take back, give back, merge, take merges apart):
 * what is kept of payers and habits is what history says, and building it anew changes nothing.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { applyReceipt, confirmProposal, markNotOurs, putOnAccount } from '../acts/receipt-acts.usecase.ts';
import { undoReceipt } from '../acts/undo-receipt.usecase.ts';
import { type CashBook, minor, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { rebuildKnowledge } from './knowledge.usecase.ts';
import { listLearnt } from './learnt.queries.ts';
import type { LearntState } from './learnt.ts';
import { restore, takeBack } from './take-back.usecase.ts';

let book: CashBook;
let customers: string[];
beforeAll(async () => {
  book = await openCashBook();
  customers = [
    await book.addCustomer('C-1', 'Alder Ltd'),
    await book.addCustomer('C-2', 'Birch Trading'),
    await book.addCustomer('C-3', 'Cedar S.r.l.'),
  ];
});
afterAll(() => book.drop());

const PAYERS = ['Alder Ltd', 'Birch Trading', 'Somebody Else'];
const ACCOUNTS = ['DE01', 'DE02', ''];

type Step =
  | { readonly kind: 'receive'; readonly payer: number; readonly account: number; readonly items: number }
  | { readonly kind: 'confirm' | 'not_ours' | 'undo' | 'undo_wrong'; readonly receipt: number }
  | {
      readonly kind: 'apply' | 'on_account';
      readonly receipt: number;
      readonly customer: number;
      readonly short: boolean;
    }
  | { readonly kind: 'take_back' | 'restore'; readonly at: number }
  | { readonly kind: 'merge' | 'unmerge'; readonly customer: number };

const small = (max: number) => fc.nat({ max });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('receive' as const),
      payer: small(2),
      account: small(2),
      items: small(3),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('confirm' as const, 'undo' as const, 'undo_wrong' as const, 'not_ours' as const),
      receipt: small(5),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('apply' as const, 'on_account' as const),
      receipt: small(5),
      customer: small(2),
      short: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('take_back' as const, 'restore' as const), at: small(5) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('merge' as const, 'unmerge' as const), customer: small(1) }),
  },
);

/** So that there is something to act on. */
const BEGINNING: readonly Step[] = [0, 1, 2].map((payer) => ({ kind: 'receive', payer, account: 0, items: 2 }));

interface World {
  readonly receipts: string[];
  /** Open items by customer. */
  readonly items: { readonly id: string; readonly customerId: string }[];
  readonly merges: string[];
  number: number;
}

async function take(step: Step, world: World): Promise<void> {
  const { database, scope } = book;
  const command = { action: 'test', body: newId() };
  switch (step.kind) {
    case 'receive': {
      const customerId = customers[step.payer] ?? '';
      for (let count = 0; count <= step.items; count += 1) {
        const number = `84${String(Date.now()).slice(-6)}${world.number++}`;
        world.items.push({ id: await book.owe({ customerId, number, amount: '10.00' }), customerId });
      }
      const account = ACCOUNTS[step.account] ?? '';
      const receipt = await book.receive({
        amount: step.items > 1 ? '20.00' : '10.00',
        payer: PAYERS[step.payer] ?? '',
        ...(account === '' ? {} : { account }),
        number: `R-${newId()}`,
      });
      world.receipts.push(receipt);
      await applyUnapplied(database, scope, { receiptIds: [receipt] });
      return;
    }
    case 'confirm':
      await confirmProposal(database, scope, { receiptId: chosen(world.receipts, step.receipt), command });
      return;
    case 'apply': {
      const customerId = customers[step.customer] ?? '';
      const item = chosen(world.items.filter((one) => one.customerId === customerId).reverse(), 0);
      await applyReceipt(database, scope, {
        receiptId: chosen(world.receipts, step.receipt),
        customerId,
        allocations: [{ itemId: item.id, amountMinor: minor(step.short ? '9.80' : '10.00'), currency: 'EUR' }],
        deductions: step.short
          ? [{ itemId: item.id, amountMinor: minor('0.20'), currency: 'EUR', reason: 'cash_discount' }]
          : [],
        command,
      });
      return;
    }
    case 'on_account':
      await putOnAccount(database, scope, {
        receiptId: chosen(world.receipts, step.receipt),
        customerId: customers[step.customer] ?? '',
        command,
      });
      return;
    case 'not_ours':
      await markNotOurs(database, scope, { receiptId: chosen(world.receipts, step.receipt), reason: 'test', command });
      return;
    case 'undo':
    case 'undo_wrong':
      await undoReceipt(database, scope, {
        receiptId: chosen(world.receipts, step.receipt),
        reason: 'test',
        wasWrong: step.kind === 'undo_wrong',
        command,
      });
      return;
    case 'take_back':
    case 'restore': {
      const state: LearntState = step.kind === 'restore' ? 'taken_back' : 'standing';
      const things = await book.read((tx) => listLearnt(tx, { state, limit: 100 }));
      const act = step.kind === 'restore' ? restore : takeBack;
      await act(database, scope, { id: chosen(things, step.at).id, reason: 'test', command });
      return;
    }
    case 'merge':
      if (world.merges.length === 0)
        world.merges.push(await book.merge(customers[step.customer] ?? '', customers[2] ?? ''));
      return;
    case 'unmerge': {
      const merge = world.merges.pop();
      if (merge !== undefined) await book.unmerge(merge);
    }
  }
}

function chosen<One>(list: readonly One[], at: number): One {
  const one = list[at % Math.max(1, list.length)];
  if (one === undefined) throw new AppError('not_there', 'There is none yet.');
  return one;
}

/** All that is told of what was learnt. */
async function told(): Promise<string[]> {
  const list = async (state: LearntState) => book.read((tx) => listLearnt(tx, { state, limit: 1_000 }));
  return [...(await list('standing')), ...(await list('taken_back'))].map(
    ({ kind, what, customerNumber, times, ofTimes, lastOn }) =>
      [kind, what, customerNumber, times, ofTimes, lastOn].join(' '),
  );
}

describe('any history', () => {
  it('gives the same knowledge when it is built anew, and keeps every invariant', async () => {
    let refused = 0;
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 16 }), async (steps) => {
        const world: World = { receipts: [], items: [], merges: [], number: 0 };
        for (const step of [...BEGINNING, ...steps]) {
          try {
            await take(step, world);
            taken += 1;
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            refused += 1;
          }
        }
        for (const merge of world.merges) await book.unmerge(merge);
        const before = await told();
        expect(await book.broken()).toEqual([]);
        expect(await rebuildKnowledge(book.database, book.scope)).toEqual({ corrected: 0 });
        expect(await told()).toEqual(before);
      }),
      { numRuns: 25 },
    );
    expect(taken).toBeGreaterThan(refused);
  }, 240_000);
});
