import { createHash } from 'node:crypto';
import path from 'node:path';
import { permissionsOf, type Role } from '@quittance/core/permissions';
import type { FastifyInstance, InjectOptions } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import {
  createHttpServer,
  decodeCursor,
  type HttpApp,
  localDateSchema,
  moneyInputSchema,
  moneyJson,
  moneyJsonSchema,
  openApiDocument,
  type Principal,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from './index.ts';

const company = { id: '0', code: 'IT01', name: 'Rossi', functionalCurrency: 'EUR', timeZone: 'Europe/Rome' };

function principalWith(role: Role, kind: Principal['kind'] = 'token'): Principal {
  const roles = [role];
  return {
    kind,
    actor: { id: '1', name: 'Ada' },
    isAdministrator: false,
    csrfToken: kind === 'session' ? 'csrf' : null,
    companies: [{ company, roles, permissions: new Set(permissionsOf(roles)) }],
  };
}

const PRINCIPALS: Record<string, Principal> = {
  auditor: principalWith('auditor'),
  manager: principalWith('manager'),
  cookie: principalWith('manager', 'session'),
};

function registerExamples(app: HttpApp): void {
  const numbers = ['A', 'B', 'C', 'D', 'E'];
  for (const path of ['/numbers', '/other-numbers']) {
    app.companyRoute({
      method: 'GET',
      path,
      permission: 'customers.read',
      tag: 'examples',
      summary: 'Numbers',
      query: pageQuerySchema,
      answer: pageSchema(z.object({ number: z.string() })),
      handler: async ({ query }) => {
        const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
        const found = numbers.filter((number) => number > after).slice(0, query.limit + 1);
        return pageOf(
          found.map((number) => ({ number })),
          query.limit,
          (row) => [row.number],
        );
      },
    });
  }
  app.companyRoute({
    method: 'POST',
    path: '/items/:id/charge',
    permission: 'ledger.adjust',
    tag: 'examples',
    summary: 'Charges',
    params: z.object({ id: z.uuid() }),
    body: z.object({ fee: moneyInputSchema }),
    answer: z.object({ fee: moneyJsonSchema, key: z.string().nullable(), action: z.string() }),
    status: 201,
    handler: async (call) => {
      const { key, action } = call.command('charge');
      const { amountMinor, currency } = call.body.fee;
      return { fee: moneyJson(amountMinor, currency), key: key ?? null, action };
    },
  });
  app.companyRoute({
    method: 'POST',
    path: '/files',
    permission: 'imports.write',
    tag: 'examples',
    summary: 'Counts bytes',
    body: 'file',
    query: z.object({ kind: z.enum(['items', 'customers']) }),
    answer: z.object({ name: z.string(), bytes: z.int(), kind: z.string() }),
    handler: async (call) => {
      const file = await call.file();
      let bytes = 0;
      for await (const chunk of file.content) bytes += chunk.length;
      return { name: file.name, bytes, kind: call.query.kind };
    },
  });
  app.globalRoute({
    method: 'GET',
    path: '/failures/:kind',
    access: 'public',
    tag: 'examples',
    summary: 'Fails in several ways',
    params: z.object({ kind: z.string() }),
    answer: z.object({ plain: z.string() }),
    handler: async ({ params }) => {
      if (params.kind === 'refusal') throw new AppError('period_is_closed', 'The period is closed.', { status: 409 });
      if (params.kind === 'undocumented') return { plain: 'x', secret: 'password hash' };
      throw new Error('password=hunter2');
    },
  });
  app.companyRoute({
    method: 'GET',
    path: '/progress',
    permission: 'imports.read',
    tag: 'examples',
    summary: 'Progress',
    answer: 'events',
    query: z.object({ endless: z.literal('yes').optional() }),
    handler: async ({ query }) =>
      (async function* () {
        yield { event: 'rows', data: { done: 1 }, id: '1' };
        if (query.endless) await new Promise(() => {});
        yield { event: 'rows', data: { done: 2, text: 'a\nb' } };
      })(),
  });
  app.companyRoute({
    method: 'GET',
    path: '/export',
    permission: 'ledger.read',
    tag: 'examples',
    summary: 'A download',
    answer: 'file',
    handler: async () => ({ name: 'scadenzario è.csv', type: 'text/csv; charset=utf-8', content: 'a,b\n1,2\n' }),
  });
}

let fastify: FastifyInstance;
let app: HttpApp;

async function exampleServer() {
  const server = await createHttpServer({
    authenticate: async ({ bearerToken, sessionToken }) => PRINCIPALS[bearerToken ?? sessionToken ?? ''] ?? null,
    checksAnswers: true,
    version: '0.0.0',
    log: pino({ level: 'silent' }),
    trustProxy: false,
    webDirectory: path.join(import.meta.dirname, 'no-such-directory'),
    checkDatabase: async () => {},
    metricsToken: 'm',
  });
  registerExamples(server.app);
  await server.ready();
  return server;
}

beforeAll(async () => {
  ({ fastify, app } = await exampleServer());
});

afterAll(() => fastify.close());

const at = (address: string) => `/api/v1/companies/IT01${address}`;
const as = (who: string) => ({ authorization: `Bearer ${who}` });

async function ask(options: InjectOptions) {
  const answer = await fastify.inject(options);
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, json: () => answer.json() };
}

describe('who may pass', () => {
  it('nobody without credentials, nor with made-up ones', async () => {
    expect((await ask({ url: at('/numbers') })).status).toBe(401);
    const answer = await ask({ url: at('/numbers'), headers: as('nobody') });
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 401, code: 'not_signed_in', title: 'Unauthorized' });
  });

  it('a role without the permission is refused, by name', async () => {
    const url = at('/items/01890000-0000-7000-8000-000000000000/charge');
    const answer = await ask({ method: 'POST', url, headers: as('auditor'), payload: {} });
    expect(answer.json()).toMatchObject({
      status: 403,
      code: 'not_permitted',
      details: { permission: 'ledger.adjust' },
    });
  });

  it('a company of others and one that does not exist look the same', async () => {
    const answer = await ask({ url: '/api/v1/companies/XX99/numbers', headers: as('manager') });
    expect(answer.json()).toMatchObject({ status: 403, code: 'company_not_yours' });
  });

  it('a write by cookie needs the CSRF token, a read does not', async () => {
    const url = at('/items/01890000-0000-7000-8000-000000000000/charge');
    const payload = { fee: { amount: '1.00', currency: 'EUR' } };
    const cookies = { quittance_session: 'cookie' };
    expect((await ask({ url: at('/numbers'), cookies })).status).toBe(200);
    expect((await ask({ method: 'POST', url, cookies, payload })).json()).toMatchObject({ code: 'csrf_token_missing' });
    const wrong = await ask({ method: 'POST', url, cookies, payload, headers: { 'x-csrf-token': 'other' } });
    expect(wrong.status).toBe(403);
    const right = { method: 'POST', url, cookies, payload, headers: { 'x-csrf-token': 'csrf' } } as const;
    expect((await ask(right)).status).toBe(201);
    const crossSite = { ...right, headers: { ...right.headers, 'sec-fetch-site': 'cross-site' } };
    expect((await ask(crossSite)).json()).toMatchObject({ code: 'other_site' });
  });

  it('a route that does not say who may use it cannot be added', async () => {
    const server = await createHttpServer({
      authenticate: async () => null,
      checksAnswers: true,
      version: '0',
      log: pino({ level: 'silent' }),
      trustProxy: false,
      webDirectory: '/nowhere',
      checkDatabase: async () => {},
      metricsToken: undefined,
    });
    expect(() => server.fastify.get('/open', async () => 'hello')).toThrow('does not say who may use it');
    await server.fastify.close();
  });

  it('a path parameter without a schema cannot be added', () => {
    expect(() =>
      app.globalRoute({
        method: 'GET',
        path: '/things/:id',
        access: 'public',
        tag: 'x',
        summary: 'x',
        answer: 'nothing',
        handler: async () => {},
      }),
    ).toThrow('has a schema for each of its parameters');
  });
});

describe('what a route takes and answers', () => {
  const charge = (payload: object, headers = {}) =>
    ask({
      method: 'POST',
      url: at('/items/01890000-0000-7000-8000-000000000000/charge'),
      headers: { ...as('manager'), ...headers },
      payload,
    });

  it('money travels as decimal text', async () => {
    const answer = await charge({ fee: { amount: '12.5', currency: 'EUR' } }, { 'idempotency-key': 'k-1' });
    expect(answer.status).toBe(201);
    expect(answer.json()).toEqual({ fee: { amount: '12.50', currency: 'EUR' }, key: 'k-1', action: 'charge' });
  });

  it('what cannot be read is told field by field', async () => {
    const tooFine = await charge({ fee: { amount: '12.505', currency: 'EUR' } });
    expect(tooFine.json()).toMatchObject({
      status: 400,
      code: 'request_invalid',
      problems: [{ field: 'fee.amount', message: '12.505 is no amount in EUR; write it as 1234.56' }],
    });
    expect((await charge({ fee: { amount: '1', currency: 'EURO' } })).json().problems[0].field).toBe('fee.currency');
    expect((await charge({})).json().problems[0].field).toBe('fee');
    expect((await charge({ fee: { amount: '1', currency: 'EUR' }, fees: 1 })).json().detail).toContain('fees');
  });

  it('numbers for money, broken JSON, other media and long keys are refused', async () => {
    expect((await charge({ fee: { amount: 12.5, currency: 'EUR' } })).status).toBe(400);
    const url = at('/items/01890000-0000-7000-8000-000000000000/charge');
    const raw = (payload: string, type: string) =>
      ask({ method: 'POST', url, payload, headers: { ...as('manager'), 'content-type': type } });
    expect((await raw('{"fee"', 'application/json')).json()).toMatchObject({ status: 400, code: 'body_not_json' });
    expect((await raw('fee=1', 'application/x-www-form-urlencoded')).json()).toMatchObject({
      status: 415,
      code: 'media_type_unknown',
    });
    const fee = { fee: { amount: '1', currency: 'EUR' } };
    expect((await charge(fee, { 'idempotency-key': 'x'.repeat(201) })).json().code).toBe('idempotency_key_invalid');
    expect((await charge(fee, { 'idempotency-key': 'two words' })).json().code).toBe('idempotency_key_invalid');
    const own = { 'idempotency-key': 'pending:01890000-0000-7000-8000-000000000000' };
    expect((await charge(fee, own)).json().code).toBe('idempotency_key_invalid');
  });

  it('a query parameter that is misspelt is refused, not ignored', async () => {
    const answer = await ask({ url: at('/numbers?limt=5'), headers: as('manager') });
    expect(answer.status).toBe(400);
    expect(answer.json().detail).toContain('limt');
  });

  it('pages follow each other by key', async () => {
    const page = async (cursor: string) =>
      (await ask({ url: at(`/numbers?limit=2${cursor && `&cursor=${cursor}`}`), headers: as('manager') })).json();
    const first = await page('');
    expect(first.rows).toEqual([{ number: 'A' }, { number: 'B' }]);
    const second = await page(first.next);
    expect(second.rows).toEqual([{ number: 'C' }, { number: 'D' }]);
    expect(await page(second.next)).toEqual({ rows: [{ number: 'E' }], next: null });
    expect((await page('made-up')).code).toBe('cursor_invalid');
    expect((await ask({ url: at('/numbers?limit=1001'), headers: as('manager') })).status).toBe(400);
  });

  it('a cursor is of the list and the company that gave it, and of nothing else', async () => {
    const first = (await ask({ url: at('/numbers?limit=2'), headers: as('manager') })).json();
    const inner = Buffer.from('["B"]').toString('base64url');
    expect(first.next).not.toBe(inner);
    const next = (path: string, cursor: string) => ask({ url: at(`${path}?cursor=${cursor}`), headers: as('manager') });
    expect((await next('/numbers', first.next)).json().rows[0]).toEqual({ number: 'C' });
    const [otherList, damaged] = [first.next.replace('W', 'X'), `${first.next}x`];
    expect((await next('/other-numbers', first.next)).json().code).toBe('cursor_invalid');
    for (const cursor of [inner, otherList, damaged, '', '.', '%00']) {
      expect((await next('/numbers', cursor)).json().code, cursor).toBe('cursor_invalid');
    }
  });

  it('a zero character, half a character and endless nesting are refused by their field, before any schema looks', async () => {
    const wrong = async (amount: unknown) => (await charge({ fee: { amount, currency: 'EUR' } })).json().problems;
    expect(await wrong('1\u0000')).toMatchObject([{ field: 'fee.amount', code: 'zero_character' }]);
    expect(await wrong('1\ud800')).toMatchObject([{ field: 'fee.amount', code: 'half_character' }]);
    expect((await charge({ fee: { amount: '1', currency: 'EUR', '\u0000': 1 } })).json().problems).toMatchObject([
      { field: 'fee', code: 'field_name_unreadable' },
    ]);
    const deep = `{"fee":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const url = at('/items/01890000-0000-7000-8000-000000000000/charge');
    const headers = { ...as('manager'), 'content-type': 'application/json' };
    const answer = await ask({ method: 'POST', url, payload: deep, headers });
    expect(answer.json().problems).toMatchObject([{ field: 'fee', code: 'too_deep' }]);
    expect((await ask({ url: at('/numbers?cursor=a&limit=%00'), headers: as('manager') })).status).toBe(400);
  });

  it('a day that no book has is refused', () => {
    expect(localDateSchema.safeParse('2026-11-22').data).toBe('2026-11-22');
    for (const text of ['2026-02-30', '1899-12-31', '2200-01-01', '9999-12-31', '22.11.2026', '+002026-11-22']) {
      expect(localDateSchema.safeParse(text).success, text).toBe(false);
    }
  });

  it('a file arrives as a stream, with its name but without its path', async () => {
    const boundary = 'XX';
    const payload = `--XX\r\ncontent-disposition: form-data; name="file"; filename="C:\\\\books\\\\items.csv"\r\ncontent-type: text/csv\r\n\r\na;b\r\n--XX--\r\n`;
    const headers = { ...as('manager'), 'content-type': `multipart/form-data; boundary=${boundary}` };
    const answer = await ask({ method: 'POST', url: at('/files?kind=items'), headers, payload });
    expect(answer.json()).toEqual({ name: 'items.csv', bytes: 3, kind: 'items' });
    const none = await ask({ method: 'POST', url: at('/files?kind=items'), headers: as('manager') });
    expect(none.json()).toMatchObject({ status: 400, code: 'file_missing' });
  });

  it('events come as text/event-stream, one line of data each', async () => {
    const answer = await ask({ url: at('/progress'), headers: as('manager') });
    expect(answer.headers['content-type']).toContain('text/event-stream');
    expect(answer.text).toBe(
      ': open\n\nid: 1\nevent: rows\ndata: {"done":1}\n\nevent: rows\ndata: {"done":2,"text":"a\\nb"}\n\n',
    );
  });

  it('events that would never end do, when the caller leaves and when the server stops', async () => {
    const server = await exampleServer();
    const address = await server.fastify.listen({ port: 0, host: '127.0.0.1' });
    const open = () =>
      fetch(`${address}${at('/progress?endless=yes')}`, { headers: as('manager') }).then((answer) => answer.body);
    const [left, stays] = await Promise.all([open(), open()]);
    await left?.cancel();
    const reader = stays?.getReader();
    await reader?.read();
    const startedAt = performance.now();
    await server.fastify.close();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    for (let part = await reader?.read(); part && !part.done; ) part = await reader?.read();
  });

  it('a file may be larger than any other body', async () => {
    const payload = `--XX\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${'x'.repeat(6_000_000)}\r\n--XX--\r\n`;
    const headers = { ...as('manager'), 'content-type': 'multipart/form-data; boundary=XX' };
    const answer = await ask({ method: 'POST', url: at('/files?kind=items'), headers, payload });
    expect(answer.json()).toMatchObject({ bytes: 6_000_000 });
    const json = await charge({ fee: { amount: '1', currency: 'x'.repeat(5_000_000) } });
    expect(json.json()).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  it('a download keeps its accents', async () => {
    const answer = await ask({ url: at('/export'), headers: as('manager') });
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="scadenzario _.csv"; filename*=UTF-8''scadenzario%20%C3%A8.csv`,
    );
    expect(answer.text).toBe('a,b\n1,2\n');
  });
});

describe('failures', () => {
  it('a refusal keeps its code', async () => {
    const answer = await ask({ url: '/api/v1/failures/refusal' });
    expect(answer.json()).toMatchObject({
      type: 'urn:quittance:problem:period_is_closed',
      title: 'Conflict',
      status: 409,
      code: 'period_is_closed',
      detail: 'The period is closed.',
    });
  });

  it('a bug tells nothing but the id of the request', async () => {
    const answer = await ask({ url: '/api/v1/failures/bug' });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('hunter2');
    expect(answer.json()).toMatchObject({ code: 'internal_error', requestId: answer.headers['x-request-id'] });
  });

  it('an answer with an undocumented field fails where answers are checked', async () => {
    expect((await ask({ url: '/api/v1/failures/undocumented' })).status).toBe(500);
  });

  it('an unknown address of the API is a problem, any other one is the application', async () => {
    expect((await ask({ url: '/api/v1/nothing' })).json()).toMatchObject({ status: 404, code: 'not_found' });
    expect((await ask({ url: '/api/v2' })).status).toBe(404);
    expect((await ask({ method: 'POST', url: '/nothing' })).json()).toMatchObject({ code: 'not_found' });
    expect((await ask({ url: '/' })).status).toBe(200);
    expect((await ask({ url: '/c/IT01/aging' })).status).toBe(200);
    expect((await ask({ url: '/assets/missing.js' })).status).toBe(404);
    expect((await ask({ url: '/%ff' })).json()).toMatchObject({ status: 400, code: 'address_invalid' });
    expect((await ask({ url: '/../../etc/passwd' })).text).not.toContain('root:');
    expect((await ask({ url: '/%2e%2e/%2e%2e/etc/passwd' })).text).not.toContain('root:');
  });
});

describe('what the server says about itself', () => {
  it('probes and metrics answer without signing in', async () => {
    expect((await ask({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
    expect((await ask({ url: '/readyz' })).json()).toEqual({ status: 'ready' });
    const metrics = await ask({ url: '/metrics' });
    expect(metrics.text).toMatch(
      /quittance_http_request_seconds_count\{method="GET",route="\/healthz",status="200"\} \d/,
    );
  });

  it('metrics from elsewhere need the token', async () => {
    expect((await ask({ url: '/metrics', remoteAddress: '192.0.2.1' })).status).toBe(401);
    expect((await ask({ url: '/metrics', headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(401);
    const withToken = { url: '/metrics', remoteAddress: '192.0.2.1', headers: { authorization: 'Bearer m' } };
    expect((await ask(withToken)).status).toBe(200);
  });

  it('the description is OpenAPI 3.1 with every route, its schemas and problems', () => {
    const document = openApiDocument(fastify);
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toHaveLength(app.routes.length);
    const charge = document.paths['/api/v1/companies/{company}/items/{id}/charge']?.post;
    expect(charge).toMatchObject({
      operationId: 'postItemsByIdCharge',
      summary: 'Charges',
      'x-access': 'ledger.adjust',
      parameters: [{ name: 'company' }, { name: 'id' }, { name: 'Idempotency-Key', in: 'header' }],
      responses: { '201': {}, '4XX': {} },
    });
    expect(JSON.stringify(charge)).toContain('#/components/schemas/Money');
    const files = document.paths['/api/v1/companies/{company}/files']?.post;
    expect(files?.requestBody).toMatchObject({ content: { 'multipart/form-data': {} } });
  });

  it('the page of the description names each route and loads nothing', async () => {
    const { text, headers } = await ask({ url: '/api/docs' });
    expect(text).toContain('/api/v1/companies/{company}/items/{id}/charge');
    expect(text).not.toMatch(/<script|src=|https?:\/\//);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}'`);
  });
});
