/** A person accepts proposals, each becoming the act it names, or rejects them with a reason. */
import { formatAmount } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { entryPostings, findItem, type LedgerAct, type PostingView, performAct } from '../../ledger/index.ts';
import { decideChange, findChanges, type ProposedChange } from './snapshot.queries.ts';

/** All or none. Throws `change_is_decided`, `nothing_to_post`, `item_changed_meanwhile`, and the ledger's refusals. */
export async function acceptChanges(tx: CommandTx, ids: readonly string[]): Promise<{ entries: number }> {
  let entries = 0;
  for (const change of await undecided(tx, ids)) {
    const entryIds = await postChange(tx, change);
    await decideChange(tx, change.id, { status: 'accepted', reason: null, entryIds });
    tx.audit({ action: 'item_change.accept', subjectKind: 'item', subjectId: change.itemId, after: auditOf(change) });
    entries += entryIds.length;
  }
  return { entries };
}

/** Throws `change_is_decided`. The same difference is not proposed again. */
export async function rejectChanges(tx: CommandTx, ids: readonly string[], reason: string): Promise<void> {
  for (const change of await undecided(tx, ids)) {
    await decideChange(tx, change.id, { status: 'rejected', reason, entryIds: [] });
    const after = auditOf(change);
    tx.audit({ action: 'item_change.reject', subjectKind: 'item', subjectId: change.itemId, after, reason });
  }
}

async function undecided(tx: CommandTx, ids: readonly string[]): Promise<ProposedChange[]> {
  const changes = await findChanges(tx, ids, { lock: true });
  const missing = ids.find((id) => !changes.some((change) => change.id === id));
  if (missing !== undefined) throw notFound('proposal', missing);
  const decided = changes.find((change) => change.status !== 'proposed');
  if (decided === undefined) return changes;
  const message = `The proposal for ${decided.number} is ${decided.status} already. Reload the list.`;
  throw new AppError('change_is_decided', message, { status: 409 });
}

async function postChange(tx: CommandTx, change: ProposedChange): Promise<readonly string[]> {
  const item = await findItem(tx, change.itemId);
  if (item === undefined) throw notFound('item', change.itemId);
  if (item.openMinor !== change.openHereMinor) {
    const open = { amount: formatAmount(item.openMinor, item.currency), currency: item.currency };
    const message = `${change.number} has ${open.amount} ${open.currency} open by now. Bring the ERP's list of today, or reject this proposal.`;
    throw new AppError('item_changed_meanwhile', message, { status: 409, details: { number: change.number, open } });
  }
  const { entryIds } = await performAct(tx, actOf(change));
  return entryIds;
}

function actOf(change: ProposedChange): LedgerAct {
  const { plan, itemId, listedOn, fileName } = change;
  const dated = { effectiveOn: listedOn, reason: `${fileName}: open items of ${listedOn}` };
  switch (plan.act) {
    case 'settle':
      return { kind: 'adjustment', itemId, adjustment: 'erp_settlement', amountMinor: plan.amountMinor, ...dated };
    case 're_date':
      return { kind: 'due_date_change', itemId, dueOn: plan.dueOn, ...dated };
    case 'reverse':
      return {
        kind: 'reversal',
        entryId: plan.entryId,
        amountMinor: plan.amountMinor,
        withDependents: false,
        ...dated,
      };
    case 'none': {
      const message = `For ${change.number} there is nothing to post. Reject the proposal to put it aside.`;
      throw new AppError('nothing_to_post', message, { status: 409 });
    }
  }
}

/** The postings that accepting would write, found by writing them and taking it back. Throws as accepting would. */
export async function previewChange(database: Database, scope: Scope, id: string): Promise<PostingView[]> {
  try {
    return await database.post(scope, async (tx) => {
      const [change] = await findChanges(tx, [id], { lock: false });
      if (change === undefined) throw notFound('proposal', id);
      const command: CommandTx = { ...tx, commandId: newId(), audit: () => undefined };
      const entryIds = await postChange(command, change);
      const postings: PostingView[] = [];
      for (const entryId of entryIds) postings.push(...(await entryPostings(tx, entryId)));
      throw new TakenBack(postings);
    });
  } catch (error) {
    if (error instanceof TakenBack) return [...error.postings];
    throw error;
  }
}

class TakenBack extends Error {
  readonly postings: readonly PostingView[];

  constructor(postings: readonly PostingView[]) {
    super('a preview is taken back');
    this.postings = postings;
  }
}

function auditOf({ kind, plan, openHereMinor, openThereMinor, dueHere, dueThere }: ProposedChange) {
  const amounts = { openHereMinor: openHereMinor.toString(), openThereMinor: openThereMinor.toString() };
  return { kind, act: plan.act, ...amounts, dueHere, dueThere };
}
