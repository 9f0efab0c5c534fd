/**
 * Fetches what the engine needs to know about a batch of receipts and hands it over as its index and knowledge. In the
 * engine's eyes a receipt and a customer are their numbers, so that its sentences read as people speak; items are ids.
 */
import type { LocalDate } from '@quittance/core/calendar';
import {
  customersFor,
  ItemIndex,
  type LinkedAdvices,
  type Lookups,
  lookupsFor,
  type MatchPolicy,
  normalisePartyName,
  type OpenItem,
  PayerKnowledge,
  payerKey,
  type Receipt,
  tailsFor,
  tokensOfItem,
  unknownNames,
} from '@quittance/core/matching';
import { type CurrencyCode, currencyCode } from '@quittance/core/money';
import { referenceDigits } from '@quittance/core/references';
import { parseTerms } from '@quittance/core/terms';
import type { Tx } from '../../../platform/database/transaction.ts';
import { awaitedAdvices, fetchAdvices } from '../advices/receipt-advices.ts';
import { fetchParties, type Parties } from '../knowledge/parties.ts';
import { tellHabits } from '../knowledge/patterns.usecase.ts';
import { rejectedPayers } from '../knowledge/rejected-payers.queries.ts';
import type { WaitingReceipt } from './decision.ts';
import {
  type AmountKey,
  appliedReceipts,
  customersNamed,
  customersWithNewNames,
  groupMembers,
  ITEMS_OF_AMOUNT_MAX,
  type ItemFact,
  itemsByAmount,
  itemsByAmountOf,
  itemsByDigits,
  itemsByTails,
  itemsOfCustomers,
  type OwnItemFact,
  openItemsCounts,
  openItemsOfAll,
  payerLinks,
  saveNameKeys,
  standingCustomers,
} from './facts.queries.ts';
import { ItemsOnDemand } from './items-on-demand.ts';
import { itemsByLetters } from './letter-references.ts';
import { tellNearNames } from './near-names.ts';

export interface Facts {
  readonly receipts: readonly Receipt[];
  /** What the receipts cite and what has their amounts; the rest of a customer's items once they are asked for. */
  readonly items: ItemsOnDemand;
  readonly knowledge: PayerKnowledge;
  /** The advices that were linked to the receipts. */
  readonly advices: LinkedAdvices;
  /** Ids of the customers that the engine may name. */
  readonly customerIds: ReadonlyMap<string, string>;
  readonly parties: Parties;
}

const NAMES_PER_ROUND = 5_000;

/** Brings the names of customers up to date, as payers' names are compared with them. */
export async function refreshNameKeys(tx: Tx): Promise<void> {
  for (;;) {
    const customers = await customersWithNewNames(tx, NAMES_PER_ROUND);
    if (customers.length === 0) return;
    await saveNameKeys(
      tx,
      customers.map(({ id, name }) => ({ id, name, key: normalisePartyName(name) })),
    );
  }
}

/** The receipts as the engine reads them and all it will ask about them, in about ten queries whatever their number. */
export async function fetchFacts(tx: Tx, waiting: readonly WaitingReceipt[], policy: MatchPolicy): Promise<Facts> {
  const customerIds = new Map<string, string>();
  const parties = await fetchParties(tx);
  const standing = await customersOfReceipts(tx, waiting, { parties, customerIds });
  const advices = await fetchAdvices(tx, waiting);
  const awaited = await awaitedAdvices(tx, waiting, policy.adviceWaitDays);
  const receipts = waiting.map((receipt) =>
    engineReceipt(receipt, standing.get(receipt.itemId), awaited.get(receipt.number)),
  );
  const lookups = lookupsFor(receipts, advices);
  const knowledge = await fetchKnowledge(tx, { receipts, lookups, policy, customerIds, parties });
  for (const receipt of waiting) for (const itemId of receipt.rejectedItemIds) knowledge.reject(receipt.number, itemId);
  const near = await tellNearNames(tx, unknownNames(receipts, knowledge), { knowledge, parties });
  for (const [customerNumber, customerId] of near) customerIds.set(customerNumber, customerId);
  const known = customersFor(receipts, knowledge);
  const payers = [...new Set([...known, ...(await fetchGroups(tx, known, { knowledge, customerIds, parties }))])];
  await tellHabits(tx, { customers: payers, knowledge, parties });
  const hits = await fetchItems(tx, { receipts, lookups, payers, parties });
  const reached = [...new Set([...payers, ...hits.map((fact) => fact.customerNumber)])];
  const counts = parties.counted(await openItemsCounts(tx, parties.numbersOf(reached)));
  for (const fact of hits) {
    if (fact.openMinor !== 0n) continue;
    knowledge.closeItem({ number: fact.number, customer: fact.customerNumber, closedOn: fact.lastEffectiveOn });
  }
  for (const fact of hits) customerIds.set(fact.customerNumber, fact.customerId);
  const open = hits.filter((fact) => fact.openMinor !== 0n).map(itemReader());
  const items = new ItemsOnDemand(new ItemIndex(open, counts, await openItemsOfAll(tx)));
  return { receipts, items, knowledge, advices, customerIds, parties };
}

/** Adds all that these customers have open: what a receipt that does not cite all it pays may stand for. */
export async function fetchItemsAskedFor(
  tx: Tx,
  { items, parties }: Pick<Facts, 'items' | 'parties'>,
  customers: ReadonlySet<string>,
): Promise<void> {
  const facts = parties.asOne(await itemsOfCustomers(tx, parties.numbersOf([...customers])));
  items.add(customers, facts.map(itemReader()));
}

export const GROUP_MEMBERS_MAX = 60; // of a larger group the numbers alone must tell, as in the engine

/** Tells the engine who stands under one parent with these customers. Returns the numbers of all of them. */
async function fetchGroups(
  tx: Tx,
  customers: readonly string[],
  known: Pick<KnowledgeRequest, 'customerIds' | 'parties'> & { readonly knowledge: PayerKnowledge },
): Promise<string[]> {
  if (customers.length === 0) return [];
  const { knowledge, customerIds, parties } = known;
  const members = parties.asOne(await groupMembers(tx, parties.numbersOf(customers), GROUP_MEMBERS_MAX));
  for (const { customerId, customerNumber, parentId, parentNumber } of members) {
    if (customerNumber !== parentNumber) knowledge.setParent(customerNumber, parentNumber);
    if (!customerIds.has(parentNumber)) customerIds.set(parentNumber, parentId);
    customerIds.set(customerNumber, customerId);
  }
  return members.flatMap(({ customerNumber, parentNumber }) => [customerNumber, parentNumber]);
}

interface KnowledgeRequest {
  readonly receipts: readonly Receipt[];
  readonly lookups: Lookups;
  readonly policy: MatchPolicy;
  /** Filled with the customers that knowledge names. */
  readonly customerIds: Map<string, string>;
  readonly parties: Parties;
}

async function fetchKnowledge(
  tx: Tx,
  { receipts, lookups, policy, customerIds, parties }: KnowledgeRequest,
): Promise<PayerKnowledge> {
  const knowledge = new PayerKnowledge();
  const { accounts, names } = lookups;
  const links = parties.asOne(await payerLinks(tx, { accounts, names }));
  for (const { mark, key, customerNumber, customerId, uses, lastOn } of links) {
    knowledge.addLink(mark, key, { customer: customerNumber, uses, lastOn });
    customerIds.set(customerNumber, customerId);
  }
  for (const { mark, key, customerNumber } of parties.asOne(await rejectedPayers(tx, { accounts, names }))) {
    knowledge.rejectPayer(mark, key, customerNumber);
  }
  for (const { key, customerNumber, customerId } of parties.asOne(await customersNamed(tx, names))) {
    knowledge.nameCustomer(customerNumber, key);
    customerIds.set(customerNumber, customerId);
  }
  const payments = receipts.map((receipt) => ({
    ...payerKey(receipt),
    currency: receipt.currency,
    amountMinor: receipt.amountMinor,
    bookedOn: receipt.bookedOn,
  }));
  for (const applied of parties.asOne(await appliedReceipts(tx, payments, policy.duplicateWithinDays))) {
    const { receiptNumber, account, name, customerId, customerNumber, ...payment } = applied;
    knowledge.addApplied({
      ...payment,
      currency: currencyCode(payment.currency),
      receiptId: receiptNumber,
      payerAccount: account,
      payerName: name,
      customer: customerNumber,
    });
    if (customerId !== null && customerNumber !== null) customerIds.set(customerNumber, customerId);
  }
  return knowledge;
}

/** Items by reference, by closing digits where no reference is known, and by amount, each once. */
async function fetchItems(
  tx: Tx,
  asked: {
    readonly receipts: readonly Receipt[];
    readonly lookups: Lookups;
    readonly payers: readonly string[];
    readonly parties: Parties;
  },
): Promise<ItemFact[]> {
  const { receipts, lookups, payers, parties } = asked;
  const digits = new Set(lookups.tokens.map(referenceDigits));
  digits.delete('');
  const byAmount = await itemsByAmount(tx, lookups.amounts);
  const crowded = crowdedAmounts(byAmount);
  const byDigits = digits.size > 0 ? await itemsByDigits(tx, [...digits]) : [];
  const cited = byDigits.filter(isCitedBy(lookups));
  const tails = tailsFor(receipts, new Set(cited.flatMap((fact) => tokensOfItem(engineItem(fact)))));
  const found = [
    ...cited,
    ...byDigits.filter(hasDigitsOf(tails)),
    ...(await itemsByTails(tx, tails)),
    ...byAmount,
    ...(crowded.length > 0 && payers.length > 0 ? await itemsByAmountOf(tx, crowded, parties.numbersOf(payers)) : []),
    ...(await itemsByLetters(tx, lookups.tokens)), // last, since they say more of an item than the others
  ];
  return parties.asOne([...new Map(found.map((fact) => [fact.id, fact])).values()]);
}

/**
 * Whether a text cites the item: 7120345 has the digits of 7123450 and is not meant. Else all that its customer has would be
 * fetched for nothing. What is settled may be told of all the same.
 */
function isCitedBy({ tokens }: Lookups): (fact: ItemFact) => boolean {
  const asked = new Set(tokens);
  return (fact) => fact.openMinor === 0n || tokensOfItem(engineItem(fact)).some((token) => asked.has(token));
}

/** RG26A0044 for the tail 260044: the letter between keeps it from the numbers that close with these digits. */
function hasDigitsOf(tails: readonly string[]): (fact: ItemFact) => boolean {
  const asked = new Set(tails);
  return ({ number, openMinor }) => openMinor !== 0n && asked.has(number.replace(/\D+/g, '').replace(/^0+/, ''));
}

/** Amounts of which only the first items were fetched. */
function crowdedAmounts(found: readonly ItemFact[]): AmountKey[] {
  const counted = new Map<string, { key: AmountKey; count: number }>();
  for (const { currency, openMinor } of found) {
    const id = `${currency} ${openMinor}`;
    const seen = counted.get(id);
    if (seen) seen.count += 1;
    else counted.set(id, { key: { currency, amountMinor: openMinor }, count: 1 });
  }
  return [...counted.values()].filter(({ count }) => count >= ITEMS_OF_AMOUNT_MAX).map(({ key }) => key);
}

/** Of receipts that stand on a customer's own account, the customer's number by the receipt. */
async function customersOfReceipts(
  tx: Tx,
  waiting: readonly WaitingReceipt[],
  known: { readonly parties: Parties; readonly customerIds: Map<string, string> },
): Promise<ReadonlyMap<string, string>> {
  const found = known.parties.asOne(
    await standingCustomers(
      tx,
      waiting.map((receipt) => receipt.itemId),
    ),
  );
  for (const { customerNumber, customerId } of found) known.customerIds.set(customerNumber, customerId);
  return new Map(found.map(({ receiptItemId, customerNumber }) => [receiptItemId, customerNumber]));
}

type ToldReceipt = Pick<
  WaitingReceipt,
  | 'number'
  | 'bookedOn'
  | 'currency'
  | 'openMinor'
  | 'payerName'
  | 'payerAccount'
  | 'lines'
  | 'endToEndId'
  | 'structuredReference'
> &
  Partial<Pick<WaitingReceipt, 'appliedTo'>>;

/** A receipt as the engine reads it. */
export function engineReceipt(receipt: ToldReceipt, standsOn?: string, adviceAwaitedUntil?: LocalDate): Receipt {
  const { number, bookedOn, openMinor, payerName, payerAccount, lines, endToEndId, structuredReference } = receipt;
  const { appliedTo = [] } = receipt;
  return {
    id: number,
    bookedOn,
    currency: currencyCode(receipt.currency),
    amountMinor: openMinor,
    payerName,
    payerAccount,
    lines,
    endToEndId,
    ...(structuredReference === null ? {} : { structuredReference }),
    ...(adviceAwaitedUntil === undefined ? {} : { adviceAwaitedUntil }),
    ...(standsOn === undefined ? {} : { standsOn }),
    ...(appliedTo.length === 0 ? {} : { appliedTo }),
  };
}

/** Reads items as the engine does; terms of a text are parsed once for all of them. */
export function itemReader(): (fact: ItemFact | OwnItemFact) => OpenItem {
  const known = new Map<string, Pick<OpenItem, 'terms'>>();
  return (fact) => {
    if (fact.terms === null) return engineItem(fact);
    const terms = known.get(fact.terms) ?? termsOf(fact.terms);
    known.set(fact.terms, terms);
    return { ...engineItem(fact), ...terms };
  };
}

/** Only terms that offer a discount tell the engine anything. */
function termsOf(text: string): Pick<OpenItem, 'terms'> {
  const terms = parseTerms(text);
  return terms === null || terms.discounts.length === 0 ? {} : { terms };
}

function engineItem(fact: ItemFact | OwnItemFact): OpenItem {
  const currency: CurrencyCode = currencyCode(fact.currency);
  return {
    id: fact.id,
    number: fact.number,
    customer: fact.customerNumber,
    currency,
    openMinor: fact.openMinor,
    issuedOn: fact.issuedOn,
    dueOn: fact.dueOn,
    references: 'references' in fact ? citedAs(fact) : NOTHING_MORE,
  };
}

const NOTHING_MORE: readonly string[] = [];

/** An instalment is also cited by the number of its document. */
function citedAs({ number, documentNumber, references }: ItemFact): readonly string[] {
  return number === documentNumber ? references : [documentNumber, ...references];
}
