import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { Delivery, DeliveryState } from '../messages/message.ts';
import { askedBefore } from './next-try.ts';

const DELIVERY = sql`
  select message_id as "messageId", mailbox_id as "mailboxId", state, attempts, try_at as "tryAt", queued_at as "queuedAt",
      claimed_at as "claimedAt", raw_sha256 as "rawSha256", sent_at as "sentAt", left_to as "leftTo", said,
      comes_back_to as "comesBackTo"
    from message_delivery`;

export async function insertDeliveries(
  tx: Tx,
  deliveries: readonly {
    readonly messageId: string;
    readonly mailboxId: string;
    readonly state: Extract<DeliveryState, 'queued' | 'to_print'>;
  }[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.run(sql`
    insert into message_delivery (company_id, message_id, mailbox_id, state, try_at, queued_at)
      select ${tx.company.id}, "messageId", "mailboxId", state, ${tx.recordedAt}, ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(deliveries)}) as d ("messageId" uuid, "mailboxId" uuid, state text)`);
}

export async function findDeliveries(tx: Tx, messageIds: readonly string[]): Promise<Delivery[]> {
  return tx.all(sql`${DELIVERY} where company_id = ${tx.company.id} and message_id = any(${messageIds}::uuid[])`);
}

export async function findDelivery(tx: Tx, messageId: string): Promise<Delivery | undefined> {
  const [found] = await findDeliveries(tx, [messageId]);
  return found;
}

/** Locked until the transaction ends, so that two who answer for it do so one after the other. */
export async function lockDelivery(tx: Tx, messageId: string): Promise<Delivery | undefined> {
  return tx.maybe(sql`${DELIVERY} where company_id = ${tx.company.id} and message_id = ${messageId} for update`);
}

export interface DueDelivery {
  readonly messageId: string;
  /** Its bytes are kept from an earlier try. */
  readonly isPrepared: boolean;
}

/** Those of a mailbox whose time has come, in their order. */
export async function dueDeliveries(tx: Tx, mailboxId: string, limit: number): Promise<DueDelivery[]> {
  return tx.all(sql`
    select message_id as "messageId", raw_sha256 is not null as "isPrepared" from message_delivery
      where company_id = ${tx.company.id} and mailbox_id = ${mailboxId} and state = 'queued' and try_at <= ${tx.recordedAt}
      order by try_at, message_id limit ${limit}`);
}

/** Claimed for one try; false when its time has not come, or somebody else is at it. */
export async function claimDelivery(
  tx: Tx,
  { messageId, claimedBy }: { readonly messageId: string; readonly claimedBy: string },
): Promise<boolean> {
  const claimed = await tx.run(sql`
    update message_delivery set state = 'sending', attempts = attempts + 1, claimed_at = ${tx.recordedAt}, claimed_by = ${claimedBy}
      where company_id = ${tx.company.id} and message_id = (
        select message_id from message_delivery
          where company_id = ${tx.company.id} and message_id = ${messageId} and state = 'queued' and try_at <= ${tx.recordedAt}
          for update skip locked)`);
  return claimed === 1;
}

export interface DeliveryStep {
  readonly messageId: string;
  readonly state: DeliveryState;
  readonly said: string | null;
  /** When it is tried again; only of a queued one. */
  readonly tryAt?: string | undefined;
  /** The try does not count: the server was away. */
  readonly isUncounted?: boolean | undefined;
  /** It counts as a try, though nothing was claimed. */
  readonly isCounted?: boolean | undefined;
  /** Those who have not got it; as it was when absent, everybody's when null. */
  readonly leftTo?: readonly string[] | null | undefined;
  /** It will not go out, and whoever wrote it does not know yet. */
  readonly comesBack?: boolean | undefined;
}

/** Takes a delivery a step further and keeps the step. What a machine wrote comes back to nobody. */
export async function saveStep(tx: Tx, step: DeliveryStep): Promise<void> {
  const { messageId, state, said, tryAt, leftTo, isUncounted = false, isCounted = false, comesBack = false } = step;
  await tx.run(sql`
    update message_delivery set state = ${state}, said = ${said}, try_at = coalesce(${tryAt ?? null}::timestamptz, try_at),
        attempts = attempts + ${isCounted ? 1 : isUncounted ? -1 : 0},
        left_to = ${leftTo === undefined ? sql`left_to` : sql`${leftTo}::text[]`},
        sent_at = case when ${state} = 'sent' then ${tx.recordedAt}::timestamptz end,
        comes_back_to = case when ${comesBack} then (
          select m.actor_id from message m
            where m.company_id = message_delivery.company_id and m.id = message_delivery.message_id and not m.is_automatic) end,
        claimed_at = case when ${state} = 'uncertain' then claimed_at end, claimed_by = null
      where company_id = ${tx.company.id} and message_id = ${messageId}`);
  await tx.run(sql`
    insert into message_delivery_step (company_id, message_id, id, state, note, at, actor_name)
      values (${tx.company.id}, ${messageId}, ${newId()}, ${state}, ${said}, ${tx.recordedAt}, ${tx.actor.name})`);
}

/** Takes back those that nobody has claimed: those that it took back. */
export async function recallQueued(tx: Tx, messageIds: readonly string[], said: string): Promise<string[]> {
  const rows = await tx.all<{ messageId: string }>(sql`
    with recalled as (
      update message_delivery set state = 'withdrawn', said = ${said}
        where company_id = ${tx.company.id} and message_id = any(${messageIds}::uuid[]) and state in ('queued', 'to_print')
        returning message_id),
    noted as (
      insert into message_delivery_step (company_id, message_id, id, state, note, at, actor_name)
        select ${tx.company.id}, message_id, gen_random_uuid(), 'withdrawn', ${said}, ${tx.recordedAt}, ${tx.actor.name} from recalled)
    select message_id as "messageId" from recalled`);
  return rows.map(({ messageId }) => messageId);
}

export async function saveRaw(tx: Tx, messageId: string, sha256: string): Promise<void> {
  await tx.run(sql`
    update message_delivery set raw_sha256 = ${sha256} where company_id = ${tx.company.id} and message_id = ${messageId}`);
}

/** Those whose sender is gone: claimed before an instant and never heard of since. */
export async function abandonedDeliveries(tx: Tx, claimedBefore: string): Promise<string[]> {
  const rows = await tx.all<{ messageId: string }>(sql`
    select message_id as "messageId" from message_delivery
      where company_id = ${tx.company.id} and state = 'sending' and claimed_at < ${claimedBefore} for update skip locked`);
  return rows.map(({ messageId }) => messageId);
}

/** Uncertain ones with the Message-ID by which they are looked for. */
export async function uncertainDeliveries(tx: Tx, mailboxId: string): Promise<{ messageId: string; mailId: string }[]> {
  return tx.all(sql`
    select d.message_id as "messageId", m.message_id as "mailId" from message_delivery d
      join message m on m.company_id = d.company_id and m.id = d.message_id
      where d.company_id = ${tx.company.id} and d.mailbox_id = ${mailboxId} and d.state = 'uncertain'
      order by d.message_id limit 100`);
}

export async function mailboxesWithWork(tx: Tx): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select distinct mailbox_id as id from message_delivery
      where company_id = ${tx.company.id} and state = 'queued' and try_at <= ${tx.recordedAt}`);
  return rows.map(({ id }) => id);
}

/** A delivery with what keeps its mailbox from sending anything. */
export interface ShownDelivery extends Delivery {
  /** A person wrote it, its words are kept as they left them, and nothing was written in its conversation since. */
  readonly isLastWord: boolean;
  readonly mailbox: {
    readonly name: string;
    readonly isEnabled: boolean;
    readonly isRemoved: boolean;
    readonly error: string | null;
    /** Its server was away: nothing is tried before. */
    readonly againAt: string | null;
  };
}

export interface WaitingDelivery extends ShownDelivery {
  readonly conversationId: string;
  readonly subject: string;
  readonly customerName: string | null;
  readonly recipients: readonly { readonly address: string }[];
  readonly postalAddress: string | null;
}

const SHOWN = sql`d.message_id as "messageId", d.mailbox_id as "mailboxId", d.state, d.attempts, d.try_at as "tryAt",
  d.queued_at as "queuedAt", d.claimed_at as "claimedAt", d.raw_sha256 as "rawSha256", d.sent_at as "sentAt", d.left_to as "leftTo", d.said,
  d.comes_back_to as "comesBackTo",
  (select m.as_written is not null and not exists (
      select from message later where later.company_id = m.company_id and later.conversation_id = m.conversation_id
        and later.direction = 'out' and later.recorded_at > m.recorded_at)
    from message m where m.company_id = d.company_id and m.id = d.message_id) as "isLastWord",
  json_build_object('name', b.name, 'isEnabled', b.is_enabled, 'isRemoved', b.removed_at is not null, 'error', b.sending_error,
    'againAt', to_char(b.send_again_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) as mailbox`;

export async function shownDeliveries(tx: Tx, messageIds: readonly string[]): Promise<ShownDelivery[]> {
  return tx.all(sql`
    select ${SHOWN} from message_delivery d join mailbox b on b.company_id = d.company_id and b.id = d.mailbox_id
      where d.company_id = ${tx.company.id} and d.message_id = any(${messageIds}::uuid[])`);
}

/** What did not go out: what somebody has to see to first, then what waits. */
export async function openDeliveries(tx: Tx, limit: number): Promise<WaitingDelivery[]> {
  return tx.all(sql`
    select ${SHOWN}, m.conversation_id as "conversationId", m.subject, m.recipients, m.postal_address as "postalAddress",
        c.name as "customerName"
      from message_delivery d
      join message m on m.company_id = d.company_id and m.id = d.message_id
      join mailbox b on b.company_id = d.company_id and b.id = d.mailbox_id
      join conversation v on v.company_id = m.company_id and v.id = m.conversation_id
      left join customer c on c.company_id = v.company_id and c.id = v.customer_id
      where d.company_id = ${tx.company.id}
        and (d.state in ('queued', 'sending', 'failed', 'uncertain', 'to_print') or d.comes_back_to is not null)
      order by ${isAsked(tx)} desc, d.queued_at, d.message_id limit ${limit}`);
}

/** How many somebody has to see to. */
export async function countAsked(tx: Tx): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    select count(*)::int as count from message_delivery d
      where d.company_id = ${tx.company.id} and (d.state in ('queued', 'failed', 'uncertain', 'to_print') or d.comes_back_to is not null) and ${isAsked(tx)}`);
  return count;
}

/** As `asksPerson` says of one. */
function isAsked(tx: Tx): Query {
  return sql`(d.state in ('failed', 'uncertain', 'to_print') or d.comes_back_to is not null or (d.state = 'queued' and d.queued_at <= ${askedBefore(tx.recordedAt)}::timestamptz))`;
}
