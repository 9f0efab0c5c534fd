/** Letters on paper that nobody has posted for days hold their items up: whoever started the run, or is named for such work, hears of it once. */
import { addDays } from '@quittance/core/calendar';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { listMembers } from '../../identity/index.ts';
import { giveTask } from '../tasks/tasks.usecase.ts';
import { keepReminder, type RunWithPaper, runsWithOldPaper } from './prints.queries.ts';
import { findSchedule } from './schedule.queries.ts';
import { taskWords } from './task-words.ts';

/** Until the day after tomorrow somebody may have been busy. */
const PAPER_DAYS_MAX = 2;

export async function remindOfPaper(database: Database, scope: Scope): Promise<void> {
  const runs = await database.read(scope, (tx) => runsWithOldPaper(tx, addDays(tx.today, -PAPER_DAYS_MAX)));
  for (const run of runs) await remind(database, scope, run);
}

async function remind(database: Database, scope: Scope, { runId, letters, startedBy }: RunWithPaper): Promise<void> {
  const command = { key: `dunning/paper/${runId}`, action: 'dunning.paper_waits', body: { runId } };
  await runCommand(database, scope, command, async (tx) => {
    const candidates = [startedBy, (await findSchedule(tx))?.actsTo ?? null];
    for (const id of candidates) {
      if (id === null) continue;
      const [member] = await listMembers(tx, { after: undefined, limit: 1, id });
      if (member === undefined) continue;
      const words = taskWords(member.locale);
      const { id: taskId } = await giveTask(tx, {
        title: words.paperWaits(letters),
        note: words.paperWaitsNote,
        ...{ subjectKind: null, subjectId: null, customerId: null, assigneeId: id },
        ...{ due: { on: tx.today }, recurrence: null, isPinned: false },
      });
      await keepReminder(tx, { runId, taskId });
      return null;
    }
    await keepReminder(tx, { runId, taskId: null });
    return null;
  });
}
