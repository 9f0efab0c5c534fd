/** For whoever watches the process: is it alive, can it work, how is it doing. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';
import { isEqual } from './guard.ts';
import type { Metrics } from './metrics.ts';

export interface ProbeOptions {
  /** Throws when the database does not answer. */
  readonly checkDatabase: () => Promise<void>;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  readonly gauges: () => Readonly<Record<string, number>>;
}

const PUBLIC = { config: { access: 'public' }, schema: { hide: true }, logLevel: 'warn' } as const;

export function serveProbes(fastify: FastifyInstance, options: ProbeOptions): void {
  fastify.get('/healthz', PUBLIC, async () => ({ status: 'ok' }));
  fastify.get('/readyz', PUBLIC, async () => {
    await options.checkDatabase();
    return { status: 'ready' };
  });
  fastify.get('/metrics', PUBLIC, async (request, reply) => {
    if (!mayReadMetrics(request, options.metricsToken)) {
      const message = 'Metrics are read on this machine, or with the token of QUITTANCE_METRICS_TOKEN.';
      throw new AppError('metrics_refused', message, { status: 401 });
    }
    const { rss, heapUsed } = process.memoryUsage();
    const gauges = { resident_bytes: rss, heap_bytes: heapUsed, uptime_seconds: process.uptime(), ...options.gauges() };
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(options.metrics.text(gauges));
  });
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** A proxy on this machine makes everybody look local, so what came through one needs the token. */
function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (given !== undefined) return token !== undefined && isEqual(given, token);
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !isForwarded && LOOPBACK.test(request.socket.remoteAddress ?? '');
}
