/** A party's timeline: what the ledger did and what people did, in one order, the latest first. */
import type { Tx } from '../../platform/database/transaction.ts';
import { type Activity, listActivities } from './activities.queries.ts';
import type { AccountEvent, AccountEventPage, CustomerLedger } from './customer-ledger.ts';

export type TimelineEvent =
  | { readonly source: 'ledger'; readonly at: string; readonly id: string; readonly event: AccountEvent }
  | { readonly source: 'activity'; readonly at: string; readonly id: string; readonly activity: Activity };

/** Up to `limit` events before the given one. Both streams are asked for as many, so none can be missing between. */
export async function readTimeline(
  tx: Tx,
  ledger: Pick<CustomerLedger, 'accountEvents'>,
  page: AccountEventPage,
): Promise<TimelineEvent[]> {
  const events = await ledger.accountEvents(tx, page);
  const activities = await listActivities(tx, page);
  const all: TimelineEvent[] = [
    ...events.map((event) => ({ source: 'ledger' as const, at: event.recordedAt, id: event.entryId, event })),
    ...activities.map((activity) => ({
      source: 'activity' as const,
      at: activity.happenedAt,
      id: activity.id,
      activity,
    })),
  ];
  return all.sort(latestFirst).slice(0, page.limit);
}

function latestFirst(left: TimelineEvent, right: TimelineEvent): number {
  if (left.at !== right.at) return left.at < right.at ? 1 : -1;
  return left.id < right.id ? 1 : -1;
}
