/** The real application on a real database, for tests: with people in it, a clock that tests turn, and short words to call it. */
import type { Role } from '@quittance/core/permissions';
import type { InjectOptions } from 'fastify';
import { type App, type AppOptions, createApp } from './app.ts';
import { addPerson, makeSignInLink } from './modules/identity/index.ts';
import { saveRoles } from './modules/identity/people.queries.ts';
import type { Clock } from './platform/clock.ts';
import { ownerPool } from './platform/database/pool.ts';
import type { Actor, Company } from './platform/database/transaction.ts';
import { createTestDatabase } from './platform/testing/database.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: AnswerBody;
}

/** The fields that tests read most; for others they compare whole shapes. */
export interface AnswerBody {
  readonly code: string;
  readonly detail: string;
  readonly id: string;
  readonly csrfToken: string;
  readonly next: string | null;
  readonly rows: readonly AnswerBody[];
  readonly [field: string]: unknown;
}

/** Somebody who is signed in. */
export interface Caller {
  readonly id: string;
  readonly cookie: string;
  readonly csrfToken: string;
  get(address: string): Promise<Answer>;
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', address: string, body?: unknown, headers?: object): Promise<Answer>;
}

export interface TestApp {
  readonly app: App;
  readonly operator: Actor;
  readonly connection: AppOptions['connection'];
  readonly clock: Clock & { forward(minutes: number): void };
  addCompany(code: string, currency?: string): Promise<Company>;
  /** A person with these roles, signed in. Without a company, one who works nowhere. */
  signIn(name: string, company?: Company, ...roles: Role[]): Promise<Caller>;
  /** Any request; `/x` stands for `/api/v1/x`. */
  ask(options: InjectOptions & { url: string }): Promise<Answer>;
  close(): Promise<void>;
}

export async function openTestApp(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const testDatabase = await createTestDatabase();
  const clock = turnedClock();
  const app = await createApp({
    connection: testDatabase.connection,
    clock,
    checksAnswers: true,
    connectionsMax: 4,
    config: { logLevel: 'silent' },
    ...options,
  });
  const operator = await app.services.operator();
  const ask: TestApp['ask'] = async ({ url, ...rest }) => {
    const answer = await app.fastify.inject({ ...rest, url: url.startsWith('/api') ? url : `/api/v1${url}` });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    const body = (isJson && answer.body ? answer.json() : {}) as AnswerBody;
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body };
  };
  let people = 0;
  return {
    app,
    operator,
    connection: testDatabase.connection,
    clock,
    ask,
    async addCompany(code, functionalCurrency = 'EUR') {
      const draft = { code, name: `Company ${code}`, functionalCurrency, timeZone: 'Europe/Rome' };
      const company = await app.services.createCompany(operator, draft);
      const owner = ownerPool(testDatabase.connection, 1);
      await owner.query(`update company set clock = 'given' where id = $1`, [company.id]); // the turned clock may post
      await owner.end();
      return company;
    },
    async signIn(name, company, ...roles) {
      const { identity, database } = app.services;
      const email = `person${++people}@example.com`;
      const personId = await addPerson(identity, { email, name, locale: 'en' }, operator);
      if (company) await database.write({ company, actor: operator }, (tx) => saveRoles(tx, personId, roles));
      const link = await makeSignInLink(identity, { personId, madeBy: operator });
      const answer = await ask({ method: 'POST', url: '/session/link', payload: { token: link.secret } });
      return callerOf(ask, personId, answer);
    },
    async close() {
      await app.close();
      await testDatabase.drop();
    },
  };
}

export function callerOf(ask: TestApp['ask'], id: string, answer: Answer): Caller {
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const { csrfToken } = answer.body;
  return {
    id,
    cookie,
    csrfToken,
    get: (url) => ask({ url, headers: { cookie } }),
    send: (method, url, body, headers = {}) =>
      ask({
        method,
        url,
        headers: { cookie, 'x-csrf-token': csrfToken, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
  };
}

function turnedClock(): TestApp['clock'] {
  let now = BigInt(Date.parse('2026-03-02T09:00:00Z')) * 1000n;
  return {
    now: () => ++now,
    forward(minutes) {
      now += BigInt(Math.round(minutes * 60)) * 1_000_000n;
    },
  };
}
