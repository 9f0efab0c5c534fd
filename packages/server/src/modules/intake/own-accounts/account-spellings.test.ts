import { localDate } from '@quittance/core/calendar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownerPool } from '../../../platform/database/pool.ts';
import { sql } from '../../../platform/database/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../../platform/testing/ledger-book.ts';
import { verify } from '../../ledger/index.ts';
import { statementAccounts } from '../arrival/statement-accounts.usecase.ts';
import { findBatch, postBatch, readBatch, receiveFile, startPosting, startUndoing, undoBatch } from '../index.ts';
import { aCamt, anMt940, type Payment } from '../known-money/bank-files.fixture.ts';
import { saveSpellingWord } from './account-spellings.queries.ts';
import { createSpellings } from './account-spellings.ts';
import { listOwnAccounts } from './own-accounts.queries.ts';

const IBAN = 'DE89370400440532013000';
const BLZ_KONTO = '37040044/532013000';
const KONTO = '532013000';
const payments: readonly Payment[] = [
  { amount: '100.00', on: '2026-11-16', reference: 'BK-0001', payer: 'Weinhof Sandner' },
  { amount: '250.00', on: '2026-11-16', payer: 'Kelter Blau' },
];

let testDatabase: TestDatabase;
let book: TestBook;

beforeEach(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: localDate('2026-12-01'), connectionsMax: 6 });
});
afterEach(async () => {
  expect((await book.read((tx) => verify(tx))).filter((check) => !check.ok)).toEqual([]);
  await book.close();
  await testDatabase.drop();
});

async function look(text: string, fileName: string) {
  async function* content() {
    yield Buffer.from(text);
  }
  const { batch } = await receiveFile(book.database, book.scope, { fileName, content: content() });
  await readBatch(book, book.scope, batch.id);
  return seen(batch.id);
}

async function seen(id: string) {
  const batch = await book.read((tx) => findBatch(tx, id));
  if (batch === undefined) throw new Error('no batch');
  return batch;
}

async function post(text: string, fileName: string) {
  const { id } = await look(text, fileName);
  await postNow(id);
  return seen(id);
}

async function postNow(id: string) {
  await book.database.write(book.scope, (tx) => startPosting(tx, id, 'all'));
  await postBatch(book, book.scope, id, 'all');
}

async function undo(id: string) {
  await book.database.write(book.scope, (tx) => startUndoing(tx, id));
  await undoBatch(book, book.scope, { id, reason: 'test', withDependents: false });
}

const say = (oneKey: string, otherKey: string, isSame: boolean) =>
  book.database.write(book.scope, (tx) => saveSpellingWord(tx, { oneKey, otherKey, isSame }));
const ownAccounts = async () => (await book.read(listOwnAccounts)).map(({ account }) => account);

/** As files stand that were posted before the kind of a file was kept with its lines. */
async function forgetOrigins() {
  const pool = ownerPool(testDatabase.connection, 1);
  await pool.query('update bank_line set origin = null');
  await pool.query('update bank_statement set origin = null');
  await pool.end();
}

describe('one account told of under two numbers', () => {
  it('by camt with its IBAN and by MT940 with BLZ and Konto: the money is posted once, the account is one', async () => {
    expect(await post(aCamt('statement', payments, IBAN), 'a.xml')).toMatchObject({ added: 2 });
    const mt940 = await post(anMt940(payments, BLZ_KONTO), 'a.sta');
    expect(mt940).toMatchObject({ added: 0, unchanged: 2, questions: [] });
    expect(await ownAccounts()).toEqual([IBAN]);
    const more = { amount: '7.00', on: '2026-11-17', payer: 'Hofladen' };
    expect(await post(anMt940([...payments, more], '37040044/0532013000'), 'b.sta')).toMatchObject({
      added: 1,
      unchanged: 2,
    });
  });

  it('also when the first came before files of different kind were compared', async () => {
    await post(anMt940(payments, BLZ_KONTO), 'old.sta');
    await forgetOrigins();
    expect(await post(aCamt('statement', payments, IBAN), 'new.xml')).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('its statements continue each other under whatever number, and it is one line among the bank accounts', async () => {
    await post(anMt940(payments, IBAN), 'monday.sta');
    const next = anMt940([{ amount: '7.00', on: '2026-11-17' }], BLZ_KONTO)
      .replace(':60F:C261117EUR0,00', ':60F:C261117EUR350,00')
      .replace(':62F:C261117EUR7,00', ':62F:C261117EUR357,00');
    const tuesday = await post(next, 'tuesday.sta');
    expect(tuesday.statements).toMatchObject([{ account: BLZ_KONTO, footing: 'ok', chain: { place: 'continues' } }]);
    const notification = aCamt('notification', [{ amount: '9.00', on: '2026-11-18' }], KONTO);
    await say(KONTO, IBAN, true);
    await post(notification, 'wednesday.xml');
    expect(await book.read((tx) => statementAccounts(tx))).toMatchObject([
      { account: IBAN, statementCount: 2, last: { closingMinor: 35_700n }, gaps: [], waitingCount: 1 },
    ]);
  });

  it('stays ours until the statements under both numbers are undone', async () => {
    const camt = await post(aCamt('statement', payments, IBAN), 'a.xml');
    const mt940 = await post(anMt940([{ amount: '7.00', on: '2026-11-17' }], BLZ_KONTO), 'b.sta');
    await undo(camt.id);
    expect(await ownAccounts()).toEqual([IBAN]);
    await undo(mt940.id);
    expect(await ownAccounts()).toEqual([]);
    const claims = () =>
      book.read((tx) => tx.all(sql`select from bank_account_owner where owner_id = ${tx.company.id}`));
    expect(await claims()).toEqual([]);
  });
});

describe('an account of which the number tells only a part', () => {
  it('is asked about before anything is posted; told to be the same, its money is posted once', async () => {
    await post(aCamt('statement', payments, IBAN), 'a.xml');
    const { id, questions } = await look(anMt940(payments, KONTO), 'a.sta');
    expect(questions).toMatchObject([{ code: 'account_may_be_known', isBlocking: true, choices: [KONTO, IBAN] }]);
    await expect(postNow(id)).rejects.toMatchObject({ code: 'import_has_questions' });
    await say(KONTO, IBAN, true);
    expect(await look(anMt940(payments, KONTO), 'a.sta')).toMatchObject({ added: 0, unchanged: 2, questions: [] });
    await postNow(id);
    expect(await ownAccounts()).toEqual([IBAN]);
    // BLZ and Konto are the IBAN's, so they are the Konto's, too.
    expect(await look(anMt940(payments, BLZ_KONTO), 'c.sta')).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('told to be another, its money is further money, and nothing is asked again', async () => {
    await post(aCamt('statement', payments, IBAN), 'a.xml');
    await say(KONTO, IBAN, false);
    expect(await post(anMt940(payments, KONTO), 'a.sta')).toMatchObject({ added: 2, questions: [] });
    expect((await ownAccounts()).sort()).toEqual([KONTO, IBAN]);
  });
});

describe('spellings', () => {
  const known = [
    { key: IBAN, account: IBAN },
    { key: 'ATX', account: 'ATX' },
  ];
  it('share the key of the number that was known first', () => {
    const { mainKey, keysOf } = createSpellings(known, []);
    expect([BLZ_KONTO, IBAN, 'atx', KONTO, null].map(mainKey)).toEqual([IBAN, IBAN, 'ATX', KONTO, '']);
    expect(keysOf(BLZ_KONTO)).toEqual([BLZ_KONTO, IBAN]);
  });
  it('are asked about once', () => {
    const { doubts } = createSpellings([...known, { key: BLZ_KONTO, account: BLZ_KONTO }], []);
    expect(doubts(KONTO)).toEqual([{ key: IBAN, account: IBAN }]);
  });
  it('a person’s word counts more than the numbers', () => {
    const words = [
      { oneKey: BLZ_KONTO, otherKey: IBAN, isSame: false },
      { oneKey: KONTO, otherKey: IBAN, isSame: true },
    ].map(({ oneKey, otherKey, isSame }) => ({ oneKey, otherKey, isSame }));
    const { mainKey, doubts } = createSpellings(known, words);
    expect([BLZ_KONTO, KONTO].map(mainKey)).toEqual([BLZ_KONTO, IBAN]);
    expect(doubts(KONTO)).toEqual([]);
  });
});
