import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { updateCustomers } from './customer-changes.queries.ts';
import { deleteOtherNumber, insertOtherNumbers, type OtherNumber } from './customer-numbers.queries.ts';
import { markAccountReviewed } from './customer-record.queries.ts';
import { theLivingCustomer } from './customers.errors.ts';
import { type Customer, findUnidentified, insertCustomers } from './customers.queries.ts';

/** The customer on which cash without a known owner sits; made with the company's first use. */
export async function ensureUnidentifiedCustomer(tx: Tx): Promise<string> {
  const found = await findUnidentified(tx);
  if (found) return found.id;
  const id = newId();
  await insertCustomers(
    tx,
    [{ id, number: 'UNIDENTIFIED', name: 'Unidentified receipts', kind: 'unidentified' }],
    null,
  );
  return id;
}

/** What one person may change alone. Bank, tax and the other guarded fields go by a request. */
export type OpenDetails = Partial<
  Pick<Customer, 'country' | 'language' | 'email' | 'phone' | 'timeZone' | 'channel' | 'segment' | 'tier' | 'tags'>
>;

export async function changeDetails(tx: CommandTx, id: string, details: OpenDetails): Promise<void> {
  const customer = await theLivingCustomer(tx, id);
  const fields = Object.keys(details) as (keyof OpenDetails)[];
  const before = Object.fromEntries(fields.map((field) => [field, customer[field]]));
  await updateCustomers(tx, [{ id, ...details }]);
  tx.audit({ action: 'customers.details_changed', subjectKind: 'customer', subjectId: id, before, after: details });
}

/** Gives a customer the number that another system has for it. Throws `customer_number_pkey` when that system gave it to another. */
export async function addOtherNumber(tx: CommandTx, number: OtherNumber): Promise<void> {
  await theLivingCustomer(tx, number.customerId);
  await insertOtherNumbers(tx, [number]);
  tx.audit({ action: 'customers.number_added', subjectKind: 'customer', subjectId: number.customerId, after: number });
}

export async function removeOtherNumber(tx: CommandTx, number: OtherNumber): Promise<void> {
  if (!(await deleteOtherNumber(tx, number))) throw notFound('number', `${number.system} ${number.number}`);
  const subject = { subjectKind: 'customer', subjectId: number.customerId };
  tx.audit({ action: 'customers.number_removed', ...subject, before: number });
}

/** That somebody has looked at an account which an import brought. Throws `account_is_reviewed`. */
export async function reviewAccount(
  tx: CommandTx,
  account: { readonly customerId: string; readonly account: string; readonly note: string | null },
): Promise<void> {
  if (!(await markAccountReviewed(tx, account))) {
    const message = `There is no account ${account.account} of this customer to review; somebody may have done it.`;
    throw new AppError('account_is_reviewed', message, { status: 409 });
  }
  const { customerId, note, ...after } = account;
  const subject = { subjectKind: 'customer', subjectId: customerId };
  tx.audit({ action: 'customers.account_reviewed', ...subject, after, reason: note ?? undefined });
}
