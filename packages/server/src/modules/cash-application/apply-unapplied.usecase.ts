/**
 * Cash application on what is unapplied: receipts are decided in batches, then settled one by one, each in a transaction
 * of its own. Any number of runs may work at once: under the locks each looks whether the receipt and its items are
 * still as they were when it decided, and otherwise decides anew, once.
 */
import { type CommandTx, runCommand } from '../../platform/command/index.ts';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { type Decided, decideReceipts, isNews } from './decide-receipts.ts';
import type { WaitingReceipt } from './decision.ts';
import { insertDecisions, retireDecisions } from './decisions.queries.ts';
import { refreshNameKeys } from './facts.ts';
import { endGroundless, keepProposals } from './keep-proposals.ts';
import { teach } from './knowledge.usecase.ts';
import { applyReceiptTo, releaseHolds } from './settle-receipt.ts';
import { lockItemsAtOnce } from './settling.queries.ts';
import { type ReceiptPosition, restOfDay, waitingReceipts, waitingReceiptsOf } from './waiting-receipts.queries.ts';

export interface ApplyRequest {
  /** Only these receipts; all that are unapplied when absent. */
  readonly receiptIds?: readonly string[];
  /** Ends the run between two batches. */
  readonly signal?: AbortSignal;
}

/** What became of the receipts that were looked at; the parts add up to `considered`. */
export interface ApplyReport {
  readonly considered: number;
  /** Posted by themselves. */
  readonly posted: number;
  readonly suggested: number;
  readonly exceptions: number;
  /** Decided as before: nothing was written. */
  readonly unchanged: number;
  /** Settled or decided by somebody else meanwhile. */
  readonly passedOver: number;
}

const BATCH_RECEIPTS = 500; // one fetching of facts; its queries stay in milliseconds
const DAY_RECEIPTS_MAX = 5_000; // receipts of one booking day are compared with each other up to here
const POSTING_AT_ONCE = 4; // transactions in flight: enough to keep two cores of the database busy
const PROPOSALS_PER_COMMAND = 50;

const RECEIPT_AT_WORK = 'receipt_at_work';

type Outcome = Exclude<keyof ApplyReport, 'considered'>;

/** Applies what is unapplied. Throws only on bugs and lost connections; a refusal of the ledger becomes an exception to look at. */
export async function applyUnapplied(
  database: Database,
  scope: Scope,
  request: ApplyRequest = {},
): Promise<ApplyReport> {
  const run: Run = { database, scope, outcomes: new Map() };
  await database.write(scope, refreshNameKeys);
  await endGroundless(database, scope);
  for await (const batch of batches(database, scope, request.receiptIds)) {
    if (request.signal?.aborted) break;
    await settleBatch(run, batch);
  }
  return reportOf(run.outcomes.values());
}

interface Run {
  readonly database: Database;
  readonly scope: Scope;
  /** What became of each receipt, by id; passed over until something did. */
  readonly outcomes: Map<string, Outcome>;
}

function reportOf(outcomes: Iterable<Outcome>): ApplyReport {
  const counts = { considered: 0, posted: 0, suggested: 0, exceptions: 0, unchanged: 0, passedOver: 0 };
  for (const outcome of outcomes) {
    counts.considered += 1;
    counts[outcome] += 1;
  }
  return counts;
}

/** Receipts that wait, by booking day; those of one day come together, so that two that claim an item meet. */
async function* batches(
  database: Database,
  scope: Scope,
  receiptIds: readonly string[] | undefined,
): AsyncGenerator<readonly WaitingReceipt[]> {
  if (receiptIds !== undefined) {
    for (let start = 0; start < receiptIds.length; start += BATCH_RECEIPTS) {
      const ids = receiptIds.slice(start, start + BATCH_RECEIPTS);
      yield await database.read(scope, (tx) => waitingReceiptsOf(tx, ids));
    }
    return;
  }
  let batch = await nextBatch(database, scope, null);
  for (let last = batch.at(-1); last !== undefined; last = batch.at(-1)) {
    yield batch;
    batch = await nextBatch(database, scope, last);
  }
}

function nextBatch(database: Database, scope: Scope, after: ReceiptPosition | null): Promise<WaitingReceipt[]> {
  return database.read(scope, async (tx) => {
    const page = await waitingReceipts(tx, { after, limit: BATCH_RECEIPTS });
    const last = page.at(-1);
    if (last === undefined || page.length < BATCH_RECEIPTS) return page;
    return [...page, ...(await restOfDay(tx, last, DAY_RECEIPTS_MAX))];
  });
}

/**
 * Posts what is certain, and looks at the others again with what was learnt and settled by it, until nothing more posts;
 * what is left then is proposed or asked about. Each round but the last posts at least one receipt.
 */
async function settleBatch(run: Run, batch: readonly WaitingReceipt[]): Promise<void> {
  const { database, scope, outcomes } = run;
  for (const { itemId } of batch) outcomes.set(itemId, 'passedOver');
  for (let waiting = batch; waiting.length > 0; ) {
    const decided = await database.read(scope, (tx) => decideReceipts(tx, waiting));
    const instead = new Map<string, Decided>();
    let postedCount = 0;
    await inParallel(decided.filter(isAuto), async (one) => {
      const outcome = await settleByItself(run, one);
      if (typeof outcome !== 'string') instead.set(one.receipt.itemId, outcome);
      else outcomes.set(one.receipt.itemId, outcome);
      if (outcome === 'posted') postedCount += 1;
    });
    if (postedCount === 0) return keepAll(run, decided, instead);
    const left = waiting.map((receipt) => receipt.itemId).filter((id) => outcomes.get(id) !== 'posted');
    waiting = await database.read(scope, (tx) => waitingReceiptsOf(tx, left));
  }
}

function isAuto({ decision }: Decided): boolean {
  return decision.decision === 'auto';
}

/** Keeps what says anything new about the receipts that did not post; `instead` says it for those that could not. */
async function keepAll(
  { database, scope, outcomes }: Run,
  decided: readonly Decided[],
  instead: ReadonlyMap<string, Decided>,
): Promise<void> {
  const left = decided.flatMap((one) => (isAuto(one) ? (instead.get(one.receipt.itemId) ?? []) : one));
  const news = left.filter(isNews);
  for (const { receipt } of left) outcomes.set(receipt.itemId, 'unchanged');
  for (let start = 0; start < news.length; start += PROPOSALS_PER_COMMAND) {
    const proposals = news.slice(start, start + PROPOSALS_PER_COMMAND);
    const kept = new Set(await keepProposals(database, scope, proposals));
    for (const { receipt, decision } of proposals) {
      const outcome = decision.decision === 'suggest' ? 'suggested' : 'exceptions';
      outcomes.set(receipt.itemId, kept.has(receipt.itemId) ? outcome : 'passedOver');
    }
  }
}

/** Posts; when the ledger or the locks refuse, decides anew, once. What is refused again, or is certain no more, is for a person. */
async function settleByItself(run: Run, decided: Decided): Promise<'posted' | 'passedOver' | Decided> {
  const first = await tryToPost(run, decided);
  if (!(first instanceof AppError)) return first;
  const again = await decideAnew(run, decided.receipt.itemId);
  if (again === null) return 'passedOver';
  if (!isAuto(again)) return again;
  const second = await tryToPost(run, again);
  return second instanceof AppError ? refusedByLedger(again, second) : second;
}

async function decideAnew({ database, scope }: Run, receiptItemId: string): Promise<Decided | null> {
  return database.read(scope, async (tx) => {
    const [decided] = await decideReceipts(tx, await waitingReceiptsOf(tx, [receiptItemId]));
    return decided ?? null;
  });
}

/** The key makes the posting happen once: who comes second with it gets the first one's answer. */
async function tryToPost({ database, scope }: Run, decided: Decided): Promise<'posted' | 'passedOver' | AppError> {
  const { receipt, decision } = decided;
  const key = `auto:${receipt.itemId}:${numberAfter(receipt)}`;
  const body = { receipt: receipt.itemId, customer: decision.customerId, allocations: decision.allocations };
  let ownCommandId = '';
  try {
    const commandId = await runCommand(database, scope, { key, action: 'cash.auto', body }, async (tx) => {
      ownCommandId = tx.commandId;
      await postDecision(tx, decided);
      return tx.commandId;
    });
    return commandId === ownCommandId ? 'posted' : 'passedOver';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'idempotency_key_reused' || error.code === RECEIPT_AT_WORK ? 'passedOver' : error;
  }
}

async function postDecision(tx: CommandTx, { receipt, decision, openMinor }: Decided): Promise<void> {
  const { customerId, allocations } = decision;
  const items = await lockItemsAtOnce(tx, [receipt.itemId, ...openMinor.keys()]);
  if (items.size <= openMinor.size) throw new AppError(RECEIPT_AT_WORK, 'Somebody else is at it.', { status: 409 });
  const row = items.get(receipt.itemId);
  items.delete(receipt.itemId);
  const isAsDecided =
    row?.openMinor === -decision.amountMinor &&
    row.decisionNumber === (receipt.current?.number ?? null) &&
    row.decisionState === (receipt.current?.state ?? null) &&
    [...openMinor].every(([id, open]) => items.get(id)?.openMinor === open);
  if (!isAsDecided || customerId === null) {
    throw new AppError('receipt_changed', `${receipt.number} or its items changed meanwhile.`, { status: 409 });
  }
  const locked = { receipt: row, openMinor: decision.amountMinor, items };
  const entryIds = await applyReceiptTo(tx, locked, { customerId, allocations, reason: decision.sentence });
  if (receipt.current) {
    await releaseHolds(tx, row.decisionHoldIds ?? []);
    await retireDecisions(tx, [receipt.itemId], 'posted by itself');
  }
  const number = numberAfter(receipt);
  const { amountMinor, currency, bookedOn } = receipt;
  await insertDecisions(tx, [{ ...decision, number, holdIds: [], entryIds }]);
  const payment = {
    receiptItemId: receipt.itemId,
    decisionNumber: number,
    customerId,
    currency,
    amountMinor,
    bookedOn,
  };
  await teach(tx, { ...payment, payer: receipt });
  const after = { customerId, allocations, rule: decision.rule, sentence: decision.sentence, entryIds };
  tx.audit({ action: 'cash.posted_by_itself', subjectKind: 'receipt', subjectId: receipt.itemId, after });
}

function numberAfter({ current }: WaitingReceipt): number {
  return (current?.number ?? 0) + 1;
}

/** What looked certain and was refused twice is for a person, with the ledger's reason. */
function refusedByLedger({ receipt, decision, openMinor }: Decided, refusal: AppError): Decided {
  const sentence = `The ledger refused to post it: ${refusal.message}`;
  const { explanation, customerId, allocations, unappliedMinor } = decision;
  return {
    receipt,
    openMinor,
    decision: {
      ...decision,
      decision: 'exception',
      state: 'waiting',
      rule: null,
      explanation: null,
      allocations: [],
      unappliedMinor: decision.amountMinor,
      evidence: [
        ...decision.evidence,
        { kind: 'ledger_refused', detail: refusal.message, params: { code: refusal.code } },
      ],
      sentence,
      alternatives: [{ explanation: explanation ?? '', customerId, allocations, unappliedMinor }],
      alternativesCount: 1,
      question: null,
      wouldChangeIf: [],
    },
  };
}

/** Works through a list with a few at a time; the first failure is thrown when all that were begun have ended. */
async function inParallel<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = list.values();
  const failures: unknown[] = [];
  await Promise.all(
    Array.from({ length: POSTING_AT_ONCE }, async () => {
      for (const one of queue) {
        if (failures.length > 0) return;
        await work(one).catch((error: unknown) => failures.push(error));
      }
    }),
  );
  if (failures.length > 0) throw failures[0];
}
