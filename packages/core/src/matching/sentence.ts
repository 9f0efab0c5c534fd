/**
 * Findings, questions and whole decisions in English. Everything said here comes from codes and parameters, so another
 * language is another file like this one.
 */

import type { ReferenceScheme } from '../references/structured-reference.ts';
import type { Change, Decision, Question, RejectionReason } from './decision.ts';
import type { Evidence, EvidenceKind, EvidenceParams, ListOrder, MoneyText } from './evidence.ts';
import type { DeductionReason } from './text-findings.ts';

type Renderers = { readonly [Kind in EvidenceKind]: (params: EvidenceParams[Kind]) => string };

const EVIDENCE: Renderers = {
  references_exact: ({ references, itemsCount }) =>
    `cites ${count(itemsCount, 'open item')} by whole number (${list(references)})`,
  references_read: ({ references, itemsCount, closingCount, mistypedCount }) =>
    `cites ${count(itemsCount, 'open item')}${howRead({ itemsCount, closingCount, mistypedCount })} (${list(references)})`,
  references_agree: ({ referencesCount }) => `${referencesCount} numbers agree with the amount`,
  references_completed: ({ numbers, itemsCount }) =>
    `only ${list(numbers)} ${itemsCount === 1 ? 'makes' : 'make'} up the rest of the amount`,
  list_goes_on: ({ by, after }) => `the list is in the order of ${LIST_ORDERS[by]} and goes on after ${after}`,
  number_cut: ({ reference, number }) => `the text breaks off in the middle of ${number} (${reference})`,
  text_cut: () => 'the text may have been cut',
  reference_of_other: ({ references }) =>
    `the text cites ${list(references)} of a customer this payer does not pay for`,
  deduction_stated: ({ reason, amount, isAdvised }) =>
    `the ${isAdvised ? 'advice' : 'text'} takes off ${moneyWords(amount)} for ${REASONS[reason]}`,
  deduction_not_placed: ({ itemsCount }) => `nothing tells from which of ${itemsCount} items it was taken`,
  claim_without_amount: ({ word }) => `the text takes something off (${word}) without an amount that can be read`,
  stated_amount_differs: ({ amount }) => `the text takes off ${moneyWords(amount)}, which is not the difference`,
  credit_netted: ({ number, amount }) => `credit ${number} of ${moneyWords(amount)} netted`,
  discount_earned: ({ amount }) => `discount of ${moneyWords(amount)} taken in time`,
  discount_unearned: ({ amount }) => `discount of ${moneyWords(amount)} taken that was not earned`,
  difference_of_bank_fee: ({ amount }) => `${moneyWords(amount)} is as much as banks keep as charges`,
  difference_small: ({ amount }) => `${moneyWords(amount)} is within the tolerance`,
  part_payment: ({ number, rest }) => `pays a part of ${number}, ${moneyWords(rest)} stay open`,
  excess_on_account: ({ excess }) => `no open item explains the ${moneyWords(excess)} more`,
  advice: ({ toldOn, itemsCount }) => `the payer's advice of ${toldOn} lists ${count(itemsCount, 'open item')}`,
  advice_total_off: () => 'the total printed on the advice is not the sum of its lines',
  advice_for_others: ({ customers }) =>
    `only the payer's name and the amount link the advice, and it lists items of others (${list(customers)})`,
  advice_for_others_confirmed: ({ customers }) =>
    `the advice lists items of others (${list(customers)}) which as they are open make the bank's amount, as chance would hardly have it`,
  advice_by_amount_alone: () => 'the advice names no payer: only its amount links it',
  advice_was_scanned: () => 'the advice was read from a picture and nobody has compared it yet',
  advice_announced: () => 'the text announces an advice, which has not come',
  advice_awaited: ({ until }) => `an advice of this payer is awaited; it may come until ${until}`,
  whole_account: ({ itemsCount }) =>
    itemsCount === 1 ? 'pays the only open item of the customer' : `pays all ${itemsCount} open items of the customer`,
  due_together: ({ from, until, itemsCount }) =>
    `pays all ${count(itemsCount, 'item')} due ${from === until ? `on ${from}` : `from ${from} to ${until}`}`,
  run_of_items: ({ itemsCount, holes }) =>
    `pays a run of ${count(itemsCount, 'item')} in the order they fall due, ${holes === 0 ? 'without a gap' : `${holes} left out`}`,
  issued_in_month: ({ month, itemsCount }) => `pays all ${count(itemsCount, 'item')} issued in ${month}`,
  of_one_order: ({ reference, itemsCount }) => `pays all ${count(itemsCount, 'item')} of order ${reference}`,
  discount_on_some: ({ itemsCount, ofItems }) => `the discount was taken on ${itemsCount} of ${ofItems} items`,
  run_and_more: ({ runCount, moreCount }) =>
    `pays the first ${runCount} in the order they fall due without a gap, and ${moreCount} of the next`,
  sum_of_oldest: ({ itemsCount, oldestCount }) =>
    `pays ${itemsCount} of the ${oldestCount} oldest items, the only ones of them that make up the amount`,
  only_sum: ({ itemsCount, openItemsCount }) =>
    `the only ${itemsCount} of ${count(openItemsCount, 'open item')} of the customer that make up the amount`,
  sum_by_chance: ({ openItemsCount }) =>
    openItemsCount <= FEW_ITEMS_MAX
      ? 'the sum alone proves little: amounts of this kind meet by chance'
      : `the sum alone proves little: among ${openItemsCount} open items others may make it by chance`,
  equal_item_open: ({ number, other }) => `${other} has the same amount as ${number}`,
  payer_of_group: ({ customers }) => `the payer pays for this group (${list(customers)})`,
  advance_stated: () => 'the text says that it is paid in advance',
  only_settled_cited: ({ numbers }) => `cites only what is settled (${list(numbers)})`,
  not_receivables: ({ words }) => `reads like money that is no receivable (${words})`,
  payer_not_of_receivables: ({ uses }) => `${count(uses, 'receipt')} of this payer were no receivables`,
  amount_confirms: () => 'number and amount confirm each other',
  reference_unconfirmed: ({ references }) => `the amount does not confirm ${list(references)}`,
  reference_short: ({ references }) => `${list(references)} is short and could stand there by chance`,
  reference_checked: ({ reference, scheme }) => `the check digits of ${reference} are right (${SCHEMES[scheme]})`,
  reference_range: ({ from, to, itemsCount }) =>
    `the text gives the range ${from} to ${to}, ${count(itemsCount, 'open item')} of it`,
  reference_shared: ({ reference, itemsCount }) => `${itemsCount} open items carry ${reference}`,
  reference_slip: ({ reference, number }) =>
    `the text gives ${reference}, which is ${number} but for one slip of typing`,
  reference_tail: ({ reference, number }) => `the text gives ${reference}, the closing digits of ${number}`,
  reference_unknown: ({ references }) => `the text also gives ${list(references)}, which no item of ours carries`,
  reference_other_currency: ({ number, currency }) => `${number} is cited and is open in ${currency}`,
  reference_closed: ({ number, closedOn }) => `${number} is cited and was settled on ${closedOn}`,
  reference_paid_by_it: ({ numbers }) => `it is the rest of a receipt that paid ${list(numbers)}`,
  reference_left_out: ({ references }) => `the text also cites ${list(references)}`,
  total_exact: ({ total }) => `total exact, ${moneyWords(total)}`,
  total_short: ({ difference }) => `${moneyWords(difference)} less than these items`,
  total_over: ({ difference }) => `${moneyWords(difference)} more than these items`,
  amount_unique: ({ total }) => `of all open items only this one is ${moneyWords(total)}`,
  amount_unique_of_payer: ({ total, itemsCount }) =>
    `of ${itemsCount} open items with ${moneyWords(total)} only this one is this payer's`,
  amount_by_chance: ({ customer, openItemsCount }) =>
    `${customer} has ${count(openItemsCount, 'open item')}, one of which may have this amount by chance`,
  amount_by_chance_of_all: () => 'among all open items one may have this amount by chance',
  amount_shared: ({ total, itemsCount }) => `one of ${itemsCount} open items with ${moneyWords(total)}`,
  payer_stated: ({ customer }) => `it stands on the account of ${customer} already`,
  payer_account: ({ customer, uses, lastOn }) =>
    `paid from an account used ${count(uses, 'time')} for ${customer}, last on ${lastOn}`,
  payer_name_learnt: ({ customer, uses, lastOn }) =>
    `a payer of this name paid ${count(uses, 'time')} for ${customer}, last on ${lastOn}`,
  payer_name: ({ customer }) => `the payer's name is that of ${customer} and of no other customer`,
  payer_name_alike: ({ customer, likeness }) =>
    `the payer's name is nearly that of ${customer} and of no other customer (${alikeWords(likeness)})`,
  payer_name_alike_several: ({ customer, likeness, customersCount }) =>
    `the payer's name is nearly that of ${count(customersCount, 'customer')}, ${customer} among them (${alikeWords(likeness)})`,
  payer_for_many: ({ customersCount }) => `the payer pays for many (${count(customersCount, 'other customer')})`,
  payer_name_shared: ({ customer, customersCount }) =>
    `the payer's name is shared by ${count(customersCount, 'customer')}, ${customer} among them`,
  payer_of_others: ({ customers }) => `the payer is known to pay for ${list(customers)}`,
  payer_of_several: ({ customers }) => `the payer is known to pay for several customers (${list(customers)})`,
  payer_unknown: () => 'the payer is not known',
  usual_structure: ({ customer, habit, times, ofTimes }) =>
    `usual: ${customer} ${HABITS[habit] ?? habit} (${times} of ${ofTimes} times)`,
  usual_deduction: ({ customer, reason, percent, times, ofTimes }) =>
    `usual: ${customer} takes off ${percent === null ? '' : `${percent}% `}for ${reasonWords(reason)} (${times} of ${ofTimes} times)`,
  habit_confirms: () => 'the policy takes what is usual for a confirmation',
  several_customers: ({ customers }) => `the items belong to ${customers.length} customers (${list(customers)})`,
  possible_duplicate: ({ receipt, bookedOn }) => `the same payer paid the same amount on ${bookedOn} (${receipt})`,
  item_claimed_twice: ({ number, receipt }) => `receipt ${receipt} may pay ${number} as well`,
};

const SCHEMES: { readonly [Scheme in ReferenceScheme]: string } = {
  rf: 'ISO 11649',
  qr: 'QR or ESR',
  be: 'Belgian communication',
  fi: 'Finnish reference',
  luhn: 'OCR or KID, modulo 10',
  mod11: 'KID, modulo 11',
};

const LIST_ORDERS: { readonly [By in ListOrder]: string } = {
  due_date: 'due dates',
  number: 'numbers',
  issue_date: 'issue dates',
};

const REASONS: { readonly [Reason in DeductionReason]: string } = {
  cash_discount: 'cash discount',
  unearned_discount: 'a discount that was not earned',
  bank_fee: 'bank charges',
  damage: 'damage',
  shortage: 'shortage',
  pricing: 'a difference in price',
  small_difference: 'a small difference',
  withholding_tax: 'withholding tax',
  returns: 'returned goods',
  promotion: 'a promotion',
  freight: 'freight',
  late_delivery: 'late delivery',
  unspecified: 'a reason not given',
};

const HABITS: Readonly<Record<string, string>> = {
  oldest_first: 'pays its oldest items first',
  whole_days: 'pays all that falls due in some days',
  whole_account: 'pays all that is open',
};

/** Of the same pieces in another order, NORTH BAY and BAY NORTH, nothing is missing; it is another name all the same. */
function alikeWords(likeness: number): string {
  return likeness >= 100 ? 'the same words in another order' : `${likeness}% alike`;
}

function reasonWords(reason: string): string {
  return reason.replaceAll('_', ' ');
}

function howRead(
  given: Pick<EvidenceParams['references_read'], 'itemsCount' | 'closingCount' | 'mistypedCount'>,
): string {
  const { itemsCount, closingCount, mistypedCount } = given;
  if (closingCount === itemsCount) return ' by closing digits';
  if (mistypedCount === itemsCount) return ' with a slip of typing';
  const parts: string[] = [];
  if (closingCount > 0) parts.push(`${closingCount} by closing digits`);
  if (mistypedCount > 0) parts.push(`${mistypedCount} with a slip of typing`);
  return parts.length === 0 ? '' : `, ${parts.join(' and ')}`;
}

/** One finding, without a capital or a full stop: "total exact, 1,200.00 EUR". */
export function evidenceSentence(evidence: Evidence): string {
  const render = EVIDENCE[evidence.kind] as (params: Evidence['params']) => string;
  return render(evidence.params);
}

export function questionSentence(question: Question): string {
  switch (question.code) {
    case 'who_is_payer':
      return `Who is ${question.params.payer || 'the payer'}, and for which customer and items is this payment, if it is ours at all?`;
    case 'which_items':
      return `Which of the ${count(question.params.openItemsCount, 'open item')} of ${question.params.customer} does this payment settle?`;
    case 'which_of_equal_items':
      return `Which of the ${question.params.itemsCount} items that fit equally is paid: ${list(question.params.numbers)}?`;
    case 'what_is_reference':
      return `What does ${list(question.params.references)} in the payment text stand for?`;
    case 'why_short':
      return `Why is ${moneyWords(question.params.difference)} missing on ${list(question.params.numbers)}: a deduction, a discount, bank charges or a part payment?`;
    case 'what_is_rest_for':
      return `What are the remaining ${moneyWords(question.params.difference)} for?`;
    case 'is_it_a_duplicate':
      return `Is this the same payment as receipt ${question.params.receipt} of ${question.params.bookedOn}, sent twice?`;
    case 'which_receipt_pays':
      return `Which receipt pays ${question.params.number}: this one or ${question.params.receipt}?`;
    case 'already_settled':
      return `${question.params.number} was settled on ${question.params.closedOn}: was it paid twice, or is another item meant?`;
    case 'does_payer_pay_for':
      return `Does ${question.params.payer || 'this payer'} pay for customer ${question.params.customer}?`;
    case 'confirm_items':
      return `Does this payment settle ${list(question.params.numbers)}?`;
    case 'text_or_amount':
      return `The text cites ${list(question.params.cited)}, the amount is that of ${list(question.params.byAmount)}: which is paid?`;
  }
}

export function changeSentence(change: Change): string {
  switch (change.code) {
    case 'reference_given':
      return `the payer names ${list(change.params.numbers)}`;
    case 'payer_confirmed':
      return `the payer is confirmed to pay for ${change.params.customer}`;
    case 'item_closed':
      return `${list(change.params.numbers)} is settled first`;
    case 'equal_item_opened':
      return `another item with ${moneyWords(change.params.total)} is opened first`;
    case 'difference_explained':
      return `the difference of ${moneyWords(change.params.difference)} is explained`;
    case 'duplicate_ruled_out':
      return `it is known not to repeat receipt ${change.params.receipt}`;
    case 'advice_received':
      return 'the payer sends an advice';
  }
}

const REJECTIONS: { readonly [Reason in RejectionReason]: string } = {
  total_differs: 'its total differs',
  not_cited: 'the text does not cite it',
  payer_of_others: 'the payer is known to pay for another customer',
  less_evidence: 'less speaks for it',
  payer_evidence_weaker: 'nothing ties the payer to its customer',
};

export function rejectionSentence(reason: RejectionReason): string {
  return REJECTIONS[reason];
}

/** The evidence of a decision as one sentence, ending with how it stands among the others. */
export function decisionSentence(decision: Omit<Decision, 'sentence'>): string {
  const findings = findingsOf(decision.evidence);
  if (decision.decision === 'exception') {
    return sentence(['no explanation holds', ...findings]);
  }
  const standing =
    decision.alternativesCount === 0
      ? 'no other explanation'
      : `${count(decision.alternativesCount, 'other explanation')} ${decision.alternativesCount === 1 ? 'fits' : 'fit'} as well`;
  return sentence([...findings, standing]);
}

/** Of eleven settled invoices the day is told once for all that share it. */
function findingsOf(evidence: readonly Evidence[]): string[] {
  const settled = new Map<string, string[]>();
  for (const { kind, params } of evidence) {
    if (kind === 'reference_closed')
      settled.set(params.closedOn, [...(settled.get(params.closedOn) ?? []), params.number]);
  }
  return evidence.flatMap((finding) => {
    if (finding.kind !== 'reference_closed') return [evidenceSentence(finding)];
    const { closedOn, number } = finding.params;
    const numbers = settled.get(closedOn) ?? [];
    if (numbers[0] !== number) return [];
    return numbers.length === 1
      ? [evidenceSentence(finding)]
      : [`${list(numbers)} are cited and were settled on ${closedOn}`];
  });
}

/** With so few open items it is the amounts that coincide, not the choice among many. */
const FEW_ITEMS_MAX = 3;

function sentence(parts: readonly string[]): string {
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

const LISTED_MAX = 6;

function list(texts: readonly string[]): string {
  const shown = texts.slice(0, LISTED_MAX).join(', ');
  return texts.length > LISTED_MAX ? `${shown} and ${texts.length - LISTED_MAX} more` : shown;
}

/** "1,234.56 EUR": grouped for reading, digits as the currency keeps them. */
function moneyWords({ amount, currency }: MoneyText): string {
  const [whole = '', decimals] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${decimals === undefined ? grouped : `${grouped}.${decimals}`} ${currency}`;
}
