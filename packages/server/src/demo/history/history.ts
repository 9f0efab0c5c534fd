/** The whole past of one company: what its ledger recorded, and what its bank reports that nobody has entered yet. */

import type { LocalDate } from '@quittance/core/calendar';
import { bookEvents } from './book-events.ts';
import { byTime, type DemoEvent } from './events.ts';
import { lastDayEvents } from './last-days.ts';
import { billingEvents, creditEvents, lineEvents } from './line-events.ts';
import { type NumberedPayment, numberPayments, paymentEvents } from './payment-events.ts';
import { demoPayments } from './payments.ts';
import { type DemoRate, demoRates } from './rates.ts';
import { type Stranger, strangerEvents, strangers } from './strangers.ts';
import type { CompanyTrade } from './trade.ts';

export interface CompanyHistory {
  readonly trade: CompanyTrade;
  readonly rates: readonly DemoRate[];
  /** In the order of their days and, within a day, of its slots. */
  readonly events: readonly DemoEvent[];
  /** Payments that the ledger knows. */
  readonly entered: readonly NumberedPayment[];
  /** Payments that the bank booked on the last days and that wait in its statements. */
  readonly waiting: readonly NumberedPayment[];
  readonly waitingStrangers: readonly Stranger[];
}

export function companyHistory(trade: CompanyTrade, options: { readonly seed: string }): CompanyHistory {
  const { company, period } = trade;
  const rates = demoRates(company, { ...options, period });
  const payments = demoPayments(trade.groups, { ...options, company }).filter(
    (payment) => payment.bookedOn <= period.through,
  );
  const numbered = numberPayments(payments, options);
  const isLeft = (bookedOn: LocalDate) => bookedOn >= period.statementsLeftFrom;
  const entered = numbered.filter(({ line }) => !isLeft(line.bookedOn));
  const others = strangers(company, { ...options, period, scale: trade.scale });
  const events = [
    ...bookEvents(company, period),
    ...billingEvents([...trade.invoices, ...trade.credits.map((credit) => credit.document)]),
    ...creditEvents(trade.credits),
    ...trade.lines.flatMap(lineEvents),
    ...entered.flatMap((one) => paymentEvents(one, rates)),
    ...others.filter(({ line }) => !isLeft(line.bookedOn)).flatMap(strangerEvents),
    ...lastDayEvents(trade, options),
  ]
    .filter((event) => event.on <= period.through)
    .sort(byTime);
  return {
    trade,
    rates,
    events,
    entered,
    waiting: numbered.filter(({ line }) => isLeft(line.bookedOn)),
    waitingStrangers: others.filter(({ line }) => isLeft(line.bookedOn)),
  };
}
