/** A task that proposes to stop deliveries, or to go to law, carries it out: the customer is blocked and the task done, as one act. */
import type { Block } from '@quittance/core/parties';
import { type CommandTx, runCommand } from '../../../platform/command/index.ts';
import { AppError } from '../../../platform/errors.ts';
import { placeBlock } from '../../customers/index.ts';
import { placeHold, releaseHold } from '../../ledger/index.ts';
import { setStatus } from './tasks.queries.ts';
import { note, requireOpen, type TaskCaller } from './tasks.usecase.ts';

/** What each proposes: no orders; at law, no letters of ours either. */
export const PROPOSED_BLOCKS: Readonly<Partial<Record<string, readonly Block[]>>> = {
  hold_proposal: ['orders'],
  legal: ['orders', 'dunning'],
};

export interface CarryingOut {
  readonly id: string;
  readonly blocks: readonly Block[];
  readonly reason: string;
}

/** Throws `not_found`, `task_is_ended`, `task_proposes_no_block`, `block_is_in_force_once`. */
export function carryOutTask(caller: TaskCaller, order: CarryingOut): Promise<void> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    await blockAndEnd(tx, order);
    return null;
  }).then(() => undefined);
}

async function blockAndEnd(tx: CommandTx, { id, blocks, reason }: CarryingOut): Promise<void> {
  const { act, customerId, title } = await requireOpen(tx, id);
  const proposed = act?.kind === 'step' ? (PROPOSED_BLOCKS[act.step] ?? []) : [];
  if (customerId === null || blocks.length === 0 || !blocks.every((one) => proposed.includes(one))) {
    const message = `“${title}” does not propose this. Block the customer on the customer’s page instead.`;
    throw new AppError('task_proposes_no_block', message, { details: { proposed } });
  }
  for (const what of new Set(blocks)) await placeBlock(tx, { placeHold, releaseHold }, { customerId, what, reason });
  await setStatus(tx, id, { status: 'done', reason });
  await note(tx, { taskId: id, action: 'task.done', after: { blocks, reason } });
}
