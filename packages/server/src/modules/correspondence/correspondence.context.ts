/** What correspondence needs of the installation. */
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/transaction.ts';

export interface CorrespondenceContext {
  readonly database: Database;
  readonly clock: Clock;
  /** A secret of the installation by the name of its setting; undefined when it is not set. */
  readonly secret: (name: string) => string | undefined;
  /** What speaks against sending a message at this moment, in words; then it is withdrawn. Asked as it is claimed. */
  readonly objection?: (tx: Tx, messageId: string) => Promise<string | null>;
  /** Anywhere from 0 to 1: spreads what is tried again; the middle when absent. */
  readonly chance?: () => number;
  /** How long a server may keep silent while it takes a message; shorter in tests. */
  readonly silenceMs?: number;
}
