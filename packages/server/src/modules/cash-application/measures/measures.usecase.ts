/** The measures of cash application over a period: how much posted by itself, how right it was, how long the rest took, and why. */
import { type WorkCalendar, workingDayMinutes, workingMinutesBetween } from '@quittance/core/calendar';
import { groupedBy, isCorrected, minutesAtRank, type TimeGroup, type Week, weeksOf } from '@quittance/core/measures';
import type { Tx } from '../../../platform/database/transaction.ts';
import { companyCalendar } from '../../organisation/index.ts';
import { type ReceiptView, receiptsOfIds } from '../queues/queues.queries.ts';
import {
  type AppliedGroup,
  appliedGroups,
  lineCounts,
  listMeasured,
  type MeasuredFilter,
  type PayerGroup,
  payersWithoutRemittance,
  type ReasonGroup,
  type ReceivedGroup,
  reasonGroups,
  receivedGroups,
  undoneDecisions,
} from './measures.queries.ts';

const PAYERS_MAX = 15; // whom to ask for advices: a longer list is nobody's list
const MEDIAN = 50;
const NINTH_DECILE = 90;

export interface TimeToApply {
  readonly count: number;
  readonly medianMinutes: number | null;
  readonly ninthDecileMinutes: number | null;
}

export interface Measures {
  readonly groups: readonly ReceivedGroup[];
  readonly weeks: readonly (Week & { readonly count: number; readonly autoCount: number })[];
  readonly lines: { readonly all: number; readonly auto: number };
  readonly correctedCount: number;
  readonly time: { readonly all: TimeToApply; readonly byPeople: TimeToApply; readonly dayMinutes: number };
  readonly reasons: readonly ReasonGroup[];
  readonly payers: readonly PayerGroup[];
}

export async function measuresOf(tx: Tx, period: Week): Promise<Measures> {
  const groups = await receivedGroups(tx, period);
  const applied = await appliedGroups(tx, period);
  const byPeople = applied.filter(({ isByItself }) => !isByItself);
  const hours = await companyCalendar(tx);
  const times = timesReader(hours);
  return {
    groups,
    weeks: weeksOf(period).map((week) => ({ ...week, ...countsIn(week, groups) })),
    lines: await lineCounts(tx, period),
    correctedCount: (await correctedReceipts(tx, period)).length,
    time: {
      all: timeToApply(times(applied)),
      byPeople: timeToApply(times(byPeople)),
      dayMinutes: workingDayMinutes(hours),
    },
    reasons: await reasonGroups(tx, period),
    payers: await payersWithoutRemittance(tx, period, PAYERS_MAX),
  };
}

function countsIn({ from, to }: Week, groups: readonly ReceivedGroup[]) {
  const own = groups.filter(({ bookedOn }) => bookedOn >= from && bookedOn <= to);
  return {
    count: own.reduce((sum, { count }) => sum + count, 0),
    autoCount: own.reduce((sum, { autoCount }) => sum + autoCount, 0),
  };
}

function timesReader(hours: WorkCalendar): (groups: readonly AppliedGroup[]) => TimeGroup[] {
  return (groups) =>
    groups.map(({ recordedAt, appliedAt, count }) => ({
      minutes: workingMinutesBetween(recordedAt, appliedAt, hours),
      count,
    }));
}

function timeToApply(times: readonly TimeGroup[]): TimeToApply {
  return {
    count: times.reduce((sum, { count }) => sum + count, 0),
    medianMinutes: minutesAtRank(times, MEDIAN),
    ninthDecileMinutes: minutesAtRank(times, NINTH_DECILE),
  };
}

/** What posted by itself in the period's receipts and turned out to be wrong. */
async function correctedReceipts(tx: Tx, period: Week): Promise<string[]> {
  const byReceipt = groupedBy(await undoneDecisions(tx, period), ({ receiptId }) => receiptId);
  return [...byReceipt].flatMap(([receiptId, decisions]) => {
    const histories = decisions.map((decision) => ({
      ...decision,
      lines: decision.lines.map(({ itemId, amountMinor }) => ({ itemId, amountMinor: BigInt(amountMinor) })),
    }));
    return isCorrected(histories, decisions[0]?.rejectedItemIds ?? []) ? [receiptId] : [];
  });
}

export interface ReceiptOfFigure {
  readonly receipt: ReceiptView;
  readonly isByItself: boolean;
  readonly isCorrected: boolean;
  readonly appliedAt: string | null;
  /** In working hours; null while it waits. */
  readonly minutesToApply: number | null;
}

/** A page of the receipts that a figure counts, by booking day. */
export async function receiptsOfFigure(
  tx: Tx,
  period: Week,
  page: Omit<MeasuredFilter, 'correctedIds'> & {
    readonly after?: { readonly bookedOn: string; readonly itemId: string } | undefined;
    readonly limit: number;
  },
): Promise<ReceiptOfFigure[]> {
  const correctedIds = await correctedReceipts(tx, period);
  const found = await listMeasured(tx, period, { ...page, correctedIds });
  const ids = found.map(({ itemId }) => itemId);
  const views = new Map((await receiptsOfIds(tx, ids)).map((receipt) => [receipt.itemId, receipt]));
  const corrected = new Set(correctedIds);
  const hours = await companyCalendar(tx);
  return found.flatMap(({ itemId, recordedAt, appliedAt, isByItself }) => {
    const receipt = views.get(itemId);
    if (receipt === undefined) return [];
    const minutesToApply = appliedAt === null ? null : workingMinutesBetween(recordedAt, appliedAt, hours);
    return [{ receipt, isByItself, isCorrected: corrected.has(itemId), appliedAt, minutesToApply }];
  });
}
