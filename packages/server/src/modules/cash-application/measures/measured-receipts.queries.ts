/**
 * What the measures count of a receipt, kept in a row of its own (0043) beside its decisions and made anew from all of them whenever one
 * is added, settled or ended. The migration fills it by the same words; `verify` counts it again.
 */
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { VerifyRule } from '../../ledger/index.ts';

const COLUMNS = sql`company_id, receipt_item_id, document_id, booked_on, currency, amount_minor, functional_minor, recorded_minute,
  applied_minute, is_applied_auto, is_auto, is_undone, is_not_ours, first_number, question_code, explanation, names_items, thought_of_id,
  lines_count, auto_lines_count`;

/** Cash on items that came by itself, or by a person whose act stands. An item of several such decisions counts once. */
const HAS_LINES = sql`settled_at is not null and (decision = 'auto' or state <> 'undone')`;

/** The rows of the receipts (`id`) of a relation; each looks its decisions up by itself, for they are added faster than statistics follow. */
function counted(tx: Tx, receipts: Query): Query {
  return sql`
    select i.company_id, i.id as receipt_item_id, i.document_id, i.issued_on as booked_on, i.currency, -i.amount_minor as amount_minor,
        -i.functional_minor as functional_minor, ${minuteOf(sql`e.recorded_at`)} as recorded_minute,
        ${minuteOf(sql`d.applied_at`)} as applied_minute, coalesce(d.applied_as = 'auto', false) as is_applied_auto, d.is_auto, d.is_undone,
        d.is_not_ours, d.first_number, f.question_code, f.explanation, coalesce(f.names_items, false) as names_items,
        f.customer_id as thought_of_id, coalesce(l.lines, d.lines) as lines_count,
        coalesce(l.auto_lines, d.auto_lines) as auto_lines_count
      from ${receipts} r
      cross join lateral (
        select bool_or(decision = 'auto' and settled_at is not null) as is_auto, bool_or(decision = 'auto' and state = 'undone') as is_undone,
            bool_or(state = 'not_ours') as is_not_ours, min(settled_at) filter (where state in ('posted', 'not_ours')) as applied_at,
            (array_agg(decision order by number) filter (where state in ('posted', 'not_ours')))[1] as applied_as,
            min(number) filter (where decision <> 'manual') as first_number,
            count(*) filter (where ${HAS_LINES}) as counted, coalesce(sum(lines_count) filter (where ${HAS_LINES}), 0)::int as lines,
            coalesce(sum(lines_count) filter (where ${HAS_LINES} and decision = 'auto'), 0)::int as auto_lines
          from receipt_decision where company_id = ${tx.company.id} and receipt_item_id = r.id) d
      left join lateral (
        select count(*)::int as lines, (count(*) filter (where is_auto))::int as auto_lines from (
          select a->>'itemId', bool_or(decision = 'auto') as is_auto
            from receipt_decision cross join lateral jsonb_array_elements(allocations) a
            where company_id = ${tx.company.id} and receipt_item_id = r.id and ${HAS_LINES} group by 1) line) l on d.counted > 1
      join item i on i.company_id = ${tx.company.id} and i.id = r.id
      join entry e on e.company_id = i.company_id and e.id = i.opening_entry_id
      left join receipt_decision f on f.company_id = i.company_id and f.receipt_item_id = i.id and f.number = d.first_number
      where d.is_auto is not null`;
}

/** Whole minutes since 1970. */
function minuteOf(instant: Query): Query {
  return sql`floor(extract(epoch from ${instant}) / 60)::int`;
}

/** After their decisions changed, in the same transaction. */
export async function keepMeasured(tx: Tx, receiptItemIds: readonly string[]): Promise<void> {
  if (receiptItemIds.length === 0) return;
  await tx.run(sql`
    insert into measured_receipt (${COLUMNS})
      ${counted(tx, sql`(select distinct id from unnest(${receiptItemIds}::uuid[]) as given (id) order by 1)`)}
      on conflict (company_id, receipt_item_id) do update set applied_minute = excluded.applied_minute,
        is_applied_auto = excluded.is_applied_auto, is_auto = excluded.is_auto, is_undone = excluded.is_undone,
        is_not_ours = excluded.is_not_ours, first_number = excluded.first_number, question_code = excluded.question_code,
        explanation = excluded.explanation, names_items = excluded.names_items, thought_of_id = excluded.thought_of_id,
        lines_count = excluded.lines_count, auto_lines_count = excluded.auto_lines_count`);
}

export const MEASURED_RULE: VerifyRule = {
  name: 'measured_receipts_are_the_count_of_decisions',
  scope: (tx) => sql`select count(*)::int as count from measured_receipt where company_id = ${tx.company.id}`,
  breaches: (tx) => sql`
    with again as (${counted(tx, sql`(select distinct receipt_item_id as id from receipt_decision where company_id = ${tx.company.id})`)}),
    kept as (select ${COLUMNS} from measured_receipt where company_id = ${tx.company.id})
    select format('receipt %s is not measured as its decisions say', receipt_item_id) as failure from (
      (select * from again except select * from kept) union (select * from kept except select * from again)) differing
      group by receipt_item_id`,
};
