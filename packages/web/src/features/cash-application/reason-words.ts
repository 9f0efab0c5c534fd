/** Words for what is asked, explained and deducted. */
import type { TextKey, Translate } from '../../app/i18n.ts';
import type { ReasonRule } from './cash.types.ts';
import type { DeductionReason, ReasonWords } from './deductions.ts';

const QUESTION_WORDS: Readonly<Record<string, TextKey>> = {
  already_settled: 'cashReason.alreadySettled',
  confirm_items: 'cashReason.confirmItems',
  does_payer_pay_for: 'cashReason.doesPayerPayFor',
  is_it_a_duplicate: 'cashReason.isItADuplicate',
  text_or_amount: 'cashReason.textOrAmount',
  what_is_reference: 'cashReason.whatIsReference',
  what_is_rest_for: 'cashReason.whatIsRestFor',
  which_items: 'cashReason.whichItems',
  which_of_equal_items: 'cashReason.whichOfEqualItems',
  which_receipt_pays: 'cashReason.whichReceiptPays',
  who_is_payer: 'cashReason.whoIsPayer',
  why_short: 'cashReason.whyShort',
};

const EXPLANATION_WORDS: Readonly<Record<string, TextKey>> = {
  account_structure: 'cashReason.accountStructure',
  advice: 'cashReason.advice',
  cited_references: 'cashReason.citedReferences',
  not_receivables: 'cashReason.notReceivables',
  on_account: 'cashReason.onAccount',
  single_amount: 'cashReason.singleAmount',
};

export const DEDUCTION_WORDS: Readonly<Record<DeductionReason, TextKey>> = {
  bank_fee: 'deduction.bankFee',
  cash_discount: 'deduction.cashDiscount',
  damage: 'deduction.damage',
  freight: 'deduction.freight',
  late_delivery: 'deduction.lateDelivery',
  pricing: 'deduction.pricing',
  promotion: 'deduction.promotion',
  returns: 'deduction.returns',
  shortage: 'deduction.shortage',
  small_difference: 'deduction.smallDifference',
  unearned_discount: 'deduction.unearnedDiscount',
  unspecified: 'deduction.unspecified',
  withholding_tax: 'deduction.withholdingTax',
};

/** A few words for the question of a decision; a code that is newer than the page is shown as it is. */
export function questionWords(t: Translate, code: string | null): string {
  if (code === null) return t('cashReason.none');
  const key = QUESTION_WORDS[code];
  return key ? t(key) : code.replaceAll('_', ' ');
}

export function explanationWords(t: Translate, code: string | null): string | null {
  if (code === null) return null;
  const key = EXPLANATION_WORDS[code];
  return key ? t(key) : code.replaceAll('_', ' ');
}

/** Every reason a deduction can have, for whoever types before the company's list has come. */
export const ALL_DEDUCTIONS = Object.keys(DEDUCTION_WORDS).map((reason) => ({ reason: reason as DeductionReason }));

/** The reasons a deduction can have, in the reader's words and the order of the list. */
export function deductionWords(t: Translate, rules: readonly Pick<ReasonRule, 'reason'>[]): ReasonWords[] {
  return rules.map(({ reason }) => ({ reason, words: t(DEDUCTION_WORDS[reason]) }));
}
