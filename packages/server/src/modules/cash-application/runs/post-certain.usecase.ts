/**
 * Posting what is certain: many receipts to a transaction, each posted once and whole or left alone. Under the locks each
 * is compared with what it was when it was decided; the ledger drafts and writes all entries of the block together.
 */
import { createHash } from 'node:crypto';
import { survivorsOf } from '@quittance/core/parties';
import { type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { findMergeLinks } from '../../customers/index.ts';
import { releaseHolds, type Settlement, settleReceipts } from '../../ledger/index.ts';
import type { Decided } from '../deciding/decide-receipts.ts';
import type { WaitingReceipt } from '../deciding/decision.ts';
import { insertDecisions, retireDecisions } from '../deciding/decisions.queries.ts';
import {
  adjustmentsOf,
  type DeductionSession,
  keptDeduction,
  postingSession,
  recordDeductions,
  type TreatedDeduction,
} from '../deductions/deduction-session.ts';
import { type Lesson, teachAll } from '../knowledge/knowledge.usecase.ts';
import { pairAllocations } from './pair-allocations.ts';
import { REASON_CHARS_MAX, settlingDay } from './settle-receipt.ts';
import { type LockedItem, lockItemsAtOnce } from './settling.queries.ts';

/** Posted by this call; left to somebody who is at it or was first; or why it was not posted. */
type PostingOutcome = 'posted' | 'passedOver' | AppError;

/**
 * Posts decisions of kind `auto`; an outcome for each receipt by its id. What the ledger refuses leaves the others posted.
 * Throws only on bugs and lost connections.
 */
export async function postCertain(
  database: Database,
  scope: Scope,
  block: readonly Decided[],
): Promise<ReadonlyMap<string, PostingOutcome>> {
  const outcomes = await postBlock(database, scope, block);
  if (outcomes instanceof Map) return outcomes;
  if (block.length === 1) return outcomeOfAll(block, outcomes);
  // A guard of the database refused the block as a whole: one by one, the receipt that it is about is found.
  const singly = new Map<string, PostingOutcome>();
  for (const one of block) {
    for (const [id, outcome] of await postCertain(database, scope, [one])) singly.set(id, outcome);
  }
  return singly;
}

function outcomeOfAll(block: readonly Decided[], outcome: PostingOutcome): Map<string, PostingOutcome> {
  return new Map(block.map(({ receipt }) => [receipt.itemId, outcome]));
}

const NOTHING_TO_POST = 'nothing_to_post';

/** The key makes the block post once: who comes second with it gets the first one's answer. */
async function postBlock(
  database: Database,
  scope: Scope,
  block: readonly Decided[],
): Promise<Map<string, PostingOutcome> | AppError> {
  const body = block.map(({ receipt, decision }) => ({
    receipt: receipt.itemId,
    customer: decision.customerId,
    allocations: decision.allocations,
    deductions: decision.deductions,
  }));
  const command = { key: keyOf(block), action: 'cash.auto', body };
  let outcomes = new Map<string, PostingOutcome>();
  let ownCommandId = '';
  try {
    const commandId = await runCommand(database, scope, command, async (tx) => {
      ownCommandId = tx.commandId;
      outcomes = await postInCommand(tx, block);
      if (![...outcomes.values()].includes('posted')) throw new AppError(NOTHING_TO_POST, 'Nothing was left to post.');
      return tx.commandId;
    });
    return commandId === ownCommandId ? outcomes : outcomeOfAll(block, 'passedOver');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === NOTHING_TO_POST) return outcomes;
    return error.code === 'idempotency_key_reused' ? outcomeOfAll(block, 'passedOver') : error;
  }
}

function keyOf(block: readonly Decided[]): string {
  const receipts = block.map(({ receipt }) => `${receipt.itemId}:${numberAfter(receipt)}`);
  if (receipts.length === 1) return `auto:${receipts[0]}`;
  return `auto:${createHash('sha256').update(receipts.join(' ')).digest('base64url')}`;
}

interface Ready extends Decided {
  readonly receiptRow: LockedItem;
  readonly settlement: Settlement;
  readonly treated: readonly TreatedDeduction[];
}

async function postInCommand(tx: CommandTx, block: readonly Decided[]): Promise<Map<string, PostingOutcome>> {
  const wanted = block.flatMap(({ receipt, openMinor }) => [receipt.itemId, ...openMinor.keys()]);
  const items = await lockItemsAtOnce(tx, wanted);
  const survivorOf = survivorsOf(await findMergeLinks(tx));
  const touched = new Set<string>();
  const outcomes = new Map<string, PostingOutcome>();
  const ready: Ready[] = [];
  const session = await sessionFor(tx, block, items);
  for (const decided of block) {
    const prepared = prepare(tx, decided, { items, touched, survivorOf, session });
    if (typeof prepared === 'string' || prepared instanceof AppError) {
      outcomes.set(decided.receipt.itemId, prepared);
      continue;
    }
    ready.push(prepared);
    for (const id of [decided.receipt.itemId, ...decided.openMinor.keys()]) touched.add(id);
  }
  const settled = await settleReceipts(
    tx,
    ready.map(({ settlement }) => settlement),
  );
  const posted: Posted[] = [];
  for (const [index, one] of ready.entries()) {
    const outcome = settled[index];
    if (outcome === undefined || outcome instanceof AppError) {
      if (outcome !== undefined) outcomes.set(one.receipt.itemId, outcome);
      continue;
    }
    outcomes.set(one.receipt.itemId, 'posted');
    const { entryIds, adjustmentIds } = outcome;
    posted.push({ ...one, entryIds: [...entryIds, ...adjustmentIds], adjustmentIds });
  }
  await keepPosted(tx, posted);
  return outcomes;
}

/** For what is deducted in the block, counted once for all of it. */
async function sessionFor(
  tx: CommandTx,
  block: readonly Decided[],
  items: ReadonlyMap<string, LockedItem>,
): Promise<DeductionSession> {
  const deducting = block.filter(({ decision }) => decision.deductions.length > 0);
  const days = deducting.flatMap((decided) => {
    const place = placeOf(decided, items);
    return place === null ? [] : settlingDay(tx, place);
  });
  const itemIds = deducting.flatMap(({ decision }) => decision.deductions.map(({ itemId }) => itemId));
  return postingSession(tx, { itemIds, days, isByItself: true });
}

/** Null when somebody else is at any of it. */
function placeOf({ receipt, openMinor }: Decided, items: ReadonlyMap<string, LockedItem>) {
  const row = items.get(receipt.itemId);
  const own = new Map([...openMinor.keys()].flatMap((id) => items.get(id) ?? []).map((item) => [item.id, item]));
  return row === undefined || own.size < openMinor.size ? null : { receipt: row, items: own };
}

interface Standing {
  readonly items: ReadonlyMap<string, LockedItem>;
  readonly session: DeductionSession;
  readonly touched: ReadonlySet<string>;
  /** Of merged records: whose account takes what is new. */
  readonly survivorOf: (customerId: string) => string;
}

/** What the ledger is to do for a receipt, if it and its items are as they were and nothing in this block was before it. */
function prepare(
  tx: CommandTx,
  decided: Decided,
  { items, touched, survivorOf, session }: Standing,
): Ready | Extract<PostingOutcome, 'passedOver' | AppError> {
  const { receipt, decision, openMinor } = decided;
  const place = placeOf(decided, items);
  if (place === null) return 'passedOver';
  const { receipt: row, items: own } = place;
  const isAsDecided =
    row.openMinor === -decision.amountMinor &&
    row.decisionNumber === (receipt.current?.number ?? null) &&
    row.decisionState === (receipt.current?.state ?? null) &&
    [...openMinor].every(([id, open]) => own.get(id)?.openMinor === open && !touched.has(id));
  const { customerId, allocations, sentence } = decision;
  if (!isAsDecided || (customerId === null && decision.state !== 'not_ours')) {
    return new AppError('receipt_changed', `${receipt.number} or its items changed meanwhile.`, { status: 409 });
  }
  const effectiveOn = settlingDay(tx, place);
  const identification =
    customerId === null || survivorOf(row.customerId) === survivorOf(customerId)
      ? null
      : { customerId: survivorOf(customerId), effectiveOn: settlingDay(tx, { receipt: row, items: new Map() }) };
  const cash = new Map(allocations.map(({ itemId, amountMinor }) => [itemId, amountMinor]));
  const payment = { cash, paidOn: receipt.bookedOn, effectiveOn, mayExceed: false };
  const treated = session.treat(decision.deductions, payment);
  const suspense = { itemId: receipt.itemId, kind: 'suspense' as const, amountMinor: decision.amountMinor };
  const settlement: Settlement = {
    receiptItemId: receipt.itemId,
    identification,
    allocations: pairAllocations(receipt.itemId, allocations),
    adjustments: decision.state === 'not_ours' ? [suspense] : adjustmentsOf(treated),
    effectiveOn,
    reason: sentence.slice(0, REASON_CHARS_MAX),
  };
  const kept = { ...decision, deductions: treated.map(keptDeduction) };
  return { ...decided, decision: kept, receiptRow: row, settlement, treated };
}

interface Posted extends Ready {
  readonly entryIds: readonly string[];
  readonly adjustmentIds: readonly string[];
}

/** Keeps the decisions as the current ones, learns the payers, and says it in the audit trail. */
async function keepPosted(tx: CommandTx, posted: readonly Posted[]): Promise<void> {
  const before = posted.filter(({ receipt }) => receipt.current !== null);
  if (before.length > 0) {
    await releaseHolds(
      tx,
      before.flatMap(({ receiptRow }) => receiptRow.decisionHoldIds ?? []),
    );
    await retireDecisions(
      tx,
      before.map(({ receipt }) => receipt.itemId),
      'posted by itself',
    );
  }
  await insertDecisions(
    tx,
    posted.map(({ receipt, decision, entryIds }) => ({
      ...decision,
      number: numberAfter(receipt),
      holdIds: [],
      entryIds,
    })),
  );
  await recordDeductions(
    tx,
    posted.map(({ receipt, treated, adjustmentIds, settlement }) => ({
      receiptItemId: receipt.itemId,
      receiptNumber: receipt.number,
      decisionNumber: numberAfter(receipt),
      effectiveOn: settlement.effectiveOn,
      isByItself: true,
      treated,
      entryIds: adjustmentIds,
    })),
  );
  await teachAll(tx, posted.filter(isLesson).map(lessonOf));
  for (const { receipt, decision, entryIds } of posted) {
    const { customerId, allocations, deductions, rule, sentence } = decision;
    const after = { customerId, allocations, deductions, rule, sentence, entryIds };
    tx.audit({ action: 'cash.posted_by_itself', subjectKind: 'receipt', subjectId: receipt.itemId, after });
  }
}

/** That money is no receivable is learnt from people alone: else what its words said once would be said of the payer for good. */
function isLesson({ decision }: Decided): boolean {
  return decision.state !== 'not_ours';
}

function lessonOf({ receipt, decision }: Decided): Lesson {
  const { itemId: receiptItemId, amountMinor, currency, bookedOn } = receipt;
  const decisionNumber = numberAfter(receipt);
  return {
    receiptItemId,
    decisionNumber,
    customerId: decision.customerId,
    currency,
    amountMinor,
    bookedOn,
    payer: receipt,
  };
}

function numberAfter({ current }: WaitingReceipt): number {
  return (current?.number ?? 0) + 1;
}
