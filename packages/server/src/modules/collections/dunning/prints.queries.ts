/** Prints: letters on paper of a run that go to the printer together. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface Print {
  readonly id: string;
  readonly runId: string;
  /** Of the run, from 1. */
  readonly number: number;
  readonly letters: number;
  readonly madeAt: string;
  readonly madeByName: string;
  /** Null: nobody has said yet what became of it. */
  readonly endedAs: 'posted' | 'dropped' | null;
  readonly endedAt: string | null;
  readonly endedByName: string | null;
}

const PRINT = sql`
  select p.id, p.run_id as "runId", p.number, (select count(*)::int from dunning_print_letter l
        where l.company_id = p.company_id and l.print_id = p.id) as letters, p.made_at as "madeAt", p.made_by_name as "madeByName",
      p.ended_as as "endedAs", p.ended_at as "endedAt", p.ended_by_name as "endedByName"
    from dunning_print p`;

export async function printsOfRun(tx: Tx, runId: string): Promise<Print[]> {
  return tx.all(sql`${PRINT} where p.company_id = ${tx.company.id} and p.run_id = ${runId} order by p.number`);
}

export async function findPrint(tx: Tx, id: string): Promise<Print | undefined> {
  return tx.maybe(sql`${PRINT} where p.company_id = ${tx.company.id} and p.id = ${id}`);
}

/** One person at a time makes or ends prints of a run. */
export async function lockRun(tx: Tx, runId: string): Promise<void> {
  await tx.run(sql`select from dunning_run where company_id = ${tx.company.id} and id = ${runId} for update`);
}

export interface WaitingLetter {
  readonly messageId: string;
  readonly customerId: string;
}

/** Of a run: to be printed and in no open print, in the order in which they will lie: by the number of the customer. */
export async function lettersToPrint(tx: Tx, runId: string): Promise<WaitingLetter[]> {
  return tx.all(sql`
    select a.message_id as "messageId", a.customer_id as "customerId" from dunning_action a
      join message_delivery d on d.company_id = a.company_id and d.message_id = a.message_id and d.state = 'to_print'
      join customer c on c.company_id = a.company_id and c.id = a.customer_id
      where a.company_id = ${tx.company.id} and a.run_id = ${runId} and a.channel = 'paper' and a.withdrawn_at is null
        and not exists (select from dunning_print_letter l
          where l.company_id = a.company_id and l.message_id = a.message_id and l.left_at is null)
      order by c.number, a.id`);
}

export async function insertPrint(
  tx: Tx,
  print: { readonly id: string; readonly runId: string; readonly messageIds: readonly string[] },
): Promise<void> {
  await tx.run(sql`
    insert into dunning_print (company_id, id, run_id, number, made_at, made_by, made_by_name)
      select ${tx.company.id}, ${print.id}::uuid, ${print.runId}::uuid, 1 + coalesce(max(number), 0), ${tx.recordedAt}::timestamptz,
          ${tx.actor.id}::uuid, ${tx.actor.name}
        from dunning_print where company_id = ${tx.company.id} and run_id = ${print.runId}`);
  await tx.run(sql`
    insert into dunning_print_letter (company_id, print_id, position, message_id)
      select ${tx.company.id}, ${print.id}::uuid, position, message_id
        from unnest(${[...print.messageIds]}::uuid[]) with ordinality as l (message_id, position)`);
}

export interface PrintedLetter {
  readonly position: number;
  readonly messageId: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  /** to_print, sent (posted) or withdrawn. */
  readonly state: string;
  /** It waits for the next print. */
  readonly isLeft: boolean;
}

/** In the order in which they lie. */
export async function lettersOfPrint(tx: Tx, printId: string): Promise<PrintedLetter[]> {
  return tx.all(sql`
    select l.position, l.message_id as "messageId", a.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName",
        d.state, l.left_at is not null as "isLeft"
      from dunning_print_letter l
      join dunning_action a on a.company_id = l.company_id and a.message_id = l.message_id
      join customer c on c.company_id = a.company_id and c.id = a.customer_id
      join message_delivery d on d.company_id = l.company_id and d.message_id = l.message_id
      where l.company_id = ${tx.company.id} and l.print_id = ${printId} order by l.position`);
}

/** These letters of a print wait for the next one. */
export async function leaveOut(
  tx: Tx,
  { printId, messageIds }: { readonly printId: string; readonly messageIds: readonly string[] },
): Promise<void> {
  await tx.run(sql`
    update dunning_print_letter set left_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and print_id = ${printId} and message_id = any(${[...messageIds]}::uuid[]) and left_at is null`);
}

export async function endPrint(tx: Tx, id: string, endedAs: 'posted' | 'dropped'): Promise<void> {
  await tx.run(sql`
    update dunning_print set ended_as = ${endedAs}, ended_at = ${tx.recordedAt}, ended_by_name = ${tx.actor.name}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export interface RunWithPaper {
  readonly runId: string;
  readonly letters: number;
  readonly startedBy: string;
}

/** Runs whose letters have waited to be posted since a day or longer, and of which nobody was told. */
export async function runsWithOldPaper(tx: Tx, since: string): Promise<RunWithPaper[]> {
  return tx.all(sql`
    select r.id as "runId", count(*)::int as letters, r.started_by as "startedBy" from message_delivery d
      join dunning_action a on a.company_id = d.company_id and a.message_id = d.message_id and a.channel = 'paper' and a.withdrawn_at is null
      join dunning_run r on r.company_id = a.company_id and r.id = a.run_id
      where d.company_id = ${tx.company.id} and d.state = 'to_print' and a.decided_on <= ${since}
        and not exists (select from dunning_print_reminder m where m.company_id = r.company_id and m.run_id = r.id)
      group by r.id, r.started_by order by r.id`);
}

export async function keepReminder(
  tx: Tx,
  { runId, taskId }: { readonly runId: string; readonly taskId: string | null },
): Promise<void> {
  await tx.run(sql`
    insert into dunning_print_reminder (company_id, run_id, task_id, reminded_at)
      values (${tx.company.id}, ${runId}, ${taskId}, ${tx.recordedAt}) on conflict do nothing`);
}
