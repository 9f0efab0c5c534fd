/** Exchange rates by month: a slow random walk around where they began. */
import type { LocalDate } from '@quittance/core/calendar';
import type { DemoCompany } from '../companies.ts';
import { randomOf } from '../random.ts';
import type { DemoPeriod } from './period.ts';

export interface DemoRate {
  readonly currency: string;
  /** The demo's first day or a month's end. */
  readonly quotedOn: LocalDate;
  /** Functional units for one unit of the currency, as decimal text. */
  readonly rate: string;
}

const MONTHLY_CHANGE = 0.012;

export function demoRates(
  company: DemoCompany,
  options: { readonly seed: string; readonly period: DemoPeriod },
): DemoRate[] {
  const random = randomOf(`${options.seed} ${company.code} rates`);
  const rates: DemoRate[] = [];
  for (const [currency, start] of Object.entries(company.rates)) {
    let value = start;
    for (const quotedOn of [options.period.from, ...options.period.monthEnds]) {
      rates.push({ currency, quotedOn, rate: value.toPrecision(6) });
      value *= 1 + MONTHLY_CHANGE * random.normal();
    }
  }
  return rates;
}

/** The rate in force on a day. Throws when there is none. */
export function rateOn(rates: readonly DemoRate[], currency: string, day: LocalDate): string {
  const known = rates.filter((rate) => rate.currency === currency && rate.quotedOn <= day).at(-1);
  if (!known) throw new RangeError(`no rate for ${currency} on ${day}`);
  return known.rate;
}
