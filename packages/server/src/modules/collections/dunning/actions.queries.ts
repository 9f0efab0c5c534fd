/** What a run wrote: what each customer got, the steps items took, what was held back. */
import type { StepChannel } from '@quittance/core/strategies';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface NewAction {
  readonly id: string;
  /** Null: of no run, a person wrote it. */
  readonly runId: string | null;
  readonly customerId: string;
  readonly channel: StepChannel;
  readonly kind: string;
  readonly purpose: string | null;
  readonly strategyName: string;
  readonly contactId: string | null;
  readonly address: string | null;
  readonly messageId: string | null;
  readonly taskId: string | null;
  readonly itemCount: number;
  readonly functionalMinor: bigint;
}

export async function insertActions(tx: Tx, actions: readonly NewAction[]): Promise<void> {
  if (actions.length === 0) return;
  await tx.run(sql`
    insert into dunning_action (company_id, id, run_id, customer_id, channel, kind, purpose, strategy_name, contact_id, address, message_id,
        task_id, item_count, functional_minor, decided_on, decided_at)
      select ${tx.company.id}, id, "runId", "customerId", channel, kind, purpose, "strategyName", "contactId", address, "messageId",
          "taskId", "itemCount", "functionalMinor", ${tx.today}, ${tx.recordedAt}
        from json_to_recordset(${jsonOf(actions)}) as a (id uuid, "runId" uuid, "customerId" uuid, channel text, kind text, purpose text,
          "strategyName" text, "contactId" uuid, address text, "messageId" uuid, "taskId" uuid, "itemCount" int, "functionalMinor" bigint)`);
}

export interface NewStep {
  readonly itemId: string;
  readonly key: string;
  readonly attempt: number;
  readonly level: number;
  readonly actionId: string;
  readonly customerId: string;
  readonly currency: string;
  /** What is asked for: open less what credits cover. */
  readonly askedMinor: bigint;
  readonly functionalMinor: bigint;
  readonly dueOn: string;
}

/**
 * Tens of thousands at once: columns as arrays take three fifths of the time of rows as JSON. Throws `dunning_step_is_taken_once` when
 * somebody took one of them meanwhile.
 */
export async function insertSteps(tx: Tx, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  const column = <Name extends keyof NewStep>(name: Name): NewStep[Name][] => steps.map((step) => step[name]);
  await tx.run(sql`
    insert into dunning_step (company_id, item_id, step_key, attempt, level, action_id, customer_id, taken_on, currency, open_minor,
        functional_minor, due_on)
      select ${tx.company.id}, item_id, key, attempt, level, action_id, customer_id, ${tx.today}, currency, asked, functional, due_on
        from unnest(${column('itemId')}::uuid[], ${column('key')}::text[], ${column('attempt')}::int[], ${column('level')}::int[],
          ${column('actionId')}::uuid[], ${column('customerId')}::uuid[], ${column('currency')}::text[],
          ${column('askedMinor')}::bigint[], ${column('functionalMinor')}::bigint[], ${column('dueOn')}::date[])
          as s (item_id, key, attempt, level, action_id, customer_id, currency, asked, functional, due_on)
        order by item_id`);
}

export interface NewHeld {
  readonly runId: string;
  readonly customerId: string;
  readonly itemId: string;
  readonly key: string;
  readonly level: number;
  readonly reason: string;
  readonly detail: string | null;
  readonly currency: string;
  readonly openMinor: bigint;
  readonly functionalMinor: bigint;
}

export async function insertHeld(tx: Tx, held: readonly NewHeld[]): Promise<void> {
  if (held.length === 0) return;
  await tx.run(sql`
    insert into dunning_held (company_id, run_id, customer_id, item_id, step_key, level, reason, detail, currency, open_minor,
        functional_minor)
      select ${tx.company.id}, "runId", "customerId", "itemId", key, level, reason, detail, currency, "openMinor", "functionalMinor"
        from json_to_recordset(${jsonOf(held)}) as h ("runId" uuid, "customerId" uuid, "itemId" uuid, key text, level int, reason text,
          detail text, currency text, "openMinor" bigint, "functionalMinor" bigint)`);
}

function jsonOf(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

/** The letter that a message is. */
export interface DecidedLetter {
  readonly id: string;
  /** Null: a person wrote it. */
  readonly runId: string | null;
  readonly customerId: string;
  readonly strategyName: string;
  readonly isWithdrawn: boolean;
}

/** Undefined when the message is none. */
export async function letterOfMessage(tx: Tx, messageId: string): Promise<DecidedLetter | undefined> {
  return tx.maybe(sql`
    select id, run_id as "runId", customer_id as "customerId", strategy_name as "strategyName", withdrawn_at is not null as "isWithdrawn"
      from dunning_action where company_id = ${tx.company.id} and message_id = ${messageId} for update`);
}

export async function stepsOfAction(
  tx: Tx,
  actionId: string,
): Promise<{ readonly itemId: string; readonly askedMinor: bigint; readonly dueOn: string }[]> {
  return tx.all(sql`
    select item_id as "itemId", open_minor as "askedMinor", due_on as "dueOn" from dunning_step
      where company_id = ${tx.company.id} and action_id = ${actionId} and withdrawn_at is null order by item_id`);
}

/** Its items take their steps again. */
export async function withdrawAction(tx: Tx, id: string, objections: readonly object[]): Promise<void> {
  await tx.run(sql`
    update dunning_action set withdrawn_at = ${tx.recordedAt}, objections = ${JSON.stringify(objections)}::jsonb
      where company_id = ${tx.company.id} and id = ${id}`);
  await tx.run(sql`
    update dunning_step set withdrawn_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and action_id = ${id} and withdrawn_at is null`);
}

/**
 * The other way: a letter that had not gone is sent after all. False, and nothing is changed, when an item took the step again by another
 * letter meanwhile.
 */
export async function restoreAction(tx: Tx, id: string): Promise<boolean> {
  const taken = await tx.maybe(sql`
    select 1 from dunning_step s
      join dunning_step other on other.company_id = s.company_id and other.item_id = s.item_id and other.step_key = s.step_key
        and other.withdrawn_at is null
      where s.company_id = ${tx.company.id} and s.action_id = ${id} limit 1`);
  if (taken !== undefined) return false;
  await tx.run(sql`
    update dunning_step set withdrawn_at = null where company_id = ${tx.company.id} and action_id = ${id}`);
  await tx.run(sql`
    update dunning_action set withdrawn_at = null, objections = null where company_id = ${tx.company.id} and id = ${id}`);
  return true;
}

/** Letters of a run that were not taken back. */
export async function lettersOfRun(
  tx: Tx,
  runId: string,
): Promise<{ readonly id: string; readonly messageId: string }[]> {
  return tx.all(sql`
    select id, message_id as "messageId" from dunning_action
      where company_id = ${tx.company.id} and run_id = ${runId} and message_id is not null and withdrawn_at is null order by id`);
}

/** Many at once, as `withdrawAction` does one. */
export async function withdrawLetters(
  tx: Tx,
  messageIds: readonly string[],
  objection: { readonly reason: string; readonly detail: string | null },
): Promise<void> {
  const objections = JSON.stringify([objection]);
  await tx.run(sql`
    with gone as (
      update dunning_action set withdrawn_at = ${tx.recordedAt}, objections = ${objections}::jsonb
        where company_id = ${tx.company.id} and message_id = any(${messageIds}::uuid[]) and withdrawn_at is null
        returning id)
    update dunning_step set withdrawn_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and action_id in (select id from gone) and withdrawn_at is null`);
}

/** True when it was a letter of ours that stands; from then on it says that it came back. */
export async function noteReturned(tx: Tx, messageId: string): Promise<{ readonly customerId: string } | undefined> {
  return tx.maybe(sql`
    update dunning_action set returned_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and message_id = ${messageId} and withdrawn_at is null and returned_at is null
      returning customer_id as "customerId"`);
}

/** Locked for a change. */
export async function lockAction(
  tx: Tx,
  id: string,
): Promise<{ readonly customerId: string; readonly isWithdrawn: boolean; readonly isReturned: boolean } | undefined> {
  return tx.maybe(sql`
    select customer_id as "customerId", withdrawn_at is not null as "isWithdrawn", returned_at is not null as "isReturned"
      from dunning_action where company_id = ${tx.company.id} and id = ${id} for update`);
}
