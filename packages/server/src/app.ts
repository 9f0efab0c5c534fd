/**
 * The composition root: the only place that knows everything. The server, the command line and the tests are all made here.
 */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import pino from 'pino';
import { ensureUnidentifiedCustomer } from './modules/customers/index.ts';
import {
  authenticator,
  grantFirstRoles,
  type IdentityContext,
  operatorActor,
  registerPeopleRoutes,
  registerSessionRoutes,
  registerTokenRoutes,
} from './modules/identity/index.ts';
import { registerLedgerRoutes } from './modules/ledger/index.ts';
import {
  type CompanyDraft,
  type CompanySetup,
  createCompany,
  registerOrganisationRoutes,
  requireCompany,
} from './modules/organisation/index.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config/index.ts';
import { applicationPool } from './platform/database/pool.ts';
import { sql } from './platform/database/sql.ts';
import { type Actor, type Company, Database, type Scope } from './platform/database/transaction.ts';
import { createHttpServer, type RegisteredRoute } from './platform/http/index.ts';

export { openDatabase } from './platform/database/open.ts';

export interface AppOptions {
  readonly connection: pg.ClientConfig;
  /** Of tests and seeded ledgers; the database's clock when absent. */
  readonly clock?: Clock;
  readonly config?: Partial<Pick<Config, 'logLevel' | 'metricsToken' | 'trustProxy'>>;
  readonly connectionsMax?: number;
  readonly requestsPerMinuteMax?: number;
  /** Compare each answer with its documented shape: in tests. */
  readonly checksAnswers?: boolean;
  /** The built screens; packages/web/dist when absent. */
  readonly webDirectory?: string;
}

/** What commands, jobs and tests use of the product without going through the web server. */
export interface Services {
  readonly database: Database;
  readonly identity: IdentityContext;
  /** Whoever runs commands on this machine, as an actor. */
  operator(): Promise<Actor>;
  /** A company as the operator works in it. Throws `company_not_found`. */
  operatorScope(companyCode: string): Promise<Scope>;
  createCompany(actor: Actor, draft: CompanyDraft): Promise<Company>;
}

export interface App {
  readonly fastify: FastifyInstance;
  readonly routes: readonly RegisteredRoute[];
  readonly services: Services;
  readonly version: string;
  /** Lets running requests end, ends event streams, leaves the database. */
  close(): Promise<void>;
}

const CONNECTIONS_MAX = 12; // enough for two cores of work; more only queue inside PostgreSQL
const WEB_DIRECTORY = fileURLToPath(new URL('../../web/dist/', import.meta.url));

export const VERSION: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

/** Makes the application on a database that is migrated. It listens only when its `fastify` is told to. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config = {}, clock } = options;
  const pool = applicationPool(options.connection, options.connectionsMax ?? CONNECTIONS_MAX);
  const database = new Database(pool, clock);
  const identity: IdentityContext = { database, clock: clock ?? systemClock };
  const setups: readonly CompanySetup[] = [ensureUnidentifiedCustomer];
  const server = await createHttpServer({
    authenticate: authenticator(identity),
    checksAnswers: options.checksAnswers ?? false,
    version: VERSION,
    log: pino({ level: config.logLevel ?? 'warn' }, pino.destination(2)),
    trustProxy: config.trustProxy ?? false,
    requestsPerMinuteMax: options.requestsPerMinuteMax,
    webDirectory: options.webDirectory ?? WEB_DIRECTORY,
    checkDatabase: async () => void (await database.global(sql`select 1 as one`)),
    metricsToken: config.metricsToken,
    gauges: () => ({ database_connections: pool.totalCount, database_connections_waited_for: pool.waitingCount }),
  });
  const { app } = server;
  registerSessionRoutes(app, identity);
  registerPeopleRoutes(app, identity);
  registerTokenRoutes(app, identity);
  registerOrganisationRoutes(app, { database, setups, grantFirstRoles });
  registerLedgerRoutes(app, { database, closingChecks: [], verifyChecks: [] });
  await server.ready();
  const operator = () => operatorActor(identity, os.userInfo().username);
  return {
    fastify: server.fastify,
    routes: app.routes,
    version: VERSION,
    services: {
      database,
      identity,
      operator,
      operatorScope: async (code) => ({ company: await requireCompany(database, code), actor: await operator() }),
      createCompany: (actor, draft) => createCompany(database, actor, { draft, setups }),
    },
    async close() {
      await server.fastify.close();
      await database.end();
    },
  };
}
