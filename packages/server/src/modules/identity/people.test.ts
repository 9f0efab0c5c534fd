import { ACCOUNT_NAMES } from '@quittance/core/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, callerOf, openTestApp, type TestApp } from '../../app.fixture.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Company } from '../../platform/database/transaction.ts';

let test: TestApp;
let italy: Company;
let germany: Company;
let expert: Caller;

beforeAll(async () => {
  test = await openTestApp();
  italy = await test.addCompany('IT01');
  germany = await test.addCompany('DE01');
  expert = await test.signIn('Elena Esposito', italy, 'expert');
});

afterAll(() => test.close());

const PEOPLE = '/companies/IT01/people';
const TOKENS = '/companies/IT01/tokens';

async function addPerson(email: string, ...roles: string[]) {
  return expert.send('POST', PEOPLE, { email, name: `Name of ${email}`, roles });
}

async function personId(email: string, ...roles: string[]): Promise<string> {
  return ((await addPerson(email, ...roles)).body.person as { id: string }).id;
}

describe('people', () => {
  it('a new person gets roles and a link to sign in with, once', async () => {
    const answer = await addPerson('carlo@example.com', 'cash_analyst');
    expect(answer.status).toBe(201);
    expect(answer.body.person).toMatchObject({
      email: 'carlo@example.com',
      roles: ['cash_analyst'],
      hasPassword: false,
    });
    const { path } = answer.body.signInLink as { path: string };
    const token = path.replace('/sign-in#token=', '');
    const session = await test.ask({ method: 'POST', url: '/session/link', payload: { token } });
    expect(session.body.companies).toMatchObject([
      { code: 'IT01', functionalCurrency: 'EUR', today: '2026-03-02', roles: ['cash_analyst'] },
    ]);
    const carlo = callerOf(test.ask, '', session);
    expect((await carlo.get('/companies/IT01/customers')).status).toBe(200);
    expect((await carlo.get(PEOPLE)).body.code).toBe('not_permitted');
  });

  it('a person who has an account keeps it: no link, whoever adds them', async () => {
    const german = await test.signIn('Gerda', germany, 'manager');
    const { body } = await german.get('/session');
    const { email } = body.user as { email: string };
    const answer = await expert.send('POST', PEOPLE, { email, name: 'Other Name', roles: ['auditor'] });
    expect(answer.body.signInLink).toBeNull();
    expect((answer.body.person as { name: string }).name).toBe('Gerda');
    expect((await addPerson(email, 'auditor')).body.code).toBe('member_already');
  });

  it('are listed by name, page by page', async () => {
    await addPerson('anna@example.com', 'auditor');
    const first = (await expert.get(`${PEOPLE}?limit=1`)).body;
    const second = (await expert.get(`${PEOPLE}?limit=1&cursor=${first.next}`)).body;
    const all = (await expert.get(PEOPLE)).body.rows;
    expect([first.rows[0]?.id, second.rows[0]?.id]).toEqual(all.slice(0, 2).map((person) => person.id));
    const names = all.map((person) => String(person.name));
    expect(names).toEqual([...names].sort());
  });

  it('roles change at once, in the trail with before and after', async () => {
    const id = await personId('dora@example.com', 'cash_analyst');
    const answer = await expert.send('PUT', `${PEOPLE}/${id}/roles`, { roles: ['dispute_analyst', 'auditor'] });
    expect((answer.body.person as { roles: unknown }).roles).toEqual(['auditor', 'dispute_analyst']);
    const trail = await expert.get(`/companies/IT01/audit?subject=person:${id}`);
    expect(trail.body.rows).toMatchObject([
      {
        action: 'person.roles',
        actorName: 'Elena Esposito',
        before: ['cash_analyst'],
        after: ['dispute_analyst', 'auditor'],
      },
      { action: 'person.roles', before: [], after: ['cash_analyst'] },
    ]);
    expect((await expert.send('PUT', `${PEOPLE}/${id}/roles`, { roles: [] })).body).toEqual({
      person: null,
      handOverId: null,
    });
    expect((await expert.get(PEOPLE)).text).not.toContain('dora@example.com');
  });

  it('nobody changes their own roles', async () => {
    const answer = await expert.send('PUT', `${PEOPLE}/${expert.id}/roles`, { roles: ['expert', 'manager'] });
    expect(answer.body).toMatchObject({ status: 403, code: 'own_roles' });
    const me = (await expert.get('/session')).body.user as { email: string };
    expect((await addPerson(me.email, 'manager')).body.code).toBe('member_already');
    const self = await expert.send('POST', `${PEOPLE}/${expert.id}/disable`);
    expect(self.body.code).toBe('own_account');
  });

  it('a role that does not exist is refused', async () => {
    expect((await addPerson('x@example.com', 'root')).body).toMatchObject({ status: 400, code: 'request_invalid' });
  });

  it('a disabled person is signed out everywhere and cannot come back by a link', async () => {
    const fabio = await test.signIn('Fabio', italy, 'cash_analyst');
    const link = (await expert.send('POST', `${PEOPLE}/${fabio.id}/sign-in-link`)).body as unknown as { path: string };
    expect((await expert.send('POST', `${PEOPLE}/${fabio.id}/disable`)).body.disabledAt).toMatch(/^2026-03-02T/);
    expect((await fabio.get('/session')).status).toBe(401);
    const token = link.path.split('token=')[1];
    const again = await test.ask({ method: 'POST', url: '/session/link', payload: { token } });
    expect(again.body.code).toBe('sign_in_link_refused');
    expect((await expert.send('POST', `${PEOPLE}/${fabio.id}/enable`)).body.disabledAt).toBeNull();
  });

  it('one company cannot open another through a person of both', async () => {
    const gustav = await test.signIn('Gustav', germany, 'manager');
    const { email } = (await gustav.get('/session')).body.user as { email: string };
    await addPerson(email, 'auditor');
    for (const act of ['sign-in-link', 'disable', 'enable']) {
      const answer = await expert.send('POST', `${PEOPLE}/${gustav.id}/${act}`);
      expect(answer.body, act).toMatchObject({ status: 403, code: 'person_of_other_companies' });
    }
  });

  it('who is of another company only does not exist here', async () => {
    const hans = await test.signIn('Hans', germany, 'cash_analyst');
    expect((await expert.send('POST', `${PEOPLE}/${hans.id}/sign-in-link`)).status).toBe(404);
    expect((await expert.send('PUT', `${PEOPLE}/${hans.id}/roles`, { roles: ['auditor'] })).status).toBe(404);
  });
});

describe('repeating a command', () => {
  const headers = { 'idempotency-key': 'add-ida' };
  const body = { email: 'ida@example.com', name: 'Ida', roles: ['auditor'] };

  it('with its key gives the first answer again', async () => {
    const first = await expert.send('POST', PEOPLE, body, headers);
    const second = await expert.send('POST', PEOPLE, body, headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.person).toEqual(first.body.person);
    expect(second.body.signInLink).toBeNull();
  });

  it('with its key and another body is refused', async () => {
    const answer = await expert.send('POST', PEOPLE, { ...body, roles: ['manager'] }, headers);
    expect(answer.body).toMatchObject({ status: 409, code: 'idempotency_key_reused' });
  });
});

describe('API tokens', () => {
  const issue = (options: object = {}, headers = {}) =>
    expert.send('POST', TOKENS, { name: 'ERP', ...options }, headers);
  const withToken = (token: unknown, url: string, method: 'GET' | 'POST' = 'GET') =>
    test.ask({ method, url, headers: { authorization: `Bearer ${String(token)}` } });

  it('work for their company, without a CSRF token, under their name', async () => {
    const issued = (await issue()).body;
    expect(issued.token).toMatch(/^qtn_[\w-]{65}$/);
    expect(issued).toMatchObject({ name: 'ERP', roles: ['api_client'], createdBy: 'Elena Esposito' });
    expect((await withToken(issued.token, '/companies/IT01/customers')).status).toBe(200);
    expect((await withToken(issued.token, '/companies/DE01/customers')).body.code).toBe('company_not_yours');
    expect((await withToken(issued.token, PEOPLE)).body.code).toBe('not_permitted');
    const session = await withToken(issued.token, '/session');
    expect(session.body).toMatchObject({ user: { name: 'ERP', email: null }, csrfToken: null });
  });

  it('their secret is shown once and kept nowhere', async () => {
    const headers = { 'idempotency-key': 'token-1' };
    const first = (await issue({ name: 'Bank' }, headers)).body;
    const second = (await issue({ name: 'Bank' }, headers)).body;
    expect(second).toEqual({ ...first, token: null });
    expect((await expert.get(TOKENS)).text).not.toContain(first.token);
    const owner = await test.app.services.database.read({ company: italy, actor: test.operator }, (tx) =>
      tx.all<{ text: string }>(sql`select t::text as text from api_token t union all select c::text from command c`),
    );
    expect(owner.map((row) => row.text).join()).not.toContain(first.token);
  });

  it('end when revoked, when they expire, and with a changed secret', async () => {
    const revoked = (await issue()).body;
    expect((await expert.send('DELETE', `${TOKENS}/${revoked.id}`)).status).toBe(204);
    expect((await withToken(revoked.token, '/companies/IT01/customers')).status).toBe(401);
    expect((await expert.send('DELETE', `${TOKENS}/${revoked.id}`)).status).toBe(404);
    const short = (await issue({ expiresInDays: 1 })).body;
    const changed = `${String(short.token).slice(0, -1)}${String(short.token).endsWith('A') ? 'B' : 'A'}`;
    expect((await withToken(changed, '/companies/IT01/customers')).status).toBe(401);
    expect((await withToken(short.token, '/companies/IT01/customers')).status).toBe(200);
    test.clock.forward(24 * 60 + 1);
    expect((await withToken(short.token, '/companies/IT01/customers')).status).toBe(401);
    expert = await test.signIn('Elena Esposito', italy, 'expert');
  });

  it('manage nobody: roles of people are not for them', async () => {
    for (const role of ['expert', 'manager']) {
      expect((await issue({ roles: [role] })).body).toMatchObject({ status: 400, code: 'request_invalid' });
    }
  });

  it('note when they were last used', async () => {
    const issued = (await issue({ name: 'Fresh' })).body;
    await withToken(issued.token, '/companies/IT01/customers');
    const { rows } = (await expert.get(TOKENS)).body;
    expect(rows.find((row) => row.id === issued.id)?.lastUsedAt).toMatch(/^2026-03-0/);
  });
});

describe('companies', () => {
  it('are made by an administrator, who sets up and decides in them at first', async () => {
    const { path } = await test.app.services.administratorLink();
    const session = await test.ask({
      method: 'POST',
      url: '/session/link',
      payload: { token: path.split('token=')[1] },
    });
    const administrator = callerOf(test.ask, '', session);
    const draft = { code: 'FR01', name: 'Atelier', functionalCurrency: 'EUR', timeZone: 'Europe/Paris', country: 'FR' };
    expect((await administrator.send('POST', '/companies', draft)).status).toBe(201);
    expect((await administrator.send('POST', '/companies', draft)).body.code).toBe('company_code_is_taken');
    const { body } = await administrator.get('/session');
    const made = expect.objectContaining({ code: 'FR01', roles: ['expert', 'manager'] });
    expect(body.companies).toContainEqual(made);
    const accounts = await administrator.get('/companies/FR01/posting-accounts');
    expect(accounts.body.rows).toHaveLength(ACCOUNT_NAMES.length);
    expect((await administrator.get('/companies/FR01/customers')).body.rows).toMatchObject([{ kind: 'unidentified' }]);
    for (const [field, value, code] of [
      ['code', 'fr 02', 'company_code_invalid'],
      ['functionalCurrency', 'EUX', 'currency_unknown'],
      ['timeZone', 'Europe/Parigi', 'time_zone_unknown'],
    ] as const) {
      const answer = await administrator.send('POST', '/companies', { ...draft, code: 'FR02', [field]: value });
      expect(answer.body.code).toBe(code);
    }
  });

  it('general-ledger codes are theirs to choose, with a trail', async () => {
    const set = (account: string) =>
      expert.send('PUT', `/companies/IT01/posting-accounts/${account}`, {
        glCode: '140000',
        name: 'Crediti v/clienti',
      });
    expect((await set('receivable')).body).toMatchObject({ account: 'receivable', glCode: '140000' });
    expect((await set('treasure')).status).toBe(404);
    const trail = await expert.get('/companies/IT01/audit?subject=posting_account:receivable');
    expect(trail.body.rows).toMatchObject([{ before: { glCode: '1200' }, after: { glCode: '140000' } }]);
  });
});

describe('row-level security', () => {
  it('a query that forgets its company shows nothing of others', async () => {
    const { database } = test.app.services;
    const forgetful = sql`select company_id from customer union all select company_id from membership union all
      select company_id from api_token union all select company_id from audit_event`;
    const seen = await database.read({ company: germany, actor: test.operator }, (tx) =>
      tx.all<{ company_id: string }>(forgetful),
    );
    expect(new Set(seen.map((row) => row.company_id))).toEqual(new Set([germany.id]));
    expect(await database.global(forgetful)).toEqual([]);
  });

  it('what is written for another company is refused', async () => {
    const { database } = test.app.services;
    const written = database.write({ company: germany, actor: test.operator }, (tx) =>
      tx.run(sql`insert into membership (company_id, person_id, role, granted_by, granted_at)
        values (${italy.id}, ${expert.id}, 'manager', ${expert.id}, now())`),
    );
    await expect(written).rejects.toThrow('row-level security');
  });

  it('the application cannot rewrite what happened', async () => {
    const { database } = test.app.services;
    for (const statement of [
      sql`update account_event set action = 'x'`,
      sql`delete from account_event`,
      sql`update audit_event set action = 'x'`,
      sql`delete from audit_event`,
      sql`update person set is_administrator = true`,
      sql`update api_token set roles = '{expert}'`,
      sql`delete from api_token`,
      sql`update company set functional_currency = 'USD'`,
    ]) {
      await expect(database.global(statement), statement.parts.join('?')).rejects.toThrow('permission denied');
    }
  });
});
