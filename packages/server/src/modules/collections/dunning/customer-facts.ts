/** Rows put together by customer, merged records with the one that stands for them: what the rules look at. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import type { DunningCustomer, DunningItem } from '@quittance/core/dunning';
import type { Tx } from '../../../platform/database/transaction.ts';
import { findMergeLinks, refusals } from '../../customers/index.ts';
import { type PersonOnDuty, peopleOnDuty } from '../portfolios/people-on-duty.usecase.ts';
import {
  type CustomerRecord,
  customerRecords,
  type HoldInForce,
  holdsInForce,
  lastContacts,
  type OpenItem,
  openItems,
  ownAddresses,
  type PastStep,
  pastLetters,
  postalAddresses,
  type Reader,
  readers,
  recordsWithDue,
  stepsOfItems,
} from './facts.queries.ts';
import { findSchedule } from './schedule.queries.ts';
import { windowAddress } from './window-address.ts';

const CONTACTS_LOOKED_BACK_DAYS = 61; // a quiet period has at most 60

export interface KnownItem extends DunningItem {
  readonly row: OpenItem;
  /** By step, how often it was taken, withdrawn ones included. */
  readonly attempts: ReadonlyMap<string, number>;
}

export interface KnownCustomer extends DunningCustomer {
  readonly record: CustomerRecord;
  readonly items: readonly KnownItem[];
  readonly reader: Reader | null;
  /** Where letters on paper go, as it stands on the envelope. */
  readonly postalAddress: string | null;
  /** Who looks after it today: signs its letters and does what a person is to do. */
  readonly person: PersonOnDuty | null;
}

export interface Parties {
  /** Whoever stands for a record: itself unless it was merged. */
  readonly standsFor: (id: string) => string;
  /** With what was merged into it. */
  readonly recordsOf: (id: string) => readonly string[];
}

export async function loadParties(tx: Tx): Promise<Parties> {
  const links = new Map((await findMergeLinks(tx)).map(({ from, to }) => [from, to]));
  const standsFor = (id: string): string => {
    let at = id;
    for (let steps = 0; steps <= links.size; steps += 1) {
      const next = links.get(at);
      if (next === undefined) return at;
      at = next;
    }
    return at;
  };
  const merged = grouped([...links.keys()], standsFor);
  return { standsFor, recordsOf: (id) => [id, ...(merged.get(id) ?? [])] };
}

/** Customers with something to look at today, in the order in which a run goes through them. */
export async function customersWithDue(tx: Tx, parties: Parties, daysAhead: number): Promise<string[]> {
  const records = await recordsWithDue(tx, addDays(tx.today, daysAhead));
  return [...new Set(records.map(parties.standsFor))].sort();
}

/** Of some customers, in a fixed number of statements. */
export async function loadCustomers(
  tx: Tx,
  asked: { readonly ids: readonly string[]; readonly parties: Parties; readonly daysAhead: number },
): Promise<KnownCustomer[]> {
  const { ids, parties, daysAhead } = asked;
  const records = ids.flatMap((id) => [...parties.recordsOf(id)]);
  const since = addDays(tx.today, -CONTACTS_LOOKED_BACK_DAYS);
  const open = await openItems(tx, records, addDays(tx.today, daysAhead));
  const owed = open.filter(({ openMinor }) => openMinor > 0n);
  const steps = await stepsOfItems(
    tx,
    owed.map(({ id }) => id),
  );
  const customers = await customerRecords(tx, ids);
  const rows: CustomerRows = {
    open: grouped(open, ({ customerId }) => parties.standsFor(customerId)),
    holds: grouped(await holdsInForce(tx, records), ({ customerId }) => parties.standsFor(customerId)),
    steps: grouped(steps, ({ itemId }) => itemId),
    readers: await loadReaders(tx, customers, parties),
    postal: await postalAddresses(tx, ids),
    personOf: await peopleOnDuty(tx, { customerIds: ids, otherwiseId: (await findSchedule(tx))?.actsTo ?? null }),
    contacts: new Map<string, LocalDate>(),
    letters: new Map((await pastLetters(tx, ids, since)).map((row) => [row.customerId, row])),
  };
  for (const { customerId, lastOn } of await lastContacts(tx, records, since)) {
    const id = parties.standsFor(customerId);
    const known = rows.contacts.get(id);
    if (known === undefined || known < lastOn) rows.contacts.set(id, lastOn);
  }
  return customers.map((record) => knownCustomer(record, rows));
}

/** By customer, who reads its letters: a contact with an address that takes mail, else the customer's own. Nobody who said not to. */
async function loadReaders(
  tx: Tx,
  customers: readonly CustomerRecord[],
  parties: Parties,
): Promise<ReadonlyMap<string, Reader>> {
  const ids = customers.map(({ id }) => id);
  const people = await readers(
    tx,
    ids.flatMap((id) => [...parties.recordsOf(id)]),
  );
  const isWilling = await willing(tx, [...people, ...customers]);
  const reachable = await ownAddresses(tx, ids);
  const byCustomer = grouped(people.filter(isWilling), ({ customerId }) => parties.standsFor(customerId));
  return new Map(
    customers.flatMap((record) => {
      const reader = byCustomer.get(record.id)?.[0] ?? (isWilling(record) ? ownReader(record, reachable) : null);
      return reader === null ? [] : [[record.id, reader] as const];
    }),
  );
}

interface Addressed {
  readonly email: string | null;
}

/** Whether nobody behind an address said not to be written to. */
async function willing(tx: Tx, all: readonly Addressed[]): Promise<(one: Addressed) => boolean> {
  const refused = await refusals(tx, { addresses: all.flatMap(({ email }) => email ?? []) });
  const addresses = new Set(refused.filter(({ mayMail }) => !mayMail).map(({ address }) => address));
  return ({ email }) => email === null || !addresses.has(email.toLowerCase());
}

interface CustomerRows {
  readonly open: ReadonlyMap<string, readonly OpenItem[]>;
  readonly holds: ReadonlyMap<string, readonly HoldInForce[]>;
  readonly steps: ReadonlyMap<string, readonly PastStep[]>;
  readonly readers: ReadonlyMap<string, Reader>;
  readonly postal: ReadonlyMap<string, string>;
  readonly personOf: (customerId: string) => PersonOnDuty | null;
  readonly contacts: Map<string, LocalDate>;
  readonly letters: ReadonlyMap<string, { readonly today: number; readonly lastBeforeOn: LocalDate | null }>;
}

function knownCustomer(record: CustomerRecord, rows: CustomerRows): KnownCustomer {
  const open = rows.open.get(record.id) ?? [];
  const holds = rows.holds.get(record.id) ?? [];
  const held = grouped(holds, ({ itemId }) => itemId);
  const letters = rows.letters.get(record.id);
  const reader = rows.readers.get(record.id) ?? null;
  const postal = rows.postal.get(record.id);
  const person = rows.personOf(record.id);
  const days = [rows.contacts.get(record.id), letters?.lastBeforeOn].filter((day) => day !== undefined && day !== null);
  return {
    record,
    items: open
      .filter(({ openMinor }) => openMinor > 0n)
      .map((row) => knownItem(row, { holds: held.get(row.id) ?? [], steps: rows.steps.get(row.id) ?? [] })),
    holds: holds.filter(({ itemId }) => itemId === null).map(({ kind }) => kind),
    credits: creditsOf(open),
    messagesToday: letters?.today ?? 0,
    lastContactOn: days.sort().at(-1) ?? null,
    hasAddress: reader !== null,
    hasPostalAddress: postal !== undefined,
    postalAddress: postal === undefined ? null : windowAddress(record.name, postal),
    hasNobodyToAct: person === null,
    ...{ reader, person },
  };
}

function ownReader({ id, name, language, email }: CustomerRecord, reachable: ReadonlySet<string>): Reader | null {
  if (email === null || !reachable.has(id)) return null;
  return { id: null, customerId: id, name, language, email };
}

function knownItem(
  row: OpenItem,
  { holds, steps }: { readonly holds: readonly HoldInForce[]; readonly steps: readonly PastStep[] },
): KnownItem {
  const attempts = new Map<string, number>();
  for (const { key } of steps) attempts.set(key, (attempts.get(key) ?? 0) + 1);
  return {
    ...{ id: row.id, dueOn: row.dueOn, currency: row.currency },
    ...{ openMinor: row.openMinor, functionalMinor: row.functionalMinor },
    holds,
    taken: steps
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map(({ key, on, isUnfinished, isUnprinted }) => ({ key, on, isUnfinished, isUnprinted })),
    row,
    attempts,
  };
}

export function creditsOf(open: readonly Pick<OpenItem, 'currency' | 'openMinor'>[]): Map<string, bigint> {
  const credits = new Map<string, bigint>();
  for (const { currency, openMinor } of open) {
    if (openMinor < 0n) credits.set(currency, (credits.get(currency) ?? 0n) - openMinor);
  }
  return credits;
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
