/**
 * The one place of the browser that talks to the server: the typed client of the API. It sends the CSRF token and an
 * idempotency key with every write and turns every refusal into an `ApiProblem`.
 */
import { createApiClient } from '@quittance/client';

export { ApiProblem } from '@quittance/client';

export const api = createApiClient();

/** The body of an answer: `dataOf(api.GET('/api/v1/session'))`. A refusal has been thrown before. */
export async function dataOf<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await call;
  if (data === undefined) throw new Error('the server answered without a body');
  return data;
}

/** Waits for an answer that has no body, as those to deletions and decisions. A refusal has been thrown before. */
export async function doneOf(call: Promise<unknown>): Promise<void> {
  await call;
}
