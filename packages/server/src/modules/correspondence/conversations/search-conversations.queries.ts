import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { ConversationView } from './conversation.ts';
import { findConversations } from './conversations.queries.ts';

/** Messages looked at: several of one conversation count once. */
const MESSAGES_MAX = 200;
const WORDS_MAX = 10;

/** Conversations in which all these words begin a word of one message; the latest first. */
export async function searchConversations(
  tx: Tx,
  {
    words,
    limit,
    ownerIds,
  }: { readonly words: string; readonly limit: number; readonly ownerIds?: readonly string[] | undefined },
): Promise<ConversationView[]> {
  const asked = words
    .split(/[\s\p{P}\p{S}]+/u)
    .filter(Boolean)
    .slice(0, WORDS_MAX);
  if (asked.length === 0) return [];
  const query = asked.map((word) => `'${word}':*`).join(' & ');
  const found = await tx.all<{ id: string }>(sql`
    select conversation_id as id from search_messages(to_tsquery('simple', fold_text(${query})), ${MESSAGES_MAX})`);
  const ids = [...new Set(found.map(({ id }) => id))].slice(0, ownerIds === undefined ? limit : MESSAGES_MAX);
  const conversations = new Map((await findConversations(tx, ids, ownerIds)).map((one) => [one.id, one]));
  return ids.flatMap((id) => conversations.get(id) ?? []).slice(0, limit);
}
