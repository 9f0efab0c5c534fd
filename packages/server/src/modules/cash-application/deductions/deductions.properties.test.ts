/**
 * Whatever people and the engine do with receipts in whatever order: what is kept of each decision is what the postings say,
 * undoing everything leaves every aging as it was before the money came, and what was known meanwhile is still known.
 */
import { localDate } from '@quittance/core/calendar';
import { divideHalfUp, sum } from '@quittance/core/money';
import { SETTLEMENT_REASONS } from '@quittance/core/settlement';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { AppError } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { aging } from '../../ledger/index.ts';
import { applyReceipt, confirmProposal, putOnAccount } from '../acts/receipt-acts.usecase.ts';
import { undoItems } from '../acts/undo-items.usecase.ts';
import { undoReceipt } from '../acts/undo-receipt.usecase.ts';
import { type CashBook, openCashBook, TODAY } from '../cash-application.fixture.ts';
import type { KeptDecision } from '../deciding/decision.ts';
import { decisionHistory } from '../deciding/decisions.queries.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { listDeductions } from './deductions.queries.ts';

const RUNS = 12; // each some fifteen acts on a real ledger: about ten seconds
const PAYER = 'Model Trading Ltd';

let book: CashBook;
let customer: string;
let runNumber = 0;

beforeAll(async () => {
  book = await openCashBook();
  customer = await book.addCustomer('M-1', PAYER);
});
afterAll(async () => {
  await book.drop();
});

const part = fc.record({
  item: fc.nat(3),
  /** In thousandths of what is open. */
  cash: fc.integer({ min: 1, max: 1_000 }),
  deduct: fc.integer({ min: 0, max: 120 }),
  reason: fc.constantFrom(...SETTLEMENT_REASONS),
});
const application = fc.record({
  kind: fc.constant('apply' as const),
  receipt: fc.nat(5),
  parts: fc.uniqueArray(part, { selector: ({ item }) => item, minLength: 1, maxLength: 3 }),
  mayExceed: fc.boolean(),
});
const act = fc.oneof(
  fc.record({ kind: fc.constant('run' as const) }),
  application,
  fc.record({ kind: fc.constant('confirm' as const), receipt: fc.nat(5) }),
  fc.record({ kind: fc.constant('undo' as const), receipt: fc.nat(5) }),
  fc.record({ kind: fc.constant('account' as const), receipt: fc.nat(5) }),
  fc.record({ kind: fc.constant('take_back' as const), receipt: fc.nat(5), item: fc.nat(3) }),
);
type ValueOf<T> = T extends fc.Arbitrary<infer Value> ? Value : never;
type Act = ValueOf<typeof act>;
/** What a payer does to an invoice of so many cents: pays so much, and says so. */
const HABITS = {
  whole: (minor: bigint) => [minor, ''],
  less_charges: (minor: bigint) => [minor - 15_00n, ' CHGS 15.00'],
  less_cents: (minor: bigint) => [minor - 3n, ''],
  less_damage: (minor: bigint) => [minor - 7_77n, ' LESS DAMAGED GOODS 7.77'],
  less_discount: (minor: bigint) => [minor - divideHalfUp(minor * 2n, 100n), ' SKONTO 2%'],
  half: (minor: bigint) => [minor / 2n, ' PART PAYMENT'],
  too_much: (minor: bigint) => [minor + 11_11n, ''],
} as const satisfies Readonly<Record<string, (minor: bigint) => readonly [bigint, string]>>;
const receiptCase = fc.record({
  item: fc.nat(3),
  habit: fc.constantFrom(...(Object.keys(HABITS) as (keyof typeof HABITS)[])),
});

interface Stage {
  readonly items: readonly { readonly id: string; readonly amountMinor: bigint }[];
  readonly receipts: readonly { readonly id: string; readonly amountMinor: bigint }[];
}

async function setStage(cases: readonly ValueOf<typeof receiptCase>[]): Promise<Stage> {
  runNumber += 1;
  const numberOf = (at: number) => `${880_000_000 + runNumber * 1_000 + at * 37}`;
  const amounts = [1_000_00n, 640_50n, 99_99n, 12_345_67n].map((one) => one + BigInt(runNumber));
  const text = (minor: bigint) => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;
  const items: { id: string; amountMinor: bigint }[] = [];
  for (const [at, amountMinor] of amounts.entries()) {
    const issuedOn = localDate(at % 2 === 0 ? '2026-11-14' : '2026-10-02');
    const invoice = { customerId: customer, number: numberOf(at), amount: text(amountMinor), issuedOn };
    items.push({ id: await book.owe({ ...invoice, terms: '2% 10 net 30' }), amountMinor });
  }
  const receipts: { id: string; amountMinor: bigint }[] = [];
  for (const { item, habit } of cases) {
    const [amountMinor, said] = HABITS[habit](items[item]?.amountMinor ?? 0n);
    const receipt = { amount: text(amountMinor), text: `INV ${numberOf(item)}${said}`, payer: PAYER };
    receipts.push({ id: await book.receive(receipt), amountMinor });
  }
  return { items, receipts };
}

/** A refusal changes nothing; anything else is a bug. */
function onlyRefusals(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

const command = () => ({ action: 'test', body: newId() });

async function perform(given: Act, { items, receipts }: Stage): Promise<void> {
  if (given.kind === 'run') {
    await applyUnapplied(book.database, book.scope, { receiptIds: receipts.map(({ id }) => id) });
    return;
  }
  const receipt = receipts[given.receipt % receipts.length];
  if (receipt === undefined) return;
  const asked = { receiptId: receipt.id, command: command() };
  if (given.kind === 'confirm') await confirmProposal(book.database, book.scope, asked);
  else if (given.kind === 'account') await putOnAccount(book.database, book.scope, { ...asked, customerId: customer });
  else if (given.kind === 'undo') {
    await undoReceipt(book.database, book.scope, { ...asked, reason: 'model', wasWrong: false });
  } else if (given.kind === 'take_back') {
    const itemIds = items.slice(given.item, given.item + 1).map(({ id }) => id);
    const countAgain = async () => {};
    await undoItems(book.database, book.scope, { ...asked, itemIds, reason: 'model', wasWrong: false, countAgain });
  } else await type(given, asked, items);
}

/** Cash and deductions in parts of what is open of the items, whatever the receipt holds. */
async function type(
  { parts, mayExceed }: ValueOf<typeof application>,
  asked: { readonly receiptId: string; readonly command: ReturnType<typeof command> },
  items: Stage['items'],
): Promise<void> {
  const open = await openOf(items.map(({ id }) => id));
  const ofOpen = (itemId: string, thousandths: number) => ((open.get(itemId) ?? 0n) * BigInt(thousandths)) / 1_000n;
  const typed = parts
    .map(({ item, ...rest }) => ({ itemId: items[item]?.id ?? '', ...rest }))
    .filter(({ itemId, cash }) => ofOpen(itemId, cash) > 0n);
  const currency = 'EUR';
  const allocations = typed.map(({ itemId, cash }) => ({ itemId, amountMinor: ofOpen(itemId, cash), currency }));
  const deductions = typed
    .map(({ itemId, deduct, reason }) => ({ itemId, amountMinor: ofOpen(itemId, deduct), currency, reason }))
    .filter(({ amountMinor }) => amountMinor > 0n);
  const exceedGuard = mayExceed ? async () => {} : undefined;
  const given = { ...asked, customerId: customer, allocations, deductions, exceedGuard };
  await applyReceipt(book.database, book.scope, given);
}

async function openOf(ids: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await book.read((tx) =>
    tx.all<{ id: string; open: bigint }>(
      sql`select id, open_minor as open from item where company_id = ${tx.company.id} and id = any(${ids}::uuid[])`,
    ),
  );
  return new Map(rows.map(({ id, open }) => [id, open]));
}

/** What is open by what the decisions say that stand: amounts less cash and posted deductions. */
async function expectKeptIsPosted({ items, receipts }: Stage): Promise<void> {
  const standing: KeptDecision[] = [];
  for (const { id, amountMinor } of receipts) {
    const history = await book.read((tx) => decisionHistory(tx, id));
    const posted = history.filter(({ state }) => state === 'posted');
    standing.push(...posted);
    const paidMinor = sum(posted.flatMap(({ allocations }) => allocations.map((one) => one.amountMinor)));
    expect((await openOf([id])).get(id)).toBe(-(amountMinor - paidMinor));
    for (const one of posted) {
      expect(sum(one.allocations.map((part) => part.amountMinor)) + one.unappliedMinor).toBe(one.amountMinor);
    }
  }
  const open = await openOf(items.map(({ id }) => id));
  for (const { id, amountMinor } of items) {
    const cash = standing.flatMap(({ allocations }) => allocations.filter(({ itemId }) => itemId === id));
    const posted = standing
      .flatMap(({ deductions }) => deductions)
      .filter(({ itemId, treatment }) => itemId === id && treatment === 'posted');
    const settledMinor = sum([...cash, ...posted].map((one) => one.amountMinor));
    expect(open.get(id)).toBe(amountMinor - settledMinor);
    expect(settledMinor <= amountMinor).toBe(true);
  }
}

const DAYS = ['2026-10-31', '2026-11-15', TODAY] as const;
const agings = (knownAt?: string) =>
  Promise.all(
    DAYS.map((day) =>
      book.read(async (tx) => {
        const { rows, totals } = await aging(tx, { asOf: localDate(day), knownAt, by: 'item', buckets: [30, 60, 90] });
        return { rows, totals };
      }),
    ),
  );
const now = () => book.read(async (tx) => tx.recordedAt);

describe('acts on receipts with deductions, in any order', () => {
  it('what is kept is what is posted, and undoing all of it restores every aging', { timeout: 180_000 }, async () => {
    const cases = fc.array(receiptCase, { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(cases, fc.array(act, { minLength: 4, maxLength: 16 }), async (receipts, acts) => {
        const stage = await setStage(receipts);
        const before = await agings();
        const known = [{ at: await now(), agings: before }];
        for (const one of acts) {
          await perform(one, stage).catch(onlyRefusals);
          await expectKeptIsPosted(stage);
          known.push({ at: await now(), agings: await agings() });
        }
        expect(await book.broken()).toEqual([]);
        for (const receipt of stage.receipts.keys()) {
          await perform({ kind: 'undo', receipt }, stage).catch(onlyRefusals);
        }
        expect(await agings()).toEqual(before);
        for (const { at, agings: then } of known) expect(await agings(at)).toEqual(then);
        const left = await book.read((tx) => listDeductions(tx, { customerIds: [customer], limit: 1_000 }));
        expect(left.filter(({ state }) => state !== 'withdrawn')).toEqual([]);
        expect(await book.broken()).toEqual([]);
      }),
      { numRuns: RUNS, seed: 22 },
    );
  });
});
