/** The whole past of one company: what its ledger recorded, and what its bank reports that nobody has entered yet. */

import type { DemoBankLine } from './bank-line.ts';
import { bookEvents } from './book-events.ts';
import { byTime, type DemoEvent } from './events.ts';
import { lastDayEvents } from './last-days.ts';
import { billingEvents, creditEvents, lineEvents } from './line-events.ts';
import { type NumberedPayment, numberPayments, paymentEvents } from './payment-events.ts';
import { demoPayments } from './payments.ts';
import { type DemoRate, demoRates } from './rates.ts';
import { strangerEvents, strangers } from './strangers.ts';
import type { CompanyTrade } from './trade.ts';

export interface CompanyHistory {
  readonly trade: CompanyTrade;
  readonly rates: readonly DemoRate[];
  /** In the order of their days and, within a day, of its slots. */
  readonly events: readonly DemoEvent[];
  /** Payments that were entered as receipts, with their bank lines. */
  readonly entered: readonly NumberedPayment[];
  /** Payments whose bank lines come with statements: of the imported days, then of those that wait. */
  readonly stated: readonly NumberedPayment[];
  /** All bank lines of those statements. */
  readonly statementLines: readonly DemoBankLine[];
}

export function companyHistory(trade: CompanyTrade, options: { readonly seed: string }): CompanyHistory {
  const { company, period } = trade;
  const rates = demoRates(company, { ...options, period });
  const payments = demoPayments(trade.groups, { ...options, company }).filter(
    (payment) => payment.bookedOn <= period.through,
  );
  const numbered = numberPayments(payments, options);
  const isStated = ({ line }: { readonly line: DemoBankLine }) => line.bookedOn >= period.statementsImportedFrom;
  const entered = numbered.filter((one) => !isStated(one));
  const stated = numbered.filter(isStated);
  const others = strangers(company, { ...options, period, scale: trade.scale });
  const events = [
    ...bookEvents(company, period),
    ...billingEvents([...trade.invoices, ...trade.credits.map((credit) => credit.document)]),
    ...creditEvents(trade.credits),
    ...trade.lines.flatMap(lineEvents),
    ...entered.flatMap((one) => paymentEvents(one, rates)),
    ...others.filter((one) => !isStated(one)).flatMap(strangerEvents),
    ...lastDayEvents(trade, options),
  ]
    .filter((event) => event.on <= period.through)
    .sort(byTime);
  const statementLines = [...stated.map(({ line }) => line), ...others.filter(isStated).map(({ line }) => line)];
  return { trade, rates, events, entered, stated, statementLines };
}
