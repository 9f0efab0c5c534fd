/**
 * How customers usually pay, learnt from payments that stand: whether they pay their oldest items first, all of some due days,
 * the whole account, and what they usually take off. A payment counts for a habit only where it could have broken it: who has one
 * item open and pays it shows nothing. Payments are looked at by booking day, the latest so many, for habits change.
 */
import type { LocalDate } from '../calendar/index.ts';
import { shareHalfUp } from '../money/index.ts';

export const STRUCTURE_HABITS = ['oldest_first', 'whole_days', 'whole_account'] as const;
export type StructureHabit = (typeof STRUCTURE_HABITS)[number];

/** Before the reason: `deduction:bank_fee`. */
export const DEDUCTION_HABIT = 'deduction:';

/** Fewer times may be chance. */
export const USUAL_TIMES_MIN = 4;
/** Of the times when it could have been otherwise. */
export const USUAL_PERCENT_MIN = 80;

/** The items that a payment took, and those of the same account and currency that it left. Debits alone. */
export interface PaidAmong {
  readonly paidCount: number;
  readonly leftCount: number;
  /** Left, and due before the last of those that were paid. */
  readonly olderLeftCount: number;
  /** Left, and due from the first to the last of those that were paid. */
  readonly betweenLeftCount: number;
}

/** Paid 1 and 3 May, left 2 May and 9 May: two left, one of them older and between. */
export function paidAmong(paid: readonly LocalDate[], left: readonly LocalDate[]): PaidAmong {
  const days = [...paid].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) {
    return { paidCount: 0, leftCount: left.length, olderLeftCount: 0, betweenLeftCount: 0 };
  }
  return {
    paidCount: paid.length,
    leftCount: left.length,
    olderLeftCount: left.filter((day) => day < last).length,
    betweenLeftCount: left.filter((day) => day >= first && day <= last).length,
  };
}

interface Shown {
  /** Habits that the payment could have kept or broken. */
  readonly chances: readonly StructureHabit[];
  readonly kept: readonly StructureHabit[];
}

/** Two paid of five, none of those left due before the last paid: keeps `oldest_first` and `whole_days`, breaks `whole_account`. */
export function structureShown({ paidCount, leftCount, olderLeftCount, betweenLeftCount }: PaidAmong): Shown {
  if (paidCount === 0 || paidCount + leftCount < 2) return { chances: [], kept: [] };
  const chances: StructureHabit[] = ['whole_account'];
  const kept: StructureHabit[] = leftCount === 0 ? ['whole_account'] : [];
  if (leftCount > 0) {
    chances.push('oldest_first');
    if (olderLeftCount === 0) kept.push('oldest_first');
    if (paidCount > 1) {
      chances.push('whole_days');
      if (betweenLeftCount === 0) kept.push('whole_days');
    }
  }
  return { chances, kept };
}

/** Hundredths of a percent in the whole. */
export const WHOLE_BPS = 10_000n;

/** What was taken off for one reason, in hundredths of a percent of the items it was taken from. */
export interface ShownDeduction {
  readonly reason: string;
  readonly shareBps: number;
}

interface DeductedItem {
  readonly itemId: string;
  readonly reason: string;
  readonly amountMinor: bigint;
  /** What the payment settles of the item: its cash and all that was taken off. */
  readonly grossMinor: bigint;
}

/** 2.00 of 100.00 and 1.00 of 50.00 for one reason: 200 hundredths of a percent. Rounded half up. */
export function deductionsShown(deducted: readonly DeductedItem[]): ShownDeduction[] {
  const byReason = new Map<string, { amountMinor: bigint; gross: Map<string, bigint> }>();
  for (const { itemId, reason, amountMinor, grossMinor } of deducted) {
    const so = byReason.get(reason) ?? { amountMinor: 0n, gross: new Map() };
    so.gross.set(itemId, grossMinor);
    byReason.set(reason, { amountMinor: so.amountMinor + amountMinor, gross: so.gross });
  }
  return [...byReason.entries()].sort(byKey).flatMap(([reason, { amountMinor, gross }]) => {
    const grossMinor = [...gross.values()].reduce((total, one) => total + one, 0n);
    if (grossMinor <= 0n) return [];
    return [{ reason, shareBps: Number(shareHalfUp(WHOLE_BPS, { part: amountMinor, whole: grossMinor })) }];
  });
}

/** What one payment that stands has shown. */
export interface ObservedPayment extends Shown {
  readonly bookedOn: LocalDate;
  readonly deductions: readonly ShownDeduction[];
  /** Habits that people took back after it: it says nothing about them. */
  readonly silenced: readonly string[];
}

export interface HabitCount {
  /** A structure habit, or `deduction:` and the reason. */
  readonly habit: string;
  readonly times: number;
  readonly ofTimes: number;
  /** Of a deduction, when it usually is the same share. */
  readonly shareBps: number | null;
  /** When it was kept first and last; null when it never was. */
  readonly sinceOn: LocalDate | null;
  readonly lastOn: LocalDate | null;
}

/** What the payments of one customer's record show. */
export interface CountedPayments {
  readonly payments: number;
  /** By name; of structures those that some payment could have kept, of deductions those that were ever taken. */
  readonly habits: readonly HabitCount[];
}

/** How often each habit was kept, of how often it could have been. The order of the payments changes nothing. */
export function countHabits(payments: readonly ObservedPayment[]): CountedPayments {
  const habits = [
    ...STRUCTURE_HABITS.flatMap((habit) => {
      const could = payments.filter(({ chances, silenced }) => chances.includes(habit) && !silenced.includes(habit));
      return counted(habit, could, (payment) => (payment.kept.includes(habit) ? NO_SHARE : undefined));
    }),
    ...reasonsOf(payments).flatMap((reason) => {
      const habit = `${DEDUCTION_HABIT}${reason}`;
      const could = payments.filter(({ silenced }) => !silenced.includes(habit));
      return counted(habit, could, ({ deductions }) => deductions.find((one) => one.reason === reason)?.shareBps);
    }),
  ];
  return { payments: payments.length, habits: habits.sort(byHabit) };
}

const NO_SHARE = -1;

function counted(
  habit: string,
  could: readonly ObservedPayment[],
  shareOf: (payment: ObservedPayment) => number | undefined,
): HabitCount[] {
  if (could.length === 0 && !isOfDeduction(habit)) return [];
  const kept = could.flatMap((payment) => {
    const shareBps = shareOf(payment);
    return shareBps === undefined ? [] : [{ on: payment.bookedOn, shareBps }];
  });
  const days = kept.map(({ on }) => on).sort();
  return [
    {
      habit,
      times: kept.length,
      ofTimes: could.length,
      shareBps: usualShare(kept.map(({ shareBps }) => shareBps)),
      sinceOn: days[0] ?? null,
      lastOn: days.at(-1) ?? null,
    },
  ];
}

/** The share that nearly all of them have. */
function usualShare(shares: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const share of shares) counts.set(share, (counts.get(share) ?? 0) + 1);
  for (const [share, count] of counts) {
    if (share !== NO_SHARE && count * 100 >= shares.length * USUAL_PERCENT_MIN) return share;
  }
  return null;
}

function reasonsOf(payments: readonly ObservedPayment[]): string[] {
  const named = payments.flatMap(({ deductions, silenced }) => [
    ...deductions.map(({ reason }) => reason),
    ...silenced.filter(isOfDeduction).map((habit) => habit.slice(DEDUCTION_HABIT.length)),
  ]);
  return [...new Set(named)].sort();
}

function isOfDeduction(habit: string): boolean {
  return habit.startsWith(DEDUCTION_HABIT);
}

/** The counts of several records of one party as the party's: 3 of 4 and 5 of 5 are 8 of 9. */
export function togetherCounted(records: readonly CountedPayments[]): CountedPayments {
  const names = [...new Set(records.flatMap(({ habits }) => habits.map(({ habit }) => habit)))].sort();
  const habits = names.map((name) => {
    const counts = records.flatMap(({ payments, habits: own }) => {
      const found = own.find(({ habit }) => habit === name);
      // A record that never took it off could have, each time.
      return found ?? (isOfDeduction(name) ? { ...NEVER, habit: name, ofTimes: payments } : []);
    });
    return counts.reduce(added);
  });
  return { payments: records.reduce((total, { payments }) => total + payments, 0), habits };
}

const NEVER = { times: 0, shareBps: null, sinceOn: null, lastOn: null };

function added(left: HabitCount, right: HabitCount): HabitCount {
  const days = [left.sinceOn, left.lastOn, right.sinceOn, right.lastOn].filter((day) => day !== null).sort();
  const kept = [left, right].filter(({ times }) => times > 0);
  const isSameShare = kept.every(({ shareBps }) => shareBps === kept[0]?.shareBps);
  return {
    habit: left.habit,
    times: left.times + right.times,
    ofTimes: left.ofTimes + right.ofTimes,
    shareBps: isSameShare ? (kept[0]?.shareBps ?? null) : null,
    sinceOn: days[0] ?? null,
    lastOn: days.at(-1) ?? null,
  };
}

function byHabit(left: HabitCount, right: HabitCount): number {
  return left.habit < right.habit ? -1 : 1;
}

/** Kept often enough to be called usual: 4 of 5 times is, 3 of 3 is not yet, 8 of 11 is not. */
export function isUsual({ times, ofTimes }: Pick<HabitCount, 'times' | 'ofTimes'>): boolean {
  return times >= USUAL_TIMES_MIN && times * 100 >= ofTimes * USUAL_PERCENT_MIN;
}

function byKey(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : 1;
}
