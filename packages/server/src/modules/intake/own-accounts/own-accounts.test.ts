import { readFileSync } from 'node:fs';
import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { sql } from '../../../platform/database/sql.ts';
import { saveRoles } from '../../identity/people.queries.ts';
import { saveRate } from '../../ledger/index.ts';

const STATEMENT = readFileSync(
  new URL('../../../../../core/src/bank-formats/samples/two-accounts.camt053.xml', import.meta.url),
  'utf8',
);
const ACCOUNT = 'IT60X0542811101000000123456';
const TWO_WEEKS_MINUTES = 14 * 24 * 60;

let test: TestApp;
let italian: Caller;
let german: Caller;
let group: Caller;
let expert: Caller;

beforeAll(async () => {
  test = await openTestApp();
  test.clock.forward(TWO_WEEKS_MINUTES);
  const [italy, germany] = [await test.addCompany('IT01'), await test.addCompany('DE01')];
  italian = await test.signIn('Ivo', italy, 'cash_analyst');
  german = await test.signIn('Greta', germany, 'cash_analyst');
  expert = await test.signIn('Elke', germany, 'expert');
  group = await test.signIn('Gianna', italy, 'cash_analyst');
  const { database } = test.app.services;
  for (const company of [italy, germany]) {
    const rate = { currency: 'JPY', quotedOn: localDate('2026-03-01'), rate: '0.9' };
    await database.write({ company, actor: test.operator }, (tx) => saveRate(tx, rate));
  }
  await database.write({ company: germany, actor: test.operator }, (tx) => saveRoles(tx, group.id, ['cash_analyst']));
});
afterAll(() => test.close());

type Import = Record<string, unknown> & { id: string; status: string; error: string };

async function upload(caller: Caller, company: string, text = STATEMENT): Promise<Import> {
  const boundary = 'quittance-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="march.xml"\r\n\r\n`;
  const { body } = await test.ask({
    method: 'POST',
    url: `/companies/${company}/imports`,
    headers: {
      cookie: caller.cookie,
      'x-csrf-token': caller.csrfToken,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `${head}${text}\r\n--${boundary}--\r\n`,
  });
  return follow(caller, company, body.id);
}

async function follow(caller: Caller, company: string, id: string): Promise<Import> {
  const { text } = await caller.get(`/companies/${company}/imports/${id}/events`);
  const last = text.split('\n').findLast((line) => line.startsWith('data: '));
  return JSON.parse(last?.slice('data: '.length) ?? '{}') as Import;
}

async function act(caller: Caller, company: string, id: string, what: string, body?: object): Promise<Import> {
  const answer = await caller.send('POST', `/companies/${company}/imports/${id}/${what}`, body);
  expect(answer.status, answer.text).toBe(202);
  return follow(caller, company, id);
}

const accountsOf = async (caller: Caller, company: string) =>
  (await caller.get(`/companies/${company}/bank-accounts`)).body.rows.map(({ account, sharedBy }) => ({
    account: String(account).replace(/\s/g, ''),
    sharedBy,
  }));

describe('a bank account', () => {
  let first: Import;
  let refused: Import;

  it('belongs to the company whose statement of it is posted first; a preview claims nothing', async () => {
    expect(await upload(german, 'DE01')).toMatchObject({ status: 'preview', refused: 0 });
    first = await upload(italian, 'IT01');
    expect(await act(italian, 'IT01', first.id, 'post', { rows: 'all' })).toMatchObject({
      status: 'posted',
      refused: 0,
    });
    expect(await accountsOf(italian, 'IT01')).toContainEqual({ account: ACCOUNT, sharedBy: null });
  });

  it('keeps its statements out of other companies; the owner is named to who works there', async () => {
    refused = await upload(german, 'DE01');
    const code = 'account_of_another_company';
    expect(refused).toMatchObject({ status: 'failed', errorCode: code });
    expect(refused.error).toMatch(/^The account IT60.* belongs to another company of this installation/);
    expect((await upload(group, 'DE01')).error).toContain('belongs to company IT01');
    expect(await accountsOf(german, 'DE01')).toEqual([]);
  });

  it('is shared when an expert says so, with a reason; from then on its statements pass', async () => {
    const answer = { reason: 'one collection account of the group' };
    const address = `/companies/DE01/imports/${refused.id}/share-accounts`;
    expect((await german.send('POST', address, answer)).body.code).toBe('not_permitted');
    expect(await act(expert, 'DE01', refused.id, 'share-accounts', answer)).toMatchObject({
      status: 'preview',
      refused: 0,
    });
    expect((await expert.send('POST', address, answer)).body.code).toBe('import_waits_for_no_account');
    expect(await act(german, 'DE01', refused.id, 'post', { rows: 'all' })).toMatchObject({
      status: 'posted',
      refused: 0,
    });
    expect(await accountsOf(german, 'DE01')).toContainEqual({ account: ACCOUNT, sharedBy: 'Elke' });
    const next = await upload(german, 'DE01', STATEMENT.replaceAll('BK-0001', 'BK-0002'));
    expect(next).toMatchObject({ status: 'preview', added: 1, refused: 0 });
  });

  it('is free again when the statements it was learned from are undone', async () => {
    await act(german, 'DE01', refused.id, 'undo');
    expect(await accountsOf(german, 'DE01')).toEqual([]);
    await act(italian, 'IT01', first.id, 'undo');
    expect(await accountsOf(italian, 'IT01')).toEqual([]);
    expect(await upload(german, 'DE01')).toMatchObject({ status: 'preview', refused: 0 });
  });
});

describe('the table of owners', () => {
  it('lets a company claim and release for itself alone', async () => {
    const { database } = test.app.services;
    const [here, there] = [
      await test.app.services.operatorScope('IT01'),
      await test.app.services.operatorScope('DE01'),
    ];
    const claim = (company: string) => sql`
      insert into bank_account_owner (account_hash, owner_id, claimed_at) values (${'a'.repeat(64)}, ${company}, now())`;
    await expect(database.write(here, (tx) => tx.run(claim(there.company.id)))).rejects.toMatchObject({
      code: '42501',
    });
    await database.write(here, (tx) => tx.run(claim(here.company.id)));
    const gone = await database.write(there, (tx) => tx.run(sql`delete from bank_account_owner`));
    expect(gone).toBe(0);
  });
});
