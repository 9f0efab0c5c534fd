/** When to call: while the customer works and the one who asks does, for the customers of a page of the list. */
import { type CallWindow, callWindow, type WorkCalendar } from '@quittance/core/calendar';
import type { Tx } from '../../../platform/database/transaction.ts';
import { customerCalendars, personCalendars } from '../../organisation/index.ts';
import { placesOf } from './places.queries.ts';

/** Over a long weekend the next window is still found. */
const DAYS_AHEAD = 7;

export interface WindowOfCustomer {
  readonly customerId: string;
  /** Null: none within a week. */
  readonly window: CallWindow | null;
  readonly timeZone: string;
}

export async function callWindowsOf(tx: Tx, customerIds: readonly string[]): Promise<WindowOfCustomer[]> {
  const ours = (await personCalendars(tx))(tx.actor.id);
  const theirs = await customerCalendars(tx, customerIds);
  // Most customers share their country's calendar: its window is looked for once.
  const found = new Map<WorkCalendar, CallWindow | null>();
  return (await placesOf(tx, customerIds)).map((place) => {
    const calendar = theirs(place);
    if (!found.has(calendar)) {
      found.set(calendar, callWindow({ ours, theirs: calendar, now: tx.recordedAt, days: DAYS_AHEAD }));
    }
    const timeZone = calendar.patterns.at(-1)?.timeZone ?? tx.company.timeZone;
    return { customerId: place.id, window: found.get(calendar) ?? null, timeZone };
  });
}
