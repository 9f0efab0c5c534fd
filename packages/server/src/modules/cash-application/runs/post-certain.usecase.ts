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
}

async function postInCommand(tx: CommandTx, block: readonly Decided[]): Promise<Map<string, PostingOutcome>> {
  const wanted = block.flatMap(({ receipt, openMinor }) => [receipt.itemId, ...openMinor.keys()]);
  const items = await lockItemsAtOnce(tx, wanted);
  const survivorOf = survivorsOf(await findMergeLinks(tx));
  const touched = new Set<string>();
  const outcomes = new Map<string, PostingOutcome>();
  const ready: Ready[] = [];
  for (const decided of block) {
    const prepared = prepare(tx, decided, { items, touched, survivorOf });
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
    const entryIds = settled[index];
    if (entryIds === undefined || entryIds instanceof AppError) {
      if (entryIds !== undefined) outcomes.set(one.receipt.itemId, entryIds);
      continue;
    }
    outcomes.set(one.receipt.itemId, 'posted');
    posted.push({ ...one, entryIds });
  }
  await keepPosted(tx, posted);
  return outcomes;
}

interface Standing {
  readonly items: ReadonlyMap<string, LockedItem>;
  readonly touched: ReadonlySet<string>;
  /** Of merged records: whose account takes what is new. */
  readonly survivorOf: (customerId: string) => string;
}

/** What the ledger is to do for a receipt, if it and its items are as they were and nothing in this block was before it. */
function prepare(
  tx: CommandTx,
  decided: Decided,
  { items, touched, survivorOf }: Standing,
): Ready | Extract<PostingOutcome, 'passedOver' | AppError> {
  const { receipt, decision, openMinor } = decided;
  const row = items.get(receipt.itemId);
  const own = new Map([...openMinor.keys()].flatMap((id) => items.get(id) ?? []).map((item) => [item.id, item]));
  if (row === undefined || own.size < openMinor.size) return 'passedOver'; // somebody else is at it
  const isAsDecided =
    row.openMinor === -decision.amountMinor &&
    row.decisionNumber === (receipt.current?.number ?? null) &&
    row.decisionState === (receipt.current?.state ?? null) &&
    [...openMinor].every(([id, open]) => own.get(id)?.openMinor === open && !touched.has(id));
  const { customerId, allocations, sentence } = decision;
  if (!isAsDecided || customerId === null) {
    return new AppError('receipt_changed', `${receipt.number} or its items changed meanwhile.`, { status: 409 });
  }
  const identification =
    survivorOf(row.customerId) === survivorOf(customerId)
      ? null
      : { customerId: survivorOf(customerId), effectiveOn: settlingDay(tx, { receipt: row, items: new Map() }) };
  const settlement: Settlement = {
    receiptItemId: receipt.itemId,
    identification,
    allocations: pairAllocations(receipt.itemId, allocations),
    effectiveOn: settlingDay(tx, { receipt: row, items: own }),
    reason: sentence.slice(0, REASON_CHARS_MAX),
  };
  return { ...decided, receiptRow: row, settlement };
}

interface Posted extends Ready {
  readonly entryIds: readonly string[];
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
  await teachAll(tx, posted.map(lessonOf));
  for (const { receipt, decision, entryIds } of posted) {
    const { customerId, allocations, rule, sentence } = decision;
    const after = { customerId, allocations, rule, sentence, entryIds };
    tx.audit({ action: 'cash.posted_by_itself', subjectKind: 'receipt', subjectId: receipt.itemId, after });
  }
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
