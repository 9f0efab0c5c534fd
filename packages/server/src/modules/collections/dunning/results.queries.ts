/** What runs brought, for people to read: by run in pages, and by customer. */
import type { StepChannel } from '@quittance/core/strategies';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface ActionView {
  readonly id: string;
  /** Null: a person wrote it. */
  readonly runId: string | null;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly channel: StepChannel;
  /** The text of a letter, or what a person is to do. */
  readonly what: string;
  readonly strategyName: string;
  readonly address: string | null;
  readonly items: number;
  readonly functionalMinor: bigint;
  readonly decidedAt: string;
  readonly conversationId: string | null;
  readonly taskId: string | null;
  /** Of a letter, how it fared: queued, to_print, sent, failed, uncertain, withdrawn. */
  readonly state: string | null;
  /** What the server answered, or why it was withdrawn. */
  readonly said: string | null;
  /** It went out and came back; nobody has said yet that it is to be written again. */
  readonly cameBack: boolean;
}

const ACTION = sql`
  select a.id, a.run_id as "runId", a.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName", a.channel,
      coalesce(a.purpose, a.kind) as what, a.strategy_name as "strategyName", a.address, a.item_count as items,
      a.functional_minor as "functionalMinor", a.decided_at as "decidedAt", m.conversation_id as "conversationId", a.task_id as "taskId",
      d.state, d.said, a.returned_at is not null and a.withdrawn_at is null as "cameBack"
    from dunning_action a
    join customer c on c.company_id = a.company_id and c.id = a.customer_id
    left join message m on m.company_id = a.company_id and m.id = a.message_id
    left join message_delivery d on d.company_id = a.company_id and d.message_id = a.message_id`;

interface AfterCustomer {
  readonly customerId: string;
  readonly id: string;
}

export async function actionsOfRun(
  tx: Tx,
  asked: { readonly runId: string; readonly after: AfterCustomer | undefined; readonly limit: number },
): Promise<ActionView[]> {
  return tx.all(sql`${ACTION} where a.company_id = ${tx.company.id} and a.run_id = ${asked.runId} ${behind(asked.after, 'a.customer_id', 'a.id')}
    order by a.customer_id, a.id limit ${asked.limit}`);
}

/** The latest first. */
export async function actionsOfCustomers(tx: Tx, customerIds: readonly string[], limit: number): Promise<ActionView[]> {
  return tx.all(sql`${ACTION} where a.company_id = ${tx.company.id} and a.customer_id = any(${customerIds}::uuid[])
    order by a.decided_at desc, a.id desc limit ${limit}`);
}

function behind(
  after: AfterCustomer | undefined,
  customer: 'a.customer_id' | 'h.customer_id',
  id: 'a.id' | 'h.item_id',
): Query {
  if (after === undefined) return noSql;
  const key =
    customer === 'a.customer_id' && id === 'a.id' ? sql`(a.customer_id, a.id)` : sql`(h.customer_id, h.item_id)`;
  return sql`and ${key} > (${after.customerId}::uuid, ${after.id}::uuid)`;
}

export interface HeldView {
  readonly itemId: string;
  readonly itemNumber: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly stepKey: string;
  readonly level: number;
  readonly reason: string;
  readonly detail: string | null;
  readonly currency: string;
  readonly openMinor: bigint;
  readonly runOn: string;
}

const HELD = sql`
  select h.item_id as "itemId", i.number as "itemNumber", h.customer_id as "customerId", c.number as "customerNumber",
      c.name as "customerName", h.step_key as "stepKey", h.level, h.reason, h.detail, h.currency, h.open_minor as "openMinor",
      r.run_on as "runOn"
    from dunning_held h
    join item i on i.company_id = h.company_id and i.id = h.item_id
    join customer c on c.company_id = h.company_id and c.id = h.customer_id
    join dunning_run r on r.company_id = h.company_id and r.id = h.run_id`;

export async function heldOfRun(
  tx: Tx,
  asked: {
    readonly runId: string;
    readonly reason: string | undefined;
    readonly after: AfterCustomer | undefined;
    readonly limit: number;
  },
): Promise<HeldView[]> {
  return tx.all(sql`${HELD} where h.company_id = ${tx.company.id} and h.run_id = ${asked.runId}
      ${asked.reason === undefined ? noSql : sql`and h.reason = ${asked.reason}`} ${behind(asked.after, 'h.customer_id', 'h.item_id')}
    order by h.customer_id, h.item_id limit ${asked.limit}`);
}

/** Of the latest run that held something of theirs back. */
export async function heldOfCustomers(tx: Tx, customerIds: readonly string[], limit: number): Promise<HeldView[]> {
  return tx.all(sql`${HELD} where h.company_id = ${tx.company.id} and h.customer_id = any(${customerIds}::uuid[])
      and h.run_id = (select id from dunning_run where company_id = ${tx.company.id} order by started_at desc, id desc limit 1)
    order by h.open_minor desc, h.item_id limit ${limit}`);
}

export interface HeldSum {
  readonly reason: string;
  readonly items: number;
  readonly functionalMinor: bigint;
}

export async function heldSums(tx: Tx, runId: string): Promise<HeldSum[]> {
  return tx.all(sql`
    select reason, count(*)::int as items, sum(functional_minor)::bigint as "functionalMinor" from dunning_held
      where company_id = ${tx.company.id} and run_id = ${runId} group by reason order by count(*) desc, reason`);
}

export interface ActionSum {
  readonly what: string;
  readonly channel: StepChannel;
  readonly count: number;
  readonly items: number;
  readonly functionalMinor: bigint;
}

export async function actionSums(tx: Tx, runId: string): Promise<ActionSum[]> {
  return tx.all(sql`
    select coalesce(purpose, kind) as what, channel, count(*)::int as count, sum(item_count)::int as items,
        sum(functional_minor)::bigint as "functionalMinor"
      from dunning_action where company_id = ${tx.company.id} and run_id = ${runId} group by 1, 2 order by count(*) desc, 1`);
}

export interface ItemLevel {
  readonly itemId: string;
  readonly stepKey: string;
  readonly level: number;
  readonly takenOn: string;
}

/** Where the open items of these customers stand: the last step that each took. */
export async function levelsOfCustomers(tx: Tx, customerIds: readonly string[]): Promise<ItemLevel[]> {
  return tx.all(sql`
    select distinct on (s.item_id) s.item_id as "itemId", s.step_key as "stepKey", s.level, s.taken_on as "takenOn"
      from item i join dunning_step s on s.company_id = i.company_id and s.item_id = i.id and s.withdrawn_at is null
      where i.company_id = ${tx.company.id} and i.customer_id = any(${customerIds}::uuid[]) and i.open_minor > 0
      order by s.item_id, s.level desc`);
}
