/** The web server: one place for its limits, headers, errors and logging, before any module adds a route. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyFactory, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { z } from 'zod';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { DOCS_STYLE_SOURCE } from './docs-page.ts';
import { type HttpAppOptions, httpApp } from './http-app.ts';
import {
  BODY_BYTES_MAX,
  PARAMETER_CHARS_MAX,
  REQUEST_TIMEOUT_MS,
  REQUESTS_PER_MINUTE_MAX,
  SHUTDOWN_GRACE_MS,
  UPLOAD_BYTES_MAX,
} from './limits.ts';
import { createMetrics } from './metrics.ts';
import { describeApi, serveDescription } from './openapi.ts';
import { type ProbeOptions, serveProbes } from './probes.ts';
import { requestInvalid, sendProblem } from './problem.ts';
import { unreadableIn } from './readable-input.ts';
import type { HttpApp } from './route.ts';
import { serveWeb } from './web-files.ts';

export interface HttpServerOptions extends HttpAppOptions, Omit<ProbeOptions, 'metrics' | 'gauges'> {
  readonly version: string;
  readonly log: FastifyBaseLogger;
  /** Proxies in front whose X-Forwarded-* are believed: addresses or networks, with commas. */
  readonly trustProxy: string | false;
  readonly requestsPerMinuteMax?: number | undefined;
  readonly webDirectory: string;
  readonly gauges?: () => Readonly<Record<string, number>>;
}

export interface HttpServer {
  readonly fastify: FastifyInstance;
  readonly app: HttpApp;
  /** To be called when all routes are registered: what is left to say is said, and the server is ready. */
  ready(): Promise<void>;
}

export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const fastify: FastifyInstance = fastifyFactory({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }), // one line for each request, below
    genReqId: () => newId(),
    bodyLimit: BODY_BYTES_MAX,
    routerOptions: { maxParamLength: PARAMETER_CHARS_MAX * 3 },
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: options.trustProxy,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) =>
      void sendProblem(error, request as FastifyRequest, reply as FastifyReply),
    exposeHeadRoutes: true,
  });
  fastify.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => {
    const unreadable = unreadableIn(data);
    if (unreadable) return { error: unreadable };
    const result = schema.safeParse(data ?? {});
    return result.success ? { value: result.data } : { error: requestInvalid(result.error) };
  });
  // Answers are typed and, in tests, checked; serialising through a schema would halve the speed of long lists.
  fastify.setSerializerCompiler(() => (data) => JSON.stringify(data));
  fastify.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  refuseOpenRoutes(fastify);
  await addHeaders(fastify);
  await fastify.register(cookie);
  await fastify.register(multipart, { limits: { files: 1, fields: 10, fileSize: UPLOAD_BYTES_MAX } });
  await fastify.register(rateLimit, {
    global: false,
    max: options.requestsPerMinuteMax ?? REQUESTS_PER_MINUTE_MAX,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, context) =>
      new AppError('too_many_requests', `Too many requests from this address. Try again in ${context.after}.`, {
        status: 429,
      }),
  });
  await describeApi(fastify, options.version);
  const metrics = createMetrics();
  observeRequests(fastify, metrics.observe);
  endWithCaller(fastify);
  const app = httpApp(fastify, options);
  return {
    fastify,
    app,
    async ready() {
      serveProbes(fastify, { gauges: () => ({}), ...options, metrics });
      serveDescription(fastify);
      await serveWeb(fastify, options.webDirectory);
      await fastify.ready();
    },
  };
}

/** The server does not start with a route that does not say who may use it. */
function refuseOpenRoutes(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.config?.access !== undefined) return;
    throw new Error(`route ${String(route.method)} ${route.url} does not say who may use it`);
  });
}

async function addHeaders(fastify: FastifyInstance): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The screens place their rows by script, which this allows; no style inline but that of the API's own page.
        styleSrc: ["'self'", DOCS_STYLE_SOURCE],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    hsts: false, // set below, for requests that came by https only
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
  });
}

function observeRequests(
  fastify: FastifyInstance,
  observe: (request: { method: string; route: string; status: number; seconds: number }) => void,
): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const seconds = reply.elapsedTime / 1000;
    observe({ method: request.method, route, status: reply.statusCode, seconds });
    const who = request.passage?.principal?.actor.id;
    request.log.info(
      { method: request.method, route, status: reply.statusCode, ms: reply.elapsedTime, who },
      'request',
    );
  });
}

const IDLE_CHECK_MS = 100;

/** A caller that has gone, and a server that stops, end what works for them. */
function endWithCaller(fastify: FastifyInstance): void {
  const running = new Set<AbortController>();
  fastify.decorateRequest('passage', null as never);
  fastify.decorateRequest('leaving', null as never);
  fastify.addHook('onRequest', async (request, reply) => {
    const leaving = new AbortController();
    request.leaving = leaving;
    running.add(leaving);
    reply.raw.once('close', () => {
      running.delete(leaving);
      leaving.abort();
    });
  });
  fastify.addHook('preClose', async () => {
    for (const leaving of running) leaving.abort();
    // A connection whose last answer has ended would be kept for the next request; none comes any more.
    const { server } = fastify;
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS).unref();
    const late = setTimeout(() => server.closeAllConnections(), SHUTDOWN_GRACE_MS).unref();
    server.once('close', () => {
      clearInterval(idle);
      clearTimeout(late);
    });
  });
}
