/** From a payment to what the cash desk entered: the receipt, its application, and what had to be put right later. */
import type { LocalDate } from '@quittance/core/calendar';
import { toFunctional } from '@quittance/core/ledger';
import { addBusinessDays, nextBusinessDay } from '../business-days.ts';
import { bankLine, type DemoBankLine } from './bank-line.ts';
import type { DemoAllocation, DemoEvent, ItemName } from './events.ts';
import type { OpenLine } from './lines.ts';
import type { PaidLine, Payment } from './payments.ts';
import { type DemoRate, rateOn } from './rates.ts';

export interface NumberedPayment {
  readonly payment: Payment;
  readonly line: DemoBankLine;
}

/** One in so many single payments in a foreign currency arrives in the company's own. */
const CONVERTED_EVERY = 25;

/** Payments with their bank lines, numbered by company and day: IT260311-0042. */
export function numberPayments(payments: readonly Payment[], options: { readonly seed: string }): NumberedPayment[] {
  const counts = new Map<LocalDate, number>();
  return payments.map((payment) => {
    const count = (counts.get(payment.bookedOn) ?? 0) + 1;
    counts.set(payment.bookedOn, count);
    const day = payment.bookedOn.slice(2).replaceAll('-', '');
    const reference = `${payment.company.code.slice(0, 2)}${day}-${String(count).padStart(4, '0')}`;
    return { payment, line: bankLine(payment, { reference, seed: options.seed }) };
  });
}

export function paymentEvents(numbered: NumberedPayment, rates: readonly DemoRate[]): DemoEvent[] {
  const { payment } = numbered;
  const line = isConverted(numbered) ? converted(numbered, rates) : numbered.line;
  const statementOn = nextBusinessDay(payment.bookedOn);
  const { story } = payment;
  const owner = story.kind === 'unidentified' ? null : payment.customer;
  const events: DemoEvent[] = [
    { on: statementOn, slot: 'statement', act: { kind: 'receipt', receipt: { line, customer: owner } } },
  ];
  if (story.kind === 'unidentified') {
    const act = { kind: 'identification', receipt: line.reference, customer: payment.customer } as const;
    events.push({ on: story.foundOn, slot: 'desk', act });
  }
  if (story.kind === 'duplicate' && story.refundedOn !== null) {
    const adjustment = {
      adjustment: 'refund',
      amountMinor: payment.amountMinor,
      reason: 'paid twice, sent back',
    } as const;
    const item = receiptItem(line);
    events.push({ on: story.refundedOn, slot: 'management', act: { kind: 'adjustment', item, ...adjustment } });
  }
  events.push(...applicationEvents(payment, line), ...shortageEvents(payment));
  if (story.kind === 'bounced') {
    const reason = 'direct debit returned: account without funds';
    events.push({ on: story.returnedOn, slot: 'desk', act: { kind: 'return', receipt: line.reference, reason } });
  }
  return events;
}

function isConverted({ payment, line }: NumberedPayment): boolean {
  const isForeign = payment.customer.currency !== payment.company.functionalCurrency;
  const isPlain = payment.lines.length === 1 && payment.excessMinor === 0n && payment.story.kind === 'usual';
  return isForeign && isPlain && Number(line.reference.slice(-4)) % CONVERTED_EVERY === 0;
}

/** The payer's bank has converted: what arrives is in the company's currency at the rate of the day. */
function converted({ payment, line }: NumberedPayment, rates: readonly DemoRate[]): DemoBankLine {
  const to = payment.company.functionalCurrency;
  const rate = rateOn(rates, line.currency, payment.bookedOn);
  return { ...line, currency: to, amountMinor: toFunctional(line.amountMinor, { from: line.currency, to, rate }) };
}

function applicationEvents(payment: Payment, line: DemoBankLine): DemoEvent[] {
  const { story } = payment;
  const allocations = payment.lines.flatMap((paid) => allocationsOf(paid, payment, line));
  if (allocations.length === 0) return [];
  if (story.kind === 'misapplied') return misapplied(payment, line, { to: story.to, correctedOn: story.correctedOn });
  if (story.kind === 'unidentified') {
    return [{ on: story.foundOn, slot: 'desk', act: { kind: 'application', effectiveOn: story.foundOn, allocations } }];
  }
  if (payment.byHand) {
    const { appliedOn } = payment;
    return [{ on: appliedOn, slot: 'desk', act: { kind: 'application', effectiveOn: appliedOn, allocations } }];
  }
  const effectiveOn = payment.bookedOn;
  return [
    { on: nextBusinessDay(effectiveOn), slot: 'statement', act: { kind: 'application', effectiveOn, allocations } },
  ];
}

function misapplied(
  payment: Payment,
  line: DemoBankLine,
  { to, correctedOn }: { to: OpenLine; correctedOn: LocalDate },
): DemoEvent[] {
  const { bookedOn } = payment;
  const wrong = { credit: receiptItem(line), debit: itemName(to), amountMinor: payment.amountMinor, adjustments: [] };
  const right = payment.lines.flatMap((paid) => allocationsOf(paid, payment, line));
  const reason = 'the customer says it paid another invoice';
  return [
    {
      on: nextBusinessDay(bookedOn),
      slot: 'statement',
      act: { kind: 'application', effectiveOn: bookedOn, allocations: [wrong] },
    },
    { on: correctedOn, slot: 'desk', act: { kind: 'undo_application', receipt: line.reference, reason } },
    { on: correctedOn, slot: 'desk', act: { kind: 'application', effectiveOn: correctedOn, allocations: right } },
  ];
}

function allocationsOf(paid: PaidLine, payment: Payment, line: DemoBankLine): DemoAllocation[] {
  const debit = itemName(paid.line);
  const allocations: DemoAllocation[] = [];
  const { credit } = paid.line;
  if (paid.creditMinor > 0n && credit !== null) {
    const name = { number: credit.document.number, instalment: 0 };
    allocations.push({ credit: name, debit, amountMinor: paid.creditMinor, adjustments: [] });
  }
  if (paid.cashMinor > 0n) {
    const inOther = line.currency === payment.customer.currency ? {} : { creditAmountMinor: line.amountMinor };
    const adjustments = adjustmentsOf(paid, payment);
    allocations.push({ credit: receiptItem(line), debit, amountMinor: paid.cashMinor, adjustments, ...inOther });
  }
  return allocations;
}

function adjustmentsOf(paid: PaidLine, { shortage }: Payment): DemoAllocation['adjustments'] {
  if (paid.discountMinor > 0n) {
    return [{ kind: 'cash_discount', amountMinor: paid.discountMinor, reason: `terms ${paid.line.document.terms}` }];
  }
  if (paid.shortMinor === 0n) return [];
  if (shortage?.kind === 'bank_fee') {
    return [{ kind: 'bank_fee', amountMinor: paid.shortMinor, reason: 'fee of the foreign bank' }];
  }
  if (shortage?.kind === 'small_difference') {
    return [
      { kind: 'small_difference', amountMinor: paid.shortMinor, reason: 'below the limit for small differences' },
    ];
  }
  return [];
}

/** What becomes of an amount the customer kept back. */
function shortageEvents(payment: Payment): DemoEvent[] {
  const { shortage } = payment;
  const short = payment.lines.find((paid) => paid.shortMinor > 0n);
  if (shortage?.kind !== 'deduction' || short === undefined) return [];
  const item = itemName(short.line);
  const { document, customer } = short.line;
  const amountMinor = short.shortMinor;
  const { reason, end, endsOn } = shortage;
  const disputedOn = addBusinessDays(payment.appliedOn, 2);
  const hold = { hold: 'dispute', customer, item, amountMinor, untilOn: endsOn, reason } as const;
  const events: DemoEvent[] = [{ on: disputedOn, slot: 'disputes', act: { kind: 'hold', ...hold } }];
  if (end === 'accepted') {
    const act = { kind: 'adjustment', item, adjustment: 'deduction', amountMinor, reason } as const;
    events.push({ on: endsOn, slot: 'management', act });
  }
  if (end === 'credited') {
    const number = `${payment.company.numbering.creditNote}-D${document.number.replace(/\D/g, '')}`;
    const credit = {
      ...document,
      kind: 'credit_note',
      number,
      amountMinor,
      issuedOn: endsOn,
      postedOn: endsOn,
    } as const;
    const documents = [{ ...credit, instalments: [{ dueOn: endsOn, amountMinor }], reference: null }];
    const allocation = { credit: { number, instalment: 0 }, debit: item, amountMinor, adjustments: [] };
    events.push(
      { on: endsOn, slot: 'disputes', act: { kind: 'documents', documents } },
      { on: endsOn, slot: 'disputes', act: { kind: 'application', effectiveOn: endsOn, allocations: [allocation] } },
    );
  }
  return events;
}

export function itemName(line: OpenLine): ItemName {
  return { number: line.document.number, instalment: line.instalment };
}

export function receiptItem(line: DemoBankLine): ItemName {
  return { number: line.reference, instalment: 0 };
}
