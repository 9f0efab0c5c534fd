/**
 * What speaks for or against an explanation. Each finding is a code with parameters that survive JSON, so that a person
 * reads it in any language and a policy can name it; `sentence.ts` says it in English.
 */
import { type CurrencyCode, formatAmount } from '../money/index.ts';

export interface MoneyText {
  readonly amount: string;
  readonly currency: string;
}

export interface EvidenceParams {
  /** Every item of the explanation is cited by its whole number. `references` are as the tokens read. */
  references_exact: { readonly references: readonly string[]; readonly itemsCount: number };
  /** At least one of the references is so short that it may stand in a text by chance. */
  reference_short: { readonly references: readonly string[] };
  /** The cited number belongs to several items; the explanation takes some of them. */
  reference_shared: { readonly reference: string; readonly itemsCount: number };
  /** The text holds the closing digits of the item's number, cut from the front. */
  reference_tail: { readonly reference: string; readonly number: string };
  /** Something that reads like a reference and is no number of ours. */
  reference_unknown: { readonly references: readonly string[] };
  /** A cited item is settled already. */
  reference_closed: { readonly number: string; readonly closedOn: string };
  /** The text cites open items that this explanation leaves out. */
  reference_left_out: { readonly references: readonly string[] };
  total_exact: { readonly total: MoneyText; readonly itemsCount: number };
  total_short: { readonly difference: MoneyText };
  total_over: { readonly difference: MoneyText };
  /** No other open item of anyone has this amount. */
  amount_unique: { readonly total: MoneyText };
  /** The customer has so many open items that an amount may equal one of them by chance. */
  amount_by_chance: { readonly customer: string; readonly openItemsCount: number };
  amount_shared: { readonly total: MoneyText; readonly itemsCount: number };
  /** The paying account was used for this customer before. */
  payer_account: { readonly customer: string; readonly uses: number; readonly lastOn: string };
  /** A payer of this name has paid for this customer before. */
  payer_name_learnt: { readonly customer: string; readonly uses: number; readonly lastOn: string };
  /** The payer's name is this customer's name in our records, and no other customer's. */
  payer_name: { readonly customer: string };
  /** The name is that of several customers, this one among them. */
  payer_name_shared: { readonly customer: string; readonly customersCount: number };
  /** The payer is known, and never for the customer of this explanation. */
  payer_of_others: { readonly customers: readonly string[] };
  /** The payer is known for several customers and nothing tells which is meant. */
  payer_of_several: { readonly customers: readonly string[] };
  payer_unknown: Record<string, never>;
  several_customers: { readonly customers: readonly string[] };
  /** The same payer has already paid this amount. */
  possible_duplicate: { readonly receipt: string; readonly bookedOn: string };
  /** Another receipt that waits with this one explains itself by the same item. */
  item_claimed_twice: { readonly number: string; readonly receipt: string };
}

export type EvidenceKind = keyof EvidenceParams;
export type Evidence = {
  readonly [Kind in EvidenceKind]: { readonly kind: Kind; readonly params: EvidenceParams[Kind] };
}[EvidenceKind];

export function moneyText(amountMinor: bigint, currency: CurrencyCode): MoneyText {
  return { amount: formatAmount(amountMinor, currency), currency };
}
