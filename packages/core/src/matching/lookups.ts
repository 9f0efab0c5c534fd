/**
 * What a batch of receipts needs to know, so that a caller with a database can fetch it in a few set-based queries and
 * hand the engine an `ItemIndex` and a `PayerKnowledge` filled with just that. The engine itself stays synchronous.
 * The order: `lookupsFor`, fetch items, links, applied receipts and settled items by its keys; count the open items of
 * the customers of those items and of `customersFor`, and give the counts to the `ItemIndex`.
 */
import type { CurrencyCode } from '../money/index.ts';
import type { AdviceSource } from './advice-index.ts';
import { compareText } from './item-source.ts';
import type { KnowledgeSource, PayerKey } from './knowledge-source.ts';
import { anyonesDigits } from './mentions.ts';
import { payerKey } from './payer-knowledge.ts';
import type { Receipt } from './receipt.ts';
import { readReceipt } from './recognise.ts';
import { tokensOfNumber } from './token.ts';

/** As many as an advice may have and still explain a receipt. */
const ADVICE_LINES_MAX = 5_000;

export interface Lookups {
  /** Look for open items by these tokens (numbers and other references), and for settled ones. */
  readonly tokens: readonly string[];
  /** Look for all open items with exactly these amounts: a missing one would make an amount look unique. */
  readonly amounts: readonly { readonly currency: CurrencyCode; readonly amountMinor: bigint }[];
  /** Look for what these payers have paid before. Normalised. */
  readonly accounts: readonly string[];
  readonly names: readonly string[];
}

/**
 * All keys the engine will ask for, each once, sorted. Two receipts of 100.00 EUR give one amount to look up. The numbers that
 * the receipts' advices list are looked up like those of their texts.
 */
export function lookupsFor(receipts: readonly Receipt[], advices?: AdviceSource): Lookups {
  const tokens = new Set<string>();
  const amounts = new Map<string, { currency: CurrencyCode; amountMinor: bigint }>();
  const accounts = new Set<string>();
  const names = new Set<string>();
  for (const receipt of receipts) {
    const reading = readReceipt(receipt);
    for (const window of reading.windows) for (const token of window.tokens) tokens.add(token);
    for (const range of reading.ranges) for (const token of range.tokens) tokens.add(token);
    for (const { remittance } of advices?.advicesFor(receipt) ?? []) {
      for (const { document } of remittance.lines.slice(0, ADVICE_LINES_MAX)) {
        for (const token of tokensOfNumber(document?.number ?? '')) tokens.add(token);
      }
    }
    amounts.set(`${receipt.currency} ${receipt.amountMinor}`, receipt);
    if (reading.payer.account !== '') accounts.add(reading.payer.account);
    if (reading.payer.name !== '') names.add(reading.payer.name);
  }
  return {
    tokens: sorted(tokens),
    amounts: [...amounts.entries()]
      .sort(([left], [right]) => compareText(left, right))
      .map(([, { currency, amountMinor }]) => ({ currency, amountMinor })),
    accounts: sorted(accounts),
    names: sorted(names),
  };
}

/**
 * Of receipts whose text gives none of these tokens, the digits that may close the number of anybody's item: for a further
 * fetch. They are long, so that they meet few items, and asked for few receipts: a text that cites something known is not read
 * this way. Without them such a receipt is asked about. Sorted.
 */
export function tailsFor(receipts: readonly Receipt[], knownTokens: ReadonlySet<string>): string[] {
  const tails = new Set<string>();
  for (const receipt of receipts) {
    const { windows, ranges, runs } = readReceipt(receipt);
    if ([...windows, ...ranges].some((read) => read.tokens.some((token) => knownTokens.has(token)))) continue;
    for (const run of runs) {
      const digits = anyonesDigits(run);
      if (digits !== null) tails.add(digits);
    }
  }
  return sorted(tails);
}

/** The customers whose payer these receipts may be: for a second fetch, of their open items. Sorted. */
export function customersFor(receipts: readonly Receipt[], knowledge: KnowledgeSource): string[] {
  const customers = new Set<string>();
  for (const receipt of receipts) {
    if (receipt.standsOn !== undefined) {
      customers.add(receipt.standsOn);
      continue;
    }
    const payer = payerKey(receipt);
    const known = knownFor(payer, knowledge);
    const alike = known.length === 0 ? knowledge.customersNamedLike(payer.name) : [];
    for (const customer of [...known, ...alike.map((similar) => similar.customer)]) customers.add(customer);
  }
  return sorted(customers);
}

/** Names of payers of which neither account nor name tells anything: for a look among all names, for one that is nearly theirs. */
export function unknownNames(receipts: readonly Receipt[], knowledge: KnowledgeSource): string[] {
  const payers = receipts.filter(({ standsOn }) => standsOn === undefined).map(payerKey);
  return sorted(
    new Set(
      payers.filter((payer) => payer.name !== '' && knownFor(payer, knowledge).length === 0).map(({ name }) => name),
    ),
  );
}

function knownFor({ account, name }: PayerKey, knowledge: KnowledgeSource): string[] {
  return [
    ...knowledge.customersByAccount(account).map(({ customer }) => customer),
    ...knowledge.customersByName(name).map(({ customer }) => customer),
    ...knowledge.customersNamed(name),
  ];
}

function sorted(texts: Iterable<string>): string[] {
  return [...texts].sort(compareText);
}
