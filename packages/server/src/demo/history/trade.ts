/** Everything the demo's companies sold and everything their customers mean to pay, before a ledger is involved. */
import type { LocalDate } from '@quittance/core/calendar';
import { DEMO_COMPANIES, type DemoCompany } from '../companies.ts';
import { type DemoCustomer, demoCustomers } from '../customers/customers.ts';
import { type DemoCredit, type DemoDocument, demoCredits, demoInvoices } from './documents.ts';
import { paymentGroups } from './grouping.ts';
import { type DatedGroup, dateGroups } from './lateness.ts';
import { type OpenLine, openLines } from './lines.ts';
import { type DemoPeriod, demoPeriod } from './period.ts';

export interface DemoSize {
  readonly seed: string;
  readonly today: LocalDate;
  /** 1 is the whole demo: 2,000 customers and about 60,000 items. */
  readonly scale: number;
}

export interface CompanyTrade {
  readonly company: DemoCompany;
  readonly period: DemoPeriod;
  readonly scale: number;
  /** Those that the ledger knows. */
  readonly customers: readonly DemoCustomer[];
  /** Those that come with the files that are left to import. */
  readonly newCustomers: readonly DemoCustomer[];
  /** Those that the ledger knows. */
  readonly invoices: readonly DemoDocument[];
  /** The last days' invoices, which wait as a file. */
  readonly invoicesLeft: readonly DemoDocument[];
  readonly credits: readonly DemoCredit[];
  readonly lines: readonly OpenLine[];
  /** What is paid together and when, also after the demo's last day. */
  readonly groups: readonly DatedGroup[];
}

const CUSTOMERS = 2_000;
const INVOICES = 41_000; // with their instalments, credit notes and receipts about 60,000 items
const NEW_CUSTOMERS = { IT01: 6, US01: 3, UK01: 3 } as const;
const LARGEST_SHARE = 0.25;

/** The trade of all three companies; the same for the same seed, day and scale. */
export function demoTrade({ seed, today, scale }: DemoSize): CompanyTrade[] {
  const period = demoPeriod(today);
  const invoiceCount = INVOICES * scale;
  const sold = DEMO_COMPANIES.map((company) => {
    const count = Math.max(8, Math.round(CUSTOMERS * scale * company.customerShare));
    const everybody = demoCustomers(company, { seed, count, insolventDays: period.businessDays });
    const customers = everybody.slice(0, -NEW_CUSTOMERS[company.code]);
    const newCustomers = everybody.slice(customers.length);
    const all = demoInvoices(company, customers, {
      seed,
      period,
      newCustomers,
      count: invoiceCount * (1 - LARGEST_SHARE) * company.invoiceShare,
      largestCount: invoiceCount * LARGEST_SHARE,
    });
    const isLeft = (invoice: DemoDocument) => invoice.postedOn >= period.invoicesLeftFrom;
    const invoices = all.filter((invoice) => !isLeft(invoice));
    const invoicesLeft = all.filter(isLeft);
    const credits = demoCredits(company, invoices, { seed, period });
    const lines = openLines(company, { invoices, credits }, { seed, period });
    return { company, period, scale, customers, newCustomers, invoices, invoicesLeft, credits, lines };
  });
  // Sizes of payments hold over all companies, so they are drawn for all of them at once.
  const payable = sold.flatMap(({ lines }) => lines.filter((line) => line.fate === 'paid'));
  const groups = dateGroups(paymentGroups(payable, { seed }), { seed });
  return sold.map((one) => ({ ...one, groups: groups.filter(({ lines }) => lines[0]?.company === one.company) }));
}
