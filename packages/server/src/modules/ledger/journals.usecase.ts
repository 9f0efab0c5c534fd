/** Journals out to the general ledger: every posting goes out in exactly one, which balances and can be printed again. */
import type { CommandTx } from '../../platform/command/index.ts';
import { completeInstant, type Tx } from '../../platform/database/transaction.ts';
import { assert, notFound } from '../../platform/errors.ts';
import { insertExport, type JournalExport, type JournalLine, journalLines, listExports } from './journals.queries.ts';

const BEFORE_ALL = '0001-01-01T00:00:00.000000Z';

export interface Journal {
  readonly number: bigint;
  readonly throughRecordedAt: string;
  readonly lines: readonly JournalLine[];
}

/** Hands out what was recorded since the last journal. Null when there is nothing new. */
export async function exportJournal(tx: CommandTx): Promise<Journal | null> {
  const [last] = await listExports(tx);
  const after = last?.throughRecordedAt ?? BEFORE_ALL;
  const through = await completeInstant(tx);
  const lines = await journalLines(tx, { after, through });
  if (lines.length === 0) return null;
  assert(lines.reduce((sum, line) => sum + line.functionalMinor, 0n) === 0n, 'a journal balances');
  const number = (last?.number ?? 0n) + 1n;
  await insertExport(tx, {
    number,
    afterRecordedAt: after,
    throughRecordedAt: through,
    postingCount: BigInt(lines.reduce((count, line) => count + line.postings, 0)),
    debitFunctionalMinor: lines.reduce(
      (sum, line) => sum + (line.functionalMinor > 0n ? line.functionalMinor : 0n),
      0n,
    ),
  });
  tx.audit({ action: 'journal.export', subjectKind: 'journal', subjectId: number.toString() });
  return { number, throughRecordedAt: through, lines };
}

/** A journal that went out before, printed again: the same lines. */
export async function reprintJournal(tx: Tx, number: bigint): Promise<Journal> {
  const found: JournalExport | undefined = (await listExports(tx)).find((one) => one.number === number);
  if (!found) throw notFound('journal', number.toString());
  const lines = await journalLines(tx, { after: found.afterRecordedAt, through: found.throughRecordedAt });
  return { number, throughRecordedAt: found.throughRecordedAt, lines };
}
