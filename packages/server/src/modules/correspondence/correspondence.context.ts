/** What correspondence needs of the installation. */
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/transaction.ts';

export interface CorrespondenceContext {
  readonly database: Database;
  readonly clock: Clock;
  /** A secret of the installation by the name of its setting; undefined when it is not set. */
  readonly secret: (name: string) => string | undefined;
  /** How long a server may keep silent while it takes a message; shorter in tests. */
  readonly silenceMs?: number;
}
