/**
 * The reference under which a letter asks to be paid: RF with check digits (ISO 11649). Of a letter about one document it holds that
 * document's number, which any program reads; of several it holds a number of ours, QS and eight digits, that stands for them.
 */
import { creditorReference } from '@quittance/core/payment-reference';
import { referenceKey } from '@quittance/core/references';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type AskedItem, insertReference, nextReferenceNumber } from './payment-references.queries.ts';

export interface PayableItem extends AskedItem {
  readonly number: string;
}

const NUMBER_DIGITS = 8;

/** RF of a document's number where it fits: letters and digits, 4 to 21. Null where it does not. */
export function referenceOfOne(items: readonly PayableItem[]): string | null {
  const [only, ...others] = items;
  if (only === undefined || others.length > 0) return null;
  const key = referenceKey(only.number);
  return /^(?=.*\d)[A-Z0-9]{4,21}$/.test(key) ? creditorReference(key) : null;
}

/** As `QS10000042` it cannot be a document's number by chance. */
export function referenceOfMany(number: bigint): string {
  return creditorReference(`QS${number.toString().padStart(NUMBER_DIGITS, '0')}`);
}

/** Makes and keeps the reference of a letter; null when nothing is asked for. */
export async function makeReference(
  tx: Tx,
  { customerId, items }: { readonly customerId: string; readonly items: readonly PayableItem[] },
): Promise<string | null> {
  const asked = items.filter(({ askedMinor }) => askedMinor > 0n);
  if (asked.length === 0) return null;
  const one = referenceOfOne(asked);
  if (one !== null) return one;
  const number = await nextReferenceNumber(tx);
  const reference = referenceOfMany(number);
  await insertReference(tx, { reference, number, customerId, items: asked });
  return reference;
}
