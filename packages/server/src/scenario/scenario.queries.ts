/** What the runner reads beside the ledger's own questions: items by their written names, entries by what they touch. */
import type { LocalDate } from '@quittance/core/calendar';
import type { ControlAccount, DocumentKind, EntryKind } from '@quittance/core/ledger';
import pg from 'pg';
import { ownerPool } from '../platform/database/pool.ts';
import { noSql, sql } from '../platform/database/sql.ts';
import type { Company, Tx } from '../platform/database/transaction.ts';

/** A company whose `recorded_at` the runner says. */
export async function insertThrowawayCompany(connection: pg.ConnectionConfig, company: Company): Promise<void> {
  const pool = ownerPool(connection, 1);
  try {
    await pool.query(
      `insert into company (id, code, name, functional_currency, time_zone, clock) values ($1, $2, $3, $4, $5, 'given')`,
      [company.id, company.code, company.name, company.functionalCurrency, company.timeZone],
    );
  } finally {
    await pool.end();
  }
}

/** `name` is made by the program: lower-case letters, digits and underscores. */
export async function createDatabaseBeside(connection: pg.ConnectionConfig, name: string): Promise<void> {
  await maintain(connection, `create database ${name} template template0 encoding 'UTF8'`);
}

export async function dropDatabase(connection: pg.ConnectionConfig, name: string): Promise<void> {
  await maintain(connection, `drop database if exists ${name} with (force)`);
}

async function maintain(connection: pg.ConnectionConfig, statement: string): Promise<void> {
  const client = new pg.Client({ ...connection, application_name: 'quittance scenario' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface NamedItem {
  readonly id: string;
  readonly number: string;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly kind: DocumentKind;
  readonly account: ControlAccount;
  readonly customerId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly terms: string | null;
  readonly openingEntryId: string;
  readonly isCancelled: boolean;
}

/** Items whose own or whose document's number this is, in the order of their due days; cancelled documents last. */
export async function itemsNamed(
  tx: Tx,
  name: { readonly number: string; readonly kind: DocumentKind | null },
): Promise<NamedItem[]> {
  return tx.all(sql`
    select i.id, i.number, i.document_id as "documentId", d.number as "documentNumber", i.kind, i.account, i.customer_id as "customerId",
        i.currency, i.amount_minor as "amountMinor", i.open_minor as "openMinor", i.issued_on as "issuedOn", i.due_on as "dueOn",
        d.terms, i.opening_entry_id as "openingEntryId", d.cancelled_by_entry_id is not null as "isCancelled"
      from item i join document d on d.company_id = i.company_id and d.id = i.document_id
      where i.company_id = ${tx.company.id} and (d.number = ${name.number} or i.number = ${name.number})
        ${name.kind === null ? noSql : sql`and i.kind = ${name.kind}`}
      order by d.cancelled_by_entry_id is not null, i.due_on, i.instalment, i.id`);
}

export async function itemNumbers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.all<{ id: string; number: string }>(
    sql`select id, number from item where company_id = ${tx.company.id} and id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row.number]));
}

export interface TouchingEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly undoneMinor: bigint;
  readonly effectiveOn: LocalDate;
}

interface Known {
  readonly asOf: LocalDate;
  readonly knownAt: string;
}

const ENTRY = sql`
  select e.id, e.kind, e.currency, e.amount_minor as "amountMinor", coalesce(u.undone_minor, 0) as "undoneMinor",
      e.effective_on as "effectiveOn"
    from entry e left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id`;

/** In the order they were recorded. */
export async function entriesById(tx: Tx, ids: readonly string[]): Promise<TouchingEntry[]> {
  return tx.all(sql`${ENTRY}
    where e.company_id = ${tx.company.id} and e.id = any(${ids}::uuid[]) order by e.recorded_at, e.id`);
}

/** Entries with a posting on any of the items, in the order they were recorded. */
export async function entriesTouching(tx: Tx, itemIds: readonly string[], known: Known): Promise<TouchingEntry[]> {
  return tx.all(sql`${ENTRY}
      where e.company_id = ${tx.company.id} and e.effective_on <= ${known.asOf} and e.recorded_at <= ${known.knownAt}
        and exists (select from posting p where p.company_id = e.company_id and p.entry_id = e.id and p.item_id = any(${itemIds}::uuid[]))
      order by e.recorded_at, e.id`);
}

/** What each application of these items did to the other item, less what was undone of it. */
export async function applicationsOf(
  tx: Tx,
  itemIds: readonly string[],
  known: Known,
): Promise<{ number: string; documentNumber: string; currency: string; amountMinor: bigint }[]> {
  return tx.all(sql`
    select i.number, d.number as "documentNumber", i.currency, sum(p.amount_minor)::bigint as "amountMinor"
      from entry a
      join entry e on e.company_id = a.company_id and (e.id = a.id or e.reverses_entry_id = a.id)
      join posting p on p.company_id = e.company_id and p.entry_id = e.id
      join item i on i.company_id = p.company_id and i.id = p.item_id
      join document d on d.company_id = i.company_id and d.id = i.document_id
      where a.company_id = ${tx.company.id} and a.kind = 'application' and not p.item_id = any(${itemIds}::uuid[])
        and exists (select from posting o where o.company_id = a.company_id and o.entry_id = a.id and o.item_id = any(${itemIds}::uuid[]))
        and p.effective_on <= ${known.asOf} and p.recorded_at <= ${known.knownAt}
      group by i.number, d.number, i.currency, d.id having sum(p.amount_minor) <> 0 order by i.number`);
}

export interface AccountSum {
  readonly account: string;
  readonly currency: string;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly functionalMinor: bigint;
}

/** Debits and credits by account and currency of what took effect between two days and was known then. */
export async function accountSums(
  tx: Tx,
  range: { readonly from: LocalDate; readonly to: LocalDate; readonly knownAt: string },
): Promise<AccountSum[]> {
  return tx.all(sql`
    select account, currency, coalesce(sum(amount_minor) filter (where amount_minor > 0), 0)::bigint as "debitMinor",
        coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0)::bigint as "creditMinor",
        sum(functional_minor)::bigint as "functionalMinor"
      from posting where company_id = ${tx.company.id} and effective_on between ${range.from} and ${range.to}
        and recorded_at <= ${range.knownAt}
      group by account, currency order by account, currency`);
}

export async function pendingState(tx: Tx, id: string): Promise<{ state: string; outcome: string | null } | undefined> {
  return tx.maybe(sql`select state, outcome from pending_act where company_id = ${tx.company.id} and id = ${id}`);
}
