/** The API's description, made from the routes themselves: OpenAPI 3.1, and the same as a page for people. */

import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { docsPage } from './docs-page.ts';
import { SESSION_COOKIE } from './principal.ts';

export async function describeApi(fastify: FastifyInstance, version: string): Promise<void> {
  await fastify.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Quittance',
        version,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } as never, // 3.1 has the identifier; the types are of 3.0
        description: [
          'Accounts receivable: items, agings, imports, cash application.',
          'Money is `{"amount": "1234.56", "currency": "EUR"}`, a calendar date `YYYY-MM-DD`, an instant ISO 8601 in UTC with microseconds.',
          'Every command takes an `Idempotency-Key`: repeating it returns the first answer; the same key with another request is 409.',
          'Refusals are problem+json with a stable `code`. Lists come in pages: send `next` back as `cursor`.',
        ].join('\n\n'),
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

export type OpenApiDocument = Record<string, unknown> & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
};

export interface OpenApiOperation extends Record<string, unknown> {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
}

/** The document of everything that is registered; to be asked once the server is ready. */
export function openApiDocument(fastify: FastifyInstance): OpenApiDocument {
  const document = fastify.swagger() as unknown as OpenApiDocument;
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) completeOperation(operation, { path, method });
  }
  return document;
}

const UPLOAD_BODY = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
        required: ['file'],
      },
    },
  },
};

const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Made by the caller, fresh for each command. Sent again, it returns the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

/** What schemas of bodies and parameters cannot say. */
function completeOperation(operation: OpenApiOperation, place: { path: string; method: string }): void {
  const target = operation as Record<string, unknown>;
  if (target['x-upload'] === true) {
    target.requestBody = UPLOAD_BODY;
    delete target['x-upload'];
  }
  const done = (target.responses as Record<string, { content?: unknown }>)['204'];
  if (done) delete done.content;
  const isCommand = place.method !== 'get' && place.path.includes('{company}');
  const parameters = (target.parameters as unknown[] | undefined) ?? [];
  if (isCommand && !parameters.includes(IDEMPOTENCY_HEADER)) target.parameters = [...parameters, IDEMPOTENCY_HEADER];
}

export function serveDescription(fastify: FastifyInstance): void {
  let json: string | undefined;
  let page: string | undefined;
  fastify.get(
    '/api/openapi.json',
    { config: { access: 'public' }, schema: { hide: true } },
    async (_request, reply) => {
      json ??= JSON.stringify(openApiDocument(fastify));
      return reply.type('application/json; charset=utf-8').send(json);
    },
  );
  fastify.get('/api/docs', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) => {
    page ??= docsPage(openApiDocument(fastify));
    return reply.type('text/html; charset=utf-8').send(page);
  });
}
