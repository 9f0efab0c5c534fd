/** What must hold of deductions, recomputed for `verify`. */
import { sql } from '../../../platform/database/sql.ts';
import type { VerifyRule } from '../../ledger/index.ts';
import { DEDUCTION_HOLD } from './deduction-session.ts';

export const DEDUCTION_RULES: readonly VerifyRule[] = [
  {
    name: 'posted_deduction_has_its_entry',
    scope: (tx) =>
      sql`select count(*)::int as count from deduction where company_id = ${tx.company.id} and treatment = 'posted'`,
    breaches: (tx) => sql`
      select format('deduction %s is %s with %s, its entry stands with %s', d.id, d.state, d.amount_minor,
          coalesce(e.amount_minor - coalesce(u.undone_minor, 0), 0)) as failure
        from deduction d
        left join entry e on e.company_id = d.company_id and e.id = d.entry_id
        left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
        where d.company_id = ${tx.company.id} and d.treatment = 'posted'
          and coalesce(e.amount_minor - coalesce(u.undone_minor, 0), 0) <> case d.state when 'posted' then d.amount_minor else 0 end`,
  },
  {
    name: 'claimed_deduction_is_held',
    scope: (tx) =>
      sql`select count(*)::int as count from deduction where company_id = ${tx.company.id} and state = 'open'`,
    breaches: (tx) => sql`
      select format('deduction %s of %s on item %s has no hold in force', d.id, d.amount_minor, d.item_id) as failure
        from deduction d
        left join hold h on h.company_id = d.company_id and h.id = d.hold_id and h.item_id = d.item_id and h.released_at is null
          and h.amount_minor = d.amount_minor
        where d.company_id = ${tx.company.id} and d.state = 'open' and h.id is null
      union all
      select format('hold %s on item %s belongs to no deduction that is open', h.id, h.item_id)
        from hold h left join deduction d on d.company_id = h.company_id and d.hold_id = h.id and d.state = 'open'
        where h.company_id = ${tx.company.id} and h.kind = ${DEDUCTION_HOLD} and h.released_at is null and d.id is null`,
  },
  {
    name: 'decision_has_its_deductions',
    scope: (tx) =>
      sql`select count(*)::int as count from receipt_decision where company_id = ${tx.company.id} and state = 'posted' and deductions <> '[]'`,
    breaches: (tx) => sql`
      with said as (
        select r.receipt_item_id, r.number, r.state, coalesce(sum((one->>'amountMinor')::bigint), 0) as amount
          from receipt_decision r left join lateral jsonb_array_elements(r.deductions) one on true
          where r.company_id = ${tx.company.id} and r.state in ('posted', 'undone')
          group by r.receipt_item_id, r.number, r.state
      ), kept as (
        select receipt_item_id, decision_number as number, sum(amount_minor) as amount
          from deduction where company_id = ${tx.company.id} and state <> 'withdrawn' group by receipt_item_id, decision_number)
      select format('decision %s of receipt %s deducts %s, of which %s are kept', coalesce(s.number, k.number),
          coalesce(s.receipt_item_id, k.receipt_item_id), coalesce(s.amount, 0), coalesce(k.amount, 0)) as failure
        from (select receipt_item_id, number, case state when 'posted' then amount else 0 end as amount from said) s
        full join kept k on k.receipt_item_id = s.receipt_item_id and k.number = s.number
        where coalesce(s.amount, 0) <> coalesce(k.amount, 0)
          and exists (
            select from receipt_decision r join entry e on e.company_id = r.company_id and e.id = any(r.entry_ids) and e.kind = 'application'
              left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
              where r.company_id = ${tx.company.id} and r.receipt_item_id = coalesce(s.receipt_item_id, k.receipt_item_id)
                and r.number = coalesce(s.number, k.number) and coalesce(u.undone_minor, 0) < e.amount_minor)`,
  },
  {
    name: 'claims_fit_their_item',
    scope: (tx) =>
      sql`select count(distinct item_id)::int as count from deduction where company_id = ${tx.company.id} and state = 'open'`,
    breaches: (tx) => sql`
      select format('item %s of %s bears claims of %s', i.number, i.amount_minor, sum(d.amount_minor)) as failure
        from deduction d join item i on i.company_id = d.company_id and i.id = d.item_id
        where d.company_id = ${tx.company.id} and d.state = 'open'
        group by i.number, i.amount_minor having sum(d.amount_minor) > i.amount_minor`,
  },
];
