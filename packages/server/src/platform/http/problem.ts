/** Every refusal and failure leaves as problem+json (RFC 9457) from here, with a stable code and words for the analyst. */
import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError, type Problem } from '../errors.ts';

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable and documented; programs decide by it.'),
    detail: z.string().describe('What happened, to which item, and what to do next.'),
    requestId: z.string(),
    problems: z
      .array(
        z.object({
          row: z.int().optional(),
          field: z.string().optional(),
          code: z.string(),
          message: z.string(),
        }),
      )
      .optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });

/** A refusal that names several fields or rows. */
export class RequestInvalid extends AppError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const first = problems[0];
    const where = first?.field ? `${first.field}: ` : '';
    const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    super('request_invalid', `The request cannot be read: ${where}${first?.message ?? 'unknown'}${others}.`, {
      status: 400,
    });
    this.problems = problems;
  }
}

/** What a schema found wrong, field by field: `amount.currency` as the caller wrote it. */
export function requestInvalid(error: z.ZodError): RequestInvalid {
  return new RequestInvalid(
    error.issues.map((issue) => ({
      ...(issue.path.length > 0 ? { field: issue.path.join('.') } : {}),
      code: issue.code,
      message: issue.message,
    })),
  );
}

/** Sends an error as problem+json; what is not a refusal is logged, and the caller learns only the request's id. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal.status >= 500) request.log.error({ err: error, code: refusal.code }, 'request failed');
  else request.log.debug({ code: refusal.code }, 'request refused');
  const problems = refusal instanceof RequestInvalid ? refusal.problems : problemsIn(refusal.details);
  const { problems: _listed, ...details } = refusal.details ?? {};
  const body: z.input<typeof problemSchema> = {
    type: `urn:quittance:problem:${refusal.code}`,
    title: STATUS_CODES[refusal.status] ?? 'Error',
    status: refusal.status,
    code: refusal.code,
    detail: refusal.message,
    requestId: request.id,
    ...(problems ? { problems: problems.map((problem) => ({ ...problem })) } : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
  return reply
    .code(refusal.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => JSON.stringify(payload, bigintAsText))
    .send(body);
}

function problemsIn(details: Readonly<Record<string, unknown>> | undefined): readonly Problem[] | undefined {
  return Array.isArray(details?.problems) ? (details.problems as readonly Problem[]) : undefined;
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** The web framework's own refusals in our words. */
const FRAMEWORK_REFUSALS: Readonly<Record<string, AppError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new AppError(
    'body_too_large',
    'The request is larger than allowed. Send a file instead.',
    {
      status: 413,
    },
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new AppError(
    'media_type_unknown',
    'The body must be JSON (content-type: application/json), or multipart/form-data for a file.',
    { status: 415 },
  ),
  FST_ERR_CTP_EMPTY_JSON_BODY: new AppError('body_not_json', 'The body is empty but said to be JSON.', { status: 400 }),
  FST_ERR_CTP_INVALID_JSON_BODY: new AppError('body_not_json', 'The body is not valid JSON.', { status: 400 }),
  FST_ERR_BAD_URL: new AppError('address_invalid', 'The address cannot be read.', { status: 400 }),
  FST_ERR_MAX_PARAM_LENGTH: new AppError('address_invalid', 'A part of the address is too long.', { status: 414 }),
};

/** The words of the connection pool; it gives no code. */
const NO_CONNECTION_LEFT = 'timeout exceeded when trying to connect';
const CONNECTION_LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Error && error.message === NO_CONNECTION_LEFT) {
    return new AppError('too_busy', 'The server has more to do than it can take just now. Try again in a moment.', {
      status: 503,
    });
  }
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string') {
    const known = FRAMEWORK_REFUSALS[code];
    if (known) return known;
    if (isDatabaseAway(error, code)) {
      return new AppError('database_unavailable', 'The database cannot be reached just now. Try again in a moment.', {
        status: 503,
      });
    }
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 && error instanceof Error) {
    return new AppError('request_refused', error.message, { status: statusCode });
  }
  return new AppError(
    'internal_error',
    'Something went wrong on our side; nothing was changed. Tell the administrator the request id.',
    { status: 500 },
  );
}

/** 08xxx connection failures, 53xxx out of resources, 57Pxx the server is stopping. */
function isDatabaseAway(error: unknown, code: string): boolean {
  if (/^(08...|53...|57P..)$/.test(code)) return true;
  return CONNECTION_LOST.has(code) && error instanceof Error && 'syscall' in error && error.syscall === 'connect';
}
