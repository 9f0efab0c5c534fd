/**
 * What speaks for or against an explanation. Each finding is a code with parameters that survive JSON, so that a person
 * reads it in any language and a policy can name it; `sentence.ts` says it in English.
 */
import { type CurrencyCode, formatAmount } from '../money/index.ts';
import type { ReferenceScheme } from '../references/structured-reference.ts';
import type { DeductionReason } from './text-findings.ts';

export interface MoneyText {
  readonly amount: string;
  readonly currency: string;
}

export interface EvidenceParams {
  /** Every item of the explanation is cited by its whole number. `references` are as the tokens read. */
  references_exact: { readonly references: readonly string[]; readonly itemsCount: number };
  /** The items are cited, some of them by closing digits or with a slip of typing. */
  references_read: {
    readonly references: readonly string[];
    readonly itemsCount: number;
    readonly wholeCount: number;
    readonly closingCount: number;
    readonly mistypedCount: number;
  };
  /** So many numbers of the text agree with each other and with the amount, whoever pays. */
  references_agree: { readonly referencesCount: number };
  /** The cited items and these, which nothing cites: the only ones of the customer that make up the amount. */
  references_completed: { readonly numbers: readonly string[]; readonly itemsCount: number };
  /** The text lists in an order (`by`), and what completes it comes after the last that it names. */
  list_goes_on: { readonly by: ListOrder; readonly after: string };
  /** The text breaks off in the middle of a number, and the number goes on as this item's. */
  number_cut: { readonly reference: string; readonly number: string };
  /** The text ends in the middle, or is longer than banks pass on: it may cite more. */
  text_cut: Record<string, never>;
  /** A cited open item belongs to a customer that this payer does not pay for. */
  reference_of_other: { readonly references: readonly string[] };
  /** The text takes an amount off, and says why. */
  deduction_stated: { readonly reason: DeductionReason; readonly amount: MoneyText; readonly isAdvised?: boolean };
  /** Nothing tells from which of the items it was taken. */
  deduction_not_placed: { readonly itemsCount: number };
  /** The text takes amounts off, or nets a credit, and the difference is another. */
  claim_without_amount: { readonly word: string };
  stated_amount_differs: { readonly amount: MoneyText };
  /** An open credit of the same customer was netted. */
  credit_netted: { readonly number: string; readonly amount: MoneyText; readonly isStated: boolean };
  /** The discount of the terms, in time (`source` terms), or a rate the text states or that is usual. */
  discount_earned: { readonly amount: MoneyText; readonly source: 'terms' | 'stated' | 'usual' };
  discount_unearned: { readonly amount: MoneyText; readonly source: 'terms' | 'stated' | 'usual' };
  /** Short by a whole amount as banks keep it. */
  difference_of_bank_fee: { readonly amount: MoneyText };
  difference_small: { readonly amount: MoneyText };
  /** A part of the one item; the rest stays open. */
  part_payment: { readonly number: string; readonly rest: MoneyText; readonly isStated: boolean };
  /** More than the cited items, and no item or few of the customer make up the excess. */
  excess_on_account: { readonly excess: MoneyText };
  /** The advice of the payer lists the items. `toldOn`: the day it says it pays, else the day it came. */
  advice: {
    readonly advice: string;
    readonly toldOn: string;
    readonly itemsCount: number;
    readonly linkedBy: AdviceLink;
  };
  /** The advice's own total is not what came; its lines are. */
  advice_total_off: { readonly advice: string };
  /** It names no payer: only its amount, and no other receipt or advice of it, brought the two together. */
  advice_by_amount_alone: Record<string, never>;
  /** A name and an amount link it, which anyone may write in a mail, and it lists items that are not of the payer's customers. */
  advice_for_others: { readonly customers: readonly string[] };
  /** The same, but these items make the bank's amount as they are open, and hardly any other set of theirs would. */
  advice_for_others_confirmed: { readonly customers: readonly string[] };
  /** It was read from a picture by a machine, and no person has compared it. */
  advice_was_scanned: Record<string, never>;
  /** The payer usually sends an advice, and it may still come until this day. */
  advice_announced: Record<string, never>;
  advice_awaited: { readonly until: string };
  /** All that the customer has open. */
  whole_account: { readonly itemsCount: number };
  /** All items of the customer that fall due from one day to the other, with none left out. */
  due_together: { readonly from: string; readonly until: string; readonly itemsCount: number };
  /** A run of the customer's items in the order they fall due, with so many left out. */
  run_of_items: { readonly itemsCount: number; readonly holes: number };
  /** All items of the customer that were issued in the month, as a statement of account lists them. */
  issued_in_month: { readonly month: string; readonly itemsCount: number };
  /** All items of the customer that carry the order's number. */
  of_one_order: { readonly reference: string; readonly itemsCount: number };
  /** The discount of the terms was taken on so many of the items, and on no others would it make the difference. */
  discount_on_some: { readonly itemsCount: number; readonly ofItems: number };
  /** The customer's oldest items without a gap, and so many of the next besides. */
  run_and_more: { readonly runCount: number; readonly moreCount: number };
  /** Some of the customer's so many oldest items, and no others of them, make up the amount. */
  sum_of_oldest: { readonly itemsCount: number; readonly oldestCount: number };
  /** These few of the customer's open items, and no others of them, make up the amount. */
  only_sum: { readonly itemsCount: number; readonly openItemsCount: number };
  /** With so many open items chance finds a set of that sum too often. */
  sum_by_chance: { readonly itemsCount: number; readonly openItemsCount: number };
  /** Another open item of the customer has the amount of one of these: each could be meant. */
  equal_item_open: { readonly number: string; readonly other: string };
  /** The payer pays for this group of customers. */
  payer_of_group: { readonly customers: readonly string[] };
  /** The text says that it pays in advance, and cites no open item. */
  advance_stated: Record<string, never>;
  /** Cites only what is settled. */
  only_settled_cited: { readonly numbers: readonly string[] };
  /** The words of the text, or the payer, are of something that is no receivable: a tax refund, interest. */
  not_receivables: { readonly words: string };
  /** People have said of receipts of this payer that they are no receivables. */
  payer_not_of_receivables: { readonly uses: number };
  /** The numbers stand there without a slip, and the amount is theirs to the cent, but for what is accounted for. */
  amount_confirms: Record<string, never>;
  /** Read with a slip, and the amount does not confirm that it is the one. */
  reference_unconfirmed: { readonly references: readonly string[] };
  /** At least one of the references is so short that it may stand in a text by chance. */
  reference_short: { readonly references: readonly string[] };
  /** The reference has check digits (ISO 11649, QR, Belgian, Finnish, Luhn, modulo 11), and they are right. */
  reference_checked: { readonly reference: string; readonly scheme: ReferenceScheme };
  /** The text gives the range from one number to another; so many items of it are taken. */
  reference_range: { readonly from: string; readonly to: string; readonly itemsCount: number };
  /** The cited number belongs to several items; the explanation takes some of them. */
  reference_shared: { readonly reference: string; readonly itemsCount: number };
  /** The text holds the closing digits of the item's number, cut from the front. */
  reference_tail: { readonly reference: string; readonly number: string };
  /** The text holds the item's whole number but for one slip of typing. */
  reference_slip: { readonly reference: string; readonly number: string };
  /** Something that reads like a reference and is no number of ours. */
  reference_unknown: { readonly references: readonly string[] };
  /** A cited item is open in another currency than the receipt's. */
  reference_other_currency: { readonly number: string; readonly currency: string };
  /** The receipt has paid these already; what is asked about is the rest of it. */
  reference_paid_by_it: { readonly numbers: readonly string[] };
  /** A cited item is settled already. */
  reference_closed: { readonly number: string; readonly closedOn: string };
  /** The text cites open items that this explanation leaves out. */
  reference_left_out: { readonly references: readonly string[] };
  total_exact: { readonly total: MoneyText; readonly itemsCount: number };
  total_short: { readonly difference: MoneyText };
  total_over: { readonly difference: MoneyText };
  /** No other open item of anyone has this amount. */
  amount_unique: { readonly total: MoneyText };
  /** No other open item of the payer's customers has this amount; items of others do. */
  amount_unique_of_payer: { readonly total: MoneyText; readonly itemsCount: number };
  /** The customer has so many open items that an amount may equal one of them by chance. */
  amount_by_chance: { readonly customer: string; readonly openItemsCount: number };
  /** There are so many open items in all, or they are not all at hand, that an amount may equal one of them by chance. */
  amount_by_chance_of_all: Record<string, never>;
  amount_shared: { readonly total: MoneyText; readonly itemsCount: number };
  /** The receipt stands on this customer's account already: somebody has said whose it is. */
  payer_stated: { readonly customer: string };
  /** The paying account was used for this customer before. */
  payer_account: { readonly customer: string; readonly uses: number; readonly lastOn: string };
  /** A payer of this name has paid for this customer before. */
  payer_name_learnt: { readonly customer: string; readonly uses: number; readonly lastOn: string };
  /** The payer's name is this customer's name in our records, and no other customer's. */
  payer_name: { readonly customer: string };
  /** The payer's name is nearly this customer's and no other's; `likeness` in percent. */
  payer_name_alike: { readonly customer: string; readonly likeness: number };
  /** The payer's name is nearly that of several customers, this one among them. */
  payer_name_alike_several: { readonly customer: string; readonly likeness: number; readonly customersCount: number };
  /** The payer pays for so many customers that it may well pay for this one too: a factor, a shared-service centre. */
  payer_for_many: { readonly customersCount: number };
  /** The name is that of several customers, this one among them. */
  payer_name_shared: { readonly customer: string; readonly customersCount: number };
  /** The payer is known, and never for the customer of this explanation. */
  payer_of_others: { readonly customers: readonly string[] };
  /** The payer is known for several customers and nothing tells which is meant. */
  payer_of_several: { readonly customers: readonly string[] };
  payer_unknown: Record<string, never>;
  /** The customer usually pays so (core/learning): so many times of so many that could have shown it. */
  usual_structure: {
    readonly customer: string;
    readonly habit: string;
    readonly times: number;
    readonly ofTimes: number;
  };
  /** The customer usually takes this off; `percent` when it usually is the same share. */
  usual_deduction: {
    readonly customer: string;
    readonly reason: string;
    readonly percent: string | null;
    readonly times: number;
    readonly ofTimes: number;
  };
  /** The policy lets what is usual confirm a sum that chance may make too. */
  habit_confirms: Record<string, never>;
  several_customers: { readonly customers: readonly string[] };
  /** The same payer has already paid this amount. */
  possible_duplicate: { readonly receipt: string; readonly bookedOn: string };
  /** Another receipt that waits with this one explains itself by the same item. */
  item_claimed_twice: { readonly number: string; readonly receipt: string };
}

/** The order in which payers list what they pay. */
export type ListOrder = 'due_date' | 'number' | 'issue_date';

/** How an advice was found to belong to a receipt. */
export type AdviceLink = 'trace' | 'payer_and_amount' | 'amount' | 'person';

export type EvidenceKind = keyof EvidenceParams;
export type Evidence = {
  readonly [Kind in EvidenceKind]: { readonly kind: Kind; readonly params: EvidenceParams[Kind] };
}[EvidenceKind];

export function moneyText(amountMinor: bigint, currency: CurrencyCode): MoneyText {
  return { amount: formatAmount(amountMinor, currency), currency };
}
