/** Promises made in calls: some are kept by the money that comes, some in part, some not at all; one is a plan of three parts. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { currencyCode } from '@quittance/core/money';
import type { CallRecord } from '../../modules/collections/index.ts';
import { addBusinessDays, businessDayFrom, isBusinessDay } from '../business-days.ts';
import { call, callerOf, openItems } from './calls.ts';
import type { LateCustomer } from './choose-customers.ts';
import type { Team } from './team.ts';

interface PromiseTold {
  readonly late: LateCustomer | null;
  readonly note: string;
  /** Of what is open, in equal parts: one, or the parts of a plan. */
  readonly on: readonly LocalDate[];
}

/** What the next days bring keeps it. */
export async function promiseThatIsKept(team: Team, daysBefore: number): Promise<void> {
  const [day, until] = [team.day(daysBefore), team.day(Math.max(5, daysBefore - 4))];
  const note = 'Approved by both managers; goes out with the next pay run. The amount was confirmed.';
  await promise(team, { late: team.choice.payingBetween(day, until), note, on: [until] });
}

/** Two invoices are promised, one of them is paid. */
export async function promiseKeptInPart(team: Team, daysBefore: number): Promise<void> {
  const [day, until] = [team.day(daysBefore), team.day(Math.max(5, daysBefore - 4))];
  const note = 'Both invoices are released. One may slip if the warehouse does not confirm the delivery.';
  await promise(team, { late: team.choice.payingPartBetween(day, until), note, on: [until] });
}

/** Nothing comes: with two business days of grace it breaks three after `on`. */
export async function promiseThatBreaks(
  team: Team,
  { madeBefore, dueBefore }: { readonly madeBefore: number; readonly dueBefore: number },
) {
  const note = 'The payment is in the bank’s queue, they say, and will be with us by then.';
  const late = team.choice.silentOn(team.day(madeBefore));
  await promise(team, { late, note, on: [team.day(dueBefore)] });
}

/** For today; on a day on which nobody works, for the last one, which grace keeps open. */
export async function promiseForToday(team: Team, daysBefore: number): Promise<void> {
  const { today, through } = team.history.trade.period;
  const note = 'Pay run today: all overdue invoices are on the list, sent while we spoke.';
  await promise(team, {
    late: team.choice.silentOn(team.day(daysBefore)),
    note,
    on: [isBusinessDay(today) ? today : through],
  });
}

/** Of those who pay in the evening of the last day, two have promised it. */
export async function promiseForTonight(team: Team): Promise<void> {
  const note = 'Pays by instant transfer as soon as the shop closes.';
  for (const late of team.payingTonight.slice(0, 2)) await promise(team, { late, note, on: [team.day(0)] });
}

export async function promiseToCome(team: Team, daysBefore: number, inBusinessDays: number): Promise<void> {
  const { today } = team.history.trade.period;
  const note = 'Waits for the money of their own largest customer; certain by that day.';
  const on = addBusinessDays(today, inBusinessDays);
  await promise(team, { late: team.choice.silentOn(team.day(daysBefore)), note, on: [on] });
}

const MONTH = 30;

export async function plan(team: Team, daysBefore: number): Promise<void> {
  const first = addBusinessDays(team.history.trade.period.today, 3);
  const on = [0, 1, 2].map((month) => businessDayFrom(addDays(first, month * MONTH)));
  const note = 'A weak season: three equal parts, agreed with their managing director. New orders are paid in advance.';
  await promise(team, { late: team.choice.silentOn(team.day(daysBefore)), note, on });
}

async function promise(team: Team, { late, note, on }: PromiseTold): Promise<void> {
  if (late === null) return;
  const isPlan = on.length > 1;
  await call(team, callerOf(team, late, team.notes.has('away')), {
    late,
    told: { outcome: 'promised', situation: 'follow_up', note, minutes: isPlan ? 14 : 5 },
    next: async (tx) => {
      const open = await openItems(tx, team, late);
      const currency = open[0]?.currency ?? '';
      const totalMinor = open.reduce((sum, { openMinor }) => sum + openMinor, 0n);
      return { kind: 'promise', itemIds: open.map(({ id }) => id), parts: partsOf(totalMinor, currency, on) };
    },
  });
}

/** The last part takes the rest. */
function partsOf(totalMinor: bigint, currency: string, on: readonly LocalDate[]): PromiseParts {
  const each = totalMinor / BigInt(on.length);
  return on.map((promisedOn, index) => {
    const isLast = index === on.length - 1;
    const amountMinor = isLast ? totalMinor - each * BigInt(on.length - 1) : each;
    return { promisedOn, amount: { amountMinor, currency: currencyCode(currency) } };
  });
}

type PromiseParts = Extract<CallRecord['next'], { kind: 'promise' }>['parts'];
