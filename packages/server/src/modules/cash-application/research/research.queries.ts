/** Money that is not applied, with what people found out about it. */
import type { LocalDate } from '@quittance/core/calendar';
import type { NextStep, RootCause, UnappliedFacts } from '@quittance/core/research';
import { literally, noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { QUESTION_THAT_WAITS, QUEUE, type ReceiptQueue } from '../queues/queues.queries.ts';

export const RESEARCH_QUEUES = ['exceptions', 'unidentified', 'unapplied'] as const satisfies readonly ReceiptQueue[];
export type ResearchQueue = (typeof RESEARCH_QUEUES)[number];

export interface ResearchRow extends UnappliedFacts {
  readonly itemId: string;
  readonly number: string;
  readonly bookedOn: LocalDate;
  readonly currency: string;
  /** Positive: as it came, and what is open of it. */
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly text: string;
  readonly customerId: string | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly queue: ResearchQueue;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly nextStep: NextStep | null;
  readonly nextStepWords: string | null;
  readonly nextDueOn: LocalDate | null;
  readonly rootCause: RootCause | null;
  readonly rootCauseWords: string | null;
  readonly changedByName: string | null;
  readonly changedAt: string | null;
  /** Since when the customer has been asked and has not answered. */
  readonly waitsForCustomerSince: string | null;
  /** An open request about it, under four eyes. */
  readonly requestId: string | null;
  readonly requestKind: string | null;
}

/** The parts of the key, each by itself; `CAUSE_KEY` joins them. */
const KEY = sql`
  d.question_code as "questionCode",
  (coalesce(d.evidence, '[]'::jsonb) @> '[{"kind": "advance_stated"}]'::jsonb) as "isAdvance",
  (i.open_minor <> i.amount_minor) as "isRest", (h.kind = 'unidentified') as "isUnidentified"`;

const FROM = sql`
  from item i
  join document doc on doc.company_id = i.company_id and doc.id = i.document_id
  join customer h on h.company_id = i.company_id and h.id = i.customer_id
  left join bank_line l on l.company_id = i.company_id and l.item_id = i.id and l.undone_at is null
  left join receipt_decision d on d.company_id = i.company_id and d.receipt_item_id = i.id and d.is_current
  left join customer c on c.company_id = i.company_id and c.id = case when h.kind = 'unidentified' then d.customer_id else h.id end
  left join receipt_research s on s.company_id = i.company_id and s.item_id = i.id
  left join approval_request a on a.company_id = i.company_id and a.item_id = i.id and a.state in ('waiting', 'sent_back')
  ${QUESTION_THAT_WAITS}`;

const ROW = sql`
  select i.id as "itemId", i.number, i.issued_on as "bookedOn", i.currency, -i.amount_minor as "amountMinor", -i.open_minor as "openMinor",
      coalesce(l.payer_name, l.ultimate_name) as "payerName", l.payer_account as "payerAccount",
      array_to_string(case when l.id is null then array_remove(array[doc.reference, doc.note], null) else l.text_lines end, ' ') as text,
      c.id as "customerId", c.number as "customerNumber", c.name as "customerName", ${QUEUE} as queue,
      s.owner_id as "ownerId", s.owner_name as "ownerName", s.next_step as "nextStep", s.next_step_words as "nextStepWords",
      s.next_due_on as "nextDueOn", s.root_cause as "rootCause", s.root_cause_words as "rootCauseWords",
      s.changed_by_name as "changedByName", s.changed_at as "changedAt", q.asked_at as "waitsForCustomerSince",
      a.id as "requestId", a.kind as "requestKind", ${KEY}`;

export interface ResearchFilter {
  readonly queue?: ResearchQueue | undefined;
  /** An id, or 'nobody'. */
  readonly owner?: string | undefined;
  /** The cause that was said, or, where none was, one of the keys that suggest it. */
  readonly cause?: { readonly cause: RootCause | 'none'; readonly keys: readonly string[] } | undefined;
  readonly bookedFrom?: LocalDate | undefined;
  readonly bookedTo?: LocalDate | undefined;
  readonly isLate?: boolean | undefined;
  readonly waitsForCustomer?: boolean | undefined;
  readonly customerId?: string | undefined;
  readonly search?: string | undefined;
}

export interface ResearchPage extends ResearchFilter {
  readonly after?: { readonly bookedOn: string; readonly itemId: string } | undefined;
  readonly limit: number;
}

/** The oldest first. */
export async function listResearch(tx: Tx, page: ResearchPage): Promise<ResearchRow[]> {
  const { after } = page;
  return tx.all(sql`${ROW} ${FROM}
    where ${unapplied(tx, page)}
      ${after ? sql`and (i.issued_on, i.id) > (${after.bookedOn}::date, ${after.itemId}::uuid)` : noSql}
    order by i.issued_on, i.id limit ${page.limit}`);
}

/** One, whatever queue it stands in, also when nothing is open of it any more. */
export async function findResearch(tx: Tx, itemId: string): Promise<ResearchRow | undefined> {
  return tx.maybe(
    sql`${ROW} ${FROM} where i.company_id = ${tx.company.id} and i.id = ${itemId} and i.kind = 'receipt'`,
  );
}

export interface ResearchGroup extends UnappliedFacts {
  /** What decides about the suggested cause, as one text that can be filtered on. */
  readonly key: string;
  readonly rootCause: RootCause | null;
  readonly age: number;
  readonly currency: string;
  readonly count: number;
  readonly openMinor: bigint;
  readonly lateCount: number;
  readonly unownedCount: number;
}

const CAUSE_KEY = sql`
  concat_ws('|', coalesce(d.question_code, '-'),
    coalesce(d.evidence, '[]'::jsonb) @> '[{"kind": "advance_stated"}]'::jsonb, i.open_minor <> i.amount_minor, h.kind = 'unidentified')`;

/** All that a filter lets through, by cause, age and currency, in one pass. `ageBorders`: the days before which money is one age older. */
export async function researchGroups(
  tx: Tx,
  given: { readonly filter: ResearchFilter; readonly ageBorders: readonly LocalDate[] },
): Promise<ResearchGroup[]> {
  return tx.all(sql`
    select key, "rootCause", "questionCode", "isAdvance", "isRest", "isUnidentified", currency, age, count(*)::int as count,
        sum(open_minor)::bigint as "openMinor", (count(*) filter (where is_late))::int as "lateCount",
        (count(*) filter (where owner_id is null))::int as "unownedCount"
      from (
        select ${CAUSE_KEY} as key, s.root_cause as "rootCause", ${KEY}, i.currency, -i.open_minor as open_minor,
            (select count(*) from unnest(${given.ageBorders}::date[]) as b (day) where i.issued_on < b.day)::int as age,
            s.next_due_on < ${tx.today} as is_late, s.owner_id
          ${FROM} where ${unapplied(tx, given.filter)}) one
      group by key, "rootCause", "questionCode", "isAdvance", "isRest", "isUnidentified", currency, age`);
}

function unapplied(tx: Tx, filter: ResearchFilter): Query {
  const { queue, owner, cause, bookedFrom, bookedTo, customerId } = filter;
  const queues = queue === undefined ? RESEARCH_QUEUES : [queue];
  return sql`i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.open_minor <> 0 and ${QUEUE} = any(${queues}::text[])
    ${owner === undefined ? noSql : owner === 'nobody' ? sql`and s.owner_id is null` : sql`and s.owner_id = ${owner}`}
    ${cause === undefined ? noSql : sql`and (s.root_cause = ${cause.cause} or (s.root_cause is null and ${CAUSE_KEY} = any(${cause.keys}::text[])))`}
    ${bookedFrom ? sql`and i.issued_on >= ${bookedFrom}` : noSql}
    ${bookedTo ? sql`and i.issued_on <= ${bookedTo}` : noSql}
    ${filter.isLate ? sql`and s.next_due_on < ${tx.today}` : noSql}
    ${filter.waitsForCustomer ? sql`and q.asked_at is not null` : noSql}
    ${customerId ? sql`and c.id = ${customerId}` : noSql}
    ${matching(filter.search)}`;
}

function matching(search: string | undefined): Query {
  if (search === undefined || search.trim() === '') return noSql;
  const contains = `%${literally(search.trim())}%`;
  return sql`
    and (i.number ilike ${contains} or l.payer_name ilike ${contains} or l.ultimate_name ilike ${contains}
      or l.payer_account ilike ${contains} or array_to_string(l.text_lines, ' ') ilike ${contains} or c.name ilike ${contains}
      or c.number ilike ${contains} or s.owner_name ilike ${contains} or s.root_cause_words ilike ${contains})`;
}

export interface KeptResearch {
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly nextStep: NextStep | null;
  readonly nextStepWords: string | null;
  readonly nextDueOn: LocalDate | null;
  readonly rootCause: RootCause | null;
  readonly rootCauseWords: string | null;
}

export async function saveResearch(tx: Tx, itemId: string, kept: KeptResearch): Promise<void> {
  await tx.run(sql`
    insert into receipt_research (company_id, item_id, owner_id, owner_name, next_step, next_step_words, next_due_on, root_cause,
        root_cause_words, changed_by, changed_by_name, changed_at)
      values (${tx.company.id}, ${itemId}, ${kept.ownerId}, ${kept.ownerName}, ${kept.nextStep}, ${kept.nextStepWords}, ${kept.nextDueOn},
        ${kept.rootCause}, ${kept.rootCauseWords}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt})
    on conflict (company_id, item_id) do update set owner_id = excluded.owner_id, owner_name = excluded.owner_name,
      next_step = excluded.next_step, next_step_words = excluded.next_step_words, next_due_on = excluded.next_due_on,
      root_cause = excluded.root_cause, root_cause_words = excluded.root_cause_words, changed_by = excluded.changed_by,
      changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at`);
}

/** Gives receipts to an owner, or to nobody; the rest of what was found out stays. Returns how many there were. */
export async function saveOwner(
  tx: Tx,
  itemIds: readonly string[],
  owner: { readonly id: string; readonly name: string } | null,
): Promise<number> {
  return tx.run(sql`
    insert into receipt_research (company_id, item_id, owner_id, owner_name, changed_by, changed_by_name, changed_at)
      select ${tx.company.id}, i.id, ${owner?.id ?? null}, ${owner?.name ?? null}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt}
        from item i where i.company_id = ${tx.company.id} and i.id = any(${itemIds}::uuid[]) and i.kind = 'receipt' order by i.id
    on conflict (company_id, item_id) do update set owner_id = excluded.owner_id, owner_name = excluded.owner_name,
      changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at`);
}

export interface ResearchNote {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly byName: string;
  readonly at: string;
}

const NOTES_MAX = 200;

/** What was written down about a receipt, the latest first. */
export async function notesOf(tx: Tx, itemId: string): Promise<ResearchNote[]> {
  return tx.all(sql`
    select a.id, a.kind, a.text, a.actor_name as "byName", a.happened_at as at from activity a
      where a.company_id = ${tx.company.id} and a.item_id = ${itemId} and not a.is_withdrawal
        and not exists (select from activity n where n.company_id = a.company_id and n.supersedes_id = a.id)
      order by a.happened_at desc, a.id desc limit ${NOTES_MAX}`);
}
