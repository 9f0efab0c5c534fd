/** A new customer on its way: asked for, decided, first invoice, its receipt confirmed, first payment. What it waits for is the first step not done. */
import type { LocalDate } from '../calendar/index.ts';

export const FIRST_STEPS = ['decision', 'first_invoice', 'invoice_received', 'first_payment'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

export interface StepsDone {
  readonly isDecided: boolean;
  readonly invoicedOn: LocalDate | null;
  /** When somebody noted that the first invoice had reached the customer. */
  readonly invoiceReceivedAt: string | null;
  readonly paidOn: LocalDate | null;
}

/** Null when all is done. Who has paid has received the invoice, whether somebody noted it or not. */
export function nextFirstStep(done: StepsDone): FirstStep | null {
  if (!done.isDecided) return 'decision';
  if (done.paidOn !== null && done.invoicedOn !== null) return null;
  if (done.invoicedOn === null) return 'first_invoice';
  return done.invoiceReceivedAt === null ? 'invoice_received' : 'first_payment';
}
