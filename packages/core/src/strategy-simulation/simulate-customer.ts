/**
 * A customer's last months gone through again, day by day, by a draft: who would have got which letter for which items, and where the
 * customer would have stood on the day's list. Each day knows what was known then. What customers would have answered to letters that
 * were never sent, and what people would have done with other tasks, nobody knows: money, promises and calls come as they really came.
 */
import { addDays, type LocalDate } from '../calendar/index.ts';
import { type DunningItem, type HeldReason, nextStep, type PlannedAct, planCustomer } from '../dunning/index.ts';
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
 * Yields after each day, so that whoever drives it may give others their turn; the outcome comes at the end. An item due on 1 October
 * and open since, runs from the 1st on each day: notice 1 (due + 5) on the 6th, notice 2 (due + 20) on the 21st; paid on the 20th,
 * notice 1 only.
 */
export function* simulateCustomer(past: PastCustomer, ground: SimulationGround): Generator<void, CustomerOutcome> {
  const strategy = strategyFor(ground.draft, past.traits);
  const books = openBooks(past);
  const sent: SimulatedAction[] = [];
  const held = new Map<HeldReason, Set<string>>();
  const standings: Standing[] = [];
  let lastLetterOn: LocalDate | null = null;
  // Until then nothing can come of a day, unless something changes.
  let wakesOn: LocalDate | null = null;
  for (const [number, day] of ground.days.entries()) {
    const isChanged = books.turnTo(number, day.on);
    if (strategy !== undefined && (isChanged || number === 0 || (wakesOn !== null && wakesOn <= day.on))) {
      const today = planDay(books, { strategy, past, day, ground, lastLetterOn });
      sent.push(...today.sent);
      for (const { reason, itemId } of today.held) held.set(reason, (held.get(reason) ?? new Set()).add(itemId));
      if (today.sent.some(({ channel }) => channel === 'mail')) lastLetterOn = day.on;
      wakesOn = today.wakesOn;
    }
    if (day.usualOverdueMinor !== null) {
      standings.push(standingOn(books, { past, day, number, ground, lastLetterOn }, day.usualOverdueMinor));
    }
    yield;
  }
  return { customerId: past.id, sent, held, standings };
}

interface OfDay {
  readonly past: PastCustomer;
  readonly day: PastDay;
  readonly ground: SimulationGround;
  readonly lastLetterOn: LocalDate | null;
}

function planDay(books: BooksByDay, { strategy, past, day, ground, lastLetterOn }: OfDay & { strategy: Strategy }) {
  const items = books.items();
  const customer = {
    items,
    holds: books.customerHolds(),
    credits: books.credits(),
    messagesToday: 0,
    lastContactOn: later(books.lastContactOn(), lastLetterOn),
    hasAddress: past.hasAddress,
  };
  const { on: today, bankDataOn } = day;
  const plan = planCustomer(strategy, customer, { today, bankDataOn, minorPerUnit: ground.minorPerUnit });
  const letters = plan.letters.map((letter) => actionOf('mail', letter.purpose, { ...letter, today }));
  const acts = plan.acts.map((act) => actionOf('person', act.step.kind, { ...act, today }));
  const sent = [...letters, ...acts];
  for (const { itemId, key } of sent.flatMap(({ taken }) => taken)) books.take(itemId, { key, on: today });
  const held = plan.heldBack.map(({ reason, item }) => ({ reason, itemId: item.id }));
  const wakesOn = held.length > 0 ? addDays(today, 1) : earliestStep(books.items(), strategy, today);
  return { sent, held, wakesOn };
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

/** A reminder before due lapses when the due date has passed: then another step may be next. Null when all have ended. */
function earliestStep(items: readonly DunningItem[], { ladder }: Strategy, today: LocalDate): LocalDate | null {
  let earliest: LocalDate | null = null;
  for (const item of items) {
    const next = nextStep(ladder, { ...item, today });
    if (next === null) continue;
    const lapsesOn = addDays(item.dueOn, 1);
    const on = next.step.kind === 'pre_due' && lapsesOn < next.on ? lapsesOn : next.on;
    if (earliest === null || on < earliest) earliest = on;
  }
  return earliest;
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
    (latest, done) => (done.channel === 'mail' && done.on <= on ? later(latest, done.on) : latest),
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
