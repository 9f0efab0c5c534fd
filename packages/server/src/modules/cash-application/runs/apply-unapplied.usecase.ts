/**
 * Cash application on what is unapplied: receipts are decided in batches and posted in blocks, each block one transaction.
 * Any number of runs may work at once, and one that is killed is simply started again: under the locks each looks whether
 * a receipt and its items are still as they were when it decided, and otherwise decides anew, once.
 */
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { linkAdvices } from '../advices/link-advices.usecase.ts';
import { type Decided, decideReceipts, isNews } from '../deciding/decide-receipts.ts';
import type { WaitingReceipt } from '../deciding/decision.ts';
import { refreshNameKeys } from '../deciding/facts.ts';
import { endGroundless, keepProposals } from './keep-proposals.ts';
import { postCertain } from './post-certain.usecase.ts';
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
const BLOCK_RECEIPTS = 250; // posted in one transaction: what a kill undoes and the next run posts again
const POSTING_AT_ONCE = 2; // blocks in flight: one drafts here while the other is written there
const PROPOSALS_PER_COMMAND = 250;

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
  await linkAdvices(database, scope);
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
    await inParallel(blocksOf(decided.filter(isAuto)), async (block) => {
      for (const [id, outcome] of await postWithSecondLook(run, block)) {
        if (typeof outcome !== 'string') instead.set(id, outcome);
        else outcomes.set(id, outcome);
        if (outcome === 'posted') postedCount += 1;
      }
    });
    if (postedCount === 0) return keepAll(run, decided, instead);
    const left = waiting.map((receipt) => receipt.itemId).filter((id) => outcomes.get(id) !== 'posted');
    waiting = await database.read(scope, (tx) => waitingReceiptsOf(tx, left));
  }
}

function blocksOf(decided: readonly Decided[]): (readonly Decided[])[] {
  const blocks: (readonly Decided[])[] = [];
  for (let start = 0; start < decided.length; start += BLOCK_RECEIPTS) {
    blocks.push(decided.slice(start, start + BLOCK_RECEIPTS));
  }
  return blocks;
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

/** Posts a block; what the ledger or the locks refused is decided anew, once. What is refused again, or is certain no more, is for a person. */
async function postWithSecondLook(run: Run, block: readonly Decided[]): Promise<Map<string, BlockOutcome>> {
  const { database, scope } = run;
  const outcomes = new Map<string, BlockOutcome>();
  for (const [id, outcome] of await postCertain(database, scope, block)) {
    outcomes.set(id, outcome instanceof AppError ? await postAnew(run, id) : outcome);
  }
  return outcomes;
}

type BlockOutcome = 'posted' | 'passedOver' | Decided;

async function postAnew({ database, scope }: Run, receiptItemId: string): Promise<BlockOutcome> {
  const again = await database.read(scope, async (tx) => {
    const [decided] = await decideReceipts(tx, await waitingReceiptsOf(tx, [receiptItemId]));
    return decided ?? null;
  });
  if (again === null) return 'passedOver';
  if (!isAuto(again)) return again;
  const outcome = (await postCertain(database, scope, [again])).get(receiptItemId) ?? 'passedOver';
  return outcome instanceof AppError ? refusedByLedger(again, outcome) : outcome;
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
      deductions: [],
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
