/**
 * How late payments come. Over all lines the days late have a median of 0, a 95th percentile of 10 and a 99th of 50. Each
 * payment gets a score, part its customer's habit and part chance; the scores, ranked by the lines they settle, are laid
 * onto the wanted distribution, so that it holds exactly however habits are spread.
 */
import { addDays, earlierDate, type LocalDate, laterDate } from '@quittance/core/calendar';
import { type PaymentTerms, parseTerms } from '@quittance/core/terms';
import { businessDayFrom, nearestBusinessDay } from '../business-days.ts';
import { randomOf } from '../random.ts';
import type { OpenLine } from './lines.ts';

/** Share of the lines paid without discount, and the days late that so many do not exceed. */
const DAYS_LATE: readonly (readonly [number, number])[] = [
  [0, -18],
  [0.02, -9],
  [0.1, -4],
  [0.32, -1],
  [0.36, 0],
  [0.63, 0],
  [0.76, 2],
  [0.86, 5],
  [0.945, 9.4],
  [0.965, 18],
  [0.9885, 50],
  [0.997, 85],
  [1, 130],
];
const HABIT_PART = 0.75;
const CHANCE_PART = Math.sqrt(1 - HABIT_PART ** 2);
const DISCOUNT_USED_SHARE = 0.8;

export interface DatedGroup {
  readonly lines: readonly OpenLine[];
  readonly bookedOn: LocalDate;
  /** The terms under which a discount is taken off. */
  readonly discountTerms: PaymentTerms | null;
}

/** The day on which each group is paid, in the order given. */
export function dateGroups(groups: readonly (readonly OpenLine[])[], options: { readonly seed: string }): DatedGroup[] {
  const random = randomOf(`${options.seed} lateness`);
  const drawn = groups.map((lines) => ({
    lines,
    early: earlyDay(lines, random.chance(DISCOUNT_USED_SHARE), random.int(0, 2)),
    score: HABIT_PART * (lines[0]?.customer.payer.slowness ?? 0) + CHANCE_PART * random.normal(),
  }));
  const late = drawn.filter((one) => one.early === null).sort((one, other) => one.score - other.score);
  const lineCount = late.reduce((count, { lines }) => count + lines.length, 0);
  const daysLate = new Map<readonly OpenLine[], number>();
  let ranked = 0;
  for (const { lines } of late) {
    daysLate.set(lines, Math.round(quantile((ranked + lines.length / 2) / lineCount)));
    ranked += lines.length;
  }
  return drawn.map(({ lines, early }): DatedGroup => {
    if (early !== null) return { lines, ...early };
    const anchor = lines[lines.length >> 1]?.dueOn ?? latestPayable(lines);
    const wanted = nearestBusinessDay(addDays(anchor, daysLate.get(lines) ?? 0));
    return { lines, bookedOn: laterDate(wanted, latestPayable(lines)), discountTerms: null };
  });
}

/** The day of a payment that earns the discount of all its lines, or null when it does not try or cannot. */
function earlyDay(
  lines: readonly OpenLine[],
  isTried: boolean,
  daysBefore: number,
): { bookedOn: LocalDate; discountTerms: PaymentTerms } | null {
  const first = lines[0];
  if (!isTried || !first?.customer.payer.takesDiscounts) return null;
  const terms = parseTerms(first.customer.terms);
  const tier = terms?.discounts[0];
  if (!terms || !tier || lines.some((line) => line.document.instalments.length > 1)) return null;
  const oldest = lines.map((line) => line.document.issuedOn).reduce((earliest, day) => earlierDate(earliest, day));
  const lastDay = addDays(oldest, tier.days);
  const bookedOn = businessDayFrom(laterDate(addDays(lastDay, -daysBefore), latestPayable(lines)));
  return bookedOn <= lastDay ? { bookedOn, discountTerms: terms } : null;
}

function latestPayable(lines: readonly OpenLine[]): LocalDate {
  return lines.map((line) => line.payableFrom).reduce((latest, day) => laterDate(latest, day));
}

/** The days late that a share of all lines does not exceed, straight between the known points. */
function quantile(share: number): number {
  for (let index = 1; index < DAYS_LATE.length; index++) {
    const [end, value] = DAYS_LATE[index] ?? [1, 0];
    const [start, before] = DAYS_LATE[index - 1] ?? [0, 0];
    if (share <= end) return before + ((value - before) * (share - start)) / (end - start);
  }
  return 0;
}
