/**
 * Stage 2: the open items a receipt may be about. Items whose number or other reference stands in the text, items with
 * exactly the amount; and from the past: cited items that are settled already, and the same payment made before.
 * Everything is a lookup by key; no stage ever walks all items.
 */
import { daysBetween } from '../calendar/index.ts';
import type { HabitCount } from '../learning/index.ts';
import type { ReferenceScheme } from '../references/structured-reference.ts';
import type { AdviceSource, LinkedAdvice } from './advice-index.ts';
import { compareItems, compareText, holdsAllOf, type ItemSource, type OpenItem } from './item-source.ts';
import type { AppliedReceipt, ClosedItem, KnowledgeSource } from './knowledge-source.ts';
import { type Mention, mentionsOfAnyone, overlaps, resolveMentions } from './mentions.ts';
import { ownNumbers } from './own-numbers.ts';
import { customersOfPayer } from './payer-evidence.ts';
import type { MatchPolicy } from './policy.ts';
import type { Receipt } from './receipt.ts';
import { type DigitRun, type PayerRecognition, type ReceiptReading, readReceipt, recognisePayer } from './recognise.ts';
import { type DeductionReason, readFindings, type TextFindings } from './text-findings.ts';
import { type TextWindow, tokensOfNumber } from './token.ts';

/** A number that more items than this carry (a framework order, a year) points at none of them. */
const ITEMS_OF_TOKEN_MAX = 200;

/** A reference in the text and the open items that carry it: usually one, several for an order number. */
export interface Citation {
  readonly token: string;
  readonly items: readonly OpenItem[];
  /** Where it stands in the text: the first of its segments. */
  readonly first: number;
  /** Its check digits are right. */
  readonly scheme?: ReferenceScheme;
  /** It spans these; a hyphen may also list its two ends only. */
  readonly range?: { readonly from: string; readonly to: string; readonly ends: readonly OpenItem[] };
}

export interface MatchCase {
  readonly receipt: Receipt;
  readonly payer: PayerRecognition;
  /** In the order of the text, each token once. */
  readonly citations: readonly Citation[];
  readonly closed: readonly ClosedItem[];
  /** Open items whose number stands in the text, but in another currency than the receipt's. */
  readonly citedInOtherCurrency: readonly OpenItem[];
  /** Runs of digits that no citation used and that are no number of the customer's own. */
  readonly unknownRuns: readonly DigitRun[];
  /** All items of anyone with exactly the amount, rejected ones too: what is one of two equal ones is not the only one. */
  readonly byAmount: readonly OpenItem[];
  /** Numbers in the text that stand for open items of the customers in play by closing digits or with a slip of typing. */
  readonly mentions: readonly Mention[];
  /** What the text says in words. */
  readonly findings: TextFindings;
  /** The payer's customers, those of their groups, and those of cited items, as far as all their items are at hand. */
  readonly scope: ReadonlySet<string>;
  /** Of those, the ones the payer is known for, with their groups. */
  readonly payerScope: ReadonlySet<string>;
  readonly policy: MatchPolicy;
  /** Receipts of this payer that were no receivables. */
  readonly notReceivablesUses: number;
  /** Advices that may be about the receipt. */
  readonly advices: readonly LinkedAdvice[];
  /** Open items in the receipt's currency that carry this whole number. */
  readonly itemsOfNumber: (number: string) => readonly OpenItem[];
  /** Those of these customers that it may stand for by closing digits or with a slip of typing. */
  readonly likelyItems: (number: string, customers: ReadonlySet<string>) => readonly OpenItem[];
  /** Items of these customers with this open amount in the receipt's currency. */
  readonly itemsOfAmount: (openMinor: bigint, customers: ReadonlySet<string>) => readonly OpenItem[];
  /** The customer's open items in the receipt's currency, in their order. */
  readonly itemsOfCustomer: (customer: string) => readonly OpenItem[];
  /** Of these, what was issued when the money came: nobody pays unnamed what was not there. */
  readonly payableItemsOf: (customer: string) => readonly OpenItem[];
  /** Customers of the same group, the given one among them. */
  readonly groupOf: (customer: string) => readonly string[];
  /** What a customer's own code of a deduction means to us; null when nobody has said. */
  readonly reasonOfCode: (customer: string, code: string) => DeductionReason | null;
  /** How a customer paid before. */
  readonly habitsOf: (customer: string) => readonly HabitCount[];
  /** Whether a person has said that this receipt does not pay the item, or its payer not for the item's customer. */
  readonly isRejected: (item: OpenItem) => boolean;
  /** How many open items there are in all; null when only those of a batch are at hand. */
  readonly openItemsOfAll: number | null;
  /** How many open items a customer has. */
  readonly openItemsCountOf: (customer: string) => number;
  /** Earlier receipts of this payer with this amount, latest first. */
  readonly earlier: readonly AppliedReceipt[];
}

export interface MatchContext {
  readonly items: ItemSource;
  readonly knowledge: KnowledgeSource;
  readonly policy: MatchPolicy;
  readonly advices?: AdviceSource;
}

interface Hit {
  readonly window: TextWindow;
  readonly token: string;
  readonly items: readonly OpenItem[];
  readonly closed: readonly ClosedItem[];
  readonly inOtherCurrency: readonly OpenItem[];
}

export function gatherCase(receipt: Receipt, { items, knowledge, policy, advices }: MatchContext): MatchCase {
  const reading = readReceipt(receipt);
  const hits = withoutOverlaps(findHits(receipt, reading.windows, { items, knowledge, policy }));
  const citations = new Map<string, Citation>();
  const closed = new Map<string, ClosedItem>();
  // What the receipt itself has settled was not paid before it came.
  const isPaidByIt = ({ number }: ClosedItem): boolean => receipt.appliedTo?.includes(number) ?? false;
  const inOtherCurrency = new Set<OpenItem>();
  const ranged = rangeCitations(receipt, reading.ranges, { items, knowledge });
  for (const { citation } of ranged) citations.set(citation.token, citation);
  for (const hit of hits) {
    if (ranged.some(({ range }) => overlaps(range, hit.window))) continue;
    const allowed = hit.items.filter((item) => !knowledge.isRejected(receipt.id, item.id));
    if (allowed.length > 0) {
      const { scheme, first } = hit.window;
      citations.set(hit.token, {
        token: hit.token,
        items: allowed,
        first,
        ...(scheme === undefined ? {} : { scheme }),
      });
    } else for (const item of hit.closed) if (!isPaidByIt(item)) closed.set(`${item.customer} ${item.number}`, item);
    for (const item of hit.inOtherCurrency) inOtherCurrency.add(item);
  }
  const payer = recognisePayer(reading.payer, receipt.standsOn ?? null, { knowledge, policy });
  const cited = [...citations.values()].sort((left, right) => left.first - right.first);
  const byAmount = items.itemsByAmount(receipt.currency, receipt.amountMinor);
  const payerScope = customersOfPayerAndGroup(payer, knowledge);
  const near = customersInPlay({ payerScope, citations: cited, byAmount }, items);
  const read = [...hits.map(({ window }) => window), ...ranged.map(({ range }) => range)];
  const uncited = reading.runs.filter((run) => !read.some((place) => overlaps(run, place)));
  const payersOwn = ownNumbers(uncited, { payer, citations: cited, byAmount });
  const unread = uncited.filter((run) => !payersOwn.some((known) => overlaps(run, known)));
  const foreign = hits.filter(
    ({ items: found }) => found.length > 0 && payerScope.size > 0 && !found.some((one) => payerScope.has(one.customer)),
  );
  const among = (customers: ReadonlySet<string>) => ({
    items,
    currency: receipt.currency,
    needItems: () => items.needAllOf(customers),
    inPlay: () => itemsInPlay(customers, items),
    isInPlay: (item: OpenItem) => customers.has(item.customer) && !knowledge.isRejected(receipt.id, item.id),
    isSettled: (digits: string) =>
      knowledge.closedByClosingDigits(digits).some(({ customer }) => customers.has(customer)),
  });
  // A whole number of somebody else's item may be a slip in the payer's own: among the payer's items only.
  const payersNear = new Set([...near].filter((customer) => payerScope.has(customer)));
  const own = [...resolveMentions(unread, among(near)), ...resolveMentions(foreign.map(asRun), among(payersNear))];
  const isUnread = cited.length === 0 && own.length === 0 && closed.size === 0;
  const anyones = isUnread ? mentionsOfAnyone(unread, receipt, { items, knowledge }) : [];
  const mentions = [...own, ...anyones];
  const scope = withCustomersOf(anyones, near, items);
  const unknown = unread.filter((run) => !run.isGuess && !mentions.some((mention) => overlaps(run, mention)));
  const settled = settledRuns(unknown, scope, knowledge);
  for (const { item } of settled) if (!isPaidByIt(item)) closed.set(`${item.customer} ${item.number}`, item);
  return {
    receipt,
    payer,
    citations: cited,
    byAmount,
    mentions,
    payerScope,
    policy,
    notReceivablesUses: knowledge.notReceivablesUses(reading.payer),
    advices: advices?.advicesFor(receipt) ?? [],
    itemsOfNumber: (number) => itemsOfNumber(number, receipt, items),
    likelyItems: (number, customers) => {
      const run = { digits: number.replace(/\D+/g, ''), first: 0, last: 0 };
      const of = customers.size > 0 ? customers : scope;
      const likely = resolveMentions([run], { ...among(of), isSettled: () => false });
      return likely.flatMap((mention) => mention.items);
    },
    findings: readFindings(receipt.lines, receipt.currency),
    scope,
    closed: [...closed.values()].sort((left, right) => compareText(left.number, right.number)),
    citedInOtherCurrency: [...inOtherCurrency].sort(compareItems),
    unknownRuns: unknown.filter((run) => !settled.some((known) => overlaps(run, known.run))),
    reasonOfCode: (customer, code) => advices?.reasonOfCode(customer, code) ?? null,
    isRejected: (item) =>
      knowledge.isRejected(receipt.id, item.id) || knowledge.isRejectedPayer(reading.payer, item.customer),
    habitsOf: (customer) => knowledge.habitsOf(customer),
    openItemsOfAll: items.openItemsOfAll(),
    openItemsCountOf: (customer) => items.openItemsCountOf(customer),
    itemsOfAmount: (openMinor, customers) => {
      items.needAllOf(customers);
      return items.itemsByAmount(receipt.currency, openMinor).filter((item) => customers.has(item.customer));
    },
    itemsOfCustomer: (customer) => items.itemsOfCustomer(customer).filter((item) => item.currency === receipt.currency),
    payableItemsOf: (customer) =>
      items
        .itemsOfCustomer(customer)
        .filter((item) => item.currency === receipt.currency && item.issuedOn <= receipt.bookedOn),
    groupOf: (customer) => knowledge.groupOf(customer),
    earlier: knowledge
      .appliedReceipts(reading.payer, receipt.currency, receipt.amountMinor)
      .filter(
        (applied) =>
          applied.receiptId !== receipt.id &&
          Math.abs(daysBetween(applied.bookedOn, receipt.bookedOn)) <= policy.duplicateWithinDays,
      ),
  };
}

function withCustomersOf(mentions: readonly Mention[], customers: ReadonlySet<string>, items: ItemSource): Set<string> {
  const added = mentions.flatMap((mention) => mention.items.map(({ customer }) => customer));
  return new Set([...customers, ...added.filter((customer) => holdsAllOf(customer, items))]);
}

function itemsOfNumber(number: string, { currency }: Receipt, items: ItemSource): OpenItem[] {
  for (const token of tokensOfNumber(number)) {
    const found = items.itemsByToken(token).filter((item) => item.currency === currency);
    if (found.length > 0) return found;
  }
  return [];
}

function asRun({ window, token }: Hit): DigitRun {
  return { digits: token.replace(/\D+/g, ''), first: window.first, last: window.last };
}

interface RangeCitation {
  readonly citation: Citation;
  readonly range: { readonly first: number; readonly last: number };
}

/** The open items of a range, when both of its ends are numbers of one customer and something is open between. */
function rangeCitations(
  { id, currency }: Receipt,
  ranges: ReceiptReading['ranges'],
  { items, knowledge }: Pick<MatchContext, 'items' | 'knowledge'>,
): RangeCitation[] {
  const openOf = (token: string): OpenItem[] =>
    items.itemsByToken(token).filter((item) => item.currency === currency && !knowledge.isRejected(id, item.id));
  return ranges.flatMap(({ from, to, tokens, first, last }) => {
    const [low, high] = [openOf(tokens[0] ?? '')[0], openOf(tokens.at(-1) ?? '')[0]];
    if (low === undefined || high === undefined || low.customer !== high.customer) return [];
    const found = tokens.flatMap(openOf).filter(({ customer }) => customer === low.customer);
    if (found.length < 2) return [];
    const citation = { token: `${from}-${to}`, items: found, first, range: { from, to, ends: [low, high] } };
    return [{ citation, range: { first, last } }];
  });
}

/** Items among which slips are looked for: beyond, so many numbers are alike that a slip says nothing. */
const ITEMS_IN_PLAY_MAX = 10_000;

function itemsInPlay(customers: ReadonlySet<string>, items: ItemSource): OpenItem[] {
  const found: OpenItem[] = [];
  for (const customer of customers) {
    const own = items.itemsOfCustomer(customer);
    if (found.length + own.length > ITEMS_IN_PLAY_MAX) return [];
    found.push(...own);
  }
  return found;
}

/** A shared-service centre pays for many; beyond this its numbers alone must tell. */
const SCOPE_CUSTOMERS_MAX = 60;

function customersOfPayerAndGroup(payer: PayerRecognition, knowledge: KnowledgeSource): Set<string> {
  const known = customersOfPayer(payer);
  const found = new Set(known);
  for (const customer of known.slice(0, SCOPE_CUSTOMERS_MAX)) {
    for (const other of knowledge.groupOf(customer)) found.add(other);
  }
  return found;
}

/** Customers among whose items a shortened or mistyped number is looked for. One whose items are not all at hand is left out. */
function customersInPlay(
  { payerScope, citations, byAmount }: Pick<MatchCase, 'payerScope' | 'citations' | 'byAmount'>,
  items: ItemSource,
): Set<string> {
  const found = new Set(payerScope);
  for (const citation of citations) for (const { customer } of citation.items) found.add(customer);
  if (payerScope.size === 0) for (const { customer } of byAmount.slice(0, SCOPE_CUSTOMERS_MAX)) found.add(customer);
  return new Set([...found].slice(0, SCOPE_CUSTOMERS_MAX).filter((customer) => holdsAllOf(customer, items)));
}

/** Runs that close the number of a settled item of the customers in play. */
function settledRuns(
  runs: readonly DigitRun[],
  scope: ReadonlySet<string>,
  knowledge: KnowledgeSource,
): { readonly run: DigitRun; readonly item: ClosedItem }[] {
  return runs.flatMap((run) => {
    const found = knowledge
      .closedByClosingDigits(run.digits.replace(/^0+/, ''))
      .filter(({ customer }) => scope.has(customer));
    const [item] = found;
    return item !== undefined && found.length === 1 ? [{ run, item }] : [];
  });
}

function findHits(receipt: Receipt, windows: readonly TextWindow[], { items, knowledge, policy }: MatchContext): Hit[] {
  const hits: Hit[] = [];
  for (const window of windows) {
    for (const token of window.tokens) {
      const carriers = items.itemsByToken(token);
      if (carriers.length > ITEMS_OF_TOKEN_MAX) continue;
      const open = carriers.filter((item) => item.currency === receipt.currency);
      const closed = open.length > 0 ? [] : knowledge.closedByToken(token);
      const isTold = open.length > 0 || closed.length > 0;
      // A short number of an item in another currency stands in the text by chance.
      const inOtherCurrency = isTold || token.length < policy.referenceLengthMin ? [] : carriers;
      if (!isTold && inOtherCurrency.length === 0) continue;
      hits.push({ window, token, items: open, closed, inOtherCurrency });
      break;
    }
  }
  return hits;
}

/** Of overlapping hits the longest reference counts, the earlier among equals: `INV 4711 2024` is not also `2024`. */
function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  if (hits.length < 2) return [...hits];
  const byLength = [...hits].sort(
    (left, right) =>
      right.token.length - left.token.length ||
      left.window.first - right.window.first ||
      left.window.last - right.window.last,
  );
  const kept: Hit[] = [];
  const used = new Set<number>();
  for (const hit of byLength) {
    let isFree = true;
    for (let at = hit.window.first; at <= hit.window.last; at += 1) if (used.has(at)) isFree = false;
    if (!isFree) continue;
    for (let at = hit.window.first; at <= hit.window.last; at += 1) used.add(at);
    kept.push(hit);
  }
  return kept.sort((left, right) => left.window.first - right.window.first);
}
