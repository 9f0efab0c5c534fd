/** Writing down what was done: at once, in place, by anybody who works with customers. One's own lines may be edited or taken back. */
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { type Activity, findActivity, insertActivities } from './activities.queries.ts';
import { findContact } from './contacts.queries.ts';
import type { CustomerLedger } from './customer-ledger.ts';
import { theCustomer } from './customers.errors.ts';
import { recordsOfParty } from './family.queries.ts';
import { tellMentioned } from './notes/mentions.usecase.ts';
import { deletePin } from './notes/pins.queries.ts';

export interface ActivityDraft {
  readonly kind: string;
  readonly text: string;
  readonly happenedAt?: string | undefined;
  readonly durationSeconds?: number | undefined;
  readonly itemId?: string | undefined;
  readonly contactId?: string | undefined;
}

/** Returns the line's id. Throws `activity_in_future`, and `not_found` for an item or a contact that is none of the customer's. */
export async function writeActivity(
  tx: CommandTx,
  { customerId, ...draft }: ActivityDraft & { readonly customerId: string },
  ledger: Pick<CustomerLedger, 'customerOfItem'>,
): Promise<string> {
  await theCustomer(tx, customerId);
  await requireOfCustomer(tx, { customerId, ...draft }, ledger);
  if (draft.happenedAt !== undefined && draft.happenedAt > tx.recordedAt) {
    throw new AppError(
      'activity_in_future',
      `${draft.happenedAt} is not past yet; write down what was done, not what will be.`,
    );
  }
  const id = newId();
  const { itemId = null, contactId = null, durationSeconds = null, ...said } = draft;
  await insertActivities(tx, [{ id, customerId, itemId, contactId, durationSeconds, ...said }], null);
  await tellMentioned(tx, { firstId: id, text: draft.text });
  tx.audit({ action: `activity.${draft.kind}`, subjectKind: 'customer', subjectId: customerId, after: { id } });
  return id;
}

async function requireOfCustomer(
  tx: CommandTx,
  { customerId, itemId, contactId }: Pick<ActivityDraft, 'itemId' | 'contactId'> & { readonly customerId: string },
  ledger: Pick<CustomerLedger, 'customerOfItem'>,
): Promise<void> {
  if (itemId === undefined && contactId === undefined) return;
  const party = await recordsOfParty(tx, customerId);
  const isOfParty = (owner: string | undefined) => owner !== undefined && party.includes(owner);
  if (itemId !== undefined && !isOfParty(await ledger.customerOfItem(tx, itemId))) throw notFound('item', itemId);
  if (contactId === undefined) return;
  if (!isOfParty((await findContact(tx, contactId))?.customerId)) throw notFound('contact', contactId);
}

/** Says a line anew. Returns the id of the line that stands now. Throws `activity_is_not_yours`. */
export async function editActivity(tx: CommandTx, id: string, text: string): Promise<string> {
  const before = await theOwnActivity(tx, id);
  const { customerId, firstId, kind, itemId, caseId, contactId, happenedAt, durationSeconds, detail } = before;
  const line = { id: newId(), customerId, kind, itemId, caseId, contactId, happenedAt, durationSeconds, detail, text };
  await insertActivities(tx, [{ ...line, supersedesId: id }], null);
  await tellMentioned(tx, { firstId, text, before: before.text });
  const subject = { subjectKind: 'customer', subjectId: customerId };
  tx.audit({ action: 'activity.edited', ...subject, before: { id }, after: { id: line.id } });
  return line.id;
}

/** Takes a line out of the timeline; it stays in the history. Throws `activity_is_not_yours`. */
export async function withdrawActivity(tx: CommandTx, id: string): Promise<void> {
  const { customerId, kind, happenedAt, firstId, isPinned } = await theOwnActivity(tx, id);
  if (isPinned) await deletePin(tx, firstId);
  const line = { id: newId(), customerId, kind, happenedAt, text: '', supersedesId: id, isWithdrawal: true };
  await insertActivities(tx, [line], null);
  tx.audit({ action: 'activity.withdrawn', subjectKind: 'customer', subjectId: customerId, before: { id } });
}

async function theOwnActivity(tx: CommandTx, id: string): Promise<Activity> {
  const activity = await findActivity(tx, id);
  if (!activity) throw notFound('activity', id);
  if (activity.actorId === tx.actor.id) return activity;
  const message = `${activity.actorName} wrote this; only they change it. Add a line of your own.`;
  throw new AppError('activity_is_not_yours', message, { status: 403 });
}
