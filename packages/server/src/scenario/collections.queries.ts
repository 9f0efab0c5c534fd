/** What the runner reads and writes of collections beside their use cases. */
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../platform/database/sql.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { newId } from '../platform/ids.ts';

/** The bank's statement of a day is here, without lines: what dunning asks is only how far the bank has told. */
export async function insertBankStatement(tx: Tx, closingOn: LocalDate): Promise<void> {
  await tx.run(sql`
    insert into bank_statement (company_id, id, batch_id, account, closing_on, footing, line_count)
      values (${tx.company.id}, ${newId()}, ${newId()}, 'SCENARIO', ${closingOn}, 'ok', 0)`);
}

export async function hasMailbox(tx: Tx): Promise<boolean> {
  return (await tx.maybe(sql`select id from mailbox where company_id = ${tx.company.id} limit 1`)) !== undefined;
}

/** Messages of a run's letters that stand. */
export async function lettersOfRun(tx: Tx, runId: string): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select message_id as id from dunning_action
      where company_id = ${tx.company.id} and run_id = ${runId} and message_id is not null and withdrawn_at is null order by id`);
  return rows.map(({ id }) => id);
}

export interface ActionOfRun {
  readonly customerId: string;
  readonly step: string;
  readonly items: readonly string[];
}

/** What a run brought and stands: letters by the text of each, or what people are to do. */
export async function actionsOfRun(tx: Tx, runId: string, channel: 'mail' | 'person'): Promise<ActionOfRun[]> {
  return tx.all(sql`
    select a.customer_id as "customerId", coalesce(a.purpose, a.kind) as step,
        (select array_agg(i.number order by i.number) from dunning_step s
          join item i on i.company_id = s.company_id and i.id = s.item_id
          where s.company_id = a.company_id and s.action_id = a.id) as items
      from dunning_action a
      where a.company_id = ${tx.company.id} and a.run_id = ${runId} and a.channel = ${channel} and a.withdrawn_at is null
      order by a.decided_at, a.id`);
}

export interface HeldInRun {
  readonly item: string;
  readonly reason: string;
  readonly detail: string | null;
}

export async function heldInRun(tx: Tx, runId: string): Promise<HeldInRun[]> {
  return tx.all(sql`
    select i.number as item, h.reason, h.detail from dunning_held h
      join item i on i.company_id = h.company_id and i.id = h.item_id
      where h.company_id = ${tx.company.id} and h.run_id = ${runId} order by i.number`);
}

/** How far items have come on their ladder: 0 when no step was taken. */
export async function levelsOfItems(tx: Tx, itemIds: readonly string[]): Promise<number> {
  const { level } = await tx.one<{ level: number }>(sql`
    select coalesce(max(level), 0)::int as level from dunning_step
      where company_id = ${tx.company.id} and item_id = any(${itemIds}::uuid[]) and withdrawn_at is null`);
  return level;
}

export async function callOutcomes(tx: Tx, customerId: string): Promise<string[]> {
  const rows = await tx.all<{ outcome: string }>(sql`
    select outcome from call where company_id = ${tx.company.id} and customer_id = ${customerId} order by started_at, id`);
  return rows.map(({ outcome }) => outcome);
}
