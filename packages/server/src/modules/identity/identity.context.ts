import type { Clock } from '../../platform/clock.ts';
import { instantText } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/transaction.ts';

/** What everything here works with. */
export interface IdentityContext {
  readonly database: Database;
  readonly clock: Clock;
}

const MICROS_PER_MINUTE = 60_000_000n;

/** Now, or some minutes from now, as the database takes it. */
export function instantIn(context: IdentityContext, minutes = 0): string {
  return instantText(context.clock.now() + BigInt(minutes) * MICROS_PER_MINUTE);
}
