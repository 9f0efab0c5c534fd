/** The routes of cash application on a server of their own. Who asks is named by role; nobody named is a cash analyst. */
import { isRole, permissionsOf, type Role } from '@quittance/core/permissions';
import pino from 'pino';
import { createHttpServer, type Principal } from '../../platform/http/index.ts';
import type { LimitGuard } from '../ledger/index.ts';
import type { CashBook } from './cash-application.fixture.ts';
import { registerCashApplicationRoutes } from './index.ts';

interface Asked {
  readonly limitGuard?: LimitGuard;
  /** People other than the book's own, by the name under which they ask. */
  readonly others?: Readonly<Record<string, Principal['actor']>>;
}

export type CashRoutes = Awaited<ReturnType<typeof serveCashRoutes>>;

export async function serveCashRoutes(book: CashBook, { limitGuard = async () => {}, others = {} }: Asked = {}) {
  const principal = (who: string): Principal => {
    const role: Role = isRole(who) ? who : 'cash_analyst';
    const companies = [{ company: book.company, roles: [role], permissions: new Set(permissionsOf([role])) }];
    const actor = others[who] ?? book.scope.actor;
    return { kind: 'token', actor, isAdministrator: false, csrfToken: null, companies };
  };
  const { app, fastify, ready } = await createHttpServer({
    authenticate: async ({ bearerToken }) => principal(bearerToken ?? ''),
    checksAnswers: true,
    version: '0',
    log: pino({ level: 'silent' }),
    trustProxy: false,
    webDirectory: '/nowhere',
    checkDatabase: async () => {},
    metricsToken: undefined,
  });
  const crashes: unknown[] = [];
  registerCashApplicationRoutes(app, { database: book.database, limitGuard, onCrash: (error) => crashes.push(error) });
  await ready();
  return {
    /** The body of JSON as it reads, of a file as bytes. */
    async ask(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, who = 'cash_analyst') {
      const url = `/api/v1/companies/TEST${path}`;
      const headers = { authorization: `Bearer ${who}` };
      const answer = await fastify.inject({ method, url, headers, ...(payload ? { payload } : {}) });
      const isJson = String(answer.headers['content-type']).includes('json');
      return { status: answer.statusCode, body: isJson ? answer.json() : answer.rawPayload };
    },
    /** Bugs in work that nobody waited for. */
    crashes,
    close: async () => fastify.close(),
  };
}
