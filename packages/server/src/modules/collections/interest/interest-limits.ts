/** What one person charges or lets go of interest alone is told to the limits; what they refuse takes the act back. */
import type { Money } from '@quittance/core/money';
import type { Role } from '@quittance/core/permissions';
import type { CommandTx } from '../../../platform/command/index.ts';
import { type LimitGuard, rehearse, worthOf } from '../../ledger/index.ts';
import { postNote } from './interest-note.usecase.ts';

interface Asker {
  readonly limitGuard: LimitGuard;
  readonly roles: readonly Role[];
}

/** Throws `above_own_limit`. */
export async function guardCharge(
  tx: CommandTx,
  { limitGuard, roles }: Asker,
  { customerId, entryId }: { readonly customerId: string; readonly entryId: string },
): Promise<void> {
  const posted = { entryId };
  await limitGuard(tx, { kind: 'interest_charge', itemId: null, customerId, toComeMinor: 0n, posted, roles });
}

/** Throws `above_own_limit`, `approval_needed`. */
export async function guardWaiver(
  tx: CommandTx,
  { limitGuard, roles }: Asker,
  { customerId, total }: { readonly customerId: string; readonly total: Money },
): Promise<void> {
  const posted = { valueMinor: await worthInCompanyCurrency(tx, { customerId, total }) };
  await limitGuard(tx, { kind: 'interest_waiver', itemId: null, customerId, toComeMinor: 0n, posted, roles });
}

/** In another currency: what the note would have been worth today. */
async function worthInCompanyCurrency(
  tx: CommandTx,
  waived: { readonly customerId: string; readonly total: Money },
): Promise<bigint> {
  if (waived.total.currency === tx.company.functionalCurrency) return waived.total.amountMinor;
  const note = await rehearse(tx, async (trial) => [(await postNote(trial, { ...waived, text: '' })).entryId]);
  return worthOf(note);
}
