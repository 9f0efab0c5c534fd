/**
 * The work of a trial: past receipts in the order of their first decisions, in pages, each page kept with how far it has come.
 * Cancelled, it ends after the page it is at; interrupted, whoever takes it up goes on behind the last page that was kept.
 */
import {
  type BothPolicies,
  type CashPolicy,
  cashPolicyOf,
  countedWith,
  differenceOf,
  NO_CHANGES,
  type TrialFigures,
  type TriedReceipt,
} from '@quittance/core/cash-policy';
import { instantText } from '../../../platform/clock.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, assert } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { type PastPosition, pastPositions } from './past-receipts.queries.ts';
import { findVersion } from './policies.queries.ts';
import { openBooks, type TrialBooks } from './trial-ground.ts';
import { doneAnswer, type PageGroup, pageGroups } from './trial-page.ts';
import {
  type Checkpoint,
  endTrial,
  findTrial,
  type Progress,
  saveProgress,
  type TallyRows,
  takeTrial,
  tellAtWork,
} from './trials.queries.ts';

const PULSE_MS = 30_000; // reading the books of a large desk may take minutes before the first page is kept

/** A page takes some tenths of a second: what is told as progress, and what a kill takes back. */
const WHOLE: Portion = { pageReceipts: 500, pagesMax: Number.POSITIVE_INFINITY };
const DIFFERENCES_KEPT_MAX = 20_000; // beyond it they are counted; nobody reads more before saying no

/** Does what is left of a trial, unless somebody else is at it. Its failure is kept with it; a bug is thrown besides. */
export async function runTrial(database: Database, scope: Scope, id: string, portion = WHOLE): Promise<void> {
  const workerId = newId();
  if (!(await database.write(scope, (tx) => takeTrial(tx, id, workerId)))) return;
  const pulse = setInterval(() => {
    database.write(scope, (tx) => tellAtWork(tx, id, workerId)).catch(() => {}); // the next one tells it
  }, PULSE_MS);
  try {
    const end = await work(database, scope, { id, workerId, ...portion });
    if (end === 'done') await database.write(scope, (tx) => endTrial(tx, id, { state: 'done', failure: null }));
  } catch (error) {
    const isRefused = error instanceof AppError;
    const failure = isRefused
      ? error.message
      : 'The trial broke off. Take it up again; if it breaks off once more, tell us.';
    await database.write(scope, (tx) => endTrial(tx, id, { state: 'failed', failure }));
    if (!isRefused) throw error;
  } finally {
    clearInterval(pulse);
  }
}

/** How much is done at once, and in all. */
interface Portion {
  readonly pageReceipts: number;
  readonly pagesMax: number;
}

interface Worker extends Portion {
  readonly id: string;
  readonly workerId: string;
}

async function work(database: Database, scope: Scope, worker: Worker): Promise<'done' | 'stopped'> {
  const { trial, policies, positions, books } = await database.read(scope, (tx) => open(tx, worker.id));
  let { receiptsDone, result } = trial;
  let keptCount = Math.min(result.differencesCount, DIFFERENCES_KEPT_MAX);
  let pagesLeft = worker.pagesMax;
  for (const page of pagesOf(positions, worker.pageReceipts)) {
    if (pagesLeft-- === 0) return 'stopped';
    const groups = await database.read(scope, (tx) => pageGroups(tx, page, { books, policies }));
    const told: Told[] = [];
    for (const group of groups) told.push(...(await decided(group, books)));
    result = told.reduce(countedWith, result);
    receiptsDone += page.length;
    const differences = told.flatMap(differing).slice(0, DIFFERENCES_KEPT_MAX - keptCount);
    keptCount += differences.length;
    const checkpoint = checkpointOf(page, books);
    const progress = { id: worker.id, workerId: worker.workerId, receiptsDone, result, checkpoint, differences };
    if (!(await database.write(scope, (tx) => saveProgress(tx, progress)))) return 'stopped';
  }
  return 'done';
}

interface Opened {
  readonly trial: { readonly receiptsDone: number; readonly result: TrialFigures };
  readonly policies: BothPolicies<CashPolicy>;
  /** What is left. */
  readonly positions: readonly PastPosition[];
  readonly books: TrialBooks;
}

async function open(tx: Tx, id: string): Promise<Opened> {
  const trial = await findTrial(tx, id);
  assert(trial, 'a trial that runs is kept');
  const { from, until, runAt, checkpoint } = trial;
  const days = { from, until };
  const policies = { now: await policyOf(tx, trial.baseNumber), proposed: await policyOf(tx, trial.number) };
  const all = await pastPositions(tx, days, runAt);
  const since = instantText(all[0]?.at ?? 0n);
  const books = await openBooks(tx, { days, since, before: runAt, policies, checkpoint });
  const positions = checkpoint === null ? all : all.filter((position) => isAfter(position, checkpoint));
  return { trial, policies, positions, books };
}

/** What a version says; 0 is the usual policy. */
async function policyOf(tx: Tx, number: number): Promise<CashPolicy> {
  return cashPolicyOf(number === 0 ? NO_CHANGES : ((await findVersion(tx, number))?.changes ?? NO_CHANGES));
}

function isAfter({ at, itemId }: PastPosition, kept: Checkpoint): boolean {
  const keptAt = BigInt(kept.at);
  return at > keptAt || (at === keptAt && itemId > kept.itemId);
}

/** Receipts of one instant stay together. */
function* pagesOf(positions: readonly PastPosition[], pageReceipts: number): Generator<readonly PastPosition[]> {
  for (let start = 0; start < positions.length; ) {
    let end = Math.min(start + pageReceipts, positions.length);
    while (end < positions.length && positions[end]?.at === positions[end - 1]?.at) end += 1;
    yield positions.slice(start, end);
    start = end;
  }
}

interface Told extends TriedReceipt {
  readonly receiptItemId: string;
}

/** Between the two policies others get their turn. */
async function decided(group: PageGroup, { opened }: TrialBooks): Promise<Told[]> {
  const now = opened.answers(group, 'now');
  await breath();
  const proposed = opened.answers(group, 'proposed');
  await breath();
  return group.past.flatMap((past, at) => {
    const [one, other] = [now[at], proposed[at]];
    if (one === undefined || other === undefined) return [];
    return { receiptItemId: past.itemId, now: one, proposed: other, done: doneAnswer(past) };
  });
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function differing({ receiptItemId, ...answers }: Told): Progress['differences'] {
  const difference = differenceOf(answers);
  return difference === null ? [] : [{ ...difference, receiptItemId, answers }];
}

function checkpointOf(page: readonly PastPosition[], { tallies }: TrialBooks): Checkpoint {
  const last = page.at(-1);
  assert(last, 'a page holds a receipt');
  return {
    at: last.at.toString(),
    itemId: last.itemId,
    tallies: { now: rowsOf(tallies.now), proposed: rowsOf(tallies.proposed) },
  };
}

function rowsOf(tally: TrialBooks['tallies']['now']): TallyRows {
  return [...tally].flatMap(([on, own]) => [...own].map(([reason, minor]) => [on, reason, minor.toString()] as const));
}
