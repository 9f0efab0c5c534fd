/**
 * The composition root: the only place that knows everything. The server, the command line and the tests are all made here.
 */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dateInZone } from '@quittance/core/calendar';
import { FIRST_ROLES } from '@quittance/core/permissions';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import pino from 'pino';
import { jobsOf } from './app-jobs.ts';
import { registerRoutes } from './app-routes.ts';
import { applyAsSystem, COMPANY_SETUPS, PROMISE_IMPORTS, TOLD_OF_MAIL, VERIFY_CHECKS } from './app-wiring.ts';
import { type ApplyReport, type ApplyRequest, applyUnapplied } from './modules/cash-application/index.ts';
import {
  itemsToAskFor,
  letterWasNotSent,
  noteEnclosures,
  noteWentOut,
  noteWritten,
  objectionToSending,
  portfoliosOf,
  stillToAskFor,
  takenOff,
} from './modules/collections/index.ts';
import type { CorrespondenceContext } from './modules/correspondence/index.ts';
import {
  authenticator,
  ensureAdministrator,
  grantFirstRoles,
  type IdentityContext,
  makeSignInLink,
  operatorActor,
  signInPath,
} from './modules/identity/index.ts';
import { type ArrivalContext, type ImportReport, type ImportRequest, importFile } from './modules/intake/index.ts';
import { type Aging, type AgingRequest, aging, agingLabels, type Invariant, verify } from './modules/ledger/index.ts';
import {
  type CompanyDraft,
  type CompanySetup,
  createCompany,
  listCompanies,
  requireCompany,
} from './modules/organisation/index.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config/index.ts';
import { applicationPool } from './platform/database/pool.ts';
import { sql } from './platform/database/sql.ts';
import { type Actor, type Company, Database, type Scope } from './platform/database/transaction.ts';
import { createHttpServer, openApiDocument, type RegisteredRoute } from './platform/http/index.ts';
import { runJobs } from './platform/jobs/index.ts';

export { benchLedger, type LedgerBench, type LedgerBenchName } from './bench/bench.ts';
export { benchInbox } from './bench/inbox.bench.ts';
export { benchSearch } from './bench/search.bench.ts';
export type { SearchFigures } from './bench/search-figures.ts';
export { benchWritten } from './bench/written.bench.ts';
export type { ApplyReport } from './modules/cash-application/index.ts';
export { readAdviceFile } from './modules/intake/index.ts';
export type { Aging, AgingRequest, Invariant } from './modules/ledger/index.ts';
export { USUAL_BUCKETS } from './modules/ledger/index.ts';
export { type Config, DEFAULT_PORT, readConfig } from './platform/config/index.ts';
export { backup } from './platform/database/backup/backup.ts';
export { restore } from './platform/database/backup/restore.ts';
export { migrate } from './platform/database/migrations/migrate.ts';
export { type DatabaseHandle, openDatabase } from './platform/database/open.ts';
export type { Scope } from './platform/database/transaction.ts';
export {
  type ExpectationResult,
  openThrowawayDatabase,
  runScenarios,
  type ScenarioReport,
} from './scenario/index.ts';

export interface AppOptions {
  readonly connection: pg.ClientConfig;
  /** Of tests and seeded ledgers; the database's clock when absent. */
  readonly clock?: Clock;
  readonly config?: Partial<Pick<Config, 'logLevel' | 'metricsToken' | 'trustProxy' | 'secret'>>;
  /** Files for companies are dropped below it. */
  readonly dropDirectory?: string;
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
  listCompanies(): Promise<Company[]>;
  /** As the operator does it: the installation's administrator gets the first roles in it. */
  createCompany(actor: Actor, draft: CompanyDraft): Promise<Company>;
  /** The aging with the numbers and names of its keys. */
  aging(
    scope: Scope,
    request: AgingRequest,
  ): Promise<Aging & { labels: Map<string, { label: string; customerName: string }> }>;
  verify(scope: Scope): Promise<Invariant[]>;
  importFile(scope: Scope, request: ImportRequest): Promise<ImportReport>;
  /** Cash application on what is unapplied. */
  applyUnapplied(scope: Scope, request?: ApplyRequest): Promise<ApplyReport>;
  /** The installation's administrator, made with its first use, and a link that signs them in once. */
  administratorLink(): Promise<{ path: string; expiresAt: string }>;
}

/** What a driver needs to reach the database. */
export type DatabaseConnection = pg.ClientConfig;

export interface App {
  readonly fastify: FastifyInstance;
  readonly routes: readonly RegisteredRoute[];
  readonly services: Services;
  readonly version: string;
  /** From now on does by itself what comes due, until closed. For a server; commands and tests do without. */
  startJobs(): Promise<void>;
  /** Lets running requests end, ends event streams and jobs, leaves the database. */
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
  let isOwner = false;
  const pool = await applicationPool(options.connection, options.connectionsMax ?? CONNECTIONS_MAX, () => {
    isOwner = true;
  });
  const database = new Database(pool, clock);
  const identity: IdentityContext = { database, clock: clock ?? systemClock };
  const log = pino({ level: config.logLevel ?? 'warn' }, pino.destination(2));
  const server = await createHttpServer({
    authenticate: authenticator(identity),
    checksAnswers: options.checksAnswers ?? false,
    version: VERSION,
    log,
    trustProxy: config.trustProxy ?? false,
    requestsPerMinuteMax: options.requestsPerMinuteMax,
    webDirectory: options.webDirectory ?? WEB_DIRECTORY,
    checkDatabase: async () => void (await database.global(sql`select 1 as one`)),
    metricsToken: config.metricsToken,
    gauges: () => ({ database_connections: pool.totalCount, database_connections_waited_for: pool.waitingCount }),
  });
  const arrivals: ArrivalContext = {
    database,
    promises: PROMISE_IMPORTS,
    clock: identity.clock,
    dropDirectory: options.dropDirectory ?? path.join(os.tmpdir(), 'quittance-drop'),
    secret: config.secret ?? (() => undefined),
    onPosted: ({ company }) => applyAsSystem(database, company),
  };
  const correspondence: CorrespondenceContext = {
    database,
    clock: identity.clock,
    secret: arrivals.secret,
    objection: objectionToSending,
    asking: { itemsToAskFor, noteWritten, stillToAskFor, takeOff: takenOff },
    portfoliosOf,
    notSent: letterWasNotSent,
    wentOut: noteWentOut,
    enclosures: noteEnclosures,
    ...TOLD_OF_MAIL,
    chance: Math.random,
  };
  registerRoutes(server.app, {
    database,
    identity,
    arrivals,
    correspondence,
    onCrash: (error) => log.error({ err: error }, 'work failed'),
  });
  await server.ready();
  let stopJobs = async () => {};
  return {
    fastify: server.fastify,
    routes: server.app.routes,
    version: VERSION,
    services: servicesOf(identity),
    async startJobs() {
      if (isOwner) log.warn(LOGS_IN_AS_OWNER);
      const runner = await runJobs({
        connection: options.connection,
        jobs: jobsOf({ identity, arrivals, correspondence }, log),
        log,
      });
      stopJobs = () => runner.stop();
    },
    async close() {
      await server.fastify.close();
      await stopJobs();
      await database.end();
    },
  };
}

const LOGS_IN_AS_OWNER =
  'The application has no login of its own in this database and uses that of its owner; docs/features/database.md says how to give it one.';

function servicesOf(identity: IdentityContext): Services {
  const { database } = identity;
  const operator = () => operatorActor(identity, os.userInfo().username);
  return {
    database,
    identity,
    operator,
    operatorScope: async (code) => ({ company: await requireCompany(database, code), actor: await operator() }),
    listCompanies: () => listCompanies(database),
    async createCompany(actor, draft) {
      const administratorId = await ensureAdministrator(identity);
      const grant: CompanySetup = (tx) => grantFirstRoles(tx, administratorId, FIRST_ROLES);
      return createCompany(database, actor, { draft, setups: [...COMPANY_SETUPS, grant] });
    },
    aging: (scope, request) =>
      database.read(scope, async (tx) => {
        const answer = await aging(tx, request);
        const keys = answer.rows.map((row) => row.key);
        return { ...answer, labels: await agingLabels(tx, request.by, keys) };
      }),
    verify: (scope) => database.read(scope, (tx) => verify(tx, VERIFY_CHECKS)),
    applyUnapplied: (scope, request) => applyUnapplied(database, scope, request),
    importFile: (scope, request) =>
      importFile({ database, promises: PROMISE_IMPORTS }, scope, { ...request, origin: AT_THE_COMMAND_LINE }),
    async administratorLink() {
      const link = await makeSignInLink(identity, {
        personId: await ensureAdministrator(identity),
        madeBy: await operator(),
      });
      return { path: signInPath(link.secret), expiresAt: link.expiresAt };
    },
  };
}

const AT_THE_COMMAND_LINE = { channel: 'command_line', sourceId: null, sender: null, place: null } as const;

/** The document that `GET /api/openapi.json` gives, without a database. */
export async function describeApp(): Promise<object> {
  const app = await createApp({ connection: { host: '/nowhere' } });
  try {
    return openApiDocument(app.fastify);
  } finally {
    await app.close();
  }
}

/** Fills an empty database with the demo's companies; does nothing when they are there. Loaded only when asked for. */
export async function fillDemo(options: {
  connection: pg.ClientConfig;
  /** Where files to drop into the browser are written. */
  filesDirectory: string;
  onProgress: (text: string) => void;
}): Promise<{ seeded: boolean }> {
  const { seedDemo } = await import('./demo/index.ts');
  return seedDemo({ ...options, today: dateInZone(systemClock.now(), 'UTC') });
}
