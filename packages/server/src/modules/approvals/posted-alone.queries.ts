/** What people posted without a second person, as far as limits add it up, and what of it still stands. */
import { type ApprovalKind, COUNTED_KINDS } from '@quittance/core/approvals';
import { addDays } from '@quittance/core/calendar';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';

const ALONE_LOCK = 7307; // class of the advisory locks under which one person's sums are read, by company and person

/** Two acts of one person at once are summed one after the other, also when they are about different items. */
export async function lockSumsOfActor(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${ALONE_LOCK}, hashtext(${`${tx.company.id} ${tx.actor.id}`}))`);
}

export interface PostedAlone {
  readonly kind: ApprovalKind;
  readonly itemId: string | null;
  readonly customerId: string;
  readonly entryId: string | null;
  readonly pendingId: string | null;
  /** In the company's currency. */
  readonly valueMinor: bigint;
}

export async function insertPostedAlone(tx: Tx, one: PostedAlone): Promise<void> {
  await tx.run(sql`
    insert into posted_alone (company_id, id, by_id, kind, item_id, customer_id, entry_id, pending_id, value_minor, posted_on, at)
      values (${tx.company.id}, ${newId()}, ${tx.actor.id}, ${one.kind}, ${one.itemId}, ${one.customerId}, ${one.entryId},
        ${one.pendingId}, ${one.valueMinor}, ${tx.today}, ${tx.recordedAt})`);
}

export interface SumsAlone {
  /** Of this kind on the item. */
  readonly kindMinor: bigint;
  /** Of all kinds on the item, with the actor's own credits that were applied to it. */
  readonly itemMinor: bigint;
  readonly customerMinor: bigint;
  /** Of this kind for the customer in those days. */
  readonly customerKindMinor: bigint;
  readonly dayMinor: bigint;
}

/**
 * What the actor posted alone and what is not undone of it, the present act included. What waited and was refused or withdrawn
 * does not count; what waited and was done counts like anything else.
 */
export async function sumsAlone(
  tx: Tx,
  about: { kind: ApprovalKind; itemId: string | null; customerIds: readonly string[]; days: number },
): Promise<SumsAlone> {
  const from = addDays(tx.today, 1 - about.days);
  const { itemId } = about;
  const row = await tx.one<SumsAlone>(sql`
    with own as (
      select a.kind, a.item_id, a.customer_id, a.posted_on,
          case when w.state in ('refused', 'withdrawn') then 0
            else a.value_minor - coalesce(round(a.value_minor::numeric * u.undone_minor / nullif(u.amount_minor, 0)), 0) end as minor
        from posted_alone a
        left join pending_act w on w.company_id = a.company_id and w.id = a.pending_id
        left join command c on a.pending_id is not null and c.company_id = a.company_id and c.key = 'pending:' || a.pending_id
        left join entry_undo u on u.company_id = a.company_id
          and u.entry_id = coalesce(a.entry_id, (select e.id from entry e where e.company_id = c.company_id and e.command_id = c.id order by e.id limit 1))
        where a.company_id = ${tx.company.id} and a.by_id = ${tx.actor.id}
          and (a.posted_on >= ${from} or a.item_id = ${itemId}))
    select coalesce(sum(minor) filter (where item_id = ${itemId} and kind = ${about.kind}), 0)::bigint as "kindMinor",
        coalesce(sum(minor) filter (where item_id = ${itemId}), 0)::bigint as "itemMinor",
        coalesce(sum(minor) filter (where customer_id = any(${about.customerIds}::uuid[]) and posted_on >= ${from}
          and kind = any(${COUNTED_KINDS}::text[])), 0)::bigint as "customerMinor",
        coalesce(sum(minor) filter (where customer_id = any(${about.customerIds}::uuid[]) and posted_on >= ${from}
          and kind = ${about.kind}), 0)::bigint as "customerKindMinor",
        coalesce(sum(minor) filter (where posted_on = ${tx.today} and kind = any(${COUNTED_KINDS}::text[])), 0)::bigint as "dayMinor"
      from own`);
  if (itemId === null) return row;
  return { ...row, itemMinor: row.itemMinor + (await ownCreditsOn(tx, itemId)) };
}

/** What the actor's own credit notes settle of an item, in the company's currency: a credit is no way around the item's limit. */
async function ownCreditsOn(tx: Tx, itemId: string): Promise<bigint> {
  const row = await tx.one<{ minor: bigint }>(sql`
    select coalesce(-sum(p.functional_minor), 0)::bigint as minor
      from posted_alone a
      join item i on i.company_id = a.company_id and i.opening_entry_id = a.entry_id
      join posting q on q.company_id = i.company_id and q.item_id = i.id
      join entry e on e.company_id = q.company_id and e.id = q.entry_id
      left join entry o on o.company_id = e.company_id and o.id = e.reverses_entry_id
      join posting p on p.company_id = e.company_id and p.entry_id = e.id and p.item_id = ${itemId}
      where a.company_id = ${tx.company.id} and a.by_id = ${tx.actor.id} and a.kind = 'credit' and a.item_id is null
        and coalesce(o.kind, e.kind) = 'application'`);
  return row.minor < 0n ? 0n : row.minor;
}
