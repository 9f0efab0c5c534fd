/** The debit note that asks interest: numbered without gaps, due after the days that the company's terms give. */
import { addDays } from '@quittance/core/calendar';
import type { Money } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { performAct, placeHold } from '../../ledger/index.ts';
import { nextNoteNumber } from './charges.queries.ts';
import { termsInForce } from './interest-policy.queries.ts';

export interface ChargedNote {
  readonly number: string;
  readonly itemId: string;
  readonly entryId: string;
}

/** On a note that its customer was not told of yet: nobody is reminded of it. */
export const NOT_TOLD_HOLD = 'not_told';
const NOT_TOLD = 'The customer was not told of this note yet';

/** Whoever posts holds the lock of charging. */
export async function postNote(
  tx: CommandTx,
  given: { readonly customerId: string; readonly total: Money; readonly text: string },
): Promise<ChargedNote> {
  const { customerId, total, text } = given;
  const { policy } = await termsInForce(tx);
  const number = await nextNoteNumber(tx);
  const instalments = [{ dueOn: addDays(tx.today, policy.noteDueDays), amountMinor: total.amountMinor }];
  const document = {
    kind: 'debit_note' as const,
    number,
    customerId,
    currency: total.currency,
    issuedOn: tx.today,
    instalments,
    note: text,
  };
  const posted = await performAct(tx, { kind: 'document', document });
  const [itemId = '', entryId = ''] = [posted.itemIds[0], posted.entryIds[0]];
  await placeHold(tx, { itemId, customerId, kind: NOT_TOLD_HOLD, reason: NOT_TOLD });
  return { number, itemId, entryId };
}

/** Its letter came back: they do not know of it after all. */
export async function noteIsNotTold(tx: Tx, note: { readonly itemId: string; readonly customerId: string }) {
  await placeHold(tx, { ...note, kind: NOT_TOLD_HOLD, reason: NOT_TOLD });
}

export function interestChanged(): AppError {
  const message =
    'This interest is another than shown: money came, a day passed, or somebody asked for it. Look again.';
  return new AppError('interest_changed', message, { status: 409 });
}
