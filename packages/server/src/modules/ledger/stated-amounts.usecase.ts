/** Amounts that somebody states of an item or an entry: in its own currency, or refused. */
import type { Money } from '@quittance/core/money';
import type { Tx } from '../../platform/database/transaction.ts';
import { notFound } from '../../platform/errors.ts';
import { loadEntries } from './entries.queries.ts';
import { currenciesDiffer } from './ledger.errors.ts';
import { findItem } from './reading.queries.ts';

/** "100.00 USD" of an item in USD is 10000. Throws `not_found`, `currencies_differ`. */
export async function statedOfItem(tx: Tx, itemId: string, { amountMinor, currency }: Money): Promise<bigint> {
  const item = await findItem(tx, itemId);
  if (!item) throw notFound('item', itemId);
  if (item.currency !== currency) throw currenciesDiffer(item.number, item.currency);
  return amountMinor;
}

/** The same of an entry's amount. */
export async function statedOfEntry(tx: Tx, entryId: string, { amountMinor, currency }: Money): Promise<bigint> {
  const [entry] = await loadEntries(tx, [entryId]);
  if (!entry) throw notFound('entry', entryId);
  if (entry.currency !== currency) throw currenciesDiffer('The entry', entry.currency);
  return amountMinor;
}
