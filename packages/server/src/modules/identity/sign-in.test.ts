import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, callerOf, openTestApp, type TestApp } from '../../app.fixture.ts';
import { sql } from '../../platform/database/sql.ts';
import { SESSION_IDLE_MINUTES, SESSION_MINUTES_MAX } from './authenticate.usecase.ts';
import { addPerson } from './people.usecase.ts';
import { LINK_MINUTES, makeSignInLink } from './sign-in.usecase.ts';

const PASSWORD = 'correct horse battery';
let test: TestApp;
let people = 0;

beforeAll(async () => {
  test = await openTestApp();
});

afterAll(() => test.close());

/** A person with a password, and the address it is used from. */
async function aPerson(options: { password?: string } = {}) {
  const email = `someone${++people}@example.com`;
  const { identity } = test.app.services;
  const id = await addPerson(identity, { email, name: `Someone ${people}`, locale: 'it' }, test.operator);
  const link = await makeSignInLink(identity, { personId: id, madeBy: test.operator });
  const caller = callerOf(test.ask, id, await useLink(link.secret));
  const password = options.password ?? PASSWORD;
  const answer = await caller.send('PUT', '/session/password', { password });
  expect(answer.status).toBe(204);
  return { id, email, caller };
}

const signIn = (email: string, password: string, address = '192.0.2.1'): Promise<Answer> =>
  test.ask({ method: 'POST', url: '/session', payload: { email, password }, remoteAddress: address });

const useLink = (token: string): Promise<Answer> =>
  test.ask({ method: 'POST', url: '/session/link', payload: { token } });

const eventsOf = (personId: string) =>
  test.app.services.database.global<{ action: string }>(
    sql`select action from account_event where person_id = ${personId} order by id`,
  );

describe('signing in with a password', () => {
  it('opens a session whose cookie no script can read', async () => {
    const { email } = await aPerson();
    const answer = await signIn(email.toUpperCase(), PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ user: { email, locale: 'it' }, companies: [], isAdministrator: false });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^quittance_session=[\w-]{43}; Max-Age=57600; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('by https, the cookie is for https only', async () => {
    const behindProxy = await openTestApp({ config: { logLevel: 'silent', trustProxy: '127.0.0.1' } });
    const person = await behindProxy.signIn('Ada');
    const { identity } = behindProxy.app.services;
    const link = await makeSignInLink(identity, { personId: person.id, madeBy: behindProxy.operator });
    const answer = await behindProxy.ask({
      method: 'POST',
      url: '/session/link',
      payload: { token: link.secret },
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(String(answer.headers['set-cookie'])).toContain('; Secure;');
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    await behindProxy.close();
  });

  it('says the same to a wrong password, an unknown address and a person without a password', async () => {
    const { email } = await aPerson();
    const { identity } = test.app.services;
    const noPassword = { email: 'new@example.com', name: 'New', locale: 'en' };
    await addPerson(identity, noPassword, test.operator);
    const answers = [
      await signIn(email, 'wrong password', '192.0.2.2'),
      await signIn('nobody@example.com', PASSWORD, '192.0.2.2'),
      await signIn('new@example.com', 'nobody has this password', '192.0.2.2'),
    ];
    const plain = answers.map(({ status, body: { requestId: _id, ...body } }) => ({ status, body }));
    expect(plain[0]).toMatchObject({ status: 401, body: { code: 'sign_in_refused' } });
    expect(plain[1]).toEqual(plain[0]);
    expect(plain[2]).toEqual(plain[0]);
  });

  it('keeps only hashes of passwords, sessions and links', async () => {
    const { email } = await aPerson();
    const secret = /quittance_session=([^;]+)/.exec(String((await signIn(email, PASSWORD)).headers['set-cookie']))?.[1];
    const stored = await test.app.services.database.global<{ text: string }>(sql`
      select s::text as text from session s union all select l::text from sign_in_link l union all select p::text from person p`);
    const all = stored.map((row) => row.text).join('\n');
    expect(secret).toBeDefined();
    expect(all).not.toContain(secret);
    expect(all).not.toContain(PASSWORD);
    expect(all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('after ten wrong passwords from one address the account waits there, and elsewhere does not', async () => {
    const { email } = await aPerson();
    for (let attempt = 1; attempt <= 10; attempt++)
      expect((await signIn(email, 'wrong', '192.0.2.3')).status).toBe(401);
    expect((await signIn(email, PASSWORD, '192.0.2.3')).body).toMatchObject({ status: 429, code: 'sign_in_too_often' });
    expect((await signIn(email, PASSWORD, '192.0.2.4')).status).toBe(200);
    test.clock.forward(16);
    expect((await signIn(email, PASSWORD, '192.0.2.3')).status).toBe(200);
  });

  it('an address that tries many accounts waits too', async () => {
    const refused: number[] = [];
    for (let attempt = 1; attempt <= 101; attempt++) {
      refused.push((await signIn(`guess${attempt}@example.com`, 'x', '192.0.2.5')).status);
    }
    expect(refused.filter((status) => status === 401)).toHaveLength(100);
    expect(refused.at(-1)).toBe(429);
  }, 120_000);

  it('attempts at the same time are all counted', async () => {
    const { email } = await aPerson();
    const answers = await Promise.all(Array.from({ length: 14 }, () => signIn(email, 'wrong', '192.0.2.6')));
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(4);
  });

  it('is in the account events, also when refused', async () => {
    const { id, email, caller } = await aPerson();
    await signIn(email, 'wrong', '192.0.2.7');
    await caller.send('DELETE', '/session');
    const actions = (await eventsOf(id)).map((event) => event.action);
    expect(actions).toEqual([
      'person.add',
      'sign_in_link.make',
      'session.open',
      'password.set',
      'session.refuse',
      'session.close',
    ]);
  });
});

describe('sessions', () => {
  it('end when signed out, and the cookie is taken back', async () => {
    const { caller } = await aPerson();
    const answer = await caller.send('DELETE', '/session');
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toContain('quittance_session=;');
    expect((await caller.get('/session')).status).toBe(401);
  });

  it('end when nobody uses them, and go on when somebody does', async () => {
    const { caller } = await aPerson();
    test.clock.forward(SESSION_IDLE_MINUTES - 1);
    expect((await caller.get('/session')).status).toBe(200);
    test.clock.forward(SESSION_IDLE_MINUTES - 1);
    expect((await caller.get('/session')).status).toBe(200);
    const { caller: idle } = await aPerson();
    test.clock.forward(SESSION_IDLE_MINUTES + 1);
    expect((await idle.get('/session')).status).toBe(401);
  });

  it('end after a working day, however much they are used', async () => {
    const { caller } = await aPerson();
    for (let minutes = 0; minutes < SESSION_MINUTES_MAX; minutes += 120) {
      expect((await caller.get('/session')).status).toBe(200);
      test.clock.forward(120);
    }
    expect((await caller.get('/session')).status).toBe(401);
  });

  it('end elsewhere when a new password is set, which asks for the old one', async () => {
    const { email, caller } = await aPerson();
    const other = callerOf(test.ask, '', await signIn(email, PASSWORD, '192.0.2.8'));
    const change = (current: string) =>
      other.send('PUT', '/session/password', { current, password: 'another good pass phrase' });
    expect((await change('wrong')).body.code).toBe('password_refused');
    expect((await change(PASSWORD)).status).toBe(204);
    expect((await caller.get('/session')).status).toBe(401);
    expect((await other.get('/session')).status).toBe(200);
    expect((await signIn(email, PASSWORD, '192.0.2.9')).status).toBe(401);
  });

  it('need their CSRF token for every write', async () => {
    const { caller } = await aPerson();
    const forged = await test.ask({ method: 'DELETE', url: '/session', headers: { cookie: caller.cookie } });
    expect(forged.body.code).toBe('csrf_token_missing');
    const { caller: other } = await aPerson();
    const headers = { cookie: caller.cookie, 'x-csrf-token': other.csrfToken };
    expect((await test.ask({ method: 'DELETE', url: '/session', headers })).body.code).toBe('csrf_token_missing');
  });

  it('weak passwords are refused with the reason', async () => {
    const { caller } = await aPerson();
    const set = async (password: string) => (await caller.send('PUT', '/session/password', { password })).body;
    expect(await set('short')).toMatchObject({ status: 422, code: 'password_weak', problems: [{ field: 'password' }] });
    expect((await set('aaaaaaaaaaaaaaaaaa')).code).toBe('password_weak');
    expect((await set('someone knows this one')).detail).toContain('contains your name');
  });
});

describe('one-time links', () => {
  it('work once', async () => {
    const { id } = await aPerson();
    const link = await makeSignInLink(test.app.services.identity, { personId: id, madeBy: test.operator });
    const answers = await Promise.all([useLink(link.secret), useLink(link.secret), useLink(link.secret)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401, 401]);
    expect((await useLink(link.secret)).body.code).toBe('sign_in_link_refused');
  });

  it('work for a quarter of an hour', async () => {
    const { id } = await aPerson();
    const link = () => makeSignInLink(test.app.services.identity, { personId: id, madeBy: test.operator });
    const [early, late] = [await link(), await link()];
    test.clock.forward(LINK_MINUTES - 1);
    expect((await useLink(early.secret)).status).toBe(200);
    test.clock.forward(2);
    expect((await useLink(late.secret)).status).toBe(401);
  });

  it('let their person set a new password without the old one', async () => {
    const { id } = await aPerson();
    const link = await makeSignInLink(test.app.services.identity, { personId: id, madeBy: test.operator });
    const caller = callerOf(test.ask, id, await useLink(link.secret));
    expect((await caller.send('PUT', '/session/password', { password: 'a brand new phrase' })).status).toBe(204);
  });

  it('made-up ones are refused, and soon not even looked at', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 102; attempt++) {
      const answer = await test.ask({
        method: 'POST',
        url: '/session/link',
        payload: { token: `guess-${attempt}` },
        remoteAddress: '192.0.2.10',
      });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 100).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });
});
