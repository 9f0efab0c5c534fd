import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { ArrivalOutcome, Channel, Origin } from './arrival.ts';

export interface NewArrival {
  readonly origin: Origin;
  readonly fileName: string;
  readonly sha256: string | null;
  readonly byteCount: bigint | null;
  readonly outcome: ArrivalOutcome;
  /** Why it was refused. */
  readonly reason: string | null;
  readonly batchId: string | null;
}

export async function insertArrival(tx: Tx, arrival: NewArrival): Promise<void> {
  const { origin } = arrival;
  await tx.run(sql`
    insert into arrival (company_id, id, arrived_at, channel, source_id, sender, place, file_name, sha256, byte_count, outcome, reason,
        batch_id, actor_id, actor_name)
      values (${tx.company.id}, ${newId()}, ${tx.recordedAt}, ${origin.channel}, ${origin.sourceId}, ${origin.sender}, ${origin.place},
        ${arrival.fileName}, ${arrival.sha256}, ${arrival.byteCount}, ${arrival.outcome}, ${arrival.reason}, ${arrival.batchId},
        ${tx.actor.id}, ${tx.actor.name})`);
}

export interface Arrival {
  readonly id: string;
  readonly arrivedAt: string;
  readonly channel: Channel;
  readonly sourceName: string | null;
  readonly sender: string | null;
  readonly place: string | null;
  readonly fileName: string;
  readonly sha256: string | null;
  readonly byteCount: bigint | null;
  readonly outcome: ArrivalOutcome;
  readonly reason: string | null;
  readonly batchId: string | null;
  readonly batchKind: string | null;
  readonly batchStatus: string | null;
  readonly actorName: string;
}

/** Arrivals, the latest first; `before` is the id after which the page starts. */
export async function listArrivals(
  tx: Tx,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<Arrival[]> {
  return tx.all(sql`
    select a.id, a.arrived_at as "arrivedAt", a.channel, s.name as "sourceName", a.sender, a.place, a.file_name as "fileName", a.sha256,
        a.byte_count as "byteCount", a.outcome, a.reason, a.batch_id as "batchId", b.kind as "batchKind", b.status as "batchStatus",
        a.actor_name as "actorName"
      from arrival a
        left join arrival_source s on s.company_id = a.company_id and s.id = a.source_id
        left join import_batch b on b.company_id = a.company_id and b.id = a.batch_id
      where a.company_id = ${tx.company.id} ${page.before === undefined ? noSql : sql`and a.id < ${page.before}::uuid`}
      order by a.id desc limit ${page.limit}`);
}

/** Of these messages of a mailbox, those that were handled. */
export async function findHandledMessages(
  tx: Tx,
  of: { readonly sourceId: string; readonly messageIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await tx.all<{ id: string }>(sql`
    select message_id as id from arrival_message
      where company_id = ${tx.company.id} and source_id = ${of.sourceId} and message_id = any(${of.messageIds}::text[])`);
  return new Set(rows.map((row) => row.id));
}

export async function insertHandledMessage(
  tx: Tx,
  message: {
    readonly sourceId: string;
    readonly id: string;
    readonly sender: string | null;
    readonly subject: string | null;
    readonly fileCount: number;
  },
): Promise<void> {
  await tx.run(sql`
    insert into arrival_message (company_id, source_id, message_id, handled_at, sender, subject, file_count)
      values (${tx.company.id}, ${message.sourceId}, ${message.id}, ${tx.recordedAt}, ${message.sender}, ${message.subject}, ${message.fileCount})
      on conflict do nothing`);
}
