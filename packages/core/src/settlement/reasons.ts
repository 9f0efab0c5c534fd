/**
 * Why a customer paid less. The list is the trade's usual one (deductions as credit managers code them); what becomes of
 * each reason is policy. It is the one list: what the engine reads of a text, what a customer's code means and what a person chooses.
 */
export const SETTLEMENT_REASONS = [
  'cash_discount',
  'unearned_discount',
  'bank_fee',
  'small_difference',
  'withholding_tax',
  'damage',
  'shortage',
  'returns',
  'pricing',
  'promotion',
  'freight',
  'late_delivery',
  'unspecified',
] as const;

export type SettlementReason = (typeof SETTLEMENT_REASONS)[number];

/** What each reason means, as a list to choose from says it. */
export const REASON_WORDS: Readonly<Record<SettlementReason, string>> = {
  cash_discount: 'Cash discount, earned by the terms',
  unearned_discount: 'Discount taken without being earned',
  bank_fee: 'Bank charges',
  small_difference: 'Small difference',
  withholding_tax: 'Withholding tax, certificate to come',
  damage: 'Damaged goods',
  shortage: 'Short shipment',
  returns: 'Returned goods',
  pricing: 'Price difference',
  promotion: 'Promotion or bonus',
  freight: 'Freight',
  late_delivery: 'Late delivery',
  unspecified: 'No reason given',
};
