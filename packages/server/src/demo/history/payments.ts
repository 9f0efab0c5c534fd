/** What customers paid: the amounts on each line, and what went otherwise than planned. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { sum } from '@quittance/core/money';
import { discountFor } from '@quittance/core/terms';
import { addBusinessDays, nextBusinessDay } from '../business-days.ts';
import type { DemoCompany } from '../companies.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import { type Random, randomOf } from '../random.ts';
import { type DemoCredit, minorAmount } from './documents.ts';
import type { DatedGroup } from './lateness.ts';
import type { OpenLine } from './lines.ts';

/** Why a payment is short, and what is done about it. */
export type Shortage =
  | { readonly kind: 'bank_fee' | 'small_difference' }
  /** The customer keeps something back: later credited, accepted as a deduction, paid, or still open. */
  | {
      readonly kind: 'deduction';
      readonly reason: string;
      readonly end: 'credited' | 'accepted' | 'paid' | 'open';
      readonly endsOn: LocalDate;
    }
  | { readonly kind: 'part_payment'; readonly restOn: LocalDate };

export interface PaidLine {
  readonly line: OpenLine;
  readonly cashMinor: bigint;
  readonly creditMinor: bigint;
  readonly discountMinor: bigint;
  readonly shortMinor: bigint;
}

export type PaymentStory =
  | { readonly kind: 'usual' }
  | { readonly kind: 'bounced'; readonly returnedOn: LocalDate }
  | { readonly kind: 'unidentified'; readonly foundOn: LocalDate }
  | { readonly kind: 'duplicate'; readonly refundedOn: LocalDate | null }
  | { readonly kind: 'misapplied'; readonly to: OpenLine; readonly correctedOn: LocalDate };

export interface Payment {
  readonly company: DemoCompany;
  readonly customer: DemoCustomer;
  readonly bookedOn: LocalDate;
  readonly lines: readonly PaidLine[];
  readonly credits: readonly DemoCredit[];
  /** Of the receipt: the cash of its lines and what is paid beyond them. */
  readonly amountMinor: bigint;
  readonly excessMinor: bigint;
  readonly shortage: Shortage | null;
  readonly story: PaymentStory;
  /** Whether a person had to find out what it pays, and the day on which it was applied. */
  readonly byHand: boolean;
  readonly appliedOn: LocalDate;
}

const DEDUCTION_REASONS = [
  'price differs from the order',
  'goods damaged on arrival',
  'short delivery',
  'promotion agreed with sales',
];

/** The payments of a company in the order of their booking, those that follow from others (paid again, the rest) included. */
export function demoPayments(
  groups: readonly DatedGroup[],
  options: { readonly seed: string; readonly company: DemoCompany },
): Payment[] {
  const random = randomOf(`${options.seed} ${options.company.code} payments`);
  const paidOn = new Map<OpenLine, LocalDate>();
  const byCustomer = new Map<DemoCustomer, OpenLine[]>();
  for (const { lines, bookedOn } of groups) {
    for (const line of lines) {
      paidOn.set(line, bookedOn);
      const own = byCustomer.get(line.customer);
      if (own) own.push(line);
      else byCustomer.set(line.customer, [line]);
    }
  }
  const payments = groups.flatMap((group) => {
    const first = payment(group, random);
    const story = storyOf(first, { random, paidOn, siblings: byCustomer.get(first.customer) ?? [] });
    // Of a payment made twice, the second tells the story.
    const told = story.kind === 'duplicate' ? first : { ...first, story };
    return [told, ...followUps({ ...first, story }, random)];
  });
  return payments.sort((one, other) => (one.bookedOn < other.bookedOn ? -1 : one.bookedOn > other.bookedOn ? 1 : 0));
}

function payment(group: DatedGroup, random: Random): Payment {
  const first = group.lines[0];
  if (!first) throw new RangeError('a payment pays something');
  const { customer, company } = first;
  const shortage = group.discountTerms === null ? shortageOf(group, customer, random) : null;
  const shortAt = shortage === null ? -1 : random.int(0, group.lines.length - 1);
  const lines = group.lines.map((line, index): PaidLine => {
    const creditMinor = line.credit?.document.amountMinor ?? 0n;
    const owed = line.openMinor - creditMinor;
    const discountMinor =
      group.discountTerms === null
        ? 0n
        : discountFor(owed, group.discountTerms, { issuedOn: line.document.issuedOn, paidOn: group.bookedOn });
    const shortMinor = shortage === null || index !== shortAt ? 0n : shortAmount(owed, shortage, customer, random);
    return { line, creditMinor, discountMinor, shortMinor, cashMinor: owed - discountMinor - shortMinor };
  });
  const excessMinor =
    shortage === null && random.chance(0.005) ? minorAmount(random.logNormal(60, 0.8), customer.currency) : 0n;
  const timing = timingOf(customer, group, random);
  return {
    company,
    customer,
    bookedOn: group.bookedOn,
    lines,
    credits: group.lines.flatMap((line) => line.credit ?? []),
    amountMinor: sum(lines.map((line) => line.cashMinor)) + excessMinor,
    excessMinor,
    shortage: shortAt >= 0 && lines[shortAt]?.shortMinor === 0n ? null : shortage,
    story: { kind: 'usual' },
    ...timing,
  };
}

/** Cited payments apply themselves with the statement; the others wait for a person, some for days. */
function timingOf(customer: DemoCustomer, group: DatedGroup, random: Random): Pick<Payment, 'byHand' | 'appliedOn'> {
  const isCited = customer.payer.citing === 'exact' || customer.payer.citing === 'compact';
  const byHand = isCited ? random.chance(0.04) : random.chance(group.lines.length > 1 ? 0.85 : 0.55);
  const statementOn = nextBusinessDay(group.bookedOn);
  const daysLater = byHand ? random.weighted(HAND_DELAYS) : 0;
  return { byHand, appliedOn: addBusinessDays(statementOn, daysLater) };
}

const HAND_DELAYS: readonly (readonly [number, number])[] = [
  [0, 70],
  [1, 14],
  [2, 8],
  [4, 5],
  [8, 3],
];

function shortageOf(group: DatedGroup, customer: DemoCustomer, random: Random): Shortage | null {
  const isAbroad = customer.currency !== group.lines[0]?.company.functionalCurrency;
  if (isAbroad && random.chance(0.06)) return { kind: 'bank_fee' };
  if (random.chance(0.008)) return { kind: 'small_difference' };
  if (random.chance(0.005) && !customer.isLargest)
    return { kind: 'part_payment', restOn: addBusinessDays(group.bookedOn, random.int(10, 30)) };
  if (!random.chance(0.018)) return null;
  const end = random.weighted<'credited' | 'accepted' | 'paid' | 'open'>([
    ['credited', 45],
    ['accepted', 25],
    ['paid', 20],
    ['open', 10],
  ]);
  return {
    kind: 'deduction',
    reason: random.pick(DEDUCTION_REASONS),
    end,
    endsOn: addBusinessDays(group.bookedOn, random.int(8, 45)),
  };
}

/** Never more than a good part of what is owed; nothing of an amount too small to be short of. */
function shortAmount(owedMinor: bigint, shortage: Shortage, customer: DemoCustomer, random: Random): bigint {
  const unit = minorAmount(1, customer.currency);
  const least = owedMinor / 2n;
  const wanted = {
    bank_fee: BigInt(random.int(8, 28)) * unit,
    small_difference: (unit * BigInt(random.int(5, 95))) / 100n,
    deduction: (owedMinor * BigInt(random.int(3, 18))) / 100n,
    part_payment: (owedMinor * BigInt(random.int(30, 60))) / 100n,
  }[shortage.kind];
  return wanted < least || shortage.kind === 'part_payment' ? wanted : 0n;
}

interface Surroundings {
  readonly random: Random;
  readonly paidOn: ReadonlyMap<OpenLine, LocalDate>;
  /** All lines of the customer. */
  readonly siblings: readonly OpenLine[];
}

function storyOf(paid: Payment, { random, paidOn, siblings }: Surroundings): PaymentStory {
  const [only, ...others] = paid.lines;
  const statementOn = nextBusinessDay(paid.bookedOn);
  if (paid.customer.payer.isUnknownToUs) {
    return { kind: 'unidentified', foundOn: addBusinessDays(statementOn, random.int(1, 14)) };
  }
  const isPlain = only !== undefined && others.length === 0 && paid.shortage === null && paid.credits.length === 0;
  if (!isPlain || paid.excessMinor > 0n || only.discountMinor > 0n || paid.appliedOn !== statementOn)
    return { kind: 'usual' };
  if (paid.customer.payer.byDirectDebit && random.chance(0.06)) {
    return { kind: 'bounced', returnedOn: addBusinessDays(statementOn, random.int(1, 4)) };
  }
  if (random.chance(0.005)) {
    return {
      kind: 'duplicate',
      refundedOn: random.chance(0.6) ? addBusinessDays(paid.bookedOn, random.int(12, 30)) : null,
    };
  }
  if (!random.chance(0.02)) return { kind: 'usual' };
  const correctedOn = addBusinessDays(statementOn, random.int(2, 9));
  const to = siblings.find(
    (line) =>
      line !== only.line &&
      line.credit === null &&
      line.redated === null &&
      line.payableFrom <= paid.bookedOn &&
      line.openMinor >= paid.amountMinor &&
      line.dueOn > addDays(paid.bookedOn, -20) &&
      (paidOn.get(line) ?? paid.bookedOn) > correctedOn,
  );
  return to === undefined ? { kind: 'usual' } : { kind: 'misapplied', to, correctedOn };
}

/** Payments that come because of another: again after a bounce, twice by mistake, the rest of a short one. */
function followUps(paid: Payment, random: Random): Payment[] {
  const plain = {
    ...paid,
    credits: [],
    excessMinor: 0n,
    shortage: null,
    story: { kind: 'usual' },
    byHand: false,
  } as const;
  const booked = (bookedOn: LocalDate) => ({ bookedOn, appliedOn: nextBusinessDay(bookedOn) });
  if (paid.story.kind === 'bounced') {
    return [{ ...plain, ...booked(addBusinessDays(paid.story.returnedOn, random.int(3, 12))) }];
  }
  if (paid.story.kind === 'duplicate') {
    // Nothing is left to apply it to.
    return [
      {
        ...plain,
        lines: [],
        excessMinor: paid.amountMinor,
        story: paid.story,
        ...booked(addBusinessDays(paid.bookedOn, random.int(1, 6))),
      },
    ];
  }
  const { shortage } = paid;
  const restOn =
    shortage?.kind === 'part_payment'
      ? shortage.restOn
      : shortage?.kind === 'deduction' && shortage.end === 'paid'
        ? shortage.endsOn
        : null;
  const short = paid.lines.find((line) => line.shortMinor > 0n);
  if (restOn === null || short === undefined) return [];
  const rest: PaidLine = {
    line: short.line,
    cashMinor: short.shortMinor,
    creditMinor: 0n,
    discountMinor: 0n,
    shortMinor: 0n,
  };
  return [{ ...plain, lines: [rest], amountMinor: rest.cashMinor, ...booked(restOn) }];
}
