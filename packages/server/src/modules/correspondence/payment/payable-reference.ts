/**
 * The reference under which a letter asks to be paid: RF with check digits (ISO 11649). Of a letter about one document it holds that
 * document's number, which any program reads; of several it holds a number of ours, QS and eight digits, that stands for them.
 */
import { creditorReference } from '@quittance/core/payment-reference';
import { referenceKey } from '@quittance/core/references';
import type { Tx } from '../../../platform/database/transaction.ts';
import {
  type AskedItem,
  insertReferences,
  type KeptReference,
  nextReferenceNumber,
} from './payment-references.queries.ts';

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

/** Makes and keeps the references of letters, in their order; null where nothing is asked for. */
export async function makeReferences(
  tx: Tx,
  letters: readonly { readonly customerId: string; readonly items: readonly PayableItem[] }[],
): Promise<(string | null)[]> {
  const ones = letters.map(({ items }) => referenceOfOne(items));
  const isNumbered = letters.map(({ items }, at) => items.length > 0 && ones[at] === null);
  if (!isNumbered.includes(true)) return ones;
  let next = await nextReferenceNumber(tx);
  const kept: KeptReference[] = [];
  const references = letters.map(({ customerId, items }, at) => {
    if (!isNumbered[at]) return ones[at] ?? null;
    const number = next++;
    const reference = referenceOfMany(number);
    kept.push({ reference, number, customerId, items });
    return reference;
  });
  await insertReferences(tx, kept);
  return references;
}
