/** What the demo's companies bill: invoices, some of them in instalments, and credit notes. */
import { addDays, daysBetween, earlierDate, endOfMonth, type LocalDate } from '@quittance/core/calendar';
import { allocateByLargestRemainder, minorDigits } from '@quittance/core/money';
import { dueOn, parseTerms } from '@quittance/core/terms';
import { addBusinessDays } from '../business-days.ts';
import type { DemoCompany } from '../companies.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import { remainderOf97 } from '../customers/identifiers.ts';
import { type Random, randomOf } from '../random.ts';
import type { DemoPeriod } from './period.ts';

export interface DemoInstalment {
  readonly dueOn: LocalDate;
  readonly amountMinor: bigint;
}

export interface DemoDocument {
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  readonly customer: DemoCustomer;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly issuedOn: LocalDate;
  /** The day it reached the ledger: the evening of its issue, for a few some days later. */
  readonly postedOn: LocalDate;
  readonly instalments: readonly DemoInstalment[];
  readonly terms: string;
  readonly purchaseOrder: string | null;
  readonly orderNumber: string | null;
  readonly deliveryNote: string | null;
  readonly reference: string | null;
}

/** A credit note and what became of it. */
export interface DemoCredit {
  readonly document: DemoDocument;
  readonly invoice: DemoDocument;
  /** Set off against its invoice by us at once, taken off the payment by the customer, or left on the account. */
  readonly use: 'at_once' | 'with_payment' | 'left';
}

/** In January fewer, in December more; August is quiet where the customers are in Europe. */
const SEASONS: Readonly<Record<string, number>> = { '08': 0.7, '12': 1.15, '01': 0.9 };
const MONTH_END_RUSH = 1.5;
const INSTALMENT_SHARE = 0.012;
const POSTED_LATE_SHARE = 0.004;
const CREDIT_SHARE = 0.03;

export interface InvoicingOptions {
  readonly seed: string;
  readonly period: DemoPeriod;
  readonly count: number;
  readonly largestCount: number;
  /** Customers who buy for the first time on the last days. */
  readonly newCustomers: readonly DemoCustomer[];
}

/** All invoices of a company in the order of their issue. `count` is approximate, but for the largest customer's part. */
export function demoInvoices(
  company: DemoCompany,
  customers: readonly DemoCustomer[],
  options: InvoicingOptions,
): DemoDocument[] {
  const random = randomOf(`${options.seed} ${company.code} invoices`);
  const days = options.period.businessDays.map((day, index, all): readonly [LocalDate, number] => {
    const isRush = daysBetween(day, endOfMonth(day)) < 3;
    const growth = 1 + (0.25 * index) / all.length;
    return [day, growth * (SEASONS[day.slice(5, 7)] ?? 1) * (isRush ? MONTH_END_RUSH : 1)];
  });
  const pickDay = pickerOf(days);
  const totalWeight = customers.reduce((total, customer) => total + customer.weight, 0);
  const issues: { customer: DemoCustomer; day: LocalDate; place: number }[] = [];
  const issue = (customer: DemoCustomer, day: LocalDate) => issues.push({ customer, day, place: random.next() });
  for (const customer of customers) {
    const expected = customer.isLargest ? options.largestCount : (options.count * customer.weight) / totalWeight;
    const count = Math.max(1, Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0));
    for (let left = count; left > 0; ) {
      const first = pickDay(random);
      const burst = customer.isLargest ? 1 : Math.min(left, random.weighted(BURSTS));
      for (let index = 0; index < burst; index++) issue(customer, dayNear(first, random, options.period));
      left -= burst;
    }
  }
  const lastDays = options.period.businessDays.filter((day) => day >= options.period.invoicesLeftFrom);
  for (const customer of options.newCustomers) {
    for (let left = random.int(1, 3); left > 0; left--) issue(customer, random.pick(lastDays));
  }
  issues.sort((one, other) => (one.day === other.day ? one.place - other.place : one.day < other.day ? -1 : 1));
  const number = numberer(company, company.numbering.invoice, 100_000);
  const { through } = options.period;
  return issues.map(({ customer, day }) =>
    demoInvoice({ company, customer, issuedOn: day, number: number(day), through, random }),
  );
}

/** An order is often billed in several invoices within days, which are then paid together. */
const BURSTS: readonly (readonly [number, number])[] = [
  [1, 18],
  [2, 38],
  [3, 22],
  [4, 9],
  [5, 4],
  [8, 5],
  [14, 3],
];

function dayNear(first: LocalDate, random: Random, { through }: DemoPeriod): LocalDate {
  const day = addBusinessDays(first, random.int(0, 2));
  return day <= through ? day : first;
}

/** A choice by weight among many, in logarithmic time. */
function pickerOf<T>(choices: readonly (readonly [T, number])[]): (random: Random) => T {
  const ends: number[] = [];
  let total = 0;
  for (const [, weight] of choices) {
    total += weight;
    ends.push(total);
  }
  return (random) => {
    const at = random.next() * total;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const choice = choices[low];
    if (!choice) throw new RangeError('nothing to choose from');
    return choice[0];
  };
}

/** Numbers go up by one; where they carry the year, each year begins anew: FV26-100001, INV-100001. */
function numberer(company: DemoCompany, prefix: string, start: number): (day: LocalDate) => string {
  const counts = new Map<string, number>();
  return (day) => {
    const year = company.numbering.withYear ? day.slice(2, 4) : '';
    const next = (counts.get(year) ?? start) + 1;
    counts.set(year, next);
    return `${prefix}${year}-${next}`;
  };
}

interface Issue {
  readonly company: DemoCompany;
  readonly customer: DemoCustomer;
  readonly issuedOn: LocalDate;
  readonly number: string;
  readonly through: LocalDate;
  readonly random: Random;
}

function demoInvoice({ company, customer, issuedOn, number, through, random }: Issue): DemoDocument {
  const factor =
    customer.pricePoints.length > 0 && random.chance(0.8)
      ? random.pick(customer.pricePoints)
      : customer.usualAmount * random.logNormal(1, 0.55);
  const amountMinor = minorAmount(factor / (company.rates[customer.currency] ?? 1), customer.currency);
  const terms = parseTerms(customer.terms);
  if (terms === null) throw new Error(`terms of ${customer.number} are not understood: ${customer.terms}`);
  const inInstalments = !customer.isLargest && random.chance(INSTALMENT_SHARE);
  const parts = inInstalments ? random.int(2, 3) : 1;
  const due = dueOn(issuedOn, inInstalments ? { ...terms, discounts: [] } : terms);
  const amounts = allocateByLargestRemainder(amountMinor, Array<bigint>(parts).fill(1n));
  const isLate = random.chance(POSTED_LATE_SHARE);
  return {
    kind: 'invoice',
    number,
    customer,
    currency: customer.currency,
    amountMinor,
    issuedOn,
    postedOn: isLate ? earlierDate(addBusinessDays(issuedOn, random.int(2, 4)), through) : issuedOn,
    instalments: amounts.map((amount, index) => ({ dueOn: addDays(due, 30 * index), amountMinor: amount })),
    terms: customer.terms,
    purchaseOrder: random.chance(0.6) ? `45${String(random.int(0, 99_999_999)).padStart(8, '0')}` : null,
    orderNumber: random.chance(0.5) ? `SO${random.int(100_000, 999_999)}` : null,
    deliveryNote: random.chance(0.4) ? `DN${random.int(1_000_000, 9_999_999)}` : null,
    reference: company.code === 'UK01' ? creditorReference(number) : null,
  };
}

/** Major units as whole minor units, at least one: 12.345 EUR is 1235n, of JPY 12n. Only for amounts that are drawn. */
export function minorAmount(major: number, currency: string): bigint {
  return BigInt(Math.max(1, Math.round(major * 10 ** minorDigits(currency))));
}

/** ISO 11649: "RF", two check digits, the number. */
export function creditorReference(number: string): string {
  const body = number.replace(/[^0-9A-Z]/g, '');
  return `RF${String(98 - remainderOf97(`${body}RF00`)).padStart(2, '0')}${body}`;
}

/** Credit notes for some of the invoices, in the order of their issue: a quarter of them cancel the whole. */
export function demoCredits(
  company: DemoCompany,
  invoices: readonly DemoDocument[],
  options: { readonly seed: string; readonly period: DemoPeriod },
): DemoCredit[] {
  const random = randomOf(`${options.seed} ${company.code} credits`);
  const drawn = invoices
    .filter((invoice) => invoice.instalments.length === 1 && random.chance(CREDIT_SHARE))
    .map((invoice) => {
      const due = invoice.instalments[0]?.dueOn ?? invoice.issuedOn;
      const issuedOn = addBusinessDays(invoice.postedOn, random.int(2, 12));
      const share = BigInt(random.chance(0.25) ? 100 : random.int(3, 40));
      const use = random.weighted<DemoCredit['use']>([
        ['at_once', 55],
        ['with_payment', 40],
        ['left', 5],
      ]);
      return { invoice, issuedOn, isBeforeDue: issuedOn < due, share, use };
    })
    .filter((one) => one.isBeforeDue && one.issuedOn <= options.period.through)
    .sort((left, right) => (left.issuedOn === right.issuedOn ? 0 : left.issuedOn < right.issuedOn ? -1 : 1));
  const number = numberer(company, company.numbering.creditNote, 10_000);
  return drawn.map(({ invoice, issuedOn, share, use }) => {
    const amountMinor = (invoice.amountMinor * share) / 100n || 1n;
    const document: DemoDocument = {
      ...invoice,
      kind: 'credit_note',
      number: number(issuedOn),
      amountMinor,
      issuedOn,
      postedOn: issuedOn,
      instalments: [{ dueOn: issuedOn, amountMinor }],
      orderNumber: null,
      deliveryNote: null,
      reference: null,
    };
    // The whole invoice cannot wait for a payment that will never come.
    return { document, invoice, use: share === 100n && use === 'with_payment' ? 'at_once' : use };
  });
}
