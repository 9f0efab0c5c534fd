import { localDate } from '@quittance/core/calendar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../../platform/testing/ledger-book.ts';
import { identifyReceipt, saveRate, verify } from '../../ledger/index.ts';
import {
  findBatch,
  listProblems,
  postBatch,
  readBatch,
  receiveFile,
  startPosting,
  startUndoing,
  undoBatch,
} from '../index.ts';
import { aBai2, aCamt, aLockbox, anMt940, type Payment } from './bank-files.fixture.ts';
import { listWaitingLines } from './known-money.queries.ts';
import { postWaitingLine, setAside, setReceiptsBy } from './waiting-lines.usecase.ts';

let testDatabase: TestDatabase;
let book: TestBook;

beforeEach(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: localDate('2026-12-01'), connectionsMax: 6 });
  await book.run((tx) => saveRate(tx, { currency: 'USD', quotedOn: localDate('2026-01-01'), rate: '0.9' }));
});
afterEach(async () => {
  expect((await book.read((tx) => verify(tx))).filter((check) => !check.ok)).toEqual([]);
  await book.close();
  await testDatabase.drop();
});

interface Posted {
  readonly id: string;
  readonly added: number;
  readonly unchanged: number;
  readonly leftOut: number;
  readonly refused: number;
  readonly notes: readonly string[];
}

async function look(text: string, fileName: string): Promise<Posted> {
  async function* content() {
    yield Buffer.from(text);
  }
  const { batch } = await receiveFile(book.database, book.scope, { fileName, content: content() });
  await readBatch(book, book.scope, batch.id);
  return outcome(batch.id);
}

async function outcome(id: string): Promise<Posted> {
  const batch = await book.read((tx) => findBatch(tx, id));
  const problems = await book.read((tx) => listProblems(tx, { batchId: id, after: undefined, limit: 100 }));
  if (batch === undefined) throw new Error('no batch');
  const { added, unchanged, leftOut, refused } = batch;
  return { id, added, unchanged, leftOut, refused, notes: problems.map(({ code, message }) => `${code}: ${message}`) };
}

/** Posts a file; the preview must have said the same. */
async function post(text: string, fileName: string): Promise<Posted> {
  const seen = await look(text, fileName);
  await book.database.write(book.scope, (tx) => startPosting(tx, seen.id, 'all'));
  await postBatch(book, book.scope, seen.id, 'all');
  const posted = await outcome(seen.id);
  expect(posted).toEqual(seen);
  return posted;
}

async function undo(id: string): Promise<void> {
  await book.database.write(book.scope, (tx) => startUndoing(tx, id));
  await undoBatch(book, book.scope, { id, reason: 'test', withDependents: false });
}

/** Amounts of the receipts that stand, in cents. */
const receipts = () =>
  book.read(async (tx) => {
    const rows = await tx.all<{ amount: string }>(sql`
      select amount_minor::text as amount from document where kind = 'receipt' and cancelled_by_entry_id is null order by amount_minor`);
    return rows.map(({ amount }) => Number(amount));
  });

const MONDAY = '2026-11-16';
const TUESDAY = '2026-11-17';
const payments: readonly Payment[] = [
  { amount: '100.00', on: MONDAY, reference: 'BK-0001', payer: 'Vetreria Morandi' },
  { amount: '250.00', on: MONDAY, reference: 'BK-0002', payer: 'Cantina Serra' },
];
const batch: Payment = {
  amount: '350.00',
  on: MONDAY,
  reference: 'BK-0009',
  details: [
    { amount: '200.00', payer: 'Bagni Aurora' },
    { amount: '150.00', payer: 'Lido Blu' },
  ],
};
const { details: _, ...sumOnly } = batch;

describe('a bank that changes the format of its statements', () => {
  it('loses no payment: the same amount of the next day, without a reference, is asked about', async () => {
    await post(aCamt('statement', [{ amount: '100.00', on: MONDAY, payer: 'Vetreria Morandi' }]), 'monday.053.xml');
    const next = await post(anMt940([{ amount: '100.00', on: TUESDAY, payer: 'Vetreria Morandi' }]), 'tuesday.sta');
    expect(next).toMatchObject({ added: 0, unchanged: 0, leftOut: 1 });
    expect(next.notes).toEqual([
      'may_be_known_money: 100.00 EUR of 2026-11-17 may be the money of 100.00 EUR in monday.053.xml (2026-11-16), and differs from it in amount or day. Nothing was posted for it: decide under Imports, Bank accounts.',
    ]);
    const [line] = await book.read((tx) => listWaitingLines(tx));
    await book.run((tx) => postWaitingLine(tx, line?.id ?? ''));
    expect(await receipts()).toEqual([10_000, 10_000]);
  });
});

describe('an account whose statements come', () => {
  it('has its receipts from them; the notification that comes later adds nothing and says so', async () => {
    await post(aCamt('statement', payments), 'monday.053.xml');
    const later = await post(aCamt('notification', payments), 'monday.054.xml');
    expect(later).toMatchObject({ added: 0, unchanged: 2 });
    expect(later.notes).toEqual([
      'known_money: 2 lines of 2026-11-16 (350.00 EUR): already told by monday.053.xml. Nothing further was posted for them.',
    ]);
    expect(await receipts()).toEqual([10_000, 25_000]);
  });

  it('keeps what a notification announces until the statement brings it', async () => {
    await post(aCamt('statement', [{ amount: '1.00', on: '2026-11-13', reference: 'BK-0000' }]), 'friday.053.xml');
    const early = await post(aCamt('notification', payments), 'monday.054.xml');
    expect(early).toMatchObject({ added: 0, leftOut: 2 });
    expect(early.notes[0]).toMatch(
      /^waits_for_statement: 2 lines of 2026-11-16 \(350.00 EUR\): kept until a statement tells of them/,
    );
    expect(await receipts()).toEqual([100]);
    const statement = await post(aCamt('statement', payments), 'monday.053.xml');
    expect(statement.notes).toEqual([
      'confirms_announced: 2 lines of 2026-11-16 (350.00 EUR): announced by monday.054.xml, and now receipts.',
    ]);
    expect(await receipts()).toEqual([100, 10_000, 25_000]);
    await undo(statement.id);
    expect(await receipts()).toEqual([100]);
    expect(await post(aCamt('statement', payments), 'monday again.053.xml')).toMatchObject({ added: 2 });
  });

  it('lets the details of a sum take its place, and the sum come back when they are undone', async () => {
    await post(aCamt('statement', [sumOnly]), 'monday.053.xml');
    expect(await receipts()).toEqual([35_000]);
    const details = await post(aCamt('notification', [batch]), 'monday.054.xml');
    expect(details.notes).toEqual([
      'details_replace_sum: 350.00 EUR of 2026-11-16: the 2 details of 350.00 EUR in monday.053.xml (2026-11-16). They are the receipts now, in place of the sum.',
    ]);
    expect(await receipts()).toEqual([15_000, 20_000]);
    await undo(details.id);
    expect(await receipts()).toEqual([35_000]);
  });

  it('does not touch a sum whose receipt is in use: its details are kept', async () => {
    await post(aCamt('statement', [sumOnly]), 'monday.053.xml');
    const customerId = await book.addCustomer('C-1');
    await book.run(async (tx) => {
      const { id } = await tx.one<{ id: string }>(sql`select id from item where kind = 'receipt'`);
      await identifyReceipt(tx, { itemId: id, customerId }, { effectiveOn: localDate(MONDAY) });
    });
    const details = await post(aCamt('notification', [batch]), 'monday.054.xml');
    expect(details.notes[0]).toMatch(/^sum_is_in_use: /);
    expect(await receipts()).toEqual([35_000]);
  });

  it('makes receipts of details that waited when their sum comes; undone, they wait again', async () => {
    await post(aCamt('statement', [{ amount: '1.00', on: '2026-11-13', reference: 'BK-0000' }]), 'friday.053.xml');
    const early = await post(aCamt('notification', [batch]), 'monday.054.xml');
    const statement = await post(aCamt('statement', [sumOnly]), 'monday.053.xml');
    expect(statement).toMatchObject({ added: 1 });
    expect(statement.notes[0]).toMatch(
      /^sum_of_details: 350.00 EUR of 2026-11-16: the sum of 2 lines of monday.054.xml/,
    );
    expect(await receipts()).toEqual([100, 15_000, 20_000]);
    await expect(undo(early.id)).rejects.toMatchObject({ code: 'import_was_settled_by_another' });
    await undo(statement.id);
    expect(await receipts()).toEqual([100]);
    await undo(early.id);
    expect(await post(aCamt('statement', [sumOnly]), 'again.053.xml')).toMatchObject({ added: 1, notes: [] });
  });

  it('takes the same statement in another format once', async () => {
    await post(aCamt('statement', payments), 'monday.053.xml');
    expect(await post(anMt940(payments), 'monday.sta')).toMatchObject({ added: 0, unchanged: 2 });
    expect(await post(anMt940([{ amount: '70.00', on: TUESDAY, reference: 'BK-0003' }]), 'tuesday.sta')).toMatchObject({
      added: 1,
    });
    expect(await receipts()).toEqual([7_000, 10_000, 25_000]);
  });
});

describe('an account whose notifications came first', () => {
  it('has its receipts from them at once; the statement adds only what was not notified', async () => {
    await post(aCamt('notification', payments), 'monday.054.xml');
    const more = [...payments, { amount: '5.00', on: MONDAY, reference: 'BK-0003' }];
    const statement = await post(aCamt('statement', more), 'monday.053.xml');
    expect(statement).toMatchObject({ added: 1, unchanged: 2 });
    expect(await receipts()).toEqual([500, 10_000, 25_000]);
  });

  it('undone, its receipts come from the statement', async () => {
    const early = await post(aCamt('notification', payments), 'monday.054.xml');
    await post(aCamt('statement', payments), 'monday.053.xml');
    await undo(early.id);
    expect(await receipts()).toEqual([10_000, 25_000]);
  });
});

describe('a lockbox and its deposit in the bank statement', () => {
  const checks = aLockbox(MONDAY, [[6_000, 4_000], [2_500]]);
  const deposit = (cents: number) =>
    aBai2(TUESDAY, [
      { code: '115', cents, reference: 'LB0311' },
      { code: '195', cents: 77_700, reference: 'WIRE1' },
    ]);

  it('are the same money, whichever comes first: a receipt for each check, and the wire', async () => {
    await post(checks, 'monday.lbx');
    const statement = await post(deposit(12_500), 'tuesday.bai');
    expect(statement).toMatchObject({ added: 1, unchanged: 1 });
    expect(statement.notes[0]).toMatch(/^sum_of_known: 125.00 USD of 2026-11-17: the sum of 3 lines of monday.lbx/);
    expect(await receipts()).toEqual([2_500, 4_000, 6_000, 77_700]);
  });

  it('the checks take the place of a deposit that came first', async () => {
    await post(deposit(12_500), 'tuesday.bai');
    await post(checks, 'monday.lbx');
    expect(await receipts()).toEqual([2_500, 4_000, 6_000, 77_700]);
  });

  it('a deposit of two dollars less waits for a person, and is not posted beside the checks', async () => {
    await post(checks, 'monday.lbx');
    const statement = await post(deposit(12_300), 'tuesday.bai');
    expect(statement).toMatchObject({ added: 1, leftOut: 1 });
    expect(statement.notes[0]).toMatch(
      /^may_be_known_money: 123.00 USD of 2026-11-17 may be the money of 125.00 USD in monday.lbx/,
    );
    expect(await receipts()).toEqual([2_500, 4_000, 6_000, 77_700]);
  });

  it('a person posts the deposit that waits, or sets it aside; nobody decides twice', async () => {
    await post(checks, 'monday.lbx');
    await post(deposit(12_300), 'tuesday.bai');
    const [waiting] = await book.read(listWaitingLines);
    const id = waiting?.id ?? '';
    await book.run((tx) => postWaitingLine(tx, id));
    expect(await receipts()).toEqual([2_500, 4_000, 6_000, 12_300, 77_700]);
    await expect(book.run((tx) => setAside(tx, id, 'bank fee'))).rejects.toMatchObject({ code: 'line_does_not_wait' });
    expect(await book.read(listWaitingLines)).toEqual([]);
  });

  it('set aside, the deposit stays out, also when its file comes again', async () => {
    await post(checks, 'monday.lbx');
    await post(deposit(12_300), 'tuesday.bai');
    const [waiting] = await book.read(listWaitingLines);
    await book.run((tx) => setAside(tx, waiting?.id ?? '', 'two dollars of charge'));
    expect(await look(`${deposit(12_300)}\n`, 'again.bai')).toMatchObject({ added: 0, unchanged: 2 });
    expect(await receipts()).toEqual([2_500, 4_000, 6_000, 77_700]);
  });
});

describe('an expert', () => {
  it('says that the receipts of an account come by its notifications: they are posted as they come', async () => {
    await post(aCamt('statement', [{ amount: '1.00', on: '2026-11-13', reference: 'BK-0000' }]), 'friday.053.xml');
    const word = { receiptsBy: 'notification', reason: 'the bank sends them at noon' } as const;
    await book.run((tx) => setReceiptsBy(tx, 'IT60 X054 2811 1010 0000 0123 456', word));
    expect(await post(aCamt('notification', payments), 'monday.054.xml')).toMatchObject({ added: 2, leftOut: 0 });
    expect(await post(aCamt('statement', payments), 'monday.053.xml')).toMatchObject({ added: 0, unchanged: 2 });
    await expect(book.run((tx) => setReceiptsBy(tx, 'DE1', word))).rejects.toMatchObject({ code: 'not_found' });
  });
});
