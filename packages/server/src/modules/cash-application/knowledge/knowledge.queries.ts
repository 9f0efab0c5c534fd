/** Payer links and the confirmations they follow from. */
import type { LocalDate } from '@quittance/core/calendar';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';

export interface Confirmation {
  readonly receiptItemId: string;
  readonly decisionNumber: number;
  /** Normalised; empty when the bank gave none. */
  readonly account: string;
  readonly name: string;
  /** Null for money that is not ours. */
  readonly customerId: string | null;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly bookedOn: LocalDate;
}

/** Writes confirmations down and counts them in their payers' links, in one statement. */
export async function insertConfirmations(tx: Tx, given: readonly Confirmation[]): Promise<void> {
  if (given.length === 0) return;
  const rows = given.map((one) => ({
    ...one,
    amountMinor: one.amountMinor.toString(),
    teachesAccount: one.customerId !== null && one.account !== '',
    teachesName: one.customerId !== null && one.name !== '',
    accountLinkId: newId(),
    nameLinkId: newId(),
  }));
  await tx.run(sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}) as g ("receiptItemId" uuid, "decisionNumber" int, account text, name text,
        "customerId" uuid, currency text, "amountMinor" bigint, "bookedOn" date, "teachesAccount" boolean, "teachesName" boolean,
        "accountLinkId" uuid, "nameLinkId" uuid)
    ), confirmations as (
      insert into payer_confirmation (company_id, receipt_item_id, decision_number, payer_account, payer_name, customer_id, currency,
          amount_minor, booked_on, taught_at, teaches_account, teaches_name)
        select ${tx.company.id}, "receiptItemId", "decisionNumber", account, name, "customerId", currency, "amountMinor", "bookedOn",
            ${tx.recordedAt}, "teachesAccount", "teachesName" from given
    ), taught as (
      select 'account' as mark, account as key, "customerId", "bookedOn", "accountLinkId" as id from given where "teachesAccount"
      union all
      select 'name', name, "customerId", "bookedOn", "nameLinkId" from given where "teachesName")
    insert into payer_link (company_id, mark, key, customer_id, origin, id, uses, last_on)
      select ${tx.company.id}, mark, key, "customerId", 'application', (array_agg(id))[1], count(*), max("bookedOn")
        from taught group by mark, key, "customerId" order by mark, key, "customerId"
      on conflict (company_id, mark, key, customer_id, origin) do update
        set uses = payer_link.uses + excluded.uses, last_on = greatest(payer_link.last_on, excluded.last_on)`);
}

/** A link that the confirmations gave: counted anew when some of them no longer teach. */
export interface LinkKey {
  readonly mark: 'account' | 'name';
  readonly key: string;
  readonly customerId: string;
}

/** Ends the confirmations of a receipt. Returns the links that they taught. */
export async function endConfirmations(tx: Tx, receiptItemId: string): Promise<LinkKey[]> {
  const rows = await tx.all<EndedRow>(sql`
    update payer_confirmation set ended_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and receipt_item_id = ${receiptItemId} and ended_at is null
      returning payer_account as account, payer_name as name, customer_id as "customerId", teaches_account as "teachesAccount",
        teaches_name as "teachesName"`);
  return rows.flatMap(linksOf);
}

interface EndedRow {
  readonly account: string;
  readonly name: string;
  readonly customerId: string | null;
  readonly teachesAccount: boolean;
  readonly teachesName: boolean;
}

function linksOf({ account, name, customerId, teachesAccount, teachesName }: EndedRow): LinkKey[] {
  if (customerId === null) return [];
  return [
    ...(teachesAccount ? [{ mark: 'account' as const, key: account, customerId }] : []),
    ...(teachesName ? [{ mark: 'name' as const, key: name, customerId }] : []),
  ];
}

function markColumns(mark: LinkKey['mark']): {
  readonly teaches: Query;
  readonly key: Query;
  readonly revocation: Query;
} {
  return mark === 'account'
    ? { teaches: sql`teaches_account`, key: sql`payer_account`, revocation: sql`account_revocation_id` }
    : { teaches: sql`teaches_name`, key: sql`payer_name`, revocation: sql`name_revocation_id` };
}

/** From now on no confirmation so far says anything about this link; later ones will. */
export async function stopTeaching(tx: Tx, link: LinkKey, revocationId: string): Promise<void> {
  const { teaches, key, revocation } = markColumns(link.mark);
  await tx.run(sql`
    update payer_confirmation set ${teaches} = false, ${revocation} = ${revocationId}
      where company_id = ${tx.company.id} and ${key} = ${link.key} and ${key} <> '' and ended_at is null
        and customer_id = ${link.customerId} and ${teaches}`);
}

/** What a revocation silenced teaches again. */
export async function teachAgain(tx: Tx, mark: LinkKey['mark'], revocationId: string): Promise<void> {
  const { teaches, revocation } = markColumns(mark);
  await tx.run(sql`
    update payer_confirmation set ${teaches} = true, ${revocation} = null
      where company_id = ${tx.company.id} and ${revocation} = ${revocationId}`);
}

/** What the standing confirmations teach, as links. */
function taughtLinks(tx: Tx, condition: Query): Query {
  return sql`
    select mark, key, customer_id, count(*)::int as uses, max(booked_on) as last_on from (
      select 'account' as mark, payer_account as key, customer_id, booked_on from payer_confirmation
        where company_id = ${tx.company.id} and ended_at is null and teaches_account
      union all
      select 'name', payer_name, customer_id, booked_on from payer_confirmation
        where company_id = ${tx.company.id} and ended_at is null and teaches_name) taught
    where ${condition} group by mark, key, customer_id`;
}

/**
 * Counts links anew from the confirmations that stand. The links are locked before anything is counted, so that a
 * confirmation that is being added elsewhere is counted by itself afterwards, or here, and never lost.
 */
export async function recountLinks(tx: Tx, links: readonly LinkKey[]): Promise<void> {
  if (links.length === 0) return;
  const given = sql`json_to_recordset(${JSON.stringify(links)}) as given (mark text, key text, "customerId" uuid)`;
  const isGiven = sql`(mark, key, customer_id) in (select mark, key, "customerId" from ${given})`;
  await tx.run(sql`
    insert into payer_link (company_id, mark, key, customer_id, origin, id, uses, last_on)
      select ${tx.company.id}, mark, key, customer_id, 'application', gen_random_uuid(), uses, last_on
        from (${taughtLinks(tx, isGiven)}) t order by mark, key, customer_id
      on conflict do nothing`);
  await tx.all(sql`
    select l.id from payer_link l join ${given} on l.mark = given.mark and l.key = given.key and l.customer_id = given."customerId"
      where l.company_id = ${tx.company.id} and l.origin = 'application' order by l.mark, l.key, l.customer_id for update of l`);
  await tx.run(sql`
    update payer_link l set uses = t.uses, last_on = t.last_on
      from (${taughtLinks(tx, isGiven)}) t
      where l.company_id = ${tx.company.id} and l.origin = 'application' and l.mark = t.mark and l.key = t.key and l.customer_id = t.customer_id`);
  await tx.run(sql`
    delete from payer_link l
      where l.company_id = ${tx.company.id} and l.origin = 'application' and ${isGiven}
        and not exists (select from (${taughtLinks(tx, isGiven)}) t
          where t.mark = l.mark and t.key = l.key and t.customer_id = l.customer_id)`);
}

/** Makes all links anew from the confirmations that stand; those that are right stay as they are. Returns how many were not. */
export async function rebuildLinks(tx: Tx): Promise<number> {
  const everything = taughtLinks(tx, sql`true`);
  const removed = await tx.run(sql`
    delete from payer_link l where l.company_id = ${tx.company.id} and l.origin = 'application'
      and (l.mark, l.key, l.customer_id, l.uses, l.last_on) not in (select mark, key, customer_id, uses, last_on from (${everything}) t)`);
  const added = await tx.run(sql`
    insert into payer_link (company_id, mark, key, customer_id, origin, id, uses, last_on)
      select ${tx.company.id}, mark, key, customer_id, 'application', gen_random_uuid(), uses, last_on from (${everything}) t
      on conflict do nothing`);
  return Math.max(removed, added);
}

export interface ImportedLink extends LinkKey {
  readonly uses: number;
  readonly lastOn: LocalDate;
}

/** Links that somebody who knew has told; told again, the later telling counts. */
export async function saveImportedLinks(tx: Tx, links: readonly ImportedLink[]): Promise<void> {
  const rows = links.map((link) => ({ ...link, id: newId() }));
  await tx.run(sql`
    insert into payer_link (company_id, mark, key, customer_id, origin, id, uses, last_on, told_at, told_by_name)
      select ${tx.company.id}, mark, key, "customerId", 'imported', id, uses, "lastOn", ${tx.recordedAt}, ${tx.actor.name}
        from json_to_recordset(${JSON.stringify(rows)}) as l (mark text, key text, "customerId" uuid, id uuid, uses int, "lastOn" date)
        order by mark, key, "customerId"
      on conflict (company_id, mark, key, customer_id, origin) do update
        set uses = excluded.uses, last_on = excluded.last_on, told_at = excluded.told_at, told_by_name = excluded.told_by_name`);
}

/** An imported link that was taken back stands again, unless it was told anew meanwhile. */
export async function restoreImportedLink(tx: Tx, link: ImportedLink): Promise<void> {
  await tx.run(sql`
    insert into payer_link (company_id, mark, key, customer_id, origin, id, uses, last_on, told_at, told_by_name)
      values (${tx.company.id}, ${link.mark}, ${link.key}, ${link.customerId}, 'imported', ${newId()}, ${link.uses}, ${link.lastOn},
        ${tx.recordedAt}, ${tx.actor.name})
      on conflict do nothing`);
}

export interface KnownLink extends LinkKey {
  readonly id: string;
  readonly origin: 'application' | 'imported';
  readonly uses: number;
  readonly lastOn: LocalDate;
}

export async function findLink(tx: Tx, id: string): Promise<KnownLink | undefined> {
  return tx.maybe(sql`
    select id, mark, key, origin, customer_id as "customerId", uses, last_on as "lastOn"
      from payer_link where company_id = ${tx.company.id} and id = ${id} for update`);
}

export async function deleteLink(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from payer_link where company_id = ${tx.company.id} and id = ${id}`);
}
