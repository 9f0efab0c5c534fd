/** Carries pieces of work from one person to others, each kind by whoever keeps it. */
import type { HandedPiece, WorkKind } from '@quittance/core/hand-over';
import type { CommandTx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids.ts';
import { assignResearch } from '../../cash-application/index.ts';
import { assignConversation } from '../../correspondence/index.ts';
import { findSchedule, saveSchedule } from '../dunning/schedule.queries.ts';
import { deleteCover, saveCover } from '../portfolios/cover.queries.ts';
import { handSessionOver } from '../sessions/hand-session-over.usecase.ts';
import { findEscalation, saveEscalation } from '../tasks/tasks.queries.ts';
import {
  giveBlockers,
  giveCallBacks,
  giveEscalated,
  giveTasks,
  type Handed,
  insertTaskChanges,
} from './work.queries.ts';

/** What goes by pieces; customers and their rules go as a whole. */
export type PieceKind = Exclude<WorkKind, 'customer' | 'portfolio_rule'>;

type Give = (tx: CommandTx, given: { readonly fromId: string; readonly handed: readonly Handed[] }) => Promise<void>;

const GIVE: Readonly<Record<PieceKind, Give>> = {
  task: async (tx, { fromId, handed }) => {
    await giveTasks(tx, handed);
    const lines = handed.map((one) => ({ ...one, newId: newId() }));
    await insertTaskChanges(tx, { action: 'task.hand_over', fromId, handed: lines });
  },
  escalated_task: (tx, { handed }) => giveEscalated(tx, handed),
  call_back: (tx, { handed }) => giveCallBacks(tx, handed),
  blocker: (tx, { handed }) => giveBlockers(tx, handed),
  conversation: async (tx, { handed }) => {
    for (const { id, toId } of handed) await assignConversation(tx, id, toId);
  },
  research: async (tx, { handed }) => {
    for (const toId of new Set(handed.map((one) => one.toId))) {
      const itemIds = handed.filter((one) => one.toId === toId).map(({ id }) => id);
      await assignResearch(tx, { itemIds, ownerId: toId });
    }
  },
  session: async (tx, { fromId, handed }) => {
    for (const { id, toId } of handed) if (toId !== null) await handSessionOver(tx, { id, fromId, toId });
  },
  cover: async (tx, { handed }) => {
    for (const { id, toId } of handed) {
      if (toId === null) await deleteCover(tx, id);
      else await saveCover(tx, { personId: id, coverId: toId });
    }
  },
  escalation_rule: async (tx, { handed }) => {
    const rule = await findEscalation(tx);
    const toId = handed[0]?.toId;
    if (rule && toId) await saveEscalation(tx, { ...rule, toPersonId: toId });
  },
  dunning_rule: async (tx, { handed }) => {
    const schedule = await findSchedule(tx);
    if (schedule && handed[0]) await saveSchedule(tx, { ...schedule, actsTo: handed[0].toId });
  },
};

export const isPiece = (one: HandedPiece): one is HandedPiece & { readonly kind: PieceKind } =>
  one.kind !== 'customer' && one.kind !== 'portfolio_rule';

export async function givePieces(
  tx: CommandTx,
  { fromId, pieces }: { readonly fromId: string; readonly pieces: readonly (Handed & { readonly kind: PieceKind })[] },
): Promise<void> {
  for (const kind of new Set(pieces.map((piece) => piece.kind))) {
    const handed = pieces.filter((piece) => piece.kind === kind);
    await GIVE[kind](tx, { fromId, handed });
  }
}
