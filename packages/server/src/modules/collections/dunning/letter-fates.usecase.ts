/**
 * What becomes of a letter after it was decided. One that never went takes its steps with it: its items take them again, and who is dunned
 * next time has read what came before. One that went and came back stands until a person says that it is to be written again.
 */
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { recallQueued } from '../../correspondence/index.ts';
import { findCustomer } from '../../customers/index.ts';
import { peopleOnDuty } from '../portfolios/people-on-duty.usecase.ts';
import { giveTask } from '../tasks/tasks.usecase.ts';
import {
  letterOfMessage,
  lettersOfRun,
  lockAction,
  noteReturned,
  withdrawAction,
  withdrawLetters,
} from './actions.queries.ts';
import { endRun, findRun } from './runs.queries.ts';
import { findSchedule } from './schedule.queries.ts';
import { taskWords } from './task-words.ts';

/** Refused for good by the reader's server, or given up by a person. Nothing for messages that are no letters of dunning. */
export async function letterWasNotSent(tx: Tx, messageId: string, why: string): Promise<void> {
  const letter = await letterOfMessage(tx, messageId);
  if (letter === undefined || letter.isWithdrawn) return;
  await withdrawAction(tx, letter.id, [{ reason: 'not_sent', detail: why }]);
}

const TITLE_CHARS_MAX = 200;

/** Whoever looks after the customer hears of it as a task. */
export async function letterCameBack(tx: CommandTx, messageId: string, address: string): Promise<void> {
  const letter = await noteReturned(tx, messageId);
  if (letter === undefined) return;
  const { customerId } = letter;
  const person = (await personOf(tx, customerId)) ?? null;
  const customer = await findCustomer(tx, customerId);
  if (person === null || customer === undefined) return;
  const words = taskWords(person.locale);
  await giveTask(tx, {
    title: words.returned(customer.name, address).slice(0, TITLE_CHARS_MAX),
    note: words.returnedNote,
    ...{ subjectKind: 'customer', subjectId: customerId, customerId, assigneeId: person.id },
    ...{ due: { on: tx.today }, recurrence: null, isPinned: false },
    act: { kind: 'returned', address },
  });
}

/** Who looks after a customer today, or whom the schedule names. */
export async function personOf(tx: Tx, customerId: string) {
  const otherwiseId = (await findSchedule(tx))?.actsTo ?? null;
  return (await peopleOnDuty(tx, { customerIds: [customerId], otherwiseId }))(customerId);
}

/** Its items take their step again with the next run, to whoever can be reached then. Throws `not_found`, `letter_did_not_come_back`. */
export async function writeAgain(tx: CommandTx, id: string): Promise<void> {
  const action = await lockAction(tx, id);
  if (action === undefined) throw notFound('dunning letter', id);
  if (action.isWithdrawn || !action.isReturned) {
    const message =
      'Nobody reported that this letter came back, or it is to be written again already. Look at it again.';
    throw new AppError('letter_did_not_come_back', message, { status: 409 });
  }
  await withdrawAction(tx, id, [{ reason: 'came_back', detail: null }]);
  tx.audit({ action: 'dunning.write_again', subjectKind: 'dunning_action', subjectId: id });
}

/** Ends a run that is going on, and takes back its letters that nobody has claimed for sending. How many. Throws `not_found`. */
export async function recallRun(tx: CommandTx, id: string): Promise<{ letters: number }> {
  if ((await findRun(tx, id)) === undefined) throw notFound('dunning run', id);
  await endRun(tx, id, { state: 'cancelled', failure: null });
  const letters = await lettersOfRun(tx, id);
  const messageIds = letters.map(({ messageId }) => messageId);
  const said = `${tx.actor.name} took the run's letters back before they were sent.`;
  const recalled = await recallQueued(tx, messageIds, said);
  await withdrawLetters(tx, recalled, { reason: 'recalled', detail: null });
  tx.audit({
    action: 'dunning.recalled',
    subjectKind: 'dunning_run',
    subjectId: id,
    after: { letters: recalled.length },
  });
  return { letters: recalled.length };
}
