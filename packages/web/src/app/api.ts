/**
 * The one place of the browser that talks to the server: JSON in and out, the CSRF token on every write, an idempotency
 * key on every command to the ledger, and every refusal as one `ApiProblem` in the words of problem+json.
 */

const PREFIX = '/api/v1';

/** One thing wrong with what was sent: which field or row, and what to do about it. */
export interface FieldProblem {
  readonly field?: string | null;
  readonly row?: number | null;
  readonly code?: string;
  readonly message: string;
}

/** A refusal of the server, or the network's. `status` is 0 when the server could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly problems: readonly FieldProblem[];

  constructor(refusal: {
    status: number;
    code: string;
    title: string;
    detail: string;
    problems?: readonly FieldProblem[];
  }) {
    super(refusal.detail || refusal.title);
    this.name = 'ApiProblem';
    this.status = refusal.status;
    this.code = refusal.code;
    this.title = refusal.title;
    this.problems = refusal.problems ?? [];
  }
}

type Query = Readonly<Record<string, string | number | undefined>>;

let csrfToken = '';
let onSignedOut: () => void = () => {};

/** The token that GET session gave; every write carries it. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** What to do when the server says that the session has ended. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/** `/api/v1/companies/IT01/aging?asOf=2026-10-31`; parameters without a value are left out. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `${PREFIX}${path}${text ? `?${text}` : ''}`;
}

export async function get<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  return call<Answer>(address(path, query), { method: 'GET', signal: signal ?? null });
}

/** A write that does not touch the ledger: signing in, people, tokens. */
export async function send<Answer>(method: 'POST' | 'DELETE' | 'PATCH', path: string, body?: unknown): Promise<Answer> {
  return call<Answer>(address(path), { method, ...jsonBody(body) });
}

/** A command to the ledger. The same key sent again returns the first answer, so a lost reply can be asked for again. */
export async function command<Answer>(path: string, body?: unknown, key: string = newKey()): Promise<Answer> {
  const { headers, ...rest } = jsonBody(body);
  return call<Answer>(address(path), { method: 'POST', ...rest, headers: { ...headers, 'Idempotency-Key': key } });
}

export async function upload<Answer>(path: string, file: File, query: Query): Promise<Answer> {
  const body = new FormData();
  body.append('file', file, file.name);
  return call<Answer>(address(path, query), { method: 'POST', body, headers: { 'Idempotency-Key': newKey() } });
}

/** Idempotency keys outlive the page's memory of what was sent, so they are random and never reused. */
export function newKey(): string {
  return crypto.randomUUID();
}

function jsonBody(body: unknown): { body: string | null; headers: Record<string, string> } {
  if (body === undefined) return { body: null, headers: {} };
  return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

async function call<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json, application/problem+json');
  if (init.method !== 'GET' && csrfToken) headers.set('X-CSRF-Token', csrfToken);
  const response = await reach(url, { ...init, headers, credentials: 'same-origin' });
  if (response.ok) return (await read(response)) as Answer;
  const problem = await refusalOf(response);
  if (problem.status === 401) onSignedOut();
  throw problem;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem({ status: 0, code: 'network', title: '', detail: '' });
  }
}

async function read(response: Response): Promise<unknown> {
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return isJson ? response.json() : undefined;
}

async function refusalOf(response: Response): Promise<ApiProblem> {
  const body = (await read(response).catch(() => undefined)) as
    | { title?: string; code?: string; detail?: string; problems?: readonly FieldProblem[] }
    | undefined;
  return new ApiProblem({
    status: response.status,
    code: body?.code ?? 'unknown',
    title: body?.title ?? response.statusText,
    detail: body?.detail ?? '',
    problems: body?.problems ?? [],
  });
}
