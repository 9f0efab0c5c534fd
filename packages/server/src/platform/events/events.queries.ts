/**
 * The outbox: a module tells others that something happened, in the transaction in which it did. Nobody is called; whoever
 * wants to know reads on from where it was.
 */
import type { CommandTx } from '../command/index.ts';
import { sql } from '../database/sql.ts';
import { newId } from '../ids.ts';

export interface NewEvent {
  /** `subject.what_happened`: "deduction.claimed". */
  readonly kind: `${string}.${string}`;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Minor units as text. */
  readonly data: object;
}

export async function emitEvents(tx: CommandTx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ id: newId(), ...event }));
  await tx.run(sql`
    insert into outbox_event (company_id, id, kind, subject_kind, subject_id, data, recorded_at, actor_id, command_id)
      select ${tx.company.id}, id, kind, "subjectKind", "subjectId", data, ${tx.recordedAt}, ${tx.actor.id}, ${tx.commandId}
        from json_to_recordset(${JSON.stringify(rows)}) as e (id uuid, kind text, "subjectKind" text, "subjectId" uuid, data jsonb)`);
}
