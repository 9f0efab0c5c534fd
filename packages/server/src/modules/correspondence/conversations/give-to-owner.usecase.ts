import type { CommandTx } from '../../../platform/command/index.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { findConversation, updateConversation } from './conversations.queries.ts';
import { memberName } from './conversations.usecase.ts';

/** What is nobody's yet waits with whoever looks after the customer today. */
export async function giveToOwner(
  tx: CommandTx,
  given: {
    readonly conversationId: string;
    readonly customerId: string | null;
    readonly personOf: CorrespondenceContext['personOf'] | undefined;
  },
): Promise<void> {
  const conversation = await findConversation(tx, given.conversationId);
  const customerId = conversation?.customerId ?? given.customerId;
  if (conversation === undefined || conversation.assignedTo !== null || customerId === null) return;
  const assignedTo = (await given.personOf?.(tx, customerId)) ?? null;
  const assignedToName = assignedTo === null ? null : await memberName(tx, assignedTo);
  if (assignedToName !== null) await updateConversation(tx, { ...conversation, assignedTo, assignedToName });
}
