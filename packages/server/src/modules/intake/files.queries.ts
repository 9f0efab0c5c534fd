import { sql } from '../../platform/database/sql.ts';
import type { Database, Scope, Tx } from '../../platform/database/transaction.ts';

export async function insertFilePart(
  tx: Tx,
  part: { fileId: string; part: number; content: Uint8Array },
): Promise<void> {
  await tx.run(sql`
    insert into import_file_part (company_id, file_id, part, content)
      values (${tx.company.id}, ${part.fileId}, ${part.part}, ${Buffer.from(part.content)})`);
}

/** False when a file of the same content is stored already. */
export async function insertFile(tx: Tx, file: { id: string; sha256: string; byteCount: number }): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into import_file (company_id, id, sha256, byte_count, stored_at)
      values (${tx.company.id}, ${file.id}, ${file.sha256}, ${file.byteCount}, ${tx.recordedAt})
      on conflict on constraint import_file_is_stored_once do nothing`);
  return inserted === 1;
}

export async function findFileId(tx: Tx, sha256: string): Promise<string | undefined> {
  const file = await tx.maybe<{ id: string }>(
    sql`select id from import_file where company_id = ${tx.company.id} and sha256 = ${sha256}`,
  );
  return file?.id;
}

/** The content part by part, each in a short transaction of its own: reading takes as long as the reader takes. */
export async function* fileContent(database: Database, scope: Scope, fileId: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const found = await database.read(scope, (tx) =>
      tx.maybe<{ content: Buffer }>(sql`
        select content from import_file_part
          where company_id = ${tx.company.id} and file_id = ${fileId} and part = ${part}`),
    );
    if (found === undefined) return;
    yield found.content;
  }
}
