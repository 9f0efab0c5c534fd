/**
 * Stage 2: the open items a receipt may be about. Items whose number or other reference stands in the text, items with
 * exactly the amount; and from the past: cited items that are settled already, and the same payment made before.
 * Everything is a lookup by key; no stage ever walks all items.
 */
import { daysBetween } from '../calendar/index.ts';
import type { ItemSource, OpenItem } from './item-source.ts';
import { compareText } from './item-source.ts';
import type { AppliedReceipt, ClosedItem, KnowledgeSource } from './knowledge-source.ts';
import { ownNumbers } from './own-numbers.ts';
import type { MatchPolicy } from './policy.ts';
import type { Receipt } from './receipt.ts';
import { type DigitRun, type PayerRecognition, readReceipt, recognisePayer } from './recognise.ts';
import type { TextWindow } from './token.ts';

/** A number that more items than this carry (a framework order, a year) points at none of them. */
const ITEMS_OF_TOKEN_MAX = 200;

/** A reference in the text and the open items that carry it: usually one, several for an order number. */
export interface Citation {
  readonly token: string;
  readonly items: readonly OpenItem[];
}

export interface MatchCase {
  readonly receipt: Receipt;
  readonly payer: PayerRecognition;
  /** In the order of the text, each token once. */
  readonly citations: readonly Citation[];
  readonly closed: readonly ClosedItem[];
  /** Runs of digits that no citation used and that are no number of the customer's own. */
  readonly unknownRuns: readonly DigitRun[];
  /** All items of anyone with exactly the amount, rejected ones too: what is one of two equal ones is not the only one. */
  readonly byAmount: readonly OpenItem[];
  /** Whether a person has said that this receipt does not pay the item. */
  readonly isRejected: (item: OpenItem) => boolean;
  /** How many open items a customer has. */
  readonly openItemsCountOf: (customer: string) => number;
  /** Earlier receipts of this payer with this amount, latest first. */
  readonly earlier: readonly AppliedReceipt[];
}

export interface MatchContext {
  readonly items: ItemSource;
  readonly knowledge: KnowledgeSource;
  readonly policy: MatchPolicy;
}

interface Hit {
  readonly window: TextWindow;
  readonly token: string;
  readonly items: readonly OpenItem[];
  readonly closed: readonly ClosedItem[];
}

export function gatherCase(receipt: Receipt, { items, knowledge, policy }: MatchContext): MatchCase {
  const reading = readReceipt(receipt);
  const hits = withoutOverlaps(findHits(receipt, reading.windows, { items, knowledge, policy }));
  const citations = new Map<string, Citation>();
  const closed = new Map<string, ClosedItem>();
  for (const hit of hits) {
    const allowed = hit.items.filter((item) => !knowledge.isRejected(receipt.id, item.id));
    if (allowed.length > 0) citations.set(hit.token, { token: hit.token, items: allowed });
    else for (const item of hit.closed) closed.set(`${item.customer} ${item.number}`, item);
  }
  const inPlay = {
    payer: recognisePayer(reading.payer, knowledge),
    citations: [...citations.values()],
    byAmount: items.itemsByAmount(receipt.currency, receipt.amountMinor),
  };
  const uncited = reading.runs.filter((run) => !hits.some(({ window }) => overlap(run, window)));
  const own = ownNumbers(uncited, inPlay);
  return {
    receipt,
    ...inPlay,
    closed: [...closed.values()].sort((left, right) => compareText(left.number, right.number)),
    unknownRuns: uncited.filter((run) => !own.some((known) => overlap(run, known))),
    isRejected: (item) => knowledge.isRejected(receipt.id, item.id),
    openItemsCountOf: (customer) => items.openItemsCountOf(customer),
    earlier: knowledge
      .appliedReceipts(reading.payer, receipt.currency, receipt.amountMinor)
      .filter(
        (applied) =>
          applied.receiptId !== receipt.id &&
          Math.abs(daysBetween(applied.bookedOn, receipt.bookedOn)) <= policy.duplicateWithinDays,
      ),
  };
}

function findHits(receipt: Receipt, windows: readonly TextWindow[], { items, knowledge }: MatchContext): Hit[] {
  const hits: Hit[] = [];
  for (const window of windows) {
    for (const token of window.tokens) {
      const carriers = items.itemsByToken(token);
      if (carriers.length > ITEMS_OF_TOKEN_MAX) continue;
      const open = carriers.filter((item) => item.currency === receipt.currency);
      const closed = open.length > 0 ? [] : knowledge.closedByToken(token);
      if (open.length === 0 && closed.length === 0) continue;
      hits.push({ window, token, items: open, closed });
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

function overlap(left: { first: number; last: number }, right: { first: number; last: number }): boolean {
  return left.first <= right.last && right.first <= left.last;
}
