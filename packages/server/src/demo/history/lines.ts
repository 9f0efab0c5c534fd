/** What customers have to pay: one line for each invoice or instalment, with what happens to it before it is paid. */
import { addDays, type LocalDate, laterDate } from '@quittance/core/calendar';
import { addBusinessDays, businessDayFrom } from '../business-days.ts';
import type { DemoCompany } from '../companies.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import { type Random, randomOf } from '../random.ts';
import type { DemoCredit, DemoDocument } from './documents.ts';
import type { DemoPeriod } from './period.ts';

export type LineFate = 'paid' | 'disputed' | 'insolvent';

export interface OpenLine {
  readonly company: DemoCompany;
  readonly customer: DemoCustomer;
  readonly document: DemoDocument;
  /** From 0. */
  readonly instalment: number;
  /** As it stands after a change of the due date. */
  readonly dueOn: LocalDate;
  readonly redated: { readonly on: LocalDate; readonly to: LocalDate } | null;
  /** What is left to pay after credit notes that were set off at once. */
  readonly openMinor: bigint;
  /** A credit note the customer takes off its payment. */
  readonly credit: DemoCredit | null;
  /** No payment before this day: the line must have reached its amount and due date. */
  readonly payableFrom: LocalDate;
  readonly fate: LineFate;
}

const DISPUTED_SHARE = 0.005;
const REDATED_SHARE = 0.006;

/** The lines of a company's invoices, those that a credit note cancelled left out, in the order of their invoices. */
export function openLines(
  company: DemoCompany,
  documents: { readonly invoices: readonly DemoDocument[]; readonly credits: readonly DemoCredit[] },
  options: { readonly seed: string; readonly period: DemoPeriod },
): OpenLine[] {
  const random = randomOf(`${options.seed} ${company.code} lines`);
  const credits = new Map(documents.credits.map((credit) => [credit.invoice.number, credit]));
  return documents.invoices.flatMap((invoice) =>
    linesOf(invoice, { company, random, credit: credits.get(invoice.number) ?? null, period: options.period }),
  );
}

function linesOf(
  invoice: DemoDocument,
  {
    company,
    random,
    credit,
    period,
  }: { company: DemoCompany; random: Random; credit: DemoCredit | null; period: DemoPeriod },
): OpenLine[] {
  const setOff = credit?.use === 'at_once' ? credit : null;
  const isDisputed = random.chance(DISPUTED_SHARE);
  const isRedated = random.chance(REDATED_SHARE);
  return invoice.instalments.flatMap((part, instalment) => {
    const openMinor = part.amountMinor - (setOff?.document.amountMinor ?? 0n);
    if (openMinor === 0n) return [];
    const redated = isRedated && credit === null ? redating(part.dueOn, invoice, { random, period }) : null;
    const dueOn = redated?.to ?? part.dueOn;
    const earliest = [invoice.postedOn, credit?.document.issuedOn, redated?.on].reduce<LocalDate>(
      (latest, day) => (day === undefined ? latest : laterDate(latest, day)),
      invoice.issuedOn,
    );
    return {
      company,
      customer: invoice.customer,
      document: invoice,
      instalment,
      dueOn,
      redated,
      openMinor,
      credit: credit?.use === 'with_payment' ? credit : null,
      payableFrom: businessDayFrom(addDays(earliest, 1)),
      fate: fateOf(invoice.customer, dueOn, isDisputed),
    };
  });
}

/** More time was asked for a few days before the due date and granted. */
function redating(
  dueOn: LocalDate,
  invoice: DemoDocument,
  { random, period }: { random: Random; period: DemoPeriod },
): OpenLine['redated'] {
  const on = addBusinessDays(dueOn, -random.int(1, 5));
  if (on <= invoice.postedOn || on > period.through) return null;
  return { on, to: addDays(dueOn, random.pick([15, 30, 30, 45])) };
}

function fateOf(customer: DemoCustomer, dueOn: LocalDate, isDisputed: boolean): LineFate {
  if (customer.insolventFrom !== null && dueOn >= customer.insolventFrom) return 'insolvent';
  return isDisputed ? 'disputed' : 'paid';
}
