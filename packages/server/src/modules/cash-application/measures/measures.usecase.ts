/** The measures of cash application over a period: how much posted by itself, how right it was, how long the rest took, and why. */
import { workingDayMinutes } from '@quittance/core/calendar';
import {
  groupedBy,
  isCorrected,
  minutesAtRank,
  type Week,
  type WorkingClock,
  weeksOf,
  workingClock,
} from '@quittance/core/measures';
import { instantMicros, instantText } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { companyCalendar } from '../../organisation/index.ts';
import { deductionsOf } from '../deciding/decision-rows.ts';
import { type ReceiptView, receiptsOfIds } from '../queues/queues.queries.ts';
import {
  type AppliedGroup,
  countPeriod,
  decisionsOf,
  listMeasured,
  type MeasuredFilter,
  type PayerGroup,
  type ReasonGroup,
  type ReceivedGroup,
  undoneReceipts,
} from './measures.queries.ts';

const PAYERS_MAX = 15; // whom to ask for advices: a longer list is nobody's list
const MEDIAN = 50;
const NINTH_DECILE = 90;

export interface TimeToApply {
  readonly count: number;
  /** In working time. */
  readonly medianMinutes: number | null;
  readonly ninthDecileMinutes: number | null;
  /** By the clock on the wall, nights and weekends too. */
  readonly medianClockMinutes: number | null;
  readonly ninthDecileClockMinutes: number | null;
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
  const { received, applied, lines, reasons, payers, undoneIds } = await countPeriod(tx, period, PAYERS_MAX);
  const hours = await companyCalendar(tx);
  const clock = workingClock(hours, rangeOf(tx, applied));
  const byPeople = applied.filter(({ isByItself }) => !isByItself);
  return {
    groups: received,
    weeks: weeksOf(period).map((week) => ({ ...week, ...countsIn(week, received) })),
    lines,
    correctedCount: (await correctedOf(tx, undoneIds)).length,
    time: {
      all: timeToApply(applied, clock),
      byPeople: timeToApply(byPeople, clock),
      dayMinutes: workingDayMinutes(hours),
    },
    reasons,
    payers,
  };
}

const MICROS_PER_MINUTE = 60_000_000n;

/** From the first receipt that was recorded until now. */
function rangeOf(tx: Tx, recorded: readonly { readonly recordedMinute: number }[]): { from: number; until: number } {
  const until = Number(instantMicros(tx.recordedAt) / MICROS_PER_MINUTE) + 1;
  return { from: recorded.reduce((first, { recordedMinute }) => Math.min(first, recordedMinute), until), until };
}

function countsIn({ from, to }: Week, groups: readonly ReceivedGroup[]) {
  const own = groups.filter(({ bookedOn }) => bookedOn >= from && bookedOn <= to);
  return {
    count: own.reduce((sum, { count }) => sum + count, 0),
    autoCount: own.reduce((sum, { autoCount }) => sum + autoCount, 0),
  };
}

function timeToApply(groups: readonly AppliedGroup[], clock: WorkingClock): TimeToApply {
  const working = groups.map(({ recordedMinute, appliedMinute, count }) => ({
    minutes: clock(recordedMinute, appliedMinute),
    count,
  }));
  const onTheWall = groups.map(({ recordedMinute, appliedMinute, count }) => ({
    minutes: Math.max(0, appliedMinute - recordedMinute),
    count,
  }));
  return {
    count: groups.reduce((sum, { count }) => sum + count, 0),
    medianMinutes: minutesAtRank(working, MEDIAN),
    ninthDecileMinutes: minutesAtRank(working, NINTH_DECILE),
    medianClockMinutes: minutesAtRank(onTheWall, MEDIAN),
    ninthDecileClockMinutes: minutesAtRank(onTheWall, NINTH_DECILE),
  };
}

/** Of receipts of which something posted by itself and was undone, those of which it turned out to be wrong. */
async function correctedOf(tx: Tx, receiptIds: readonly string[]): Promise<string[]> {
  const byReceipt = groupedBy(await decisionsOf(tx, receiptIds), ({ receiptId }) => receiptId);
  return [...byReceipt].flatMap(([receiptId, decisions]) => {
    const histories = decisions.map((decision) => ({
      ...decision,
      lines: decision.lines.map(({ itemId, amountMinor }) => ({ itemId, amountMinor: BigInt(amountMinor) })),
      deductions: deductionsOf(decision.deductions),
    }));
    return isCorrected(histories, decisions[0]?.rejectedItemIds ?? []) ? [receiptId] : [];
  });
}

export interface ReceiptOfFigure {
  readonly receipt: ReceiptView;
  readonly isByItself: boolean;
  readonly isCorrected: boolean;
  readonly appliedAt: string | null;
  /** In working time, and by the clock on the wall; null while it waits. */
  readonly minutesToApply: number | null;
  readonly clockMinutesToApply: number | null;
  readonly linesCount: number;
  readonly autoLinesCount: number;
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
  const isAboutWrong = page.figure === 'corrected';
  const correctedIds = isAboutWrong ? await correctedOf(tx, await undoneReceipts(tx, period)) : [];
  const found = await listMeasured(tx, period, { ...page, correctedIds });
  const ids = found.map(({ itemId }) => itemId);
  const views = new Map((await receiptsOfIds(tx, ids)).map((receipt) => [receipt.itemId, receipt]));
  const undone = found.filter(({ isUndone }) => isUndone).map(({ itemId }) => itemId);
  const corrected = new Set(isAboutWrong ? correctedIds : await correctedOf(tx, undone));
  const clock = workingClock(await companyCalendar(tx), rangeOf(tx, found));
  return found.flatMap(
    ({ itemId, recordedMinute, appliedMinute, isByItself, linesCount, autoLinesCount }): ReceiptOfFigure[] => {
      const receipt = views.get(itemId);
      if (receipt === undefined) return [];
      const counted = { receipt, isByItself, isCorrected: corrected.has(itemId), linesCount, autoLinesCount };
      if (appliedMinute === null) {
        return [{ ...counted, appliedAt: null, minutesToApply: null, clockMinutesToApply: null }];
      }
      return [
        {
          ...counted,
          appliedAt: instantText(BigInt(appliedMinute) * MICROS_PER_MINUTE),
          minutesToApply: clock(recordedMinute, appliedMinute),
          clockMinutesToApply: Math.max(0, appliedMinute - recordedMinute),
        },
      ];
    },
  );
}
