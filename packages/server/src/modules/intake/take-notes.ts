/** Notes of an extract become lines of the activity stream; the same line is taken once. */

import { instantInZone } from '@quittance/core/calendar';
import type { NoteRow } from '@quittance/core/extracts';
import { referenceKey } from '@quittance/core/references';
import { newId } from '../../platform/ids.ts';
import { findSameActivities, insertActivities, type NewActivity } from '../customers/index.ts';
import { findItemsByKey } from '../ledger/index.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';
import { createRowAccounts, type RowAccounts, unknownCustomer } from './row-accounts.ts';

/** Of a note whose hour nobody knows: the day stays the same in every zone but the outermost. */
const NOON = '12:00';

export async function takeNotes(context: TakingContext): Promise<FileTaker> {
  const accounts = createRowAccounts(context);
  const seen = new Set<string>();
  return {
    async take(message) {
      if (message.type === 'activities') await takeBlock(context, message.activities, { accounts, seen });
    },
    finish: async () => undefined,
  };
}

interface Known {
  readonly accounts: RowAccounts;
  /** Lines of this file so far. */
  readonly seen: Set<string>;
}

async function takeBlock(context: TakingContext, rows: readonly NoteRow[], known: Known): Promise<void> {
  const { tx, recorder, batchId, commandId } = context;
  await known.accounts.know(rows.map((row) => row.customerNumber));
  const lines = rows.flatMap((row) => {
    const account = known.accounts.find(row.customerNumber);
    if (account !== undefined) return [{ row, line: lineOf(row, account.customerId, tx.company.timeZone) }];
    recorder.refuse(unknownCustomer(row.row, row.customerNumber));
    return [];
  });
  const standing = await findSameActivities(
    tx,
    lines.map(({ line }) => line),
  );
  const items = await itemIds(context, lines);
  const added: NewActivity[] = [];
  for (const [index, { row, line }] of lines.entries()) {
    const key = JSON.stringify([line.customerId, line.kind, line.happenedAt, line.text]);
    const isThere = standing.has(index) || known.seen.has(key);
    known.seen.add(key);
    recorder.count(isThere ? 'unchanged' : 'added', () => shown(row));
    const itemId = items.get(itemKey(row, line.customerId)) ?? null;
    if (!isThere) added.push({ ...line, itemId });
  }
  if (commandId !== null) await insertActivities(tx, added, batchId);
}

type Line = ReturnType<typeof lineOf>;

function lineOf(row: NoteRow, customerId: string, timeZone: string) {
  return {
    id: newId(),
    customerId,
    kind: row.kind,
    text: row.text,
    happenedAt: instantInZone(row.happenedOn, row.timeOfDay ?? NOON, timeZone),
    actorName: row.author ?? undefined,
  };
}

/** The items that notes name, of the same customer; a note whose item is not known stands on the customer alone. */
async function itemIds(
  { tx }: TakingContext,
  lines: readonly { row: NoteRow; line: Line }[],
): Promise<Map<string, string>> {
  const keys = lines.flatMap(({ row }) => (row.itemNumber === null ? [] : [referenceKey(row.itemNumber)]));
  if (keys.length === 0) return new Map();
  const found = await findItemsByKey(tx, [...new Set(keys)]);
  return new Map(found.map((item) => [`${item.customerId} ${referenceKey(item.number)}`, item.id]));
}

function itemKey(row: NoteRow, customerId: string): string {
  return `${customerId} ${referenceKey(row.itemNumber ?? '')}`;
}

function shown(row: NoteRow) {
  const { customerNumber, kind, happenedOn, author, itemNumber, text } = row;
  return {
    row: row.row,
    label: customerNumber,
    fields: { kind, happenedOn, author: author ?? '', itemNumber: itemNumber ?? '', text },
  };
}
