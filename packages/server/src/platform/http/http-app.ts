/** Turns the routes that modules declare into Fastify's: guard, schemas, handler, answer, documentation. */
import { isDeepStrictEqual } from 'node:util';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler, RouteOptions } from 'fastify';
import { z } from 'zod';
import type { Scope } from '../database/transaction.ts';
import { AppError, assert } from '../errors.ts';
import { sendFile, uploadedFile } from './files.ts';
import { credentialsOf, letPass, type Passage, type RouteAccess } from './guard.ts';
import { BODY_BYTES_MAX, IDEMPOTENCY_KEY_CHARS_MAX, PARAMETER_CHARS_MAX } from './limits.ts';
import { openedCursor, sealedCursor } from './page.ts';
import type { Authenticate } from './principal.ts';
import { problemSchema } from './problem.ts';
import type { Answer, HttpApp, RegisteredRoute, ReplyControls, RouteParts } from './route.ts';
import { type ServerEvent, sendEvents } from './server-events.ts';

declare module 'fastify' {
  interface FastifyRequest {
    passage: Passage;
    /** Aborted when the caller has gone or the server stops. */
    leaving: AbortController;
  }
  interface FastifyContextConfig {
    /** Who may use the route. A route without it stops the server from starting. */
    access?: RouteAccess;
  }
}

export const API_PREFIX = '/api/v1';
export const COMPANY_PREFIX = `${API_PREFIX}/companies/:company`;

export interface HttpAppOptions {
  readonly authenticate: Authenticate;
  /** Answers are compared with their schemas, and a difference fails the request: on in tests, off where speed counts. */
  readonly checksAnswers: boolean;
}

type AnyZodObject = z.ZodObject;
type AnyRoute = RouteParts<AnyZodObject, AnyZodObject, z.ZodType | 'file', Answer> & { path: string };
type AnyCall = Record<string, unknown>;
type AnyHandler = (call: never) => Promise<unknown>;

export function httpApp(fastify: FastifyInstance, options: HttpAppOptions): HttpApp {
  const routes: RegisteredRoute[] = [];
  const limitRate = fastify.rateLimit() as onRequestAsyncHookHandler; // one count for all routes
  const add = (
    route: AnyRoute & { handler: AnyHandler },
    place: { url: string; access: RouteAccess },
    detailsOf: (request: FastifyRequest) => AnyCall,
  ) => {
    requireParams(route, place.url);
    routes.push({ method: route.method, ...place });
    const run = async (request: FastifyRequest, reply: FastifyReply) => {
      const call = { ...plainCall(request, reply), ...detailsOf(request) };
      const answer = await route.handler(call as never);
      return sendAnswer(route, answer, { request, reply, checksAnswers: options.checksAnswers });
    };
    fastify.route({ ...routeOptions(route, place, { authenticate: options.authenticate, limitRate }), handler: run });
  };
  return {
    routes,
    companyRoute(route) {
      const place = { url: `${COMPANY_PREFIX}${route.path}`, access: { permission: route.permission } };
      add(withCompany(route as never), place, companyDetails);
    },
    globalRoute(route) {
      const place = { url: `${API_PREFIX}${route.path}`, access: route.access };
      add(route as never, place, (request) => ({
        principal: request.passage.principal,
        sessionToken: credentialsOf(request).sessionToken,
      }));
    },
  };
}

const companyCodeSchema = z.string().max(PARAMETER_CHARS_MAX).describe("The company's code");

function withCompany<Route extends AnyRoute & { handler: AnyHandler }>(route: Route): Route {
  const params = z.object({ company: companyCodeSchema, ...route.params?.shape });
  return { ...route, params };
}

/** What a handler gets on a company's route. */
function companyDetails(request: FastifyRequest): AnyCall {
  const { principal, company } = request.passage;
  assert(principal !== null && company !== null, 'the guard let a company route pass');
  const scope: Scope = {
    company: company.company,
    actor: { ...principal.actor, mayPostInClosing: company.permissions.has('ledger.post_in_closing') },
  };
  const { company: _code, ...params } = request.params as Record<string, unknown>;
  return {
    scope,
    principal,
    permissions: company.permissions,
    params,
    command: (action: string) => ({
      key: idempotencyKeyOf(request),
      action,
      body: { params, query: request.query, body: request.body ?? null },
    }),
  };
}

function plainCall(request: FastifyRequest, reply: FastifyReply): AnyCall {
  return {
    params: request.params,
    query: request.query,
    body: request.isMultipart() ? undefined : request.body,
    file: () => uploadedFile(request),
    idempotencyKey: idempotencyKeyOf(request),
    signal: request.leaving.signal,
    address: request.ip,
    reply: replyControls(request, reply),
  };
}

function replyControls(request: FastifyRequest, reply: FastifyReply): ReplyControls {
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
  return {
    setCookie: (name, value, { maxAgeSeconds }) =>
      void reply.setCookie(name, value, { ...cookie, maxAge: maxAgeSeconds }),
    clearCookie: (name) => void reply.clearCookie(name, cookie),
    header: (name, value) => void reply.header(name, value),
  };
}

/** Keys with a colon are the program's own (`pending:…`, `auto:…`): with one of them a caller would keep its work from being done. */
const WITHOUT_COLON = /^[!-9;-~]+$/;

function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && key.length <= IDEMPOTENCY_KEY_CHARS_MAX && WITHOUT_COLON.test(key)) return key;
  const message = `Idempotency-Key is 1 to ${IDEMPOTENCY_KEY_CHARS_MAX} printable characters without blanks and colons, such as a UUID.`;
  throw new AppError('idempotency_key_invalid', message, { status: 400 });
}

function routeOptions(
  route: AnyRoute,
  place: { url: string; access: RouteAccess },
  { authenticate, limitRate }: { authenticate: Authenticate; limitRate: onRequestAsyncHookHandler },
): Omit<RouteOptions, 'handler'> {
  const body = route.body instanceof z.ZodObject ? route.body.strict() : route.body;
  return {
    method: route.method,
    url: place.url,
    config: { access: place.access },
    bodyLimit: BODY_BYTES_MAX,
    onRequest: [
      limitRate,
      async (request) => {
        request.passage = await letPass(request, place.access, authenticate);
      },
    ],
    ...(isPaged(route) ? { preValidation: openCursor } : {}),
    schema: {
      operationId: operationId(route.method, place.url),
      summary: route.summary,
      description: describe(route, place.access),
      tags: [route.tag],
      ...(place.access === 'public' ? { security: [] } : {}),
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query.strict() } : {}),
      ...(body instanceof z.ZodType ? { body } : {}),
      response: answerSchemas(route),
      ...(body === 'file' ? { 'x-upload': true } : {}),
      'x-access': typeof place.access === 'object' ? place.access.permission : place.access,
    } as Record<string, unknown>,
  };
}

/** A list in pages: what it answers as `next` comes back as `cursor`. */
function isPaged(route: AnyRoute): boolean {
  return route.query?.shape.cursor !== undefined;
}

/** What a cursor belongs to. */
function listOf(request: FastifyRequest): string[] {
  return [request.routeOptions.url ?? '', request.passage.company?.company.id ?? ''];
}

async function openCursor(request: FastifyRequest): Promise<void> {
  const query = request.query as { cursor?: unknown };
  if (typeof query.cursor === 'string') query.cursor = openedCursor(query.cursor, listOf(request));
}

function withSealedCursor(answer: unknown, request: FastifyRequest): unknown {
  const { next } = answer as { next?: unknown };
  return typeof next === 'string' ? { ...(answer as object), next: sealedCursor(next, listOf(request)) } : answer;
}

/** `getCustomersByIdItems` of GET /api/v1/companies/:company/customers/:id/items: stable names for generated clients. */
function operationId(method: string, url: string): string {
  const parts = url.replace(COMPANY_PREFIX, '').replace(API_PREFIX, '').split(/[/-]/).filter(Boolean);
  const words = parts.map((part) => (part.startsWith(':') ? `By${capital(part.slice(1))}` : capital(part)));
  return method.toLowerCase() + words.join('');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function describe(route: AnyRoute, access: RouteAccess): string {
  const needs = typeof access === 'object' ? `Needs the permission \`${access.permission}\`.` : '';
  return [route.description, needs].filter(Boolean).join('\n\n');
}

function successStatus(route: AnyRoute): number {
  return route.status ?? (route.answer === 'nothing' ? 204 : 200);
}

function answerSchemas(route: AnyRoute): Record<string, unknown> {
  const schemas: Record<string, unknown> = {
    '4xx': { description: 'Refused', content: { 'application/problem+json': { schema: problemSchema } } },
  };
  const status = successStatus(route);
  if (route.answer instanceof z.ZodType) schemas[status] = route.answer;
  else if (route.answer === 'nothing') schemas[status] = z.null().describe('Done');
  else {
    const type = route.answer === 'events' ? 'text/event-stream' : 'application/octet-stream';
    schemas[status] = { description: 'A stream', content: { [type]: { schema: z.string() } } };
  }
  return schemas;
}

function sendAnswer(
  route: AnyRoute,
  answer: unknown,
  { request, reply, checksAnswers }: { request: FastifyRequest; reply: FastifyReply; checksAnswers: boolean },
): FastifyReply {
  reply.code(successStatus(route));
  if (route.answer === 'nothing') return reply.send();
  if (route.answer === 'file') return sendFile(reply, answer as never);
  if (route.answer === 'events') {
    return sendEvents(reply, answer as AsyncIterable<ServerEvent>, request.leaving);
  }
  if (checksAnswers) checkAnswer(route.answer, answer, `${route.method} ${request.routeOptions.url}`);
  return reply.header('cache-control', 'no-store').send(isPaged(route) ? withSealedCursor(answer, request) : answer);
}

/** Fails on fields that are missing, of another type, or not in the schema: what is not documented does not leave. */
function checkAnswer(schema: z.ZodType, answer: unknown, name: string): void {
  const sent: unknown = JSON.parse(JSON.stringify(answer));
  const checked = schema.safeParse(sent);
  assert(checked.success, `${name} answers as documented: ${checked.error?.message}`);
  const documented: unknown = JSON.parse(JSON.stringify(checked.data));
  assert(isDeepStrictEqual(sent, documented), `${name} answers only what is documented: ${JSON.stringify(sent)}`);
}

/** A `:name` without a schema would reach the handler unchecked. */
function requireParams(route: AnyRoute, url: string): void {
  const named = [...url.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const known = Object.keys(route.params?.shape ?? {});
  const isWhole = named.length === known.length && named.every((name) => known.includes(name));
  assert(isWhole, `${route.method} ${url} has a schema for each of its parameters (${known.join(', ')})`);
}
