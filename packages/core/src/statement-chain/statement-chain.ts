/**
 * Statements of one account follow each other: each opens with what the one before closed with. Where it does not, lines
 * are missing (or came twice). And a bank that sends a statement every working day, and has stopped, has lost one. Both
 * are noticed from the statements alone; nothing has to be set up.
 */
import { addDays, type LocalDate, toEpochDay, weekdayOf } from '../calendar/index.ts';
import type { CurrencyCode } from '../money/index.ts';

/** What is known of a posted statement of one account. Days may be missing: not every bank says them. */
export interface ChainedStatement {
  readonly id: string;
  readonly number: string | null;
  readonly currency: CurrencyCode;
  readonly openingMinor: bigint | null;
  readonly openingOn: LocalDate | null;
  readonly closingMinor: bigint | null;
  readonly closingOn: LocalDate | null;
}

/** Between two statements `differenceMinor` came or went that no statement shows. */
export interface ChainGap {
  readonly afterId: string;
  readonly beforeId: string;
  readonly after: { readonly number: string | null; readonly on: LocalDate; readonly closingMinor: bigint };
  readonly before: { readonly number: string | null; readonly on: LocalDate; readonly openingMinor: bigint };
  readonly differenceMinor: bigint;
  readonly currency: CurrencyCode;
}

/**
 * Where the chain is broken, the latest first. A statement that repeats or corrects days already covered breaks nothing:
 * an opening is looked for among all balances of its currency up to its day. Closing 100.00 on Monday and opening
 * 130.00 on Tuesday is a gap of 30.00.
 */
export function gapsIn(statements: readonly ChainedStatement[]): ChainGap[] {
  const gaps: ChainGap[] = [];
  for (const currency of new Set(statements.map((statement) => statement.currency))) {
    const chain = statements.flatMap((statement) => withBalances(statement, currency)).sort(byClosingDay);
    const balances = new Set<bigint>();
    let last: Balanced | null = null;
    for (const next of chain) {
      if (last !== null && !balances.has(next.openingMinor)) gaps.push(gapBetween(last, next));
      balances.add(next.openingMinor).add(next.closingMinor);
      if (last === null || next.closingOn >= last.closingOn) last = next;
    }
  }
  return gaps.sort((left, right) => (left.before.on < right.before.on ? 1 : -1));
}

interface Balanced extends ChainedStatement {
  readonly openingMinor: bigint;
  readonly closingMinor: bigint;
  readonly closingOn: LocalDate;
}

function withBalances(statement: ChainedStatement, currency: CurrencyCode): Balanced[] {
  const { openingMinor, closingMinor } = statement;
  const closingOn = statement.closingOn ?? statement.openingOn;
  if (statement.currency !== currency || openingMinor === null || closingMinor === null || closingOn === null)
    return [];
  return [{ ...statement, openingMinor, closingMinor, closingOn }];
}

/** Statements of one day stand in the order of their numbers, and in that of their opening days. */
function byClosingDay(left: Balanced, right: Balanced): number {
  if (left.closingOn !== right.closingOn) return left.closingOn < right.closingOn ? -1 : 1;
  const [leftOpening, rightOpening] = [left.openingOn ?? '', right.openingOn ?? ''];
  if (leftOpening !== rightOpening) return leftOpening < rightOpening ? -1 : 1;
  return (left.number ?? '').localeCompare(right.number ?? '', 'en', { numeric: true });
}

function gapBetween(after: Balanced, before: Balanced): ChainGap {
  return {
    afterId: after.id,
    beforeId: before.id,
    after: { number: after.number, on: after.closingOn, closingMinor: after.closingMinor },
    before: { number: before.number, on: before.openingOn ?? before.closingOn, openingMinor: before.openingMinor },
    differenceMinor: before.openingMinor - after.closingMinor,
    currency: before.currency,
  };
}

/**
 * Where a statement that has just come stands among those known: the `first` of its account, it `continues` another, it tells of
 * days that came before (`again`), or there is a `gap` before it. `unknown`: a balance or its day is missing.
 */
export interface ChainPlace<Known extends ChainedStatement> {
  readonly place: 'first' | 'continues' | 'again' | 'gap' | 'unknown';
  /** The statement it continues, repeats, or misses lines after. */
  readonly previous: Known | null;
  /** What came or went before it that no statement shows: its opening minus the closing before. Only of a gap. */
  readonly differenceMinor: bigint | null;
}

/**
 * Monday's statement closed with 100.00: Tuesday's that opens with 100.00 continues it, one that opens with 130.00 comes after a
 * gap of 30.00, and Monday's own comes again. `known` are statements of the same account.
 */
export function placeInChain<Known extends ChainedStatement>(
  next: Omit<ChainedStatement, 'id'>,
  known: readonly Known[],
): ChainPlace<Known> {
  const [own] = withBalances({ ...next, id: '' }, next.currency);
  if (own === undefined) return { place: 'unknown', previous: null, differenceMinor: null };
  const chain = known.flatMap((statement) => {
    const [balanced] = withBalances(statement, next.currency);
    return balanced === undefined ? [] : [{ ...balanced, statement }];
  });
  chain.sort(byClosingDay);
  const placed = (place: 'continues' | 'again', found: { readonly statement: Known }) =>
    ({ place, previous: found.statement, differenceMinor: null }) as const;
  const same = chain.find((one) => isSame(one, own));
  if (same !== undefined) return placed('again', same);
  const continued = chain.findLast((one) => isLooseEnd(one, chain) && isContinuedBy(one, own));
  if (continued !== undefined) return placed('continues', continued);
  const covering = chain.findLast((one) => firstDayOf(one) <= firstDayOf(own) && one.closingOn >= own.closingOn);
  if (covering !== undefined) return placed('again', covering);
  const from = chain.findLast((one) => [one.openingMinor, one.closingMinor].includes(own.openingMinor));
  if (from !== undefined) return placed('again', from);
  const before = chain.findLast((one) => one.closingOn <= firstDayOf(own));
  if (before === undefined) return { place: 'first', previous: null, differenceMinor: null };
  const differenceMinor = own.openingMinor - before.closingMinor;
  return { place: 'gap', previous: before.statement, differenceMinor };
}

function isSame(left: Balanced, right: Balanced): boolean {
  const isOfDay = left.closingOn === right.closingOn && left.number === right.number;
  return isOfDay && left.openingMinor === right.openingMinor && left.closingMinor === right.closingMinor;
}

/** No other statement opens with what this one closed with. */
function isLooseEnd(one: Balanced, chain: readonly Balanced[]): boolean {
  return !chain.some(
    (other) => other !== one && other.openingMinor === one.closingMinor && other.closingOn >= one.closingOn,
  );
}

function isContinuedBy(one: Balanced, own: Balanced): boolean {
  return one.closingMinor === own.openingMinor && one.closingOn <= own.closingOn;
}

function firstDayOf(statement: Balanced): LocalDate {
  return statement.openingOn ?? statement.closingOn;
}

/** How often the statements of an account come: in working days (Monday to Friday) from one to the next. */
export interface StatementRhythm {
  /** 1 is every working day, 5 once a week. Null when too few have come to tell. */
  readonly everyWorkingDays: number | null;
  readonly lastOn: LocalDate | null;
  /** Working days without a statement that are more than usual, up to yesterday. Empty when nothing is late. */
  readonly missingDays: readonly LocalDate[];
}

/** Statements needed before a rhythm is believed, and how many of the latest are looked at. */
const SEEN_MIN = 4;
const SEEN_MAX = 30;
const MISSING_DAYS_MAX = 60;

/**
 * The rhythm of an account from the days its statements closed on, and what is late today. `usual` is the longest wait
 * between the latest statements; only a longer one is late, for many banks send nothing on a day without lines.
 * Statements of 9, 10, 11, 12 and 13 November (Monday to Friday), and it is Wednesday the 18th: the 16th and 17th are missing.
 */
export function rhythmOf(closedOn: readonly LocalDate[], today: LocalDate): StatementRhythm {
  const days = [...new Set(closedOn)].sort().slice(-SEEN_MAX);
  const lastOn = days.at(-1) ?? null;
  if (lastOn === null || days.length < SEEN_MIN) return { everyWorkingDays: null, lastOn, missingDays: [] };
  const waits = days.slice(1).map((day, index) => workingDaysBetween(days[index] as LocalDate, day));
  const sorted = [...waits].sort((left, right) => left - right);
  const usual = Math.max(1, sorted[Math.floor(sorted.length / 2)] ?? 1);
  const longest = Math.max(usual, sorted.at(-1) ?? usual);
  const waited = workingDaysUpTo(lastOn, addDays(today, -1));
  const late = waited.length >= longest + (longest === 1 ? 0 : 1);
  return { everyWorkingDays: usual, lastOn, missingDays: late ? waited.slice(-MISSING_DAYS_MAX) : [] };
}

/** Working days after the first date, up to and with the second. */
function workingDaysUpTo(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = addDays(from, 1); day <= to && days.length < MISSING_DAYS_MAX; day = addDays(day, 1)) {
    if (isWorkingDay(day)) days.push(day);
  }
  return days;
}

function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  return workingDaysUpTo(from, to).length;
}

/** Monday to Friday. */
function isWorkingDay(day: LocalDate): boolean {
  return weekdayOf(toEpochDay(day)) <= 5;
}
