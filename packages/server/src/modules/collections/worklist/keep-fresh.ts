/**
 * Many look at the list at once: within one server the refresh they cause is one, at most one a second, and nobody waits long
 * for it: a list of a moment ago, now, is better than the newest one later. Only the very first has nothing to be shown.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { refreshWorklist } from './refresh-worklist.usecase.ts';

const FRESH_MS = 1_000;
const WAIT_MS = 40;

export interface WorklistFreshness {
  /** Returns when the list is no older than a second, or after a moment while it is being refreshed. */
  readonly ensure: (scope: Scope) => Promise<void>;
}

/** `now` is in milliseconds. */
export function createFreshness(database: Database, now: () => number): WorklistFreshness {
  const underWay = new Map<string, Promise<void>>();
  const freshUntil = new Map<string, number>();
  const refresh = (scope: Scope): Promise<void> => {
    const { id } = scope.company;
    const running = refreshWorklist(database, scope).finally(() => {
      underWay.delete(id);
      freshUntil.set(id, now() + FRESH_MS);
    });
    underWay.set(id, running);
    return running;
  };
  return {
    async ensure(scope) {
      const { id } = scope.company;
      const wasThere = freshUntil.has(id);
      if ((freshUntil.get(id) ?? 0) > now()) return;
      const running = underWay.get(id) ?? refresh(scope);
      running.catch(() => undefined); // whoever still waits is told
      await (wasThere ? Promise.race([running, wait(WAIT_MS, undefined, { ref: false })]) : running);
    },
  };
}
