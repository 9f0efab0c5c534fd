/**
 * The same many receipts matched and posted in a process of its own that is killed with SIGKILL twice on its way and begun again:
 * how long it takes in all, and whether each receipt is posted once and whole.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cashApplicationCheck } from '../modules/cash-application/index.ts';
import { verify } from '../modules/ledger/index.ts';
import { assert } from '../platform/errors.ts';
import { openReceipts, POSTED_OF_TEN } from './apply-bulk.bench.ts';
import type { ApplyRun } from './apply-run.child.ts';
import type { BenchBook } from './bench-book.ts';
import { withProcessorTime } from './processor-time.ts';

export interface ApplyKillsBench {
  readonly receipts: number;
  readonly kills: number;
  readonly posted: number;
  /** Must be 0: receipts that are posted twice, or whose applications are not all there. */
  readonly notPostedOnce: number;
  /** From the first start to the end of the last run; 300,000 in under 180 are asked. */
  readonly seconds: number;
  readonly postedPerSecond: number;
  readonly cpuSeconds: number;
  readonly databaseCpuSeconds: number | null;
  readonly load: number;
  /** Must be empty. */
  readonly brokenInvariants: string;
}

const KILLS = 2;
const LOOKS_EVERY_MS = 500;
const CHILD = fileURLToPath(new URL('./apply-run.child.ts', import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export async function benchApplyKills(book: BenchBook, receipts: number): Promise<ApplyKillsBench> {
  const before = await countPosted(book);
  await openReceipts(book, receipts);
  await book.owner.query('vacuum analyze');
  const startedAt = performance.now();
  const { time } = await withProcessorTime(book.owner, async () => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await runAndKill(book, before + Math.floor((receipts * kill * POSTED_OF_TEN) / (10 * (KILLS + 1))));
    }
    assert((await begin(book).ended) === 0, 'the last run got to its end');
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const posted = (await countPosted(book)) - before;
  const checks = await book.database.read(book.scope, (tx) => verify(tx, [cashApplicationCheck]));
  return {
    receipts,
    kills: KILLS,
    posted,
    notPostedOnce: await countNotPostedOnce(book),
    seconds: Math.round(seconds * 10) / 10,
    postedPerSecond: Math.round(posted / seconds),
    cpuSeconds: time.ownSeconds,
    databaseCpuSeconds: time.databaseSeconds,
    load: time.load,
    brokenInvariants: checks.flatMap(({ ok, invariant }) => (ok ? [] : invariant)).join(', '),
  };
}

function begin({ connection, scope }: BenchBook) {
  const run: ApplyRun = { connection, scope };
  const child = spawn(process.execPath, ['--import', LOADER, CHILD, JSON.stringify(run)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { child, ended: new Promise<number | null>((resolve) => child.once('close', resolve)) };
}

/** Kills a run once so many receipts are posted. */
async function runAndKill(book: BenchBook, posted: number): Promise<void> {
  const { child, ended } = begin(book);
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  while (!hasEnded && (await countPosted(book)) < posted) await wait(LOOKS_EVERY_MS);
  child.kill('SIGKILL');
  await ended;
}

function countPosted(book: BenchBook): Promise<number> {
  return count(book, "select count(*)::int as count from receipt_decision where state = 'posted'");
}

/** A receipt is applied as often as its decision says, all of it, and by one decision. */
function countNotPostedOnce(book: BenchBook): Promise<number> {
  return count(
    book,
    `select count(*)::int as count from (
      select d.receipt_item_id from receipt_decision d join item i on i.company_id = d.company_id and i.id = d.receipt_item_id
        where d.state = 'posted'
        group by d.receipt_item_id, i.open_minor
        having count(*) <> 1 or i.open_minor <> 0 or sum(jsonb_array_length(d.allocations)) <> (
          select count(*) from posting p join entry e on e.company_id = p.company_id and e.id = p.entry_id and e.kind = 'application'
            where p.item_id = d.receipt_item_id)) wrong`,
  );
}

async function count(book: BenchBook, query: string): Promise<number> {
  return (await book.owner.query<{ count: number }>(query)).rows[0]?.count ?? 0;
}
