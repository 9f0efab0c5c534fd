import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCustomers } from '../../customers/index.ts';
import {
  findBatch,
  listProblems,
  postBatch,
  readBatch,
  receiveFile,
  startPosting,
  startUndoing,
  undoBatch,
} from '../../intake/index.ts';
import { performAct } from '../../ledger/index.ts';
import { takePromises } from './take-promises.ts';
import { withdrawBatch } from './withdraw-promise.usecase.ts';

let test: TestApp;
let analyst: Caller;
let scope: Scope;
let rossi = '';

beforeAll(async () => {
  test = await openTestApp(); // its clock stands on Monday 2 March 2026
  const company = await test.addCompany('IT01');
  analyst = await test.signIn('Ada', company, 'collections_analyst');
  scope = { company, actor: test.operator };
  rossi = newId();
  await test.app.services.database.write(scope, (tx) =>
    insertCustomers(tx, [{ id: rossi, number: '0042', name: 'Rossi Vetri' }], null),
  );
  await invoice('A-1', 100_000n);
  await invoice('A-2', 50_000n);
});
afterAll(() => test.close());

async function invoice(number: string, amountMinor: bigint): Promise<void> {
  const instalments = [{ dueOn: localDate('2026-02-01'), amountMinor }];
  const issuedOn = localDate('2026-01-02');
  const document = { kind: 'invoice' as const, number, customerId: rossi, currency: 'EUR', issuedOn, instalments };
  await runCommand(test.app.services.database, scope, { action: 'test', body: null }, (tx) =>
    performAct(tx, { kind: 'document', document }),
  );
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const place = () => ({
  database: test.app.services.database,
  promises: { take: takePromises, takeBack: withdrawBatch },
});

async function preview(text: string) {
  const { database } = test.app.services;
  const { batch } = await receiveFile(database, scope, { fileName: 'promises.csv', content: bytesOf(text) });
  await readBatch(place(), scope, batch.id);
  const problems = await database.read(scope, (tx) =>
    listProblems(tx, { batchId: batch.id, after: undefined, limit: 20 }),
  );
  const seen = await database.read(scope, (tx) => findBatch(tx, batch.id));
  return { id: batch.id, seen, problems: problems.map(({ row, code }) => `${row} ${code}`) };
}

async function post(id: string): Promise<void> {
  const { database } = test.app.services;
  await database.write(scope, (tx) => startPosting(tx, id, 'good_rows'));
  await postBatch(place(), scope, id, 'good_rows');
}

const promises = async () =>
  (await analyst.get(`/companies/IT01/customers/${rossi}/promises`)).body.rows as unknown as {
    state: string;
    madeByName: string;
    promisedOn: string;
    itemNumbers: string[] | null;
  }[];
const holds = async () => (await analyst.get(`/companies/IT01/customers/${rossi}/holds`)).body.rows;

const SHEET =
  'Cliente;Importo promesso;Divisa;Data promessa;Fatture;Autore;Nota\n' +
  '0042;1.200,00;EUR;13/03/2026;A-1, A-2;Moretti;al telefono\n' +
  '0042;80,00;EUR;28/02/2026;;;\n' + // Saturday: two business days later is Tuesday the 3rd
  '0042;10,00;EUR;16/02/2026;;;\n0042;5,00;EUR;13/03/2026;B-9;;\n0042;1.600,00;EUR;13/03/2026;A-1;;\n' +
  '7777;5,00;EUR;13/03/2026;;;\n0042;-1,00;EUR;13/03/2026;;;\n0042;1.200,00;EUR;13/03/2026;A-2; ;twice\n' +
  '0042;9.999,00;EUR;13/03/2026;;;a slip\n0042;5,00;USD;13/03/2026;;;\n0042;5,00;EUR;02/05/2026;;;\n' +
  '0042;220,01;EUR;16/03/2026;;;with the rows above more than is open\n';

describe('a sheet of promises', () => {
  it('is seen before it is posted, holds the items it names, comes once, and goes with its import', async () => {
    const first = await preview(SHEET);
    expect(first.seen).toMatchObject({ kind: 'promises', added: 2, refused: 10 });
    expect(first.problems).toEqual([
      '4 promise_day_is_over',
      '5 promise_item_not_open',
      '6 promise_above_open_amount',
      '7 unknown_customer',
      '8 amount_is_negative',
      '9 promise_above_open_amount',
      '10 promise_above_account',
      '11 promise_above_account',
      '12 promise_day_too_far',
      '13 promise_above_account',
    ]);
    expect(await promises()).toEqual([]);

    await post(first.id);
    expect(await promises()).toMatchObject([
      { state: 'open', promisedOn: '2026-03-13', itemNumbers: ['A-1', 'A-2'], madeByName: 'Moretti' },
      { state: 'open', promisedOn: '2026-02-28', itemNumbers: null },
    ]);
    expect(await holds()).toHaveLength(3);

    const again = await preview(`${SHEET}0042;20,00;EUR;20/03/2026;;;\n`);
    expect(again.seen).toMatchObject({ added: 1, unchanged: 2 });

    const { database } = test.app.services;
    await database.write(scope, (tx) => startUndoing(tx, first.id));
    await undoBatch(place(), scope, { id: first.id, reason: 'the wrong sheet', withDependents: false });
    expect((await promises()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect(await holds()).toEqual([]);
  });
});
