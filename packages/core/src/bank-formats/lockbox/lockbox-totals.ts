/** Batch (7), lockbox (8) and file (9) trailers: how many checks and how much, against what was read. */
import { formatAmount } from '../../money/index.ts';
import type { FileProblem } from '../statement.ts';
import { readCents } from './lockbox-fields.ts';
import { LOCKBOX_CURRENCY } from './lockbox-overflow.ts';

export interface LockboxTally {
  checks: number;
  amountMinor: bigint;
  /** A check could not be read: totals are not compared, it has its own problem. */
  hasGaps: boolean;
}

export function emptyTally(): LockboxTally {
  return { checks: 0, amountMinor: 0n, hasGaps: false };
}

/** Count and amount begin in column 21; a batch counts in 3 columns and a lockbox in 4, at some banks otherwise. */
const WIDTHS: Readonly<Record<'batch' | 'lockbox', readonly number[]>> = {
  batch: [3, 4, 5, 6],
  lockbox: [4, 3, 5, 6],
};
const AMOUNT_WIDTHS = [10, 12, 11];

export function checkTotals(
  level: 'batch' | 'lockbox',
  text: string,
  line: number,
  tally: LockboxTally,
): readonly FileProblem[] {
  const region = text.slice(20).trimEnd();
  if (tally.hasGaps || region.trim() === '') return [];
  const readings = WIDTHS[level].flatMap((width) =>
    AMOUNT_WIDTHS.map((amountWidth) => ({
      checks: readCents(region.slice(0, width).trim()),
      amountMinor: readCents(region.slice(width, width + amountWidth).trim()),
    })),
  );
  const isRight = readings.some((one) => one.checks === BigInt(tally.checks) && one.amountMinor === tally.amountMinor);
  if (isRight) return [];
  const [stated] = readings;
  const money = (minor: bigint | null | undefined) =>
    minor === null || minor === undefined ? 'no readable amount' : formatAmount(minor, LOCKBOX_CURRENCY);
  const message =
    `The ${level} trailer states ${stated?.checks ?? 'no readable number of'} checks of ${money(stated?.amountMinor)}, ` +
    `read are ${tally.checks} of ${money(tally.amountMinor)}: checks may be missing, doubled or changed. Compare with the bank before you post.`;
  return [{ line, field: `${level} total`, code: 'control_total_off', message }];
}

/** `9000016` states 16 records. */
export function checkRecordCount(text: string, line: number, seen: number): readonly FileProblem[] {
  const stated = readCents(text.slice(1, 7).trim());
  if (stated === null || stated === 0n || stated === BigInt(seen)) return [];
  const message = `The file trailer states ${stated} records, read are ${seen}: lines may be missing or doubled. Compare with the bank before you post.`;
  return [{ line, field: 'number of records', code: 'count_off', message }];
}
