/** What a simulation counts: letters and tasks by week and kind beside those that were, customers reached, what was held back, ranks. */
import { addDays, type LocalDate, toEpochDay, weekdayOf } from '../calendar/index.ts';
import type { HeldReason } from '../dunning/index.ts';
import type { SentAction } from './past.ts';
import type { CustomerOutcome, Standing } from './simulate-customer.ts';

export interface ActionSum {
  readonly count: number;
  readonly items: number;
  readonly functionalMinor: bigint;
}

/** Of one kind of letter or task in one week. */
export interface WeekLine {
  /** Its Monday. */
  readonly weekOn: LocalDate;
  readonly channel: SentAction['channel'];
  readonly what: string;
  readonly draft: ActionSum;
  readonly done: ActionSum;
}

/** A customer whom only one of the two reached. */
export interface ReachedCustomer extends ActionSum {
  readonly customerId: string;
}

export interface Ranked {
  readonly customerId: string;
  readonly score: number;
}

/** The top of the list on a day, by the draft and as it was. */
export interface RankDay {
  readonly on: LocalDate;
  readonly draft: readonly Ranked[];
  readonly ruling: readonly Ranked[];
}

export interface SimulationFigures {
  readonly weeks: readonly WeekLine[];
  readonly reachedByBoth: number;
  readonly onlyDraft: number;
  readonly onlyDone: number;
  /** Those with the most asked for. */
  readonly onlyDraftTop: readonly ReachedCustomer[];
  readonly onlyDoneTop: readonly ReachedCustomer[];
  /** Items that the draft would have held back at least once. */
  readonly held: readonly { readonly reason: HeldReason; readonly items: number }[];
  readonly ranks: readonly RankDay[];
}

export const NO_SIMULATION: SimulationFigures = {
  ...{ weeks: [], reachedByBoth: 0, onlyDraft: 0, onlyDone: 0, onlyDraftTop: [], onlyDoneTop: [], held: [], ranks: [] },
};

export const RANKS_COMPARED = 50;
const REACHED_TOLD_MAX = 100;

/** A customer gone through, beside what it really got. */
export interface Compared {
  readonly outcome: CustomerOutcome;
  readonly done: readonly SentAction[];
}

/** The figures with a page of customers more. Whatever the pages and their order, the figures are the same. */
export function countedWith(figures: SimulationFigures, page: readonly Compared[]): SimulationFigures {
  const onlyDraft = page.filter(({ outcome, done }) => outcome.sent.length > 0 && done.length === 0);
  const onlyDone = page.filter(({ outcome, done }) => outcome.sent.length === 0 && done.length > 0);
  const both = page.filter(({ outcome, done }) => outcome.sent.length > 0 && done.length > 0);
  return {
    weeks: weeksWith(figures.weeks, page),
    reachedByBoth: figures.reachedByBoth + both.length,
    onlyDraft: figures.onlyDraft + onlyDraft.length,
    onlyDone: figures.onlyDone + onlyDone.length,
    onlyDraftTop: topOf([...figures.onlyDraftTop, ...onlyDraft.map(({ outcome }) => reached(outcome, outcome.sent))]),
    onlyDoneTop: topOf([...figures.onlyDoneTop, ...onlyDone.map(({ outcome, done }) => reached(outcome, done))]),
    held: heldWith(figures.held, page),
    ranks: ranksWith(figures.ranks, page),
  };
}

function reached({ customerId }: CustomerOutcome, actions: readonly SentAction[]): ReachedCustomer {
  return { customerId, ...actions.reduce(added, NOTHING) };
}

const NOTHING: ActionSum = { count: 0, items: 0, functionalMinor: 0n };

function added(sum: ActionSum, { items, functionalMinor }: Pick<SentAction, 'items' | 'functionalMinor'>): ActionSum {
  return {
    count: sum.count + 1,
    items: sum.items + items,
    functionalMinor: sum.functionalMinor + functionalMinor,
  };
}

function topOf(customers: readonly ReachedCustomer[]): ReachedCustomer[] {
  const byAmount = (left: ReachedCustomer, right: ReachedCustomer): number => {
    if (left.functionalMinor !== right.functionalMinor) return left.functionalMinor > right.functionalMinor ? -1 : 1;
    return left.customerId < right.customerId ? -1 : 1;
  };
  return [...customers].sort(byAmount).slice(0, REACHED_TOLD_MAX);
}

function weeksWith(weeks: readonly WeekLine[], page: readonly Compared[]): WeekLine[] {
  const keyOf = ({ weekOn, channel, what }: Pick<WeekLine, 'weekOn' | 'channel' | 'what'>) =>
    `${weekOn} ${channel} ${what}`;
  const lines = new Map(weeks.map((line) => [keyOf(line), line]));
  const add = (side: 'draft' | 'done', action: SentAction): void => {
    const own = { weekOn: mondayOf(action.on), channel: action.channel, what: action.what };
    const line = lines.get(keyOf(own)) ?? { ...own, draft: NOTHING, done: NOTHING };
    lines.set(keyOf(own), { ...line, [side]: added(line[side], action) });
  };
  for (const { outcome, done } of page) {
    for (const action of outcome.sent) add('draft', action);
    for (const action of done) add('done', action);
  }
  return [...lines].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line);
}

/** Of the week in which a day is. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(toEpochDay(day)));
}

function heldWith(held: SimulationFigures['held'], page: readonly Compared[]): SimulationFigures['held'] {
  const items = new Map(held.map((one) => [one.reason, one.items]));
  for (const { outcome } of page) {
    for (const [reason, own] of outcome.held) items.set(reason, (items.get(reason) ?? 0) + own.size);
  }
  return [...items]
    .map(([reason, count]) => ({ reason, items: count }))
    .sort((left, right) => right.items - left.items || (left.reason < right.reason ? -1 : 1));
}

function ranksWith(ranks: readonly RankDay[], page: readonly Compared[]): RankDay[] {
  const days = new Map<LocalDate, { draft: Ranked[]; ruling: Ranked[] }>(
    ranks.map(({ on, draft, ruling }) => [on, { draft: [...draft], ruling: [...ruling] }]),
  );
  for (const { outcome } of page) {
    for (const standing of outcome.standings) enter(days, outcome.customerId, standing);
  }
  return [...days]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([on, { draft, ruling }]) => ({ on, draft: ranked(draft), ruling: ranked(ruling) }));
}

function enter(
  days: Map<LocalDate, { draft: Ranked[]; ruling: Ranked[] }>,
  customerId: string,
  { on, draft, ruling }: Standing,
): void {
  const day = days.get(on) ?? { draft: [], ruling: [] };
  if (draft !== null) day.draft.push({ customerId, score: draft });
  if (ruling !== null) day.ruling.push({ customerId, score: ruling });
  days.set(on, day);
}

/** As My day has them: the most points first, then by id. */
function ranked(customers: readonly Ranked[]): Ranked[] {
  return [...customers]
    .sort((left, right) => right.score - left.score || (left.customerId < right.customerId ? -1 : 1))
    .slice(0, RANKS_COMPARED);
}

/** How many of a day's top stand in both lists: 41 of 50. */
export function overlapOf({ draft, ruling }: RankDay): { readonly common: number; readonly of: number } {
  const ids = new Set(ruling.map(({ customerId }) => customerId));
  const common = draft.filter(({ customerId }) => ids.has(customerId)).length;
  return { common, of: Math.max(draft.length, ruling.length) };
}

export interface SideTotals {
  readonly letters: ActionSum;
  readonly tasks: ActionSum;
}

/** Of all weeks. Letters saved are those that went out less those of the draft. */
export function totalsOf({ weeks }: Pick<SimulationFigures, 'weeks'>): Readonly<Record<'draft' | 'done', SideTotals>> {
  const sum = (side: 'draft' | 'done', isTask: boolean): ActionSum =>
    weeks
      .filter((line) => (line.channel === 'person') === isTask)
      .reduce(
        (total, line) => ({
          count: total.count + line[side].count,
          items: total.items + line[side].items,
          functionalMinor: total.functionalMinor + line[side].functionalMinor,
        }),
        NOTHING,
      );
  return {
    draft: { letters: sum('draft', false), tasks: sum('draft', true) },
    done: { letters: sum('done', false), tasks: sum('done', true) },
  };
}
