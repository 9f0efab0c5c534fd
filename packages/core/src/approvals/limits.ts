/**
 * Who may post what alone, who may decide on it, and when two must. Limits are data: a row for a role or a person, for one
 * kind of act or for any. A person's row goes before those of roles, a kind's before `any`; of several roles the highest
 * counts. Where no row speaks, the starting limits do. What one person posts alone is also added up over all kinds: for an
 * item, a customer, a day. Amounts are in the company's currency.
 */
import { minorDigits } from '../money/index.ts';
import type { Role } from '../permissions/index.ts';
import { type ApprovalKind, COUNTED_KINDS, TOTAL_KINDS, type TotalKind } from './kinds.ts';

/** A whole number of minor units, or null: without limit. */
export type Limit = bigint | null;

export interface Limits {
  /** Up to this a person with `ledger.adjust` posts alone; 0 is never. */
  readonly aloneMinor: Limit;
  /** Up to this a person with `approvals.decide` decides what another asked. */
  readonly decideMinor: Limit;
}

export type LimitHolder = { readonly role: Role } | { readonly personId: string };

export interface LimitRow extends Limits {
  /** Of a total, only what is posted alone counts. */
  readonly kind: ApprovalKind | TotalKind | 'any';
  readonly holder: LimitHolder;
}

export interface Decider {
  readonly personId: string;
  readonly roles: readonly Role[];
}

/** Above this a second approver is needed; null: never. */
export interface SecondRow {
  readonly kind: ApprovalKind | 'any';
  readonly aboveMinor: Limit;
}

const START_ALONE_UNITS = 10_000n;
const START_SECOND_UNITS = 100_000n;

const NEVER_ALONE: readonly ApprovalKind[] = ['refund'];

/** The limits a company begins with: alone up to 10,000 units of its currency (refunds never), deciding without limit. */
export function startingLimits(kind: ApprovalKind, currency: string): Limits {
  return { aloneMinor: NEVER_ALONE.includes(kind) ? 0n : inMinor(START_ALONE_UNITS, currency), decideMinor: null };
}

/** The second limit a company begins with: 100,000 units of its currency. */
export function startingSecond(currency: string): bigint {
  return inMinor(START_SECOND_UNITS, currency);
}

function inMinor(units: bigint, currency: string): bigint {
  return units * 10n ** BigInt(minorDigits(currency));
}

/**
 * The limits of a person for a kind. With a row of 500.00 for managers and any kind and one of 2,000.00 for Mia and
 * write-offs, Mia (a manager) writes off up to 2,000.00 and discounts up to 500.00.
 */
export function limitsOf(
  decider: Decider,
  asked: { readonly kind: ApprovalKind; readonly currency: string },
  rows: readonly LimitRow[],
): Limits {
  const { kind, currency } = asked;
  const own = rows.filter((row) => 'personId' in row.holder && row.holder.personId === decider.personId);
  const ofRoles = rows.filter((row) => 'role' in row.holder && decider.roles.includes(row.holder.role));
  for (const held of [own, ofRoles]) {
    const named = highest(held.filter((row) => row.kind === kind));
    if (named) return named;
    const general = highest(held.filter((row) => row.kind === 'any'));
    if (general) return NEVER_ALONE.includes(kind) ? { ...general, aloneMinor: 0n } : general;
  }
  const starting = startingLimits(kind, currency);
  return kind === 'credit' && isProgram(decider) ? { ...starting, aloneMinor: null } : starting;
}

/** A program brings the credits that another system has posted already; a row for its role limits it all the same. */
function isProgram({ roles }: Decider): boolean {
  return roles.length > 0 && roles.every((role) => role === 'api_client');
}

export type Totals = Readonly<Record<TotalKind, Limit>>;

/** As many times the highest limit of a kind that counts: a customer has several items, a day several customers. */
const START_TOTAL_TIMES: Readonly<Record<TotalKind, bigint>> = { item_total: 1n, customer_total: 2n, day_total: 5n };

/**
 * What a person posts alone in all: on one item, for one customer in 30 days, in one day. With 10,000.00 for each kind it
 * starts with 10,000.00, 20,000.00 and 50,000.00; with 25,000.00 for write-offs, with 25,000.00, 50,000.00 and 125,000.00. A row
 * of their own goes before the roles'.
 */
export function totalsOf(
  decider: Decider,
  { currency }: { readonly currency: string },
  rows: readonly LimitRow[],
): Totals {
  const alone = COUNTED_KINDS.map((kind) => limitsOf(decider, { kind, currency }, rows).aloneMinor);
  const top = highestOf(alone);
  const totals = TOTAL_KINDS.map((kind) => {
    const named = rows.filter((row) => row.kind === kind);
    const own = named.filter(({ holder }) => 'personId' in holder && holder.personId === decider.personId);
    const ofRoles = named.filter(({ holder }) => 'role' in holder && decider.roles.includes(holder.role));
    const row = highest(own) ?? highest(ofRoles);
    if (row) return [kind, row.aloneMinor] as const;
    return [kind, top === null ? null : top * START_TOTAL_TIMES[kind]] as const;
  });
  return Object.fromEntries(totals) as Record<TotalKind, Limit>;
}

function highest(rows: readonly Limits[]): Limits | undefined {
  if (rows.length === 0) return undefined;
  return {
    aloneMinor: highestOf(rows.map((row) => row.aloneMinor)),
    decideMinor: highestOf(rows.map((row) => row.decideMinor)),
  };
}

function highestOf(limits: readonly Limit[]): Limit {
  let top = 0n;
  for (const limit of limits) {
    if (limit === null) return null;
    if (limit > top) top = limit;
  }
  return top;
}

/** Whether a value is within a limit: 500.00 is within 500.00, and anything within none. */
export function isWithin(valueMinor: bigint, limit: Limit): boolean {
  return limit === null || valueMinor <= limit;
}

/** How many must approve: two above the second limit of the kind, else one. */
export function approvalsNeeded(
  asked: { readonly kind: ApprovalKind; readonly valueMinor: bigint; readonly currency: string },
  rows: readonly SecondRow[],
): 1 | 2 {
  const row = rows.find((one) => one.kind === asked.kind) ?? rows.find((one) => one.kind === 'any');
  const above = row === undefined ? startingSecond(asked.currency) : row.aboveMinor;
  return isWithin(asked.valueMinor, above) ? 1 : 2;
}

/** Whether a change of limits gives more than before: nobody gives themselves more. */
export function givesMore(before: Limits, after: Limits): boolean {
  return !isAtMost(after.aloneMinor, before.aloneMinor) || !isAtMost(after.decideMinor, before.decideMinor);
}

/** The same of totals. */
export function givesMoreInAll(before: Totals, after: Totals): boolean {
  return TOTAL_KINDS.some((kind) => !isAtMost(after[kind], before[kind]));
}

/** What is left of a limit after some was taken; null: without limit. Of 100.00 after 60.00, 40.00; after 120.00, nothing. */
export function leftOf(limit: Limit, takenMinor: bigint): Limit {
  if (limit === null) return null;
  return takenMinor < limit ? limit - takenMinor : 0n;
}

/** Whether a limit allows no more than another. */
export function isAtMost(limit: Limit, other: Limit): boolean {
  return other === null || (limit !== null && limit <= other);
}
