/**
 * A letter about several documents asks to be paid under a number of ours (RF..QS10000042). Who pays quotes that alone: the items
 * that it stands for carry it as one more reference.
 */
import type { Tx } from '../../../platform/database/transaction.ts';
import { itemsOfReferences } from '../../correspondence/index.ts';
import { type ItemFact, itemsById } from './facts.queries.ts';

/** With check digits, so that no text holds one by chance. */
const OF_A_LETTER = /^RF\d{2}QS[1-9]\d{7,18}$/;

/** Asks nothing when no text quotes such a reference. */
export async function itemsByLetters(tx: Tx, tokens: Iterable<string>): Promise<ItemFact[]> {
  const quoted = [...tokens].filter((token) => OF_A_LETTER.test(token));
  if (quoted.length === 0) return [];
  const references = new Map<string, string[]>();
  for (const { itemId, reference } of await itemsOfReferences(tx, quoted)) {
    references.set(itemId, [...(references.get(itemId) ?? []), reference]);
  }
  const facts = await itemsById(tx, [...references.keys()]);
  return facts.map((fact) => ({ ...fact, references: [...fact.references, ...(references.get(fact.id) ?? [])] }));
}
