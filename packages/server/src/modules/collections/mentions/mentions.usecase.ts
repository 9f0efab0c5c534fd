/**
 * What concerns the reader until they have seen it: being named, being given a task, an accolade, a letter of theirs that did not go out
 * after all, somebody’s work; and their blockers that are due.
 */
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { listCameBack, markCameBackSeen } from '../../correspondence/index.ts';
import { listNoteMentions, markNoteSeen } from '../../customers/index.ts';
import { listTold, markToldSeen } from '../hand-over/hand-overs.queries.ts';
import { listOwnAccolades, markAccoladeSeen } from '../huddle/accolades.queries.ts';
import { listOwnBlockersDue } from '../huddle/blockers.queries.ts';
import { listTaskMentions, markSeen, type TaskMention } from '../tasks/tasks.queries.ts';

export const MENTION_KINDS = ['note', 'task', 'accolade', 'blocker', 'letter', 'hand_over', 'task_cancelled'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

export interface Mention {
  readonly kind: MentionKind;
  /** Of the line's first version, the task, the accolade, the blocker, the message. */
  readonly id: string;
  /** Where a letter that came back stands; null of all else. */
  readonly conversationId: string | null;
  readonly text: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly at: string;
  readonly byName: string;
}

type Found = Omit<Mention, 'kind' | 'conversationId'> & { readonly conversationId?: string | null };

/** The latest first. */
export async function readMentions(tx: Tx): Promise<Mention[]> {
  const of = (kind: MentionKind, found: readonly Found[]): Mention[] =>
    found.map(({ id, text, customerId, customerName, at, byName, conversationId = null }) => ({
      ...{ kind, id, text, customerId, customerName, at, byName, conversationId },
    }));
  const tasks = await listTaskMentions(tx);
  const all = [
    ...of('note', await listNoteMentions(tx)),
    ...of(
      'task',
      tasks.filter(({ cancelReason }) => cancelReason === null),
    ),
    ...of('task_cancelled', tasks.filter(({ cancelReason }) => cancelReason !== null).map(withReason)),
    ...of('accolade', await listOwnAccolades(tx)),
    ...of('blocker', await listOwnBlockersDue(tx)),
    ...of('hand_over', await listTold(tx)),
    ...of('letter', await listCameBack(tx)),
  ];
  return all.sort((left, right) => (left.at === right.at ? 0 : left.at < right.at ? 1 : -1));
}

const withReason = (task: TaskMention): TaskMention => ({ ...task, text: `${task.text}: ${task.cancelReason}` });

const SEEN: Readonly<Record<SeenKind, (tx: Tx, id: string) => Promise<void>>> = {
  note: markNoteSeen,
  task: markSeen,
  accolade: markAccoladeSeen,
  letter: markCameBackSeen,
  hand_over: markToldSeen,
  task_cancelled: markSeen,
};

/** A blocker stays until it is solved or has another day. */
export const SEEN_KINDS = ['note', 'task', 'accolade', 'letter', 'hand_over', 'task_cancelled'] as const;
export type SeenKind = (typeof SEEN_KINDS)[number];

export async function seeMention(tx: CommandTx, { kind, id }: { kind: SeenKind; id: string }): Promise<void> {
  await SEEN[kind](tx, id);
}
