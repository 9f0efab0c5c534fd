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
  const underWay = new WritesUnderWay();
  const client = createFetchClient<paths>({
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    credentials: 'same-origin',
  });
  const manners: Middleware = {
    async onRequest({ request, id }) {
      if (options.token !== undefined) request.headers.set('Authorization', `Bearer ${options.token}`);
      if (!WRITING.has(request.method)) return request;
      if (csrfToken !== null) request.headers.set('X-CSRF-Token', csrfToken);
      if (request.headers.has(IDEMPOTENCY_KEY)) return request;
      const isOfPerson = options.token === undefined;
      request.headers.set(IDEMPOTENCY_KEY, isOfPerson ? await underWay.keyOf(id, request) : crypto.randomUUID());
      return request;
    },
    async onResponse({ request, response, id }) {
      underWay.end(id);
      if (!response.ok) throw await problemIn(response);
      if (opensSession(request)) csrfToken = await csrfTokenIn(response.clone());
      return response;
    },
    onError({ error, id }) {
      underWay.end(id);
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

/**
 * What a person has sent and that is not answered yet. The same once more, by a second click or a key held down, gets the same key, so
 * that the server takes it for the same act.
 */
class WritesUnderWay {
  private readonly keys = new Map<string, string>();
  private readonly sent = new Map<string, string>();

  async keyOf(id: string, request: Request): Promise<string> {
    const isJson = request.headers.get('content-type')?.includes('json') ?? request.body === null;
    if (!isJson) return crypto.randomUUID(); // a file is not read twice to be compared
    const act = `${request.method} ${request.url} ${await request.clone().text()}`;
    const key = this.keys.get(act) ?? crypto.randomUUID();
    this.keys.set(act, key);
    this.sent.set(id, act);
    return key;
  }

  end(id: string): void {
    const act = this.sent.get(id);
    if (act !== undefined) this.keys.delete(act);
    this.sent.delete(id);
  }
}

function opensSession(request: Request): boolean {
  return request.method !== 'DELETE' && /\/api\/v1\/session(\/link)?$/.test(new URL(request.url).pathname);
}

async function csrfTokenIn(response: Response): Promise<string | null> {
  const session = (await response.json()) as { csrfToken?: string | null };
  return session.csrfToken ?? null;
}
