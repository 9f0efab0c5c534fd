/**
 * What is known of a customer's past, by the days on which a run looks: a fact has the number of the first day on which it was known
 * (0: on the first day already), so that each day sees the books as they stood and what was known then, never what came later.
 */
import type { LocalDate } from '../calendar/index.ts';
import type { TakenStep } from '../dunning/index.ts';
import type { CustomerTraits, StepChannel, Strategy } from '../strategies/index.ts';

/** A day on which everybody is looked at. */
export interface PastDay {
  readonly on: LocalDate;
  /** The day through which the bank's statements told who had paid; null when there were none. */
  readonly bankDataOn: LocalDate | null;
  /** What was usual to have overdue on that day, where the order of the list is compared; null on other days. */
  readonly usualOverdueMinor: bigint | null;
}

/** An item's open amount under a due date changed: opened, paid, moved to another date. */
export interface PastChange {
  readonly from: number;
  readonly itemId: string;
  readonly dueOn: LocalDate;
  readonly currency: string;
  /** Of receivables: what may be asked for. Else only credits count. */
  readonly isReceivable: boolean;
  readonly minor: bigint;
  /** In the company's currency. */
  readonly functionalMinor: bigint;
}

export interface PastHold {
  readonly from: number;
  /** The first day on which it is released; null while it is not. */
  readonly until: number | null;
  /** Its last day, where it has one. */
  readonly untilOn: LocalDate | null;
  /** Null: the customer's. */
  readonly itemId: string | null;
  readonly kind: string;
  /** Null: all of the item. */
  readonly amountMinor: bigint | null;
}

/** Somebody was in touch, by other ways than letters of runs. */
export interface PastContact {
  readonly from: number;
  readonly on: LocalDate;
}

/** A letter that went out or a task that was given, in fact or in a simulation. */
export interface SentAction {
  readonly on: LocalDate;
  readonly channel: StepChannel;
  /** The text of a letter ("notice_1"), or what a person is to do ("call"). */
  readonly what: string;
  readonly items: number;
  readonly functionalMinor: bigint;
}

export interface PastCustomer {
  readonly id: string;
  /** As today, as are address and credit limit: no history is kept of them. */
  readonly traits: CustomerTraits;
  readonly hasAddress: boolean;
  readonly hasPostalAddress?: boolean;
  /** Nobody is there to do what a person is to do. */
  readonly hasNobodyToAct: boolean;
  readonly creditLimitMinor: bigint | null;
  readonly changes: readonly PastChange[];
  readonly holds: readonly PastHold[];
  readonly contacts: readonly PastContact[];
  /** Steps that items had taken before the first day. */
  readonly takenBefore: readonly (TakenStep & { readonly itemId: string })[];
  /** What runs really sent and gave on these days. */
  readonly done: readonly SentAction[];
  /** What was settled in the year before, and on these days: how late, and how much in the company's currency. */
  readonly settled: readonly { readonly on: LocalDate; readonly daysLate: number; readonly functionalMinor: bigint }[];
  /** Promises judged broken: the day they broke, and from when until when that was known. */
  readonly broken: readonly { readonly on: LocalDate; readonly from: number; readonly until: number | null }[];
}

export interface SimulationGround {
  /** In their order. */
  readonly days: readonly PastDay[];
  readonly draft: readonly Strategy[];
  /** By which the list was really ranked. */
  readonly ruling: readonly Strategy[];
  /** Minor units in one unit of the company's currency: 100 for euro. */
  readonly minorPerUnit: bigint;
}
