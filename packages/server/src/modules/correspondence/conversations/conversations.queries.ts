import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Conversation, ConversationView } from './conversation.ts';

const CONVERSATION = sql`
  select v.id, v.token, v.mailbox_id as "mailboxId", v.subject, v.customer_id as "customerId", v.case_id as "caseId", v.state,
      v.assigned_to as "assignedTo", v.assigned_to_name as "assignedToName", v.message_count as "messageCount",
      v.last_message_at as "lastMessageAt", v.last_direction as "lastDirection", v.last_from as "lastFrom",
      v.opening_words as "openingWords", v.waiting_since as "waitingSince", c.number as "customerNumber", c.name as "customerName"
    from conversation v
    left join customer c on c.company_id = v.company_id and c.id = v.customer_id`;

export interface NewConversation {
  readonly id: string;
  readonly token: string;
  readonly mailboxId: string;
  readonly subject: string;
  readonly customerId: string | null;
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly from: string;
}

export async function insertConversation(tx: Tx, conversation: NewConversation): Promise<void> {
  const { id, token, mailboxId, subject, customerId, at, direction, from } = conversation;
  await tx.run(sql`
    insert into conversation (company_id, id, token, mailbox_id, subject, customer_id, last_message_at, last_direction, last_from)
      values (${tx.company.id}, ${id}, ${token}, ${mailboxId}, ${subject}, ${customerId}, ${at}, ${direction}, ${from})`);
}

export async function findConversation(tx: Tx, id: string): Promise<ConversationView | undefined> {
  return tx.maybe(sql`${CONVERSATION} where v.company_id = ${tx.company.id} and v.id = ${id}`);
}

/** Nobody else writes in it until the transaction ends. */
export async function lockConversation(tx: Tx, id: string): Promise<void> {
  await tx.maybe(sql`select id from conversation where company_id = ${tx.company.id} and id = ${id} for update`);
}

export async function findConversations(
  tx: Tx,
  ids: readonly string[],
  ownerIds?: readonly string[] | undefined,
): Promise<ConversationView[]> {
  return tx.all(sql`${CONVERSATION}
    where v.company_id = ${tx.company.id} and v.id = any(${ids}::uuid[])
      ${ownerIds === undefined ? noSql : sql`and ${isOfOwners(ownerIds)}`}`);
}

export async function findConversationByTokens(
  tx: Tx,
  tokens: readonly string[],
): Promise<ConversationView | undefined> {
  const [found] = await tx.all<ConversationView>(sql`${CONVERSATION}
    where v.company_id = ${tx.company.id} and v.token = any(${tokens}::text[]) order by v.last_message_at desc limit 1`);
  return found;
}

/** A customer's, the latest first. */
export async function conversationsOf(
  tx: Tx,
  { customerIds, limit }: { readonly customerIds: readonly string[]; readonly limit: number },
): Promise<ConversationView[]> {
  return tx.all(sql`${CONVERSATION}
    where v.company_id = ${tx.company.id} and v.customer_id = any(${customerIds}::uuid[])
    order by v.last_message_at desc, v.id desc limit ${limit}`);
}

export type InboxPart = 'unassigned' | 'mine' | 'waiting' | 'all' | 'handled';

export interface InboxPage {
  readonly part: InboxPart;
  readonly personId: string;
  readonly customerIds?: readonly string[] | undefined;
  /** Only of customers whom these people look after. */
  readonly ownerIds?: readonly string[] | undefined;
  readonly before?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** The latest first. Open ones without anything that came in are no work: they are listed as handled ones are. */
export async function listInbox(tx: Tx, page: InboxPage): Promise<ConversationView[]> {
  return tx.all(sql`${CONVERSATION}
    where v.company_id = ${tx.company.id} and ${partCondition(page)}
      ${page.customerIds === undefined ? noSql : sql`and v.customer_id = any(${page.customerIds}::uuid[])`}
      ${page.ownerIds === undefined ? noSql : sql`and ${isOfOwners(page.ownerIds)}`}
      ${page.before ? sql`and (v.last_message_at, v.id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)` : noSql}
    order by v.last_message_at desc, v.id desc limit ${page.limit}`);
}

/** Of a conversation `v`. */
function isOfOwners(ownerIds: readonly string[]): Query {
  return sql`exists (
    select from portfolio_assignment p
      where p.company_id = v.company_id and p.customer_id = v.customer_id and p.owner_id = any(${ownerIds}::uuid[]))`;
}

function partCondition({ part, personId }: InboxPage): Query {
  if (part === 'unassigned') return sql`v.state = 'open' and v.assigned_to is null and v.waiting_since is not null`;
  if (part === 'mine') return sql`v.state = 'open' and v.assigned_to = ${personId}`;
  if (part === 'waiting') return sql`v.state = 'open' and v.waiting_since is not null`;
  if (part === 'handled') return sql`v.state = 'handled'`;
  return sql`v.state = 'open'`;
}

export interface InboxCounts {
  readonly unassigned: number;
  readonly mine: number;
  readonly waiting: number;
  readonly all: number;
}

export async function countInbox(tx: Tx, personId: string): Promise<InboxCounts> {
  return tx.one(sql`
    select (count(*) filter (where assigned_to is null and waiting_since is not null))::int as unassigned,
        (count(*) filter (where assigned_to = ${personId}))::int as mine,
        (count(*) filter (where waiting_since is not null))::int as waiting, count(*)::int as all
      from conversation where company_id = ${tx.company.id} and state = 'open'`);
}

export interface MessageOfConversation {
  readonly conversationId: string;
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly from: string;
  readonly openingWords: string;
  /** Somebody waits for an answer to it. */
  readonly asksForAnswer: boolean;
}

/** What came opens it again; what goes out answers what waited. A message of the past moves nothing forward. */
export async function noteMessage(tx: Tx, message: MessageOfConversation): Promise<void> {
  const { conversationId, at, direction, from, openingWords, asksForAnswer } = message;
  await tx.run(sql`
    update conversation set message_count = message_count + 1,
        last_message_at = greatest(last_message_at, ${at}::timestamptz), last_direction = ${direction}, last_from = ${from},
        opening_words = ${openingWords},
        state = case when ${asksForAnswer} then 'open' else state end,
        waiting_since = case when ${direction} = 'out' then null when ${asksForAnswer} then coalesce(waiting_since, ${at}::timestamptz)
          else waiting_since end
      where company_id = ${tx.company.id} and id = ${conversationId}`);
}

export async function updateConversation(
  tx: Tx,
  { id, state, customerId, assignedTo, assignedToName }: Conversation,
): Promise<void> {
  await tx.run(sql`
    update conversation set state = ${state}, customer_id = ${customerId}, assigned_to = ${assignedTo}, assigned_to_name = ${assignedToName},
        waiting_since = case when ${state} = 'handled' then null else waiting_since end
      where company_id = ${tx.company.id} and id = ${id}`);
}
