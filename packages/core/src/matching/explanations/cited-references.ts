/**
 * The text cites items by their whole number (or an order number that stands for them), and the cited items are what is
 * paid. Exact when their open amounts, credits included, add up to the receipt. When they do not, the citation still
 * stands as a proposal: a short payment leaves the difference on the largest cited item, an over-payment on account.
 */
import { sum } from '../../money/index.ts';
import { type Evidence, moneyText } from '../evidence.ts';
import type { Explain, Explanation } from '../explanation.ts';
import type { Citation, MatchCase } from '../gather.ts';
import { compareItems, compareText, type OpenItem } from '../item-source.ts';
import type { MatchPolicy } from '../policy.ts';
import { allocateShort } from './read-references.ts';

/** Ways to read shared references that are tried; beyond, each reference stands for all its items. */
const READINGS_MAX = 64;
/** Customers that are read apart when the citations name several. */
const CUSTOMERS_MAX = 8;

/** Items chosen for the citations of a reading, and the shared references of which it takes only some. */
interface Reading {
  readonly items: readonly OpenItem[];
  readonly partial: readonly Citation[];
}

export const explainByCitedReferences: Explain = (matchCase, policy) => {
  const { citations } = matchCase;
  if (citations.length === 0) return [];
  const customers = [...new Set(citations.flatMap(({ items }) => items.map((item) => item.customer)))].sort(
    compareText,
  );
  const found: Explanation[] = [];
  if (customers.length === 1 || citations.every(({ items }) => items.length === 1)) {
    found.push(...readTogether(citations, citations, matchCase, policy));
  }
  if (customers.length > 1) {
    for (const customer of mostCited(customers, citations)) {
      found.push(...readTogether(ofCustomer(citations, customer), citations, matchCase, policy));
    }
  }
  return found;
};

/** The customers that most citations could mean. */
function mostCited(customers: readonly string[], citations: readonly Citation[]): string[] {
  const counted = customers.map((customer) => ({ customer, count: ofCustomer(citations, customer).length }));
  return counted
    .sort((left, right) => right.count - left.count || compareText(left.customer, right.customer))
    .slice(0, CUSTOMERS_MAX)
    .map(({ customer }) => customer);
}

function ofCustomer(citations: readonly Citation[], customer: string): Citation[] {
  return citations
    .map(({ items, ...citation }) => ({ ...citation, items: items.filter((item) => item.customer === customer) }))
    .filter(({ items }) => items.length > 0);
}

/** Explanations of some citations: every exact reading, else the one in which each reference stands for all its items. */
function readTogether(
  citations: readonly Citation[],
  all: readonly Citation[],
  matchCase: MatchCase,
  policy: MatchPolicy,
): Explanation[] {
  const { receipt } = matchCase;
  const readings = readingsOf(citations).filter(({ items }) => openTotal(items) > 0n);
  const exact = readings.filter(({ items }) => openTotal(items) === receipt.amountMinor);
  const leftOut = all.filter(({ token }) => !citations.some((citation) => citation.token === token));
  const chosen = exact.length > 0 ? distinct(exact) : readings.slice(0, 1);
  return chosen.map((reading) => explanation(reading, { citations, leftOut, matchCase, policy }));
}

/** The first reading takes all items of every reference. */
function readingsOf(citations: readonly Citation[]): Reading[] {
  let readings: Reading[] = [{ items: [], partial: [] }];
  const ways = citations.reduce((product, { items }) => product * waysToRead(items.length), 1);
  for (const citation of citations) {
    const choices = ways <= READINGS_MAX ? choicesOf(citation) : [{ items: citation.items, partial: [] }];
    readings = readings.flatMap((reading) =>
      choices.map((choice) => ({
        items: [...reading.items, ...choice.items.filter((item) => !reading.items.includes(item))],
        partial: [...reading.partial, ...choice.partial],
      })),
    );
  }
  return readings;
}

function waysToRead(itemsCount: number): number {
  return itemsCount === 1 ? 1 : itemsCount + 1;
}

function choicesOf(citation: Citation): Reading[] {
  const all = { items: citation.items, partial: [] };
  if (citation.items.length === 1) return [all];
  return [all, ...citation.items.map((item) => ({ items: [item], partial: [citation] }))];
}

/** Readings that choose the same items count once. */
function distinct(readings: readonly Reading[]): Reading[] {
  const bySet = new Map<string, Reading>();
  for (const reading of readings) {
    const ids = reading.items.map((item) => item.id).sort(compareText);
    const key = JSON.stringify(ids);
    if (!bySet.has(key)) bySet.set(key, reading);
  }
  return [...bySet.values()];
}

interface ReadingContext {
  readonly citations: readonly Citation[];
  readonly leftOut: readonly Citation[];
  readonly matchCase: MatchCase;
  readonly policy: MatchPolicy;
}

function explanation(reading: Reading, context: ReadingContext): Explanation {
  const { receipt } = context.matchCase;
  const items = [...reading.items].sort(compareItems);
  const differenceMinor = receipt.amountMinor - openTotal(items);
  return {
    kind: 'cited_references',
    items,
    allocations: allocateShort(items, differenceMinor < 0n ? -differenceMinor : 0n),
    deductions: [],
    unappliedMinor: differenceMinor > 0n ? differenceMinor : 0n,
    fit: differenceMinor === 0n ? 'exact' : 'differs',
    evidence: evidenceOf(items, differenceMinor, reading.partial, context),
  };
}

function evidenceOf(
  items: readonly OpenItem[],
  differenceMinor: bigint,
  partial: readonly Citation[],
  { citations, leftOut, matchCase: { receipt }, policy }: ReadingContext,
): Evidence[] {
  const references = citations.map(({ token }) => token);
  const evidence: Evidence[] = [{ kind: 'references_exact', params: { references, itemsCount: items.length } }];
  const short = references.filter((token) => token.length < policy.referenceLengthMin);
  if (short.length > 0) evidence.push({ kind: 'reference_short', params: { references: short } });
  for (const { token, items: sharing } of partial) {
    evidence.push({ kind: 'reference_shared', params: { reference: token, itemsCount: sharing.length } });
  }
  if (leftOut.length > 0) {
    evidence.push({ kind: 'reference_left_out', params: { references: leftOut.map(({ token }) => token) } });
  }
  if (differenceMinor === 0n) {
    const total = moneyText(receipt.amountMinor, receipt.currency);
    return [...evidence, { kind: 'total_exact', params: { total, itemsCount: items.length } }];
  }
  const difference = moneyText(differenceMinor < 0n ? -differenceMinor : differenceMinor, receipt.currency);
  return [...evidence, { kind: differenceMinor < 0n ? 'total_short' : 'total_over', params: { difference } }];
}

function openTotal(items: readonly OpenItem[]): bigint {
  return sum(items.map((item) => item.openMinor));
}
