import { addDays, instantInZone, type LocalDate } from '@quittance/core/calendar';
import type { Tx } from '../../../platform/database/transaction.ts';
import { countToDecide } from '../runs/receipts-to-decide.queries.ts';
import { receiptClock } from './due.ts';
import { postedSince, type WaitingGroup, waitingGroups } from './queue-summary.queries.ts';

/** Ages of what waits, in days since it was booked; the last has no end. */
const AGES_DAYS = [7, 30, 90] as const;

export interface QueueAge {
  readonly fromDays: number;
  readonly toDays: number | null;
  /** The days on which receipts of this age were booked. */
  readonly bookedFrom: LocalDate | null;
  readonly bookedTo: LocalDate;
}

export interface QueueSummary {
  readonly groups: readonly WaitingGroup[];
  readonly ages: readonly QueueAge[];
  readonly today: { readonly byItself: number; readonly all: number };
  /** Receipts that are being decided again, because an item that they name was settled. */
  readonly toDecideCount: number;
}

export async function queueSummary(tx: Tx): Promise<QueueSummary> {
  const ages = agesOf(tx.today);
  const ageBorders = ages.flatMap(({ bookedFrom }) => bookedFrom ?? []);
  return {
    groups: await waitingGroups(tx, { late: (await receiptClock(tx)).lateBefore(tx.recordedAt), ageBorders }),
    ages,
    today: await postedSince(tx, instantInZone(tx.today, '00:00', tx.company.timeZone)),
    toDecideCount: await countToDecide(tx),
  };
}

/** 0 to 7 days, 8 to 30, 31 to 90, and older. */
function agesOf(today: LocalDate): QueueAge[] {
  const starts = [0, ...AGES_DAYS.map((days) => days + 1)];
  return starts.map((fromDays, index) => {
    const toDays = AGES_DAYS[index] ?? null;
    return {
      fromDays,
      toDays,
      bookedFrom: toDays === null ? null : addDays(today, -toDays),
      bookedTo: addDays(today, -fromDays),
    };
  });
}
