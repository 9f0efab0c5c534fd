/** The one question whose answer would settle a receipt, as a person would ask it. The first that applies is asked. */
import type { Question } from './decision.ts';
import { type Evidence, type EvidenceKind, type EvidenceParams, moneyText } from './evidence.ts';
import type { Explained } from './explain.ts';
import type { MatchCase } from './gather.ts';
import { holdsAllOf, type ItemSource, type OpenItem } from './item-source.ts';

const NUMBERS_LISTED_MAX = 10;

interface Suggestion {
  readonly matchCase: MatchCase;
  readonly leader: Explained;
  readonly standing: readonly Explained[];
  readonly evidence: readonly Evidence[];
}

export function suggestionQuestion({ matchCase, leader, standing, evidence }: Suggestion): Question {
  if (leader.items.length === 0) return onAccountQuestion(matchCase, leader);
  const claimed = paramsOf(evidence, 'item_claimed_twice');
  const duplicate = paramsOf(evidence, 'possible_duplicate');
  const repeated = evidence.find((one) => one.kind === 'possible_duplicate' && one.params.receipt === claimed?.receipt);
  if (repeated?.kind === 'possible_duplicate') return { code: 'is_it_a_duplicate', params: repeated.params };
  if (claimed) return { code: 'which_receipt_pays', params: claimed };
  if (duplicate && leader.kind === 'single_amount') return { code: 'is_it_a_duplicate', params: duplicate };
  const leftOut = paramsOf(evidence, 'reference_left_out');
  if (leftOut && leader.kind === 'single_amount') {
    const cited = matchCase.citations.flatMap(({ items }) => items).filter((item) => !leader.items.includes(item));
    return { code: 'text_or_amount', params: { cited: numbersOf(cited), byAmount: numbersOf(leader.items) } };
  }
  const other = standing.find((one) => one.kind !== leader.kind);
  if (other) return textOrAmount(leader, other);
  if (standing.length > 0) {
    const items = [leader, ...standing].flatMap((one) => one.items);
    return whichOfEqual(items, new Set(items).size);
  }
  const difference = paramsOf(evidence, 'total_short');
  if (difference) return { code: 'why_short', params: { ...difference, numbers: numbersOf(leader.items) } };
  const rest = paramsOf(evidence, 'total_over');
  if (rest) return restQuestion(rest, evidence);
  const unknown = paramsOf(evidence, 'reference_unknown');
  if (unknown && leader.support >= 2) return { code: 'what_is_reference', params: unknown };
  if (leader.support < 2) {
    return { code: 'does_payer_pay_for', params: { customer: leader.customer, payer: payerOf(matchCase) } };
  }
  return { code: 'confirm_items', params: { numbers: numbersOf(leader.items) } };
}

/** Nothing open is settled: was it paid twice, for something settled, or for what is not invoiced yet? */
function onAccountQuestion(matchCase: MatchCase, { customer }: Explained): Question {
  const earlier = matchCase.earlier[0];
  if (earlier) return { code: 'is_it_a_duplicate', params: { receipt: earlier.receiptId, bookedOn: earlier.bookedOn } };
  const closed = matchCase.closed[0];
  if (closed) return { code: 'already_settled', params: { number: closed.number, closedOn: closed.closedOn } };
  const references = matchCase.unknownRuns.slice(0, NUMBERS_LISTED_MAX).map(({ digits }) => digits);
  if (references.length > 0) return { code: 'what_is_reference', params: { references } };
  return { code: 'does_payer_pay_for', params: { customer, payer: payerOf(matchCase) } };
}

/** Money beyond the cited items is most likely for what the unread reference means. */
function restQuestion(rest: EvidenceParams['total_over'], evidence: readonly Evidence[]): Question {
  const unknown = paramsOf(evidence, 'reference_unknown');
  if (unknown) return { code: 'what_is_reference', params: unknown };
  return { code: 'what_is_rest_for', params: rest };
}

interface WithoutExplanation {
  readonly matchCase: MatchCase;
  readonly customer: string | null;
  readonly items: ItemSource;
  /** Items that would explain the receipt equally well, too many to propose one. */
  readonly equalItems: readonly OpenItem[];
  readonly equalItemsCount: number;
}

export function exceptionQuestion(given: WithoutExplanation): Question {
  const { matchCase, customer, items, equalItems, equalItemsCount } = given;
  const earlier = matchCase.earlier[0];
  if (earlier) return { code: 'is_it_a_duplicate', params: { receipt: earlier.receiptId, bookedOn: earlier.bookedOn } };
  const closed = matchCase.closed[0];
  if (closed) return { code: 'already_settled', params: { number: closed.number, closedOn: closed.closedOn } };
  const unknown = matchCase.unknownRuns.slice(0, NUMBERS_LISTED_MAX).map(({ digits }) => digits);
  if (customer !== null && unknown.length > 0) return { code: 'what_is_reference', params: { references: unknown } };
  if (equalItems.length > 0) return whichOfEqual(equalItems, equalItemsCount);
  const { appliedTo = [], amountMinor, currency } = matchCase.receipt;
  if (appliedTo.length > 0)
    return { code: 'what_is_rest_for', params: { difference: moneyText(amountMinor, currency) } };
  if (customer === null) return { code: 'who_is_payer', params: { payer: payerOf(matchCase) } };
  const openItemsCount = items.openItemsCountOf(customer);
  // Nothing is open, or what is open was said no to: there is nothing to choose from.
  const isNothingLeft =
    holdsAllOf(customer, items) && items.itemsOfCustomer(customer).every((item) => matchCase.isRejected(item));
  if (openItemsCount === 0 || isNothingLeft)
    return { code: 'does_payer_pay_for', params: { customer, payer: payerOf(matchCase) } };
  return { code: 'which_items', params: { customer, openItemsCount } };
}

function textOrAmount(leader: Explained, other: Explained): Question {
  const [cited, byAmount] = leader.kind === 'cited_references' ? [leader, other] : [other, leader];
  return { code: 'text_or_amount', params: { cited: numbersOf(cited.items), byAmount: numbersOf(byAmount.items) } };
}

function whichOfEqual(items: readonly OpenItem[], itemsCount: number): Question {
  return { code: 'which_of_equal_items', params: { numbers: numbersOf([...new Set(items)]), itemsCount } };
}

function numbersOf(items: readonly OpenItem[]): string[] {
  return items.slice(0, NUMBERS_LISTED_MAX).map((item) => item.number);
}

function payerOf({ receipt }: MatchCase): string {
  return receipt.payerName || receipt.payerAccount;
}

export function paramsOf<Kind extends EvidenceKind>(
  evidence: readonly Evidence[],
  kind: Kind,
): EvidenceParams[Kind] | undefined {
  const found = evidence.find((finding): finding is Extract<Evidence, { kind: Kind }> => finding.kind === kind);
  return found?.params as EvidenceParams[Kind] | undefined;
}
