/** The whole product on the small demo, attacked by somebody who may do everything in one company and is nobody in the other. */
import { localDate } from '@quittance/core/calendar';
import { ROLES, type Role } from '@quittance/core/permissions';
import type pg from 'pg';
import { type Answer, type Caller, callerOf } from '../app.fixture.ts';
import { type App, createApp } from '../app.ts';
import { seedDemo } from '../demo/index.ts';
import { addPerson, makeSignInLink } from '../modules/identity/index.ts';
import { saveRoles } from '../modules/identity/people.queries.ts';
import { ownerPool } from '../platform/database/pool.ts';
import type { Company } from '../platform/database/transaction.ts';
import { COMPANY_PREFIX, openApiDocument, type RegisteredRoute } from '../platform/http/index.ts';
import { createTestDatabase } from '../platform/testing/database.ts';
import type { JsonSchema } from './hostile-bodies.fixture.ts';

export interface AttackedRoute extends RegisteredRoute {
  /** '/customers/:id/items': what follows the company. */
  readonly path: string;
  /** Of the JSON body; undefined: it takes none. */
  readonly body: JsonSchema | undefined;
  readonly takesFile: boolean;
  readonly answersEvents: boolean;
  readonly query: readonly { name: string; required: boolean; schema: JsonSchema }[];
}

interface Party {
  readonly company: Company;
  /** Has every role there, and none elsewhere. */
  readonly caller: Caller;
}

export interface AttackedApp {
  readonly app: App;
  readonly owner: pg.Pool;
  readonly ours: Party;
  readonly theirs: Party;
  readonly routes: readonly AttackedRoute[];
  readonly document: ReturnType<typeof openApiDocument>;
  /** Sends as the browser does; the answer's own promise never rejects. */
  ask(caller: Caller, request: Asked): Promise<Answer>;
  signIn(company: Company, roles: readonly Role[]): Promise<Caller>;
  close(): Promise<void>;
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  /** JSON as text, for what no object can say. */
  readonly text?: string;
  readonly file?: boolean;
  readonly key?: string;
}

const DEMO_TODAY = localDate('2025-11-20'); // past on every machine
const SCALE = 0.004; // the least that has something of nearly everything
const FILE =
  '--XX\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\na;b\r\n--XX--\r\n';

export async function openAttackedApp(): Promise<AttackedApp> {
  const testDatabase = await createTestDatabase();
  const { connection } = testDatabase;
  await seedDemo({ connection, today: DEMO_TODAY, scale: SCALE });
  const app = await createApp({
    connection,
    checksAnswers: true,
    connectionsMax: 16,
    requestsPerMinuteMax: 1_000_000,
    config: { logLevel: 'silent' },
  });
  const owner = ownerPool(connection, 1);
  const ask: AttackedApp['ask'] = (caller, asked) => inject(app, caller, asked);
  let people = 0;
  const signIn = async (company: Company, roles: readonly Role[]): Promise<Caller> => {
    const { identity, database } = app.services;
    const operator = await app.services.operator();
    const draft = { email: `attacker${++people}@example.com`, name: `Attacker ${people}`, locale: 'en' };
    const personId = await addPerson(identity, draft, operator);
    await database.write({ company, actor: operator }, (tx) => saveRoles(tx, personId, [...roles]));
    const link = await makeSignInLink(identity, { personId, madeBy: operator });
    const answer = await app.fastify.inject({
      method: 'POST',
      url: '/api/v1/session/link',
      payload: { token: link.secret },
    });
    const body = answer.json();
    return callerOf(neverAsked, personId, { status: answer.statusCode, headers: answer.headers, text: '', body });
  };
  const party = async (code: string): Promise<Party> => {
    const { company } = await app.services.operatorScope(code);
    return { company, caller: await signIn(company, ROLES) };
  };
  const document = openApiDocument(app.fastify);
  return {
    ...{ app, owner, ask, signIn, document },
    routes: app.routes.map((route) => attacked(route, document)),
    ours: await party('IT01'),
    theirs: await party('UK01'),
    async close() {
      await app.close();
      await owner.end();
      await testDatabase.drop();
    },
  };
}

const neverAsked = () => Promise.reject(new Error('ask through the attacked application'));

async function inject(app: App, caller: Caller, { method, url, body, text, file, key }: Asked): Promise<Answer> {
  const type = file ? 'multipart/form-data; boundary=XX' : text === undefined ? undefined : 'application/json';
  const answer = await app.fastify.inject({
    method: method as 'GET',
    url,
    headers: {
      cookie: caller.cookie,
      'x-csrf-token': caller.csrfToken,
      ...(type ? { 'content-type': type } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(file ? { payload: FILE } : text !== undefined ? { payload: text } : {}),
    ...(body === undefined ? {} : { payload: body as object }),
  });
  const isJson = String(answer.headers['content-type'] ?? '').includes('json');
  const answered = isJson && answer.body ? answer.json() : {};
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: answered };
}

/** A registered route with what its description says of body and query. */
function attacked(route: RegisteredRoute, document: ReturnType<typeof openApiDocument>): AttackedRoute {
  const described = document.paths[route.url.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()] ?? {};
  const {
    parameters = [],
    requestBody,
    responses,
  } = described as {
    parameters?: { name: string; in: string; required?: boolean; schema: JsonSchema }[];
    requestBody?: { content: Record<string, { schema: JsonSchema }> };
    responses?: Record<string, { content?: Record<string, unknown> }>;
  };
  return {
    ...route,
    path: route.url.replace(COMPANY_PREFIX, ''),
    body: requestBody?.content['application/json']?.schema,
    takesFile: requestBody?.content['multipart/form-data'] !== undefined,
    answersEvents: responses?.['200']?.content?.['text/event-stream'] !== undefined,
    query: parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, required = false, schema }) => ({ name, required, schema })),
  };
}

/** Routes of a company, in the order of their registration. */
export function companyRoutes({ routes }: AttackedApp): readonly AttackedRoute[] {
  return routes.filter((route) => route.url.startsWith(COMPANY_PREFIX));
}
