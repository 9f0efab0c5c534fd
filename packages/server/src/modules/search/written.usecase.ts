/** What was written is found by whoever may read it where it stands; shown is the piece in which it was found. */
import { type ExcerptPart, excerptOf, searchedWords } from '@quittance/core/excerpts';
import type { Permission } from '@quittance/core/permissions';
import type { Tx } from '../../platform/database/transaction.ts';
import { notFound } from '../../platform/errors.ts';
import { findCustomer, recordsOfParty } from '../customers/index.ts';
import { findWritten, type Written, type WrittenKind } from './written.queries.ts';

export interface WrittenFinding extends Omit<Written, 'text'> {
  readonly excerpt: readonly ExcerptPart[];
}

export interface WrittenSearch {
  readonly typed: string;
  /** Everything of this customer, under any of its merged records; undefined: of all. */
  readonly customerId?: string | undefined;
  readonly permissions: ReadonlySet<Permission>;
  readonly limit: number;
}

const EXCERPT_CHARS = 150; // a line or two of a list

/** Which permission shows the thing itself. */
const SEEN_WITH: Readonly<Record<WrittenKind, Permission>> = {
  activity: 'customers.read',
  task: 'worklist.read',
  promise: 'customers.read',
  mail: 'correspondence.read',
};

/** Nothing for no word. Throws `not_found` for a customer that is none. */
export async function searchWritten(tx: Tx, search: WrittenSearch): Promise<WrittenFinding[]> {
  const { typed, customerId, permissions, limit } = search;
  const words = searchedWords(typed);
  if (words.length === 0) return [];
  if (customerId !== undefined && !(await findCustomer(tx, customerId))) throw notFound('customer', customerId);
  const kinds = (Object.keys(SEEN_WITH) as WrittenKind[]).filter((kind) => permissions.has(SEEN_WITH[kind])); // its own keys
  const customerIds = customerId === undefined ? undefined : await recordsOfParty(tx, customerId);
  const found = await findWritten(tx, { words, kinds, customerIds, limit });
  return found.map(({ text, ...rest }) => ({ ...rest, excerpt: excerptOf(text, words, EXCERPT_CHARS) }));
}
