import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from './app.fixture.ts';
import { COMPANY_PREFIX, openApiDocument } from './platform/http/index.ts';

let test: TestApp;
let stranger: Caller;

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  await test.addCompany('DE01');
  stranger = await test.signIn('Stranger');
  await test.signIn('Ada', company, 'manager');
});

afterAll(() => test.close());

/** The list of design section 5, as far as it belongs to the API: the ways to sign in. */
const PUBLIC_ROUTES = ['POST /api/v1/session', 'POST /api/v1/session/link'];

/** An address that fits the pattern: every parameter gets something that could be one. */
function addressOf(url: string): string {
  return url.replace(':company', 'IT01').replaceAll(/:\w+/g, '01890000-0000-7000-8000-000000000000');
}

describe('every route of the API', () => {
  it('is in its description, and nothing else is', () => {
    const described = Object.entries(openApiDocument(test.app.fastify).paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const registered = test.app.routes.map((route) => `${route.method} ${route.url.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(registered.sort());
    expect(registered.length).toBeGreaterThan(40);
  });

  it('is refused without a session, but for the ways to sign in', async () => {
    const open: string[] = [];
    for (const { method, url } of test.app.routes) {
      const { status } = await test.ask({ method, url: addressOf(url) });
      if (status !== 401) open.push(`${method} ${url}`);
    }
    expect(open.sort()).toEqual(PUBLIC_ROUTES);
  });

  it('of a company is refused to a person without a role in it, whichever roles they have elsewhere', async () => {
    for (const { method, url } of test.app.routes.filter((route) => route.url.startsWith(COMPANY_PREFIX))) {
      const answer = await stranger.send(method as 'POST', addressOf(url));
      expect(answer.body, `${method} ${url}`).toMatchObject({ status: 403, code: 'company_not_yours' });
    }
  });

  it('that is for administrators is refused to others', async () => {
    for (const { method, url } of test.app.routes.filter((route) => route.access === 'administrator')) {
      const answer = await stranger.send(method as 'POST', addressOf(url));
      expect(answer.body, `${method} ${url}`).toMatchObject({ status: 403, code: 'not_permitted' });
    }
  });

  it('that writes is refused to a cookie without the CSRF token', async () => {
    for (const { method, url, access } of test.app.routes) {
      if (method === 'GET' || access === 'public') continue;
      const answer = await test.ask({ method, url: addressOf(url), headers: { cookie: stranger.cookie } });
      expect(answer.body, `${method} ${url}`).toMatchObject({ status: 403, code: 'csrf_token_missing' });
    }
  });

  it('answers the same whether the company is unknown or not theirs', async () => {
    const [theirs, unknown] = [
      await stranger.get('/companies/DE01/customers'),
      await stranger.get('/companies/XX99/customers'),
    ];
    const plain = (text: string) => text.replace(/DE01|XX99/g, '').replace(/"requestId":"[^"]*"/, '');
    expect(plain(theirs.text)).toBe(plain(unknown.text));
  });

  it('is allowed by a permission of the roles, and by nothing else', async () => {
    const auditor = await test.signIn('Auditor', (await test.app.services.operatorScope('IT01')).company, 'auditor');
    expect((await auditor.get('/companies/IT01/customers')).status).toBe(200);
    expect((await auditor.get('/companies/IT01/audit')).status).toBe(200);
    expect((await auditor.get('/companies/IT01/tokens')).body.code).toBe('not_permitted');
    for (const { method, url } of test.app.routes.filter((route) => route.url.startsWith(COMPANY_PREFIX))) {
      // Views of lists are everybody's own; sharing one asks for its permission.
      if (method === 'GET' || /\/(default-)?views/.test(url)) continue;
      // A pasted list is looked up: a question that is too long for an address, and changes nothing.
      if (url.endsWith('/receipts/:id/references')) continue;
      const answer = await auditor.send(method as 'POST', addressOf(url));
      expect(answer.body, `${method} ${url}`).toMatchObject({ status: 403, code: 'not_permitted' });
    }
  });
});

describe('what is served without signing in', () => {
  it('the application, the description, the probes', async () => {
    for (const url of ['/', '/healthz', '/readyz', '/metrics', '/api/openapi.json', '/api/docs']) {
      const answer = await test.app.fastify.inject({ url });
      expect(answer.statusCode, url).toBe(200);
    }
  });
});
