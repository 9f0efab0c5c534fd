/**
 * Finding items that are not in sight of the desk: one by whatever is remembered of it, or many by the references that a customer
 * wrote into a mail or a sheet. Items of other customers are found too: who they belong to is said with them.
 */
import { tokensOfNumber } from '@quittance/core/matching';
import { minorDigits, parseAmount } from '@quittance/core/money';
import { referenceDigits, referenceKey } from '@quittance/core/references';
import type { Tx } from '../../../platform/database/transaction.ts';
import { findItemsByAmount, findItemsByNumber, findItemsByTail } from '../../ledger/index.ts';
import { itemsByDigits } from '../deciding/facts.queries.ts';
import { type Candidate, itemsOfIds } from './receipt-detail.queries.ts';
import { theReceipt } from './the-receipt.usecase.ts';

const FOUND_MAX = 40; // of one search: a longer list is not read, a longer number is typed
const TAIL_CHARS_MIN = 3;

/**
 * Open items by number, its beginning or its end, a purchase order, or an amount such as "1.234,56"; in the receipt's currency,
 * or by number in every other one. Throws `not_found`.
 */
export async function searchItemsFor(
  tx: Tx,
  receiptId: string,
  { words, isInOther }: { readonly words: string; readonly isInOther: boolean },
): Promise<Candidate[]> {
  const { currency } = await theReceipt(tx, receiptId);
  const text = words.trim();
  const key = referenceKey(text);
  const ids: string[] = (await itemsByReference(tx, [text])).flatMap(({ itemIds }) => itemIds);
  if (key !== '') ids.push(...idsOf(await findItemsByNumber(tx, { key, limit: FOUND_MAX })));
  for (const tail of tailsOf(text, key)) ids.push(...idsOf(await findItemsByTail(tx, { tail, limit: FOUND_MAX })));
  const amounts = isInOther ? [] : amountsOf(text, currency);
  if (amounts.length > 0) ids.push(...idsOf(await findItemsByAmount(tx, { amounts, limit: FOUND_MAX })));
  const open = (await itemsOfIds(tx, [...new Set(ids)], currency, isInOther)).filter(
    ({ openMinor }) => openMinor !== 0n,
  );
  return open.slice(0, FOUND_MAX);
}

export interface FoundReference {
  readonly reference: string;
  /** Open and settled, in due order; empty when no item carries it. */
  readonly itemIds: readonly string[];
}

export interface FoundReferences {
  readonly references: readonly FoundReference[];
  readonly items: readonly Candidate[];
}

/**
 * The items that carry these references as number, purchase order, order or delivery note, however they are cut, padded or
 * separated: "2024/123" finds INV-2024/00123. All at once, whatever their number. Throws `not_found`.
 */
export async function findReferencesFor(
  tx: Tx,
  receiptId: string,
  references: readonly string[],
): Promise<FoundReferences> {
  const { currency } = await theReceipt(tx, receiptId);
  const found = await itemsByReference(tx, references);
  const items = await itemsOfIds(tx, [...new Set(found.flatMap(({ itemIds }) => itemIds))], currency);
  const order = new Map(items.map(({ id }, index) => [id, index]));
  return {
    items,
    references: found.map(({ reference, itemIds }) => ({
      reference,
      itemIds: itemIds
        .filter((id) => order.has(id))
        .sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0)),
    })),
  };
}

async function itemsByReference(tx: Tx, references: readonly string[]): Promise<FoundReference[]> {
  const digits = [...new Set(references.map(referenceDigits))].filter((text) => text !== '');
  const byToken = new Map<string, Set<string>>();
  for (const { id, documentNumber, number, references: others } of digits.length === 0
    ? []
    : await itemsByDigits(tx, digits)) {
    for (const token of [documentNumber, number, ...others].flatMap(tokensOfNumber)) {
      byToken.set(token, (byToken.get(token) ?? new Set()).add(id));
    }
  }
  return references.map((reference) => ({
    reference,
    itemIds: [...new Set(tokensOfNumber(reference).flatMap((token) => [...(byToken.get(token) ?? [])]))],
  }));
}

/** The zeros before the last digits belong to them, unless they are those that pad a number. */
function tailsOf(text: string, key: string): string[] {
  if (!/\d/.test(text)) return [];
  const asTyped = text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return [...new Set([asTyped, key])].filter((tail) => tail.length >= TAIL_CHARS_MIN);
}

/** Both ways in which an amount may be written: 1.234,56 and 1,234.56. */
function amountsOf(text: string, currency: string): { minor: bigint; decimals: number }[] {
  const compact = text.replace(/[\s'’]/g, '').replace(/^[-−]/, '');
  if (!/^\d[\d.,]*$/.test(compact)) return [];
  const readings = [compact.replaceAll(',', ''), compact.replaceAll('.', '').replace(',', '.')];
  const minors = readings.flatMap((reading) => parseAmount(reading, currency) ?? []);
  return [...new Set(minors)]
    .filter((minor) => minor > 0n)
    .map((minor) => ({ minor, decimals: minorDigits(currency) }));
}

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}
