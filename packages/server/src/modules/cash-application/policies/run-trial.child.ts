/** The process of one trial (`trial-process.ts`): logs in, does the work, says how it ended. Without its server it ends too. */
import os from 'node:os';
import { instantMicros } from '../../../platform/clock.ts';
import { handedPool } from '../../../platform/database/pool.ts';
import { Database } from '../../../platform/database/transaction.ts';
import { runTrial } from './run-trial.usecase.ts';
import type { TrialEnd, TrialTask } from './trial-process.ts';

const CONNECTIONS_MAX = 2; // the work, and the pulse that says somebody is at it

os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL); // whoever works at the server goes first
process.on('disconnect', () => process.exit(0));
process.once('message', (message) => {
  void run(message as TrialTask); // the server sends nothing else
});

async function run({ login, scope, trialId, clockAt }: TrialTask): Promise<void> {
  const clock = clockAt === null ? undefined : { now: () => instantMicros(clockAt) };
  const database = new Database(handedPool(login, CONNECTIONS_MAX), clock);
  const crash = await runTrial(database, scope, trialId).then(
    () => null,
    (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  const end: TrialEnd = { crash };
  process.send?.(end, () => process.disconnect());
}
