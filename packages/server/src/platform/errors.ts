/**
 * A refusal: the request was understood and is not done. `code` is stable and documented, `message` is for the analyst:
 * what happened, to which item, what to do next. A bug is not an AppError; it throws and the request fails.
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: string, message: string, options: { status?: number; details?: Record<string, unknown> } = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.status = options.status ?? 422;
    this.details = options.details;
  }
}

export function notFound(what: string, id: string): AppError {
  return new AppError('not_found', `There is no ${what} ${id} in this company.`, { status: 404 });
}

/** A problem of one row or line of a batch. `field` and `row` are absent when the whole file is meant. */
export interface Problem {
  readonly row?: number;
  readonly field?: string;
  readonly code: string;
  readonly message: string;
}

/** Refuses to go on where the code itself would be wrong. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}
