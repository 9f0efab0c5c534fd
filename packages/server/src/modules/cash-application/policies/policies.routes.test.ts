import { permissionsOf, ROLES, type Role } from '@quittance/core/permissions';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHttpServer, type HttpServer, type Principal } from '../../../platform/http/index.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { registerCashApplicationRoutes } from '../index.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';

let book: CashBook;
let server: HttpServer;
let acme: string;

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  server = await createHttpServer({
    authenticate: async ({ bearerToken }) => principal(ROLES.find((role) => role === bearerToken) ?? 'cash_analyst'),
    checksAnswers: true,
    version: '0',
    log: pino({ level: 'silent' }),
    trustProxy: false,
    webDirectory: '/nowhere',
    checkDatabase: async () => {},
    metricsToken: undefined,
  });
  registerCashApplicationRoutes(server.app, { database: book.database, limitGuard: async () => {} });
  await server.ready();
});
afterAll(async () => {
  await server.fastify.close();
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

function principal(role: Role): Principal {
  const permissions = new Set(permissionsOf([role]));
  const companies = [{ company: book.company, roles: [role], permissions }];
  return { kind: 'token', actor: book.scope.actor, isAdministrator: false, csrfToken: null, companies };
}

async function ask(method: 'GET' | 'POST', path: string, payload?: object, token = 'analyst') {
  const url = `/api/v1/companies/TEST${path}`;
  const headers = { authorization: `Bearer ${token}` };
  const answer = await server.fastify.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
}

it('the expert proposes and tries, the manager switches on and goes back, the analyst only reads', async () => {
  await book.owe({ customerId: acme, number: '4711001', amount: '100.00' });
  await book.receive({ amount: '100.00', text: 'INVOICE 4711001' });
  await applyUnapplied(book.database, book.scope);
  const changes = { rulesOff: ['cited_and_exact', 'number_and_amount_confirm_each_other'], limits: {}, deductions: {} };
  const proposal = { changes, reason: 'month end' };
  expect((await ask('POST', '/cash/policies', proposal)).status).toBe(403);
  expect((await ask('POST', '/cash/policies', proposal, 'expert')).body).toEqual({ number: 1 });
  const tried = await ask('POST', '/cash/policies/1/trials', {}, 'expert');
  expect(tried.body).toMatchObject({ receipts: 1, fewer: 1, differencesCount: 1 });
  expect((await ask('POST', '/cash/policies/in-force', { number: 1 }, 'expert')).status).toBe(403);
  expect((await ask('POST', '/cash/policies/in-force', { number: 1 }, 'manager')).body).toEqual({ number: 1 });
  const { body } = await ask('GET', '/cash/policies');
  expect(body).toMatchObject({ inForce: 1, versions: [{ number: 1, changes, trial: { fewer: 1 } }] });
  expect((await ask('POST', '/cash/policies/in-force', { number: 0, reason: 'over' }, 'manager')).status).toBe(200);
});
