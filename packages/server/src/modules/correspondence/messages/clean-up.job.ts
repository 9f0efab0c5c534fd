/**
 * Takes away what was kept and no message ever had: files attached to letters that were never sent, and mails that went in a circle.
 * A content is kept once by its hash: what another message has, too, stays.
 */
import { instantMicros, instantText } from '../../../platform/clock.ts';
import { inCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { deleteUnused, findUnused } from './mail-content.queries.ts';

/** So long a letter may be written at with its files. */
export const UNSENT_FILE_DAYS = 7;
/** Looked back further than that: so long a server may have been away. */
const LOOKED_BACK_DAYS = 60;
const CONTENTS_A_RUN_MAX = 500;
const DAY_MICROS = 86_400_000_000n;

/** How many went. */
export async function cleanUpFiles({ database }: CorrespondenceContext, scope: Scope): Promise<number> {
  return database.write(scope, async (tx) => {
    const now = instantMicros(tx.recordedAt);
    const keptBefore = instantText(now - BigInt(UNSENT_FILE_DAYS) * DAY_MICROS);
    const keptFrom = instantText(now - BigInt(UNSENT_FILE_DAYS + LOOKED_BACK_DAYS) * DAY_MICROS);
    const hashes = await findUnused(tx, { keptFrom, keptBefore, limit: CONTENTS_A_RUN_MAX });
    if (hashes.length === 0) return 0;
    return inCommand(tx, { action: 'correspondence.clean_up', body: { hashes } }, async (command) => {
      const gone = await deleteUnused(command, { hashes, keptBefore });
      for (const { sha256, byteCount } of gone) {
        command.audit({
          action: 'correspondence.unsent_file_removed',
          subjectKind: 'mail_content',
          subjectId: sha256,
          before: { bytes: Number(byteCount) },
        });
      }
      return gone.length;
    });
  });
}
