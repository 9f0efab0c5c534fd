/**
 * A trial in a process of its own: it holds every item that was open in its days, up to a million, and decides for minutes, which would
 * keep whoever works at the same server waiting. The process is told how to log in and nothing else; should it end early, or the server
 * go down with it, what was kept stays and the trial can be taken up.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loginOfPool } from '../../../platform/database/pool.ts';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { endTrial, silentTrials } from './trials.queries.ts';

const HEAP_MB_MAX = 3_072; // a million items of about a kilobyte, what happened to them, and room to work
const CHILD = fileURLToPath(new URL('./run-trial.child.ts', import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** What the process is told. */
export interface TrialTask {
  readonly login: ReturnType<typeof loginOfPool>;
  readonly scope: Scope;
  readonly trialId: string;
  /** The instant at which the clock stands, where it is given (tests, seeded ledgers). */
  readonly clockAt: string | null;
}

/** What it says in the end: a bug of which it told, or null. */
export interface TrialEnd {
  readonly crash: string | null;
}

/** Does what is left of a trial, unless somebody else is at it. Its failure is kept with it; a bug is thrown besides. */
export async function runTrialApart(database: Database, scope: Scope, trialId: string): Promise<void> {
  const clockAt = await database.read(scope, async (tx) => (tx.clock === 'given' ? tx.recordedAt : null));
  const child = startChild();
  const end = endOf(child);
  const task: TrialTask = { login: loginOfPool(database.pool), scope, trialId, clockAt };
  child.send(task, () => {}); // one that cannot be told has ended, which is heard
  const crash = await end;
  if (crash === null) return;
  // Where it could not say so itself: nobody is at it any more.
  await database.write(scope, (tx) => endTrial(tx, trialId, { state: 'failed', failure: BROKE_OFF }));
  throw new Error(`the trial ${trialId} broke off: ${crash}`);
}

const BROKE_OFF = 'The trial broke off. Take it up again; if it breaks off once more, tell us.';

/** Takes up trials that nobody is at any more: the server that was at them went down. */
export async function resumeTrials(database: Database, scope: Scope): Promise<void> {
  for (const trialId of await database.read(scope, silentTrials)) await runTrialApart(database, scope, trialId);
}

function startChild(): ChildProcess {
  return fork(CHILD, {
    execArgv: [`--max-old-space-size=${HEAP_MB_MAX}`, '--import', LOADER],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Why it crashed, or null when it came to its end. */
async function endOf(child: ChildProcess): Promise<string | null> {
  let said: TrialEnd | undefined;
  child.on('message', (message) => {
    said = message as TrialEnd; // the child sends nothing else
  });
  const failed = new Promise<string>((resolve) => child.once('error', (error) => resolve(error.message)));
  const closed = once(child, 'exit').then(([code, signal]) =>
    said === undefined ? `its process ended (${signal ?? code})` : said.crash,
  );
  return Promise.race([closed, failed]);
}
