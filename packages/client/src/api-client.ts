/**
 * The API with its types. Every write carries the CSRF token (in a browser) or the API token (in a program), every command an
 * idempotency key; every refusal is thrown as one `ApiProblem`.
 */
import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import { ApiProblem, problemIn } from './api-problem.ts';
import type { paths } from './schema.gen.ts';

export interface ApiClientOptions {
  /** Where the server is: 'https://ar.example.com'; the page's own server when absent. */
  readonly baseUrl?: string;
  /** An API token (`qtn_…`); a browser has a session cookie instead. */
  readonly token?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

export interface ApiClient extends Client<paths> {
  /** The token that GET /api/v1/session gave; kept by itself when that is asked through this client. */
  setCsrfToken(token: string | null): void;
}

const WRITING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const IDEMPOTENCY_KEY = 'Idempotency-Key';

/**
 * `const api = createApiClient({ baseUrl, token })`, then
 * `const { data } = await api.GET('/api/v1/companies/{company}/aging', { params: { path: { company: 'IT01' } } })`.
 */
export function createApiClient(options: ApiClientOptions = {}): ApiClient {
  let csrfToken: string | null = null;
  const client = createFetchClient<paths>({
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    credentials: 'same-origin',
  });
  const manners: Middleware = {
    onRequest({ request }) {
      if (options.token !== undefined) request.headers.set('Authorization', `Bearer ${options.token}`);
      if (!WRITING.has(request.method)) return request;
      if (csrfToken !== null) request.headers.set('X-CSRF-Token', csrfToken);
      if (!request.headers.has(IDEMPOTENCY_KEY)) request.headers.set(IDEMPOTENCY_KEY, crypto.randomUUID());
      return request;
    },
    async onResponse({ request, response }) {
      if (!response.ok) throw await problemIn(response);
      if (opensSession(request)) csrfToken = await csrfTokenIn(response.clone());
      return response;
    },
    onError({ error }) {
      if (error instanceof ApiProblem || (error instanceof DOMException && error.name === 'AbortError'))
        return undefined;
      return new ApiProblem('The server cannot be reached.', { status: 0, code: 'network' });
    },
  };
  client.use(manners);
  return Object.assign(client, {
    setCsrfToken(token: string | null) {
      csrfToken = token;
    },
  });
}

function opensSession(request: Request): boolean {
  return request.method !== 'DELETE' && /\/api\/v1\/session(\/link)?$/.test(new URL(request.url).pathname);
}

async function csrfTokenIn(response: Response): Promise<string | null> {
  const session = (await response.json()) as { csrfToken?: string | null };
  return session.csrfToken ?? null;
}
