/**
 * Which of the customers that are late stand for which story, so that what is told of each agrees with what it pays later: who promises
 * and keeps it pays within days, who breaks it does not. Every customer is in one story.
 */
import { addDays, type LocalDate, localDate } from '@quittance/core/calendar';
import type { DemoCustomer } from '../customers/customers.ts';
import type { CompanyHistory } from '../history/history.ts';
import type { OpenLine } from '../history/lines.ts';
import { TEAM_DAYS } from '../history/period.ts';

/** A customer and what it is late with on the day. */
export interface LateCustomer {
  readonly customer: DemoCustomer;
  readonly lines: readonly OpenLine[];
}

export interface Choice {
  /** Pays all of these lines, and in full, from the day after `day` through `until`. */
  payingBetween(day: LocalDate, until: LocalDate): LateCustomer | null;
  /** Pays one of two lines by then. */
  payingPartBetween(day: LocalDate, until: LocalDate): LateCustomer | null;
  /** Pays none of these lines before the demo ends. */
  silentOn(day: LocalDate): LateCustomer | null;
  /** Whoever is late and in no story of its own; the same customer again once all others were named. */
  lateOn(day: LocalDate): LateCustomer | null;
  /** Like `silentOn`, with a single small line, due lately: what a card or an instant payment settles. */
  smallOn(day: LocalDate): LateCustomer | null;
}

const DAYS_LATE_LEAST = 1;
const LINES_MAX = 3;
/** Who has been late for longer stands for stories that take longer. */
const FRESH_DAYS = 7;
/** Of all customers, so that in a small demo somebody is left to be called. */
const STORIES_SHARE = 0.06;

export function chooseCustomers({ trade }: CompanyHistory): Choice {
  const paidOn = new Map<OpenLine, LocalDate>();
  for (const { lines, bookedOn } of trade.groups) for (const line of lines) paidOn.set(line, bookedOn);
  const taken = new Set<DemoCustomer>();
  const named = new Set<DemoCustomer>();
  let turn = 0;
  const paid = (line: OpenLine): LocalDate => paidOn.get(line) ?? NEVER;
  const firstTold = trade.period.businessDays.at(-TEAM_DAYS) ?? trade.period.from;
  const byCustomer = new Map<DemoCustomer, OpenLine[]>();
  for (const line of trade.lines) {
    if (line.fate !== 'paid' || line.credit !== null) continue;
    const own = byCustomer.get(line.customer) ?? [];
    byCustomer.set(line.customer, own);
    // Most of 18 months was paid before the first day that is told of.
    if (paid(line) >= firstTold) own.push(line);
  }
  /** Late on the day and not paid by then. */
  const lateOn = (customer: DemoCustomer, day: LocalDate): OpenLine[] => {
    const dueOnMost = addDays(day, -DAYS_LATE_LEAST);
    return (byCustomer.get(customer) ?? []).filter(
      (line) => line.dueOn <= dueOnMost && line.document.postedOn < day && paid(line) >= day,
    );
  };
  const storiesMax = Math.max(2, Math.round(trade.customers.length * STORIES_SHARE));
  const find = (day: LocalDate, fits: (late: OpenLine[]) => OpenLine[] | null): LateCustomer | null => {
    if (taken.size >= storiesMax) return null;
    for (const customer of byCustomer.keys()) {
      if (taken.has(customer) || !isOrdinary(customer)) continue;
      const lines = fits(lateOn(customer, day));
      if (lines === null || lines.length === 0) continue;
      taken.add(customer);
      return { customer, lines };
    }
    return null;
  };
  const within = (line: OpenLine, day: LocalDate, until: LocalDate) => paid(line) > day && paid(line) <= until;
  const beyond = (line: OpenLine) => paid(line) > trade.period.through;
  const unpaid = (customer: DemoCustomer, day: LocalDate) =>
    (byCustomer.get(customer) ?? []).filter((line) => beyond(line) && line.document.postedOn < day);
  return {
    payingBetween: (day, until) =>
      find(day, (late) => {
        const soon = late.filter((line) => within(line, day, until));
        return soon.length === late.length ? soon : null;
      }),
    payingPartBetween: (day, until) =>
      find(day, (late) => {
        const [soon, later] = [late.find((line) => within(line, day, until)), late.find(beyond)];
        return soon && later ? [soon, later] : null;
      }),
    silentOn: (day) => find(day, (late) => late.filter(beyond).slice(0, LINES_MAX)),
    lateOn(day) {
      const ordinary = [...byCustomer.keys()].filter(isOrdinary);
      const late = ordinary.filter((one) => lateOn(one, day).length > 0);
      const free = late.filter((one) => !taken.has(one));
      // A small demo has few who are late: then those of a story, then whoever owes something.
      const pool =
        [free, late, ordinary.filter((one) => unpaid(one, day).length > 0)].find((some) => some.length > 0) ?? [];
      const customer = pool.find((one) => !named.has(one)) ?? pool[turn++ % Math.max(1, pool.length)];
      if (customer === undefined) return null;
      named.add(customer);
      const lines = lateOn(customer, day);
      return { customer, lines: (lines.length > 0 ? lines : unpaid(customer, day)).slice(0, LINES_MAX) };
    },
    smallOn: (day) =>
      find(day, (late) => {
        const isFresh = late.every((line) => line.dueOn >= addDays(day, -FRESH_DAYS) && beyond(line));
        return late.length === 1 && isFresh && isSmall(late[0]) ? late : null;
      }),
  };
}

const NEVER = localDate('9999-12-31');

function isOrdinary({ isLargest, payer, parentNumber }: DemoCustomer): boolean {
  return !isLargest && !payer.isUnknownToUs && parentNumber === null;
}

function isSmall(line: OpenLine | undefined): boolean {
  return line !== undefined && line.customer.currency === line.company.functionalCurrency;
}
