/**
 * Undoing an import: its documents are reversed, its bank lines may come again, its customers go or are put back.
 * Customers that came with items stay: the reversed items stand on their accounts.
 */
import { type AuditLine, type CommandTx, inCommand } from '../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../platform/database/transaction.ts';
import { AppError, assert } from '../../platform/errors.ts';
import {
  type Customer,
  type CustomerChange,
  deleteContactsOfBatch,
  deleteCustomers,
  findContacts,
  findCustomer,
  findCustomersOfBatch,
  updateContacts,
  updateCustomers,
  withdrawActivitiesOfBatch,
} from '../customers/index.ts';
import { reverseEntries } from '../ledger/index.ts';
import { releaseBankLines } from './bank-lines.queries.ts';
import { findBatch, lockBatch, moveBatch, saveProgress, touchBatch } from './batches.queries.ts';
import { findContactChanges } from './contact-changes.queries.ts';
import { findCustomerChanges } from './customer-changes.queries.ts';
import type { ImportBatch } from './import-batch.ts';
import { putBackKnownMoney, requireUnsettled } from './known-money/undo-known-money.ts';
import { releaseAccounts } from './own-accounts/own-accounts.usecase.ts';
import { inTurn } from './pass-queue.ts';
import { type ImportPlace, promiseImports } from './promise-imports.ts';
import { reasonOf, theBatch } from './read-batch.usecase.ts';
import { withdrawAdvices } from './remittances/advices.queries.ts';
import { findAcceptedCorrections, supersedeProposalsOf } from './snapshot/snapshot.queries.ts';
import { findCustomersWithDocuments, findOpeningEntries } from './standing.queries.ts';

export interface UndoRequest {
  readonly id: string;
  readonly reason: string;
  /** Undo what was applied to its items too; otherwise an applied item keeps the whole import. */
  readonly withDependents: boolean;
}

/** Asks for the undoing: the batch is then `undoing`, and `undoBatch` does it. Throws `import_is_not_posted`. */
export async function startUndoing(tx: Tx, id: string): Promise<void> {
  const batch = theBatch(await findBatch(tx, id), id);
  if (batch.status === 'undone' || batch.status === 'undoing') return;
  if (await moveBatch(tx, id, { from: ['posted'], to: 'undoing' })) return;
  const message = `${batch.fileName} is ${batch.status}; only a posted import can be undone.`;
  throw new AppError('import_is_not_posted', message, { status: 409 });
}

/** Undoes. When it fails, nothing was undone; the batch is posted as before with the reason, which is thrown as well. */
export async function undoBatch(place: ImportPlace, scope: Scope, request: UndoRequest): Promise<void> {
  const { database } = place;
  const { id } = request;
  const isWaiting = () => database.write(scope, (tx) => touchBatch(tx, id));
  try {
    await inTurn(() => undoNow(place, scope, request), isWaiting);
  } catch (error) {
    await database.write(scope, (tx) => moveBatch(tx, id, { from: ['undoing'], to: 'posted', ...reasonOf(error) }));
    throw error;
  }
}

async function undoNow(place: ImportPlace, scope: Scope, request: UndoRequest): Promise<void> {
  const { database } = place;
  const { id } = request;
  const { kind } = theBatch(await database.read(scope, (tx) => findBatch(tx, id)), id);
  // Customers go while nobody posts: one that goes cannot get an item at the same time.
  const inTransaction = kind === 'customers' ? database.close : database.post;
  await inTransaction.call(database, scope, async (tx) => {
    await lockBatch(tx, id);
    const batch = theBatch(await findBatch(tx, id), id);
    if (batch.status !== 'undoing') return;
    await inCommand(tx, { action: 'intake.undo', body: request }, (command) =>
      undoWhole({ ...place, scope, tx: command }, batch, request),
    );
  });
}

async function undoWhole(
  place: ImportPlace & { readonly scope: Scope; readonly tx: CommandTx },
  batch: ImportBatch,
  request: UndoRequest,
) {
  const { database, scope, tx } = place;
  const { id, kind } = batch;
  await requireUnsettled(tx, id);
  const corrections = await undoCorrections(tx, batch, request);
  const entries = await findOpeningEntries(tx, id);
  await reverseAll(database, scope, tx, { entries, request, rowsKnown: batch.rowsKnown ?? entries.length });
  await releaseBankLines(tx, id);
  await withdrawAdvices(tx, id, request.reason);
  await putBackKnownMoney(tx, id);
  const customers = kind === 'customers' ? await undoCustomers(tx, id) : {};
  const people = await undoPeople(place, batch, request.reason);
  await releaseAccounts(tx);
  assert(await moveBatch(tx, id, { from: ['undoing'], to: 'undone' }), 'the batch is locked for undoing');
  const line: AuditLine = { action: 'intake.undo', subjectKind: 'import', subjectId: id, reason: request.reason };
  const after = { documents: entries.length, ...corrections, ...customers, ...people };
  tx.audit({ ...line, after });
  return after;
}

/**
 * What people accepted of a full list goes with the list when the person says so; otherwise the list stays. Proposals that
 * nobody decided go in any case. Throws `import_has_corrections`.
 */
async function undoCorrections(
  tx: CommandTx,
  { id, fileName, snapshotOn }: ImportBatch,
  { reason, withDependents }: UndoRequest,
): Promise<{ corrections?: number }> {
  if (snapshotOn === null) return {};
  const corrections = await findAcceptedCorrections(tx, id);
  if (corrections.length > 0 && !withDependents) {
    const one = corrections.length === 1;
    const message = `${corrections.length} ${one ? 'correction' : 'corrections'} of ${fileName} ${one ? 'was' : 'were'} accepted and ${one ? 'stands' : 'stand'} in the ledger. Undo ${one ? 'it' : 'them'} first, or together with the list.`;
    throw new AppError('import_has_corrections', message, { status: 409, details: { count: corrections.length } });
  }
  const entryIds = corrections.flatMap((correction) => correction.entryIds);
  for (let start = 0; start < entryIds.length; start += ENTRIES_PER_BLOCK) {
    const block = entryIds.slice(start, start + ENTRIES_PER_BLOCK);
    await reverseEntries(tx, { entryIds: block, withDependents, reason, batchId: id });
  }
  await supersedeProposalsOf(tx, id);
  return { corrections: corrections.length };
}

const ENTRIES_PER_BLOCK = 2_000; // one statement's rows, and one step of the progress shown

async function reverseAll(
  database: Database,
  scope: Scope,
  tx: CommandTx,
  given: { readonly entries: readonly string[]; readonly request: UndoRequest; readonly rowsKnown: number },
): Promise<void> {
  const { entries, rowsKnown } = given;
  const { id, reason, withDependents } = given.request;
  for (let start = 0; start < entries.length; start += ENTRIES_PER_BLOCK) {
    const entryIds = entries.slice(start, start + ENTRIES_PER_BLOCK);
    await reverseEntries(tx, { entryIds, withDependents, reason, batchId: id });
    const rows = Math.floor((rowsKnown * (start + entryIds.length)) / entries.length); // one entry may stand for many rows
    await database.write(scope, (other) => saveProgress(other, id, rows));
  }
}

/** Contacts go or are put back where nobody has changed them since; notes are taken back by further lines, promises are withdrawn. */
async function undoPeople(
  { tx, promises }: Pick<ImportPlace, 'promises'> & { readonly tx: CommandTx },
  { id: batchId, kind }: ImportBatch,
  reason: string,
): Promise<Record<string, number>> {
  if (kind === 'promises')
    return { promisesWithdrawn: await promiseImports({ promises }).takeBack(tx, { batchId, reason }) };
  if (kind === 'notes') return { notesWithdrawn: await withdrawActivitiesOfBatch(tx, batchId) };
  if (kind !== 'contacts') return {};
  const contactsRemoved = await deleteContactsOfBatch(tx, batchId);
  const changes = await findContactChanges(tx, batchId);
  const people = await findContacts(tx, [...new Set(changes.map(({ customerId }) => customerId))]);
  const standing = new Map(people.map((one) => [one.id, one]));
  const restored = changes.filter(({ after }) => {
    const now = standing.get(after.id);
    return (
      now !== undefined &&
      Object.entries(after).every(([field, value]) => isSame(now[field as keyof typeof now], value))
    );
  });
  await updateContacts(
    tx,
    restored.map(({ before }) => before),
  );
  return { contactsRemoved, contactsRestored: restored.length };
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Customers that came with the batch go, if nothing was ever posted for them; changed ones are put back. */
async function undoCustomers(
  tx: Tx,
  batchId: string,
): Promise<{ customersRemoved: number; customersRestored: number }> {
  const added = await findCustomersOfBatch(tx, batchId);
  const ids = added.map((customer) => customer.id);
  const inUse = await findCustomersWithDocuments(tx, ids);
  const removable = ids.filter((id) => !inUse.has(id));
  const removed = await deleteCustomers(tx, removable);
  const restored = await restoreCustomers(tx, batchId);
  return { customersRemoved: removed.length, customersRestored: restored };
}

/** A field that somebody has changed since keeps what they gave it. */
async function restoreCustomers(tx: Tx, batchId: string): Promise<number> {
  const restored: CustomerChange[] = [];
  for (const { id, before, after } of await findCustomerChanges(tx, batchId)) {
    const customer = await findCustomer(tx, id);
    if (customer === undefined) continue;
    const isUntouched = (field: string) => customer[field as keyof Customer] === after[field as keyof typeof after];
    restored.push({ id, ...Object.fromEntries(Object.entries(before).filter(([field]) => isUntouched(field))) });
  }
  await updateCustomers(tx, restored);
  return restored.length;
}
