/**
 * The activity stream: who did what, on which customer, item or case, how long. Lines are only ever added. Editing adds a line
 * that supersedes the one before; taking back adds one that withdraws it. What is shown is what nothing supersedes.
 */
import { noSql, type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface Activity {
  readonly id: string;
  readonly customerId: string;
  readonly itemId: string | null;
  readonly caseId: string | null;
  readonly contactId: string | null;
  /** `note`, `call`, `mail`, `meeting`, `invoice_received`; others are added by whoever writes them. */
  readonly kind: string;
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly durationSeconds: number | null;
  readonly text: string;
  readonly detail: unknown;
  /** The line this one replaces. */
  readonly supersedesId: string | null;
  /** The first version of the line: its own when nobody edited it. */
  readonly firstId: string;
  readonly isPinned: boolean;
  /** Who was named by an @ and told. */
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
}

export type NewActivity = Pick<Activity, 'id' | 'customerId' | 'kind' | 'text'> &
  Partial<Pick<Activity, 'itemId' | 'caseId' | 'contactId' | 'durationSeconds' | 'detail' | 'supersedesId'>> & {
    /** Now when absent. */
    readonly happenedAt?: string | undefined;
    readonly isWithdrawal?: boolean;
    /** As whom it was done, in an extract of another system; the importing person stays the actor. */
    readonly actorName?: string | undefined;
    /** Who did it, when another carries it out: the author of a mail that the product sends. */
    readonly actorId?: string | undefined;
  };

const COLUMNS = sql`
  a.id, a.customer_id as "customerId", a.item_id as "itemId", a.case_id as "caseId", a.contact_id as "contactId", a.kind,
  a.happened_at as "happenedAt", a.recorded_at as "recordedAt", a.actor_id as "actorId", a.actor_name as "actorName",
  a.duration_seconds as "durationSeconds", a.text, a.detail, a.supersedes_id as "supersedesId", coalesce(a.first_id, a.id) as "firstId",
  exists (select from activity_pin p where p.company_id = a.company_id and p.activity_id = coalesce(a.first_id, a.id)) as "isPinned",
  (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name), '[]')
    from activity_mention m join actor n on n.id = m.person_id
    where m.company_id = a.company_id and m.activity_id = coalesce(a.first_id, a.id)) as mentions`;

/** Adds lines, thousands at a time; those of an import carry its batch. Throws `activity_is_superseded_once`. */
export async function insertActivities(
  tx: Tx,
  activities: readonly NewActivity[],
  batchId: string | null,
): Promise<void> {
  if (activities.length === 0) return;
  await tx.run(sql`
    insert into activity (company_id, id, customer_id, item_id, case_id, contact_id, kind, happened_at, recorded_at, actor_id, actor_name,
        duration_seconds, text, detail, supersedes_id, first_id, is_withdrawal, batch_id)
      select ${tx.company.id}, id, "customerId", "itemId", "caseId", "contactId", kind, coalesce("happenedAt", ${tx.recordedAt}), ${tx.recordedAt},
          coalesce("actorId", ${tx.actor.id}), coalesce("actorName", ${tx.actor.name}), "durationSeconds", text, detail, "supersedesId",
          (select coalesce(b.first_id, b.id) from activity b where b.company_id = ${tx.company.id} and b.id = "supersedesId"),
          coalesce("isWithdrawal", false), ${batchId}
        from json_to_recordset(${JSON.stringify(activities)}) as a (id uuid, "customerId" uuid, "itemId" uuid, "caseId" uuid,
          "contactId" uuid, kind text, "happenedAt" timestamptz, "actorName" text, "actorId" uuid, "durationSeconds" int, text text, detail jsonb,
          "supersedesId" uuid, "isWithdrawal" boolean)`);
}

export interface ActivityPage {
  readonly customerIds: readonly string[];
  readonly kinds?: readonly string[] | undefined;
  /** Lines that happened before this one, which is the last of the page before. */
  readonly before?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** What stands, the latest first. */
export async function listActivities(tx: Tx, page: ActivityPage): Promise<Activity[]> {
  const before = page.before
    ? sql`and (a.happened_at, a.id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)`
    : noSql;
  const kinds = page.kinds ? sql`and a.kind = any(${page.kinds}::text[])` : noSql;
  return standing(
    tx,
    sql`a.customer_id = any(${page.customerIds}::uuid[]) ${kinds} ${before}`,
    sql`order by a.happened_at desc, a.id desc limit ${page.limit}`,
  );
}

/** A line that stands; undefined when it was superseded or withdrawn. */
export async function findActivity(tx: Tx, id: string): Promise<Activity | undefined> {
  const [found] = await standing(tx, sql`a.id = ${id}`, noSql);
  return found;
}

/** What is pinned of these customers, the last pinned first. */
export async function listPinned(tx: Tx, customerIds: readonly string[]): Promise<Activity[]> {
  return tx.all(sql`
    select ${COLUMNS} from activity_pin pin
      join activity a on a.company_id = pin.company_id and (a.id = pin.activity_id or a.first_id = pin.activity_id)
      where pin.company_id = ${tx.company.id} and pin.customer_id = any(${[...customerIds]}::uuid[]) and not a.is_withdrawal
        and not exists (select from activity s where s.company_id = a.company_id and s.supersedes_id = a.id)
      order by pin.pinned_at desc, a.id`);
}

function standing(tx: Tx, condition: Query, order: Query): Promise<Activity[]> {
  return tx.all(sql`
    select ${COLUMNS} from activity a
      where a.company_id = ${tx.company.id} and ${condition} and not a.is_withdrawal
        and not exists (select from activity s where s.company_id = a.company_id and s.supersedes_id = a.id)
      ${order}`);
}

const EDITS_MAX = 100; // of one line; beyond it nobody edits, a program loops

/** A line and what it superseded, the latest first. */
export async function activityHistory(tx: Tx, id: string): Promise<Activity[]> {
  return tx.all(sql`
    with recursive line as (
      select a.*, 1 as step from activity a where a.company_id = ${tx.company.id} and a.id = ${id}
      union all
      select a.*, line.step + 1 from line join activity a on a.company_id = line.company_id and a.id = line.supersedes_id
        where line.step < ${EDITS_MAX})
    select ${COLUMNS} from line a order by a.step`);
}

/** Takes back what an import added and still stands, by further lines. Returns how many. */
export function withdrawActivitiesOfBatch(tx: Tx, batchId: string): Promise<number> {
  return withdrawWhere(tx, sql`a.batch_id = ${batchId}`);
}

/** Takes lines back that still stand, by the first version of each. Returns how many. */
export function withdrawActivities(tx: Tx, firstIds: readonly string[]): Promise<number> {
  return withdrawWhere(tx, sql`(a.id = any(${[...firstIds]}::uuid[]) or a.first_id = any(${[...firstIds]}::uuid[]))`);
}

function withdrawWhere(tx: Tx, condition: Query): Promise<number> {
  return tx.run(sql`
    insert into activity (company_id, id, customer_id, kind, happened_at, recorded_at, actor_id, actor_name, text, supersedes_id, first_id,
        is_withdrawal)
      select a.company_id, gen_random_uuid(), a.customer_id, a.kind, a.happened_at, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}, '', a.id,
          coalesce(a.first_id, a.id), true
        from activity a
        where a.company_id = ${tx.company.id} and ${condition} and not a.is_withdrawal
          and not exists (select from activity s where s.company_id = a.company_id and s.supersedes_id = a.id)
        order by a.id`);
}

/** Of these texts, which lines stand already: an import of the same notes twice adds nothing. */
export async function findSameActivities(
  tx: Tx,
  lines: readonly {
    readonly customerId: string;
    readonly kind: string;
    readonly happenedAt: string;
    readonly text: string;
  }[],
): Promise<Set<number>> {
  const numbered = lines.map((line, index) => ({ index, ...line }));
  const rows = await tx.all<{ index: number }>(sql`
    select distinct l.index
      from json_to_recordset(${JSON.stringify(numbered)}) as l (index int, "customerId" uuid, kind text, "happenedAt" timestamptz, text text)
      join activity a on a.company_id = ${tx.company.id} and a.customer_id = l."customerId" and a.kind = l.kind
        and a.happened_at = l."happenedAt" and a.text = l.text and not a.is_withdrawal
      where not exists (select from activity s where s.company_id = a.company_id and s.supersedes_id = a.id)`);
  return new Set(rows.map((row) => row.index));
}
