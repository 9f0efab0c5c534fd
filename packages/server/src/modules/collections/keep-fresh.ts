/** Many look at the list at once: within one server the refresh they cause is one, and at most one a second. */
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { refreshWorklist } from './refresh-worklist.usecase.ts';

const FRESH_MS = 1_000;

export interface WorklistFreshness {
  /** Returns when the list is no older than a second, or when the refresh that is under way has ended. */
  readonly ensure: (scope: Scope) => Promise<void>;
}

/** `now` is in milliseconds. */
export function createFreshness(database: Database, now: () => number): WorklistFreshness {
  const underWay = new Map<string, Promise<void>>();
  const freshUntil = new Map<string, number>();
  return {
    async ensure(scope) {
      const { id } = scope.company;
      if ((freshUntil.get(id) ?? 0) > now()) return;
      const running =
        underWay.get(id) ??
        refreshWorklist(database, scope).finally(() => {
          underWay.delete(id);
          freshUntil.set(id, now() + FRESH_MS);
        });
      underWay.set(id, running);
      await running;
    },
  };
}
