/**
 * Requests to change what of a customer needs four eyes: bank and tax data always, since who can change them alone can send
 * money elsewhere; with them name, parent, terms, credit limit and blocks. A request keeps what stood before and what shall
 * stand after, field by field, so that the one who decides sees exactly what becomes of it.
 */
import { parseTerms } from '../terms/index.ts';
import { compactAccount, doubtAboutAccount } from './account-number.ts';
import { doubtAboutTaxNumber } from './tax-number.ts';

export interface TaxId {
  readonly country: string;
  /** `vat`, `national`, `eori`, or the country's own word. */
  readonly kind: string;
  readonly number: string;
}

export interface BankAccount {
  readonly account: string;
  readonly holder: string | null;
}

/** What may be blocked: new orders, reminders, payments out. */
export const BLOCKS = ['orders', 'dunning', 'payments'] as const;
export type Block = (typeof BLOCKS)[number];

/** The fields of a customer that change only by a request. */
export interface GuardedFields {
  readonly name: string;
  readonly parentId: string | null;
  readonly terms: string | null;
  /** A decimal text and its currency. */
  readonly creditLimit: { readonly amount: string; readonly currency: string } | null;
  readonly taxId: string | null;
  readonly taxIds: readonly TaxId[];
  readonly bankAccounts: readonly BankAccount[];
  readonly blocks: readonly Block[];
}

export type GuardedField = keyof GuardedFields;
export type GuardedChange = Partial<GuardedFields>;

export interface RequestedChange {
  readonly before: GuardedChange;
  readonly after: GuardedChange;
}

/**
 * What a wish changes: fields that would stay as they are fall out. Null when nothing is left. With the terms "net 30" standing,
 * the wish {terms: "net 30", name: "Rossi"} changes the name only.
 */
export function requestedChange(current: GuardedFields, wish: GuardedChange): RequestedChange | null {
  const fields = fieldsOf(wish).filter((field) => !isSame(current[field], wish[field]));
  if (fields.length === 0) return null;
  return { before: pick(current, fields), after: pick(wish, fields) };
}

/** Fields that are no longer what the request found: somebody changed them since, and it would overwrite that. */
export function outdatedFields(before: GuardedChange, current: GuardedFields): GuardedField[] {
  return fieldsOf(before).filter((field) => !isSame(before[field], current[field]));
}

/** Money may go to a new account: the customer is called back, on a number known before, and says that it is theirs. */
export function newAccounts({ before, after }: RequestedChange): readonly BankAccount[] {
  const known = new Set(before.bankAccounts?.map((one) => compactAccount(one.account)));
  return after.bankAccounts?.filter((one) => !known.has(compactAccount(one.account))) ?? [];
}

export interface RequestDoubt {
  readonly field: GuardedField;
  readonly code: string;
  readonly value: string;
}

/** What the one who decides should look at twice: check digits that do not fit, terms that nobody can count. */
export function doubtsAbout(change: GuardedChange, country: string | null): RequestDoubt[] {
  const doubts: RequestDoubt[] = [];
  const add = (field: GuardedField, code: string | null, value: string) => {
    if (code !== null) doubts.push({ field, code, value });
  };
  for (const { account } of change.bankAccounts ?? []) add('bankAccounts', doubtAboutAccount(account), account);
  if (change.taxId) add('taxId', doubtAboutTaxNumber(change.taxId, country), change.taxId);
  for (const { kind, number, country: of } of change.taxIds ?? []) {
    if (kind === 'vat') add('taxIds', doubtAboutTaxNumber(number, of), number);
  }
  if (change.terms) add('terms', parseTerms(change.terms) === null ? 'terms_not_understood' : null, change.terms);
  return doubts;
}

function fieldsOf(change: GuardedChange): GuardedField[] {
  return (Object.keys(change) as GuardedField[]).filter((field) => change[field] !== undefined).sort();
}

function pick(from: GuardedChange, fields: readonly GuardedField[]): GuardedChange {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}

/** Lists are sets: the order in which accounts were typed says nothing. */
function isSame(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).sort());
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  }
  return JSON.stringify(value ?? null);
}
