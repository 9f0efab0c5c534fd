/**
 * What one person posts alone is told to the limits: adjustments, credit notes, and invoices that are taken back, which credit the
 * customer just the same. Called in the transaction of the act; what it throws takes the act back.
 */
import { abs } from '@quittance/core/money';
import type { Role } from '@quittance/core/permissions';
import type { CommandTx } from '../../platform/command/index.ts';
import type { LedgerAct } from './ledger-act.ts';
import { performAct } from './ledger-act.ts';
import type { LimitGuard } from './limit-guard.ts';
import { waitingAdjustmentsMinor } from './pending.queries.ts';
import type { PerformedOrPending } from './pending.usecase.ts';
import { entryPostings, findItem } from './reading.queries.ts';
import { rehearse, worthOf } from './rehearsal.usecase.ts';

/** Looks at an act in the transaction that carried it out. */
export type Check = (tx: CommandTx, result: PerformedOrPending) => Promise<void>;

interface Asker {
  readonly limitGuard: LimitGuard;
  readonly roles: readonly Role[];
}

type Adjustment = LedgerAct & { readonly kind: 'adjustment' };
type DocumentAct = LedgerAct & { readonly kind: 'document' };

/** Throws `approval_needed`. */
export function adjustmentCheck({ limitGuard, roles }: Asker, act: Adjustment): Check {
  return async (tx, result) => {
    const { itemId, adjustment: kind } = act;
    const item = await findItem(tx, itemId);
    if (item === undefined) return;
    const toComeMinor = await worthOfWaiting(tx, act, await waitingAdjustmentsMinor(tx, act));
    const ofThis = async () => worthOfWaiting(tx, act, act.amountMinor);
    const posted = await postedOf(result, ofThis);
    await limitGuard(tx, { kind, itemId, customerId: item.customerId, toComeMinor, posted, roles });
  };
}

/** The same of a document, when it credits the customer. */
export function creditCheck({ limitGuard, roles }: Asker, act: DocumentAct): Check {
  return async (tx, result) => {
    const { kind, customerId } = act.document;
    if (kind !== 'credit_note' && kind !== 'on_account_credit') return;
    const today: LedgerAct = { kind: 'document', document: { ...act.document, issuedOn: tx.today } };
    const posted = await postedOf(result, () => worthNow(tx, today));
    await limitGuard(tx, { kind: 'credit', itemId: null, customerId, toComeMinor: 0n, posted, roles });
  };
}

/** The same of a reversal, when what is taken back is a debit: an invoice of 20,000.00 taken back is a credit of 20,000.00. */
export function reversalCheck({ limitGuard, roles }: Asker, entryId: string): Check {
  return async (tx, result) => {
    const postings = await entryPostings(tx, entryId);
    const debit = postings.find((one) => one.kind === 'document' && one.itemId !== null && one.amountMinor > 0n);
    if (debit?.itemId == null || debit.customerId === null || result.state === 'pending') return;
    const written = result.entryIds.at(-1);
    if (written === undefined) return;
    const { itemId, customerId } = debit;
    const posted = { entryId: written };
    await limitGuard(tx, { kind: 'credit', itemId, customerId, toComeMinor: 0n, posted, roles });
  };
}

async function postedOf(result: PerformedOrPending, worthToday: () => Promise<bigint>) {
  if (result.state === 'pending') return { pendingId: result.pendingId, valueMinor: await worthToday() };
  return { entryId: result.entryIds[0] ?? '' };
}

/**
 * What acts that wait to take so much from this item would be worth if they were done today, as far as so much of it is open: the
 * limit is for all of them together.
 */
async function worthOfWaiting(tx: CommandTx, act: Adjustment, waitingMinor: bigint): Promise<bigint> {
  const openMinor = abs((await findItem(tx, act.itemId))?.openMinor ?? 0n);
  if (waitingMinor === 0n || openMinor === 0n) return 0n;
  const amountMinor = waitingMinor >= openMinor ? openMinor : waitingMinor;
  const { effectiveOn: _, ...undated } = act;
  return worthNow(tx, { ...undated, amountMinor });
}

async function worthNow(tx: CommandTx, act: LedgerAct): Promise<bigint> {
  return worthOf(await rehearse(tx, async (trial) => (await performAct(trial, act)).entryIds));
}
