import { localDate } from '@quittance/core/calendar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../platform/testing/ledger-book.ts';
import {
  activityHistory,
  deleteContactsOfBatch,
  findContacts,
  findSameActivities,
  insertActivities,
  insertContacts,
  listActivities,
  withdrawActivitiesOfBatch,
} from './index.ts';

let database: TestDatabase;
let book: TestBook;
beforeEach(async () => {
  database = await createTestDatabase();
  book = await openTestBook(database.connection, { today: localDate('2026-03-02') });
});
afterEach(async () => {
  await book.close();
  await database.drop();
});

const page = (customerId: string) => ({ customerIds: [customerId], limit: 50 });

describe('the activity stream', () => {
  it('keeps what was said first when a note is edited, and shows the edited one only', async () => {
    const customerId = await book.addCustomer('1001', 'Rossi');
    const [first, second] = [newId(), newId()];
    const at = '2026-03-01T10:00:00Z';
    await book.run((tx) =>
      insertActivities(tx, [{ id: first, customerId, kind: 'note', text: 'Pays on Friday', happenedAt: at }], null),
    );
    await book.run((tx) =>
      insertActivities(
        tx,
        [{ id: second, customerId, kind: 'note', text: 'Pays on Monday', happenedAt: at, supersedesId: first }],
        null,
      ),
    );
    const shown = await book.read((tx) => listActivities(tx, page(customerId)));
    expect(shown.map((line) => line.text)).toEqual(['Pays on Monday']);
    const history = await book.read((tx) => activityHistory(tx, second));
    expect(history.map((line) => line.text)).toEqual(['Pays on Monday', 'Pays on Friday']);
  });

  it('refuses two edits of the same line: the second of two who edit at once is told', async () => {
    const customerId = await book.addCustomer('1001');
    const first = newId();
    const edit = (text: string) =>
      book.run((tx) =>
        insertActivities(tx, [{ id: newId(), customerId, kind: 'note', text, supersedesId: first }], null),
      );
    await book.run((tx) => insertActivities(tx, [{ id: first, customerId, kind: 'note', text: 'a' }], null));
    await edit('b');
    await expect(edit('c')).rejects.toMatchObject({ code: 'activity_is_superseded_once' });
  });

  it('can be neither changed nor deleted by the application', async () => {
    const customerId = await book.addCustomer('1001');
    await book.run((tx) => insertActivities(tx, [{ id: newId(), customerId, kind: 'call', text: 'x' }], null));
    const { sql } = await import('../../platform/database/sql.ts');
    for (const change of [sql`update activity set text = 'y'`, sql`delete from activity`]) {
      await expect(book.database.write(book.scope, (tx) => tx.run(change))).rejects.toThrow('permission denied');
    }
  });

  it('of an import is taken back as a whole, and the same notes again are recognised', async () => {
    const customerId = await book.addCustomer('1001');
    const batchId = newId();
    const line = { customerId, kind: 'note', text: 'From the old system', happenedAt: '2025-12-01T08:00:00.000Z' };
    await book.run((tx) => insertActivities(tx, [{ id: newId(), ...line }], batchId));
    const other = { ...line, text: 'Another' };
    expect(await book.read((tx) => findSameActivities(tx, [other, line]))).toEqual(new Set([1]));
    expect(await book.run((tx) => withdrawActivitiesOfBatch(tx, batchId))).toBe(1);
    expect(await book.read((tx) => listActivities(tx, page(customerId)))).toEqual([]);
    expect(await book.read((tx) => findSameActivities(tx, [line]))).toEqual(new Set());
  });
});

describe('contacts of an import', () => {
  it('come many at a time, the primary one first, and go with it', async () => {
    const customerId = await book.addCustomer('1001');
    const batchId = newId();
    await book.run((tx) =>
      insertContacts(
        tx,
        [
          { id: newId(), customerId, name: 'Anna Bianchi', roles: ['buyer'] },
          {
            id: newId(),
            customerId,
            name: 'Marco Verdi',
            roles: ['accounts_payable', 'portal'],
            language: 'it',
            isPrimary: true,
          },
        ],
        batchId,
      ),
    );
    await book.run((tx) => insertContacts(tx, [{ id: newId(), customerId, name: 'Zoe' }], null));
    const names = async () => (await book.read((tx) => findContacts(tx, [customerId]))).map((one) => one.name);
    expect(await names()).toEqual(['Marco Verdi', 'Anna Bianchi', 'Zoe']);
    expect(await book.run((tx) => deleteContactsOfBatch(tx, batchId))).toBe(2);
    expect(await names()).toEqual(['Zoe']);
  });
});
