/** Dunning runs, each on the morning after a statement was imported, and what their letters became. */
import { carryOutRun, startRun } from '../../modules/collections/index.ts';
import { sendWaiting } from '../../modules/correspondence/index.ts';
import type { Team } from './team.ts';

export async function runDunning(team: Team): Promise<void> {
  const { database, scope, command } = team.caller('manager', 'dunning.start');
  const { id } = await startRun(database, scope, { origin: 'hand', command });
  await carryOutRun(database, scope, id);
  team.notes.set('run', id);
  await sendMail(team);
}

/** What waits goes to the trial server, which delivers it to nobody. */
export async function sendMail(team: Team): Promise<void> {
  const { database, clock } = team.place;
  await sendWaiting({ database, clock, secret: () => undefined }, team.scope('system'));
}
