import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../app.fixture.ts';
import { runCommand } from '../../platform/command/index.ts';
import type { Scope } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { insertCustomers } from '../customers/index.ts';
import { performAct } from '../ledger/index.ts';

let root: string;
let test: TestApp;
let expert: Caller;
let cash: Caller;
let manager: Caller;
const rossi = newId();

beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'quittance-drop-'));
  test = await openTestApp({ dropDirectory: root });
  const company = await test.addCompany('IT01');
  expert = await test.signIn('Tomas', company, 'expert');
  cash = await test.signIn('Marek', company, 'cash_analyst');
  manager = await test.signIn('Imogen', company, 'manager');
  const scope: Scope = { company, actor: test.operator };
  const { database } = test.app.services;
  await database.write(scope, (tx) => insertCustomers(tx, [{ id: rossi, number: '0042', name: 'Rossi' }], null));
  const instalments = [{ dueOn: localDate('2026-02-01'), amountMinor: 100_000n }];
  const issuedOn = localDate('2026-01-02');
  const document = {
    ...{ kind: 'invoice' as const, number: 'A-1', customerId: rossi },
    ...{ currency: 'EUR', issuedOn, instalments },
  };
  await runCommand(database, scope, { action: 'test', body: null }, (tx) =>
    performAct(tx, { kind: 'document', document }),
  );
});
afterAll(async () => {
  await test.close();
  rmSync(root, { recursive: true, force: true });
});

const at = (address: string) => `/companies/IT01${address}`;

async function upload(caller: Caller, fileName: string, text: string): Promise<string> {
  const boundary = 'quittance-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n`;
  const { body } = await test.ask({
    method: 'POST',
    url: at('/imports'),
    headers: {
      cookie: caller.cookie,
      'x-csrf-token': caller.csrfToken,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `${head}${text}\r\n--${boundary}--\r\n`,
  });
  await caller.get(at(`/imports/${body.id}/events`));
  return body.id;
}

const post = (caller: Caller, id: string) => caller.send('POST', at(`/imports/${id}/post`), { rows: 'good' });
const undo = (caller: Caller, id: string) => caller.send('POST', at(`/imports/${id}/undo`));
const promises = async () => (await manager.get(at(`/customers/${rossi}/promises`))).body.rows;

const PROMISES = 'Customer;Promised amount;Currency;Promise date\n0042;100.00;EUR;2026-03-13\n';
const CONTACTS = 'Customer number;Contact name;Email\n0042;Rosa Rossi;rosa@example.com\n';

describe('a sheet is no way around a role', () => {
  it('whoever may not write a promise down posts and undoes none by import; who may posts what the other uploaded', async () => {
    const id = await upload(expert, 'promises.csv', PROMISES);
    for (const caller of [expert, cash]) {
      expect((await post(caller, id)).body).toMatchObject({
        code: 'import_kind_not_allowed',
        details: { permission: 'holds.manage' },
      });
    }
    expect(await promises()).toEqual([]);
    expect((await post(manager, id)).body).toMatchObject({ kind: 'promises', status: 'posted', added: 1 });
    expect((await undo(expert, id)).body.code).toBe('import_kind_not_allowed');
    expect(await promises()).toMatchObject([{ state: 'open' }]);
    expect((await undo(manager, id)).body.status).toBe('undone');
  });

  it('contacts need whoever may change customers', async () => {
    const id = await upload(cash, 'contacts.csv', CONTACTS);
    expect((await post(cash, id)).body).toMatchObject({
      code: 'import_kind_not_allowed',
      details: { permission: 'customers.write' },
    });
    expect((await post(expert, id)).body).toMatchObject({ kind: 'contacts', status: 'posted' });
  });

  it('promises from a watched folder are read and wait for a person', async () => {
    const source = {
      ...{ kind: 'folder', name: 'Sheets', settings: { path: 'IT01/sheets' }, fileKind: null },
      ...{ posting: 'all', isEnabled: true },
    };
    const { body } = await expert.send('POST', at('/arrival-sources'), source);
    const file = path.join(root, 'IT01/sheets', 'more promises.csv');
    writeFileSync(file, PROMISES.replace('100.00', '250.00'));
    const restedOn = new Date('2026-03-01T00:00:00Z');
    utimesSync(file, restedOn, restedOn);
    await cash.send('POST', at(`/arrival-sources/${body.id}/check`));
    const [newest] = (await manager.get(at('/imports?limit=1'))).body.rows;
    expect(newest).toMatchObject({ fileName: 'more promises.csv', kind: 'promises', status: 'preview', added: 1 });
    expect((await post(manager, String(newest?.id))).body.status).toBe('posted');
  });
});
