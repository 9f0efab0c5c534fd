/** The browser's application: its files as built, and its first page for every address that is none of the API's. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';

const YEAR_SECONDS = 31_536_000;

/** `directory` holds index.html and assets/ with hashed names. Without it, `/` says how to build them. */
export async function serveWeb(fastify: FastifyInstance, directory: string): Promise<void> {
  const isBuilt = existsSync(path.join(directory, 'index.html'));
  if (isBuilt) await fastify.register(fastifyStatic, { root: directory, serve: false });
  const firstPage = (reply: FastifyReply) =>
    isBuilt
      ? reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
      : reply.type('text/html; charset=utf-8').send(NOT_BUILT);
  fastify.get('/', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) =>
    firstPage(reply),
  );
  fastify.get('/*', { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const file = decodedPath(request);
    if (file.startsWith('api/')) throw noSuchAddress(request);
    if (isBuilt && isFile(directory, file)) {
      const isHashed = file.startsWith('assets/');
      const caching = isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
      return reply.header('cache-control', caching).sendFile(file, { cacheControl: false });
    }
    // A missing picture or script is missing; a missing page is one that the application itself draws.
    if (path.extname(file) !== '') throw noSuchAddress(request);
    return firstPage(reply);
  });
  fastify.setNotFoundHandler((request) => {
    throw noSuchAddress(request);
  });
}

function decodedPath(request: FastifyRequest): string {
  return (request.params as { '*': string })['*'];
}

/** Names without dots at the start of a part: nothing hidden, nothing above the directory. */
function isFile(directory: string, file: string): boolean {
  if (file.split('/').some((part) => part.startsWith('.') || part === '') || file.includes('\\')) return false;
  return existsSync(path.join(directory, file)) && path.extname(file) !== '';
}

export function noSuchAddress(request: FastifyRequest): AppError {
  const message = `There is nothing at ${request.method} ${request.url.split('?')[0]}. The API is described at /api/docs.`;
  return new AppError('not_found', message, { status: 404 });
}

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Quittance</title>
<body><p>The server runs; the screens are not built yet. Build them with <code>npm run build -w packages/web</code>, or use
<code>npm start</code>, which does. The API is described at <a href="/api/docs">/api/docs</a>.</p></body></html>`;
