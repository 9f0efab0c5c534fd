/** What bounds a promise beside those that stand, for a form, a call and a sheet alike: its day, and what is open. */
import { addDays, addMonths, type LocalDate } from '@quittance/core/calendar';
import { letterAmount } from '@quittance/core/correspondence';
import { formatAmount } from '@quittance/core/money';
import { type OpenAmount, promisableMinor, type StandingPromise } from '@quittance/core/promises';
import type { StoredPromise } from './promise-facts.queries.ts';

const PLAN_MONTHS_MAX = 72; // a plan of 60 months that begins within a year

export interface Bound {
  readonly code: 'promise_day_too_far' | 'plan_day_too_far' | 'promise_above_open_amount' | 'promise_above_account';
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A promise alone, or the first part of a plan: until its day items rest. Of 2 March and 60 days the last is 1 May. */
export function tooFar(
  promisedOn: LocalDate,
  { today, daysAheadMax }: { readonly today: LocalDate; readonly daysAheadMax: number },
): Bound | null {
  const last = addDays(today, daysAheadMax);
  if (promisedOn <= last) return null;
  const message =
    `${promisedOn} is after ${last}: a promise is at most ${daysAheadMax} days ahead, for its items rest until then. ` +
    'Promise a nearer day, agree on an instalment plan that begins by then, or have the rules of promises changed.';
  return { code: 'promise_day_too_far', message, details: { day: promisedOn, last, days: daysAheadMax } };
}

export function tooFarForPlan(promisedOn: LocalDate, today: LocalDate): Bound | null {
  const last = addMonths(today, PLAN_MONTHS_MAX);
  if (promisedOn <= last) return null;
  const message = `${promisedOn} is after ${last}: a plan runs at most ${PLAN_MONTHS_MAX / 12} years. Take fewer or larger parts.`;
  return { code: 'plan_day_too_far', message, details: { day: promisedOn, last } };
}

interface Asked {
  readonly itemIds: readonly string[] | null;
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** The debits and the standing promises of the party are those in the currency asked. */
export function aboveOpen(
  { itemIds, amountMinor, currency }: Asked,
  { open, standing }: { readonly open: readonly OpenAmount[]; readonly standing: readonly StandingPromise[] },
): Bound | null {
  const freeMinor = promisableMinor(open, standing, itemIds);
  if (amountMinor <= freeMinor) return null;
  const asked = itemIds === null ? open : open.filter(({ id }) => itemIds.includes(id));
  const openMinor = asked.reduce((sum, item) => sum + item.openMinor, 0n);
  const text = (minor: bigint) => letterAmount(minor, currency, 'en'); // refusals are in English
  const where = itemIds === null ? 'On this account' : 'Of these items';
  const money = (minor: bigint) => ({ amount: formatAmount(minor, currency), currency });
  return {
    code: itemIds === null ? 'promise_above_account' : 'promise_above_open_amount',
    message: `${where} ${text(openMinor)} are open, ${text(freeMinor)} of it not promised yet. ${remedyOf(openMinor, freeMinor)}`,
    details: { open: money(openMinor), free: money(freeMinor) },
  };
}

function remedyOf(openMinor: bigint, freeMinor: bigint): string {
  if (openMinor === 0n) return 'Look at customer and currency; what is not owed yet comes as a note.';
  if (freeMinor === 0n) return 'Withdraw what was promised before, if that changed.';
  return 'Promise up to that, or withdraw what was promised before.';
}

/** Promises of the account or of items that are open, with what is to come of them. */
export function standingIn(
  promises: readonly Pick<StoredPromise, 'state' | 'currency' | 'itemIds' | 'amountMinor' | 'inTimeMinor'>[],
  currency: string,
): StandingPromise[] {
  return promises
    .filter((one) => one.state === 'open' && one.currency === currency)
    .map(({ itemIds, amountMinor, inTimeMinor }) => ({ itemIds, leftMinor: amountMinor - inTimeMinor }));
}
