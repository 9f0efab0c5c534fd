/**
 * A customer's last months gone through again, day by day, by a draft: who would have got which letter for which items, and where the
 * customer would have stood on the day's list. Each day knows what was known then. What customers would have answered to letters that
 * were never sent, and what people would have done with other tasks, nobody knows: money, promises and calls come as they really came.
 */
import { addDays, type LocalDate } from '../calendar/index.ts';
import {
  type DunningItem,
  type HeldReason,
  ITEMS_A_TURN,
  type ItemShare,
  nextStep,
  type PlannedAct,
  planInTurns,
  sharesOf,
} from '../dunning/index.ts';
import { divideHalfUp } from '../money/index.ts';
import { type Strategy, strategyFor, USUAL_SCORING } from '../strategies/index.ts';
import { collectableMinor, scoreOf } from '../worklist/index.ts';
import { type BooksByDay, openBooks } from './books-by-day.ts';
import type { PastCustomer, PastDay, SentAction, SimulationGround } from './past.ts';

export interface SimulatedAction extends SentAction {
  readonly taken: readonly { readonly itemId: string; readonly key: string }[];
}

/** Where a customer stands on a day's list; null: it is not on it. */
export interface Standing {
  readonly on: LocalDate;
  readonly draft: number | null;
  readonly ruling: number | null;
}

export interface CustomerOutcome {
  readonly customerId: string;
  readonly sent: readonly SimulatedAction[];
  /** Items that were held back at least once for a reason. */
  readonly held: ReadonlyMap<HeldReason, ReadonlySet<string>>;
  readonly standings: readonly Standing[];
}

const YEAR_DAYS = 365;

/**
 * Yields several times a day, so that whoever drives it may give others their turn; the outcome comes at the end. An item due on 1 October
 * and open since, runs from the 1st on each day: notice 1 (due + 5) on the 6th, notice 2 (due + 20) on the 21st; paid on the 20th,
 * notice 1 only.
 */
export function* simulateCustomer(past: PastCustomer, ground: SimulationGround): Generator<void, CustomerOutcome> {
  const strategy = strategyFor(ground.draft, past.traits);
  const books = openBooks(past);
  const sent: SimulatedAction[] = [];
  const held = new Map<HeldReason, Set<string>>();
  const standings: Standing[] = [];
  const alarms = strategy === undefined ? null : setAlarms(strategy);
  let lastLetterOn: LocalDate | null = null;
  let shares: ReadonlyMap<string, ItemShare> | null = null;
  for (const [number, day] of ground.days.entries()) {
    if (books.turnTo(number, day.on)) shares = null;
    yield;
    const due = alarms === null ? [] : yield* alarms.ringing(books.items(), day.on);
    yield;
    if (strategy !== undefined && due.length > 0) {
      // What is asked of one item hangs on all the others, but only while something changes.
      shares ??= sharesOf(books.items(), books.credits());
      yield;
      const today = yield* planDay(books, { strategy, due, shares, past, day, ground, lastLetterOn });
      sent.push(...today.sent);
      for (const { reason, itemId } of today.held) held.set(reason, (held.get(reason) ?? new Set()).add(itemId));
      if (today.sent.some(({ channel }) => channel !== 'person')) lastLetterOn = day.on;
    }
    yield;
    if (day.usualOverdueMinor !== null) {
      standings.push(standingOn(books, { past, day, number, ground, lastLetterOn }, day.usualOverdueMinor));
    }
  }
  return { customerId: past.id, sent, held, standings };
}

interface OfDay {
  readonly past: PastCustomer;
  readonly day: PastDay;
  readonly ground: SimulationGround;
  readonly lastLetterOn: LocalDate | null;
}

interface Due {
  readonly strategy: Strategy;
  /** Items whose step may be taken; what waits for its day changes nothing. */
  readonly due: readonly DunningItem[];
  /** Of all items. */
  readonly shares: ReadonlyMap<string, ItemShare>;
}

function* planDay(books: BooksByDay, { strategy, due, shares, past, day, ground, lastLetterOn }: OfDay & Due) {
  const customer = {
    items: due,
    holds: books.customerHolds(),
    credits: books.credits(),
    shares,
    messagesToday: 0,
    lastContactOn: later(books.lastContactOn(), lastLetterOn),
    hasAddress: past.hasAddress,
    hasPostalAddress: past.hasPostalAddress ?? false,
    hasNobodyToAct: past.hasNobodyToAct,
  };
  const { on: today, bankDataOn } = day;
  const plan = yield* planInTurns(strategy, customer, { today, bankDataOn, minorPerUnit: ground.minorPerUnit });
  const letters = plan.letters.map((letter) => actionOf(letter.channel, letter.purpose, { ...letter, today }));
  const acts = plan.acts.map((act) => actionOf('person', act.step.kind, { ...act, today }));
  const sent = [...letters, ...acts];
  for (const { itemId, key } of sent.flatMap(({ taken }) => taken)) books.take(itemId, { key, on: today });
  return { sent, held: plan.heldBack.map(({ reason, item }) => ({ reason, itemId: item.id })) };
}

function actionOf(
  channel: SimulatedAction['channel'],
  what: string,
  { taken, today }: Pick<PlannedAct, 'taken'> & { readonly today: LocalDate },
): SimulatedAction {
  return {
    ...{ on: today, channel, what, items: taken.length },
    functionalMinor: taken.reduce((sum, { askedFunctionalMinor }) => sum + askedFunctionalMinor, 0n),
    taken: taken.map(({ item, step }) => ({ itemId: item.id, key: step.key })),
  };
}

interface Alarms {
  /** Items whose next step may be taken today: on most days there is none, and nothing else is to be looked at. */
  readonly ringing: (items: readonly DunningItem[], today: LocalDate) => Generator<void, DunningItem[]>;
}

/**
 * The day of an item's next step moves only when it takes one, and when a reminder before due lapses as the due date has passed: then
 * another step may be next.
 */
function setAlarms({ ladder }: Strategy): Alarms {
  const alarms = new Map<string, { readonly of: DunningItem; readonly on: LocalDate | null }>();
  const alarmOf = (item: DunningItem, today: LocalDate): LocalDate | null => {
    const known = alarms.get(item.id);
    if (known !== undefined && isSameFor(known.of, item) && (known.on === null || known.on > today)) return known.on;
    const next = nextStep(ladder, { ...item, today });
    const lapsesOn = next?.step.kind === 'pre_due' ? addDays(item.dueOn, 1) : null;
    const on = next === null || lapsesOn === null || lapsesOn > next.on ? (next?.on ?? null) : lapsesOn;
    alarms.set(item.id, { of: { ...item, taken: [...item.taken] }, on });
    return on;
  };
  return {
    *ringing(items, today) {
      const due: DunningItem[] = [];
      for (const [index, item] of items.entries()) {
        if (index % ITEMS_A_TURN === ITEMS_A_TURN - 1) yield;
        const on = alarmOf(item, today);
        if (on !== null && on <= today) due.push(item);
      }
      return due;
    },
  };
}

function isSameFor(one: DunningItem, other: DunningItem): boolean {
  return one.dueOn === other.dueOn && one.taken.length === other.taken.length;
}

/** After the run of that day, by what it would have sent and by what was sent. */
function standingOn(
  books: BooksByDay,
  { past, day, number, ground, lastLetterOn }: OfDay & { readonly number: number },
  usualOverdueMinor: bigint,
): Standing {
  const { on } = day;
  const known = {
    ...books.amounts(on),
    creditLimitMinor: past.creditLimitMinor,
    brokenPromises: past.broken.filter((one) => isBroken(one, number, on)).length,
    usualLatenessDays: usualLateness(past, on),
    tier: past.traits.tier,
  };
  const isOn = books.customerHolds().length === 0 && collectableMinor({ ...known, lastContactOn: null }) > 0n;
  if (!isOn) return { on, draft: null, ruling: null };
  const scored = (strategies: readonly Strategy[], letterOn: LocalDate | null): number => {
    const rules = strategyFor(strategies, past.traits)?.scoring ?? USUAL_SCORING;
    const facts = { ...known, lastContactOn: later(books.lastContactOn(), letterOn) };
    return scoreOf(facts, rules, { usualOverdueMinor, today: on }).score;
  };
  const doneOn = past.done.reduce<LocalDate | null>(
    (latest, done) => (done.channel !== 'person' && done.on <= on ? later(latest, done.on) : latest),
    null,
  );
  return { on, draft: scored(ground.draft, lastLetterOn), ruling: scored(ground.ruling, doneOn) };
}

function isBroken(broken: PastCustomer['broken'][number], day: number, on: LocalDate): boolean {
  const isKnown = broken.from <= day && (broken.until === null || broken.until > day);
  return isKnown && broken.on > addDays(on, -YEAR_DAYS);
}

function usualLateness({ settled }: PastCustomer, on: LocalDate): number | null {
  const since = addDays(on, -YEAR_DAYS);
  let [paid, weighted] = [0n, 0n];
  for (const one of settled) {
    if (one.on > on || one.on <= since) continue;
    paid += one.functionalMinor;
    weighted += one.functionalMinor * BigInt(one.daysLate);
  }
  return paid === 0n ? null : Number(divideHalfUp(weighted, paid));
}

function later(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
