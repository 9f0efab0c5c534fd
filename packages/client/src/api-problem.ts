/** One thing wrong with what was sent: which field or row, and what to do about it. */
export interface FieldProblem {
  readonly row?: number | undefined;
  readonly field?: string | undefined;
  readonly code: string;
  readonly message: string;
}

/** A refusal of the server (problem+json), or of the network: then `status` is 0 and `code` 'network'. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable; programs decide by it. */
  readonly code: string;
  readonly problems: readonly FieldProblem[];
  /** To tell the administrator when the failure is the server's. */
  readonly requestId: string | null;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    message: string,
    facts: {
      status: number;
      code: string;
      problems?: readonly FieldProblem[];
      requestId?: string | null;
      details?: Readonly<Record<string, unknown>>;
    },
  ) {
    super(message);
    this.name = 'ApiProblem';
    this.status = facts.status;
    this.code = facts.code;
    this.problems = facts.problems ?? [];
    this.requestId = facts.requestId ?? null;
    this.details = facts.details ?? {};
  }
}

/** The refusal in an answer that is not a success. What is no problem+json, as from a proxy, keeps its status. */
export async function problemIn(response: Response): Promise<ApiProblem> {
  const body = await readBody(response);
  if (typeof body.code !== 'string') {
    return new ApiProblem(response.statusText || `status ${response.status}`, {
      status: response.status,
      code: 'unknown',
    });
  }
  return new ApiProblem(String(body.detail ?? body.title ?? body.code), {
    status: response.status,
    code: body.code,
    problems: Array.isArray(body.problems) ? (body.problems as FieldProblem[]) : [],
    requestId: typeof body.requestId === 'string' ? body.requestId : null,
    details: (body.details ?? {}) as Record<string, unknown>,
  });
}

async function readBody(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
