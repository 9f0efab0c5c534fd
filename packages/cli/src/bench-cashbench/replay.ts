/**
 * Replays a labelled set day by day. The engine sees of each day what a clerk's system would hold: the receipts booked
 * that day and those still waiting, and the open items as the true postings of earlier days left them. A decision `auto`
 * is final; others are asked again until the wait is over. At the end of the day the final ones are posted as in the
 * truth and learnt as confirmed. The truth of a receipt that is not posted yet is read by nobody.
 */
import { addDays, daysBetween, type LocalDate } from '@quittance/core/calendar';
import {
  type Advice,
  AdviceIndex,
  type Decision,
  ItemIndex,
  type MatchContext,
  type MatchPolicy,
  matchReceipts,
  type OpenItem,
  PayerKnowledge,
  type Receipt,
} from '@quittance/core/matching';
import { learn } from '../match/match.command.ts';
import type { OpenItemRow } from '../match/open-items-file.ts';
import type { HistoryRow } from '../match/receipts-file.ts';
import type { TrueApplication } from './truth-file.ts';

/** Days a receipt is asked again before its last decision counts. */
const WAIT_DAYS = 2;

export interface LabelledSet {
  readonly items: readonly OpenItemRow[];
  readonly receipts: readonly Receipt[];
  readonly history: readonly HistoryRow[];
  readonly advices: readonly Advice[];
  readonly truth: ReadonlyMap<string, TrueApplication>;
}

export interface Replayed {
  /** The last decision of each receipt, in the order first decided. */
  readonly decisions: readonly Decision[];
  readonly decisionsMade: number;
  readonly elapsedMs: number;
}

/** Decides the receipts of a day: the engine, or another rule on the same facts. */
export type Decide = (receipts: readonly Receipt[], context: MatchContext) => readonly Decision[];

export function replay(
  set: LabelledSet,
  policy: MatchPolicy,
  { clock, decide = matchReceipts }: { readonly clock: () => number; readonly decide?: Decide },
): Replayed {
  const ledger = new ReplayLedger(set);
  const byDay = receiptsByDay(set.receipts);
  const days = [...byDay.keys()].sort();
  const [firstDay, lastDay] = [days[0], days[days.length - 1]];
  const decisions = new Map<string, Decision>();
  let waiting: Receipt[] = [];
  let elapsedMs = 0;
  let decisionsMade = 0;
  if (firstDay === undefined || lastDay === undefined) return { decisions: [], decisionsMade, elapsedMs };
  for (let day = firstDay; daysBetween(lastDay, day) <= WAIT_DAYS; day = addDays(day, 1)) {
    const asked = [...waiting, ...(byDay.get(day) ?? [])];
    if (asked.length === 0) continue;
    ledger.openUntil(day);
    const startedAt = clock();
    const decided = decide(asked, {
      items: ledger.items,
      knowledge: ledger.knowledge,
      policy,
      advices: ledger.advices,
    });
    elapsedMs += clock() - startedAt;
    decisionsMade += decided.length;
    for (const decision of decided) decisions.set(decision.receiptId, decision);
    const isFinal = (receipt: Receipt): boolean =>
      decisions.get(receipt.id)?.decision === 'auto' || daysBetween(receipt.bookedOn, day) >= WAIT_DAYS;
    waiting = asked.filter((receipt) => !isFinal(receipt));
    for (const receipt of asked.filter(isFinal)) ledger.post(receipt, day);
  }
  return { decisions: [...decisions.values()], decisionsMade, elapsedMs };
}

function receiptsByDay(receipts: readonly Receipt[]): Map<LocalDate, Receipt[]> {
  const byDay = new Map<LocalDate, Receipt[]>();
  for (const receipt of receipts) {
    const present = byDay.get(receipt.bookedOn);
    if (present) present.push(receipt);
    else byDay.set(receipt.bookedOn, [receipt]);
  }
  return byDay;
}

/** The open items and the knowledge as they stand on the day, moved by true postings only. */
class ReplayLedger {
  readonly items = new ItemIndex();
  readonly knowledge = new PayerKnowledge({ nearNames: true });
  readonly advices = new AdviceIndex();
  readonly #coming: Advice[];
  readonly #truth: ReadonlyMap<string, TrueApplication>;
  readonly #upcoming: OpenItem[];
  /** Items that were posted to before the day they were issued; their later opening is less by that. */
  readonly #postedEarly = new Map<string, bigint>();

  constructor({ items, history, advices, truth }: LabelledSet) {
    this.#truth = truth;
    this.#coming = [...advices].sort((left, right) =>
      left.receivedOn < right.receivedOn ? 1 : left.receivedOn > right.receivedOn ? -1 : 0,
    );
    this.#upcoming = items
      .map(({ item }) => item)
      .sort((left, right) => (left.issuedOn < right.issuedOn ? 1 : left.issuedOn > right.issuedOn ? -1 : 0));
    for (const { item, customerName, parent } of items) {
      this.knowledge.nameCustomer(item.customer, customerName);
      this.knowledge.setParent(item.customer, parent);
    }
    for (const row of history) learn(this.knowledge, row);
  }

  openUntil(day: LocalDate): void {
    for (let next = this.#coming.at(-1); next !== undefined && next.receivedOn <= day; next = this.#coming.at(-1)) {
      this.#coming.pop();
      this.advices.add(next);
    }
    for (let next = this.#upcoming.at(-1); next !== undefined && next.issuedOn <= day; next = this.#upcoming.at(-1)) {
      this.#upcoming.pop();
      const openMinor = next.openMinor - (this.#postedEarly.get(next.id) ?? 0n);
      if (openMinor !== 0n) this.items.open({ ...next, openMinor });
    }
  }

  /** Posts a receipt as the truth has it, and learns it unless it is not receivables. */
  post(receipt: Receipt, day: LocalDate): void {
    const truth = this.#truth.get(receipt.id);
    if (truth === undefined) return;
    for (const { item, amountMinor } of [...truth.allocations, ...truth.deductions])
      this.#reduce(item, amountMinor, day);
    if (truth.isNotReceivables) return;
    this.knowledge.learn({
      receiptId: receipt.id,
      bookedOn: receipt.bookedOn,
      payerName: receipt.payerName,
      payerAccount: receipt.payerAccount,
      customer: truth.customer,
      currency: receipt.currency,
      amountMinor: receipt.amountMinor,
    });
  }

  #reduce(id: string, amountMinor: bigint, day: LocalDate): void {
    const item = this.items.item(id);
    if (item === undefined) {
      this.#postedEarly.set(id, (this.#postedEarly.get(id) ?? 0n) + amountMinor);
      return;
    }
    const openMinor = item.openMinor - amountMinor;
    if (openMinor !== 0n) {
      this.items.open({ ...item, openMinor });
      return;
    }
    this.items.close(id);
    this.knowledge.closeItem({ number: item.number, customer: item.customer, closedOn: day });
  }
}
