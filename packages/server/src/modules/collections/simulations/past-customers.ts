/** Rows put together by customer, merged records with the one that stands for them: the past that a simulation goes through. */
import type { PastCustomer } from '@quittance/core/strategy-simulation';
import type { Tx } from '../../../platform/database/transaction.ts';
import { loadCustomers, type Parties } from '../dunning/customer-facts.ts';
import type { DayInstants } from './past-days.queries.ts';
import {
  brokenBetween,
  creditLimits,
  doneBetween,
  pastChanges,
  pastContacts,
  pastHolds,
  recordsWithPast,
  settledBetween,
  stepsBefore,
} from './past-facts.queries.ts';

export interface CustomerWithPast {
  readonly id: string;
  readonly items: number;
}

/** In the order in which a simulation goes through them. */
export async function customersWithPast(tx: Tx, parties: Parties, given: DayInstants): Promise<CustomerWithPast[]> {
  const items = new Map<string, number>();
  for (const record of await recordsWithPast(tx, given)) {
    const id = parties.standsFor(record.id);
    items.set(id, (items.get(id) ?? 0) + record.items);
  }
  return [...items].map(([id, count]) => ({ id, items: count })).sort((left, right) => (left.id < right.id ? -1 : 1));
}

export interface PastAsked {
  readonly ids: readonly string[];
  readonly parties: Parties;
  readonly given: DayInstants;
  readonly isLatenessWanted: boolean;
}

/** Of some customers, in a fixed number of statements, in the order of their ids. */
export async function loadPast(tx: Tx, { ids, parties, given, isLatenessWanted }: PastAsked): Promise<PastCustomer[]> {
  const records = ids.flatMap((id) => [...parties.recordsOf(id)]);
  const customers = await loadCustomers(tx, { ids, parties, daysAhead: 0 });
  const limits = new Map((await creditLimits(tx, ids)).map((row) => [row.customerId, row.limitMinor]));
  const by = <Row extends { readonly customerId: string }>(rows: readonly Row[]) =>
    ownRows(rows, (row) => parties.standsFor(row.customerId));
  const last = given.days.length;
  const isKnown = ({ from }: { readonly from: number }): boolean => from < last;
  const changes = by((await pastChanges(tx, records, given)).filter(isKnown));
  const holds = by(await pastHolds(tx, records, given));
  const contacts = by((await pastContacts(tx, records, given)).filter(isKnown));
  const steps = by(await stepsBefore(tx, records, given));
  const done = by(await doneBetween(tx, records, given));
  const settled = by(isLatenessWanted ? await settledBetween(tx, records, given) : []);
  const broken = by((await brokenBetween(tx, records, given)).filter(isKnown));
  return customers
    .map(({ record, hasAddress, hasPostalAddress = false, hasNobodyToAct = false }) => ({
      id: record.id,
      traits: record,
      ...{ hasAddress, hasPostalAddress, hasNobodyToAct },
      creditLimitMinor: limits.get(record.id) ?? null,
      changes: changes(record.id),
      holds: holds(record.id),
      contacts: contacts(record.id),
      takenBefore: steps(record.id),
      done: done(record.id),
      settled: settled(record.id),
      broken: broken(record.id),
    }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

function ownRows<Row>(rows: readonly Row[], ownerOf: (row: Row) => string): (id: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const owner = ownerOf(row);
    const own = groups.get(owner);
    if (own) own.push(row);
    else groups.set(owner, [row]);
  }
  return (id) => groups.get(id) ?? [];
}
