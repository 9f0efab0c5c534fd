import { describe, expect, it } from 'vitest';
import { ApiProblem, createApiClient } from './index.ts';

/** A server that notes what it is asked and answers in turn. */
function server(...answers: (() => Response)[]) {
  const asked: Request[] = [];
  return {
    asked,
    fetch: async (request: Request) => {
      asked.push(request);
      const answer = answers[asked.length - 1];
      if (!answer) throw new TypeError('fetch failed');
      return answer();
    },
  };
}

const baseUrl = 'http://quittance.example';
const company = { path: { company: 'IT01' } };
const session = { user: { id: '1', name: 'Ada', email: null, locale: 'en' }, csrfToken: 'c-1', companies: [] };

describe('the client', () => {
  it('sends the token of a program, and no CSRF token', async () => {
    const { fetch, asked } = server(() => Response.json({ rows: [], next: null }));
    const api = createApiClient({ baseUrl, token: 'qtn_x', fetch });
    const { data } = await api.GET('/api/v1/companies/{company}/customers', { params: company });
    expect(data).toEqual({ rows: [], next: null });
    expect(asked[0]?.url).toBe('http://quittance.example/api/v1/companies/IT01/customers');
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer qtn_x');
    expect(asked[0]?.headers.has('x-csrf-token')).toBe(false);
    expect(asked[0]?.headers.has('idempotency-key')).toBe(false);
  });

  it('keeps the CSRF token of the session and sends it with every write, each with a key of its own', async () => {
    const ok = () => Response.json({ code: 'IT01', name: 'x', functionalCurrency: 'EUR', timeZone: 'UTC' });
    const { fetch, asked } = server(() => Response.json(session), ok, ok);
    const api = createApiClient({ baseUrl, fetch });
    await api.GET('/api/v1/session');
    const rename = () => api.PUT('/api/v1/companies/{company}/name', { params: company, body: { name: 'x' } });
    await rename();
    await rename();
    expect(asked[1]?.headers.get('x-csrf-token')).toBe('c-1');
    const keys = asked.slice(1).map((request) => request.headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(2);
    expect(keys.every((key) => (key ?? '').length >= 32)).toBe(true);
  });

  it('gives the same act, sent twice before it was answered, one key; another act, and the same later, another', async () => {
    const ok = () => Response.json({ code: 'IT01', name: 'x', functionalCurrency: 'EUR', timeZone: 'UTC' });
    const { fetch, asked } = server(ok, ok, ok, ok);
    const api = createApiClient({ baseUrl, fetch });
    const rename = (name: string) => api.PUT('/api/v1/companies/{company}/name', { params: company, body: { name } });
    await Promise.all([rename('x'), rename('x'), rename('y')]);
    await rename('x');
    const keys = asked.map((request) => request.headers.get('idempotency-key'));
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });

  it('leaves two of a kind to a program', async () => {
    const ok = () => Response.json({ code: 'IT01', name: 'x', functionalCurrency: 'EUR', timeZone: 'UTC' });
    const { fetch, asked } = server(ok, ok);
    const api = createApiClient({ baseUrl, token: 'qtn_x', fetch });
    const rename = () => api.PUT('/api/v1/companies/{company}/name', { params: company, body: { name: 'x' } });
    await Promise.all([rename(), rename()]);
    expect(new Set(asked.map((request) => request.headers.get('idempotency-key'))).size).toBe(2);
  });

  it('throws a refusal with its code, words and fields', async () => {
    const problem = {
      title: 'Bad Request',
      status: 400,
      code: 'request_invalid',
      detail: 'The request cannot be read.',
      requestId: 'r-1',
      problems: [{ field: 'name', code: 'too_small', message: 'is empty' }],
    };
    const { fetch } = server(() => Response.json(problem, { status: 400 }));
    const api = createApiClient({ baseUrl, fetch });
    const refused = api.PUT('/api/v1/companies/{company}/name', { params: company, body: { name: '' } });
    await expect(refused).rejects.toThrow('The request cannot be read.');
    const error = await refused.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ status: 400, code: 'request_invalid', requestId: 'r-1', problems: problem.problems });
  });

  it('tells a server that cannot be reached from one that refuses', async () => {
    const { fetch } = server();
    const api = createApiClient({ baseUrl, fetch });
    await expect(api.GET('/api/v1/session')).rejects.toMatchObject({ status: 0, code: 'network' });
  });

  it('keeps the status of an answer that is not ours', async () => {
    const { fetch } = server(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const api = createApiClient({ baseUrl, fetch });
    await expect(api.GET('/api/v1/session')).rejects.toMatchObject({ status: 502, code: 'unknown' });
  });
});
