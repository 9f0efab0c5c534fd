/** The invariants of this module, recomputed for `verify`. */
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { checkRules, type Invariant, type VerifyRule } from '../ledger/index.ts';
import { DEDUCTION_RULES } from './deductions/deduction-rules.queries.ts';
import { habitsThatDiffer } from './knowledge/patterns.usecase.ts';
import { MEASURED_RULE } from './measures/measured-receipts.queries.ts';
import { PROPOSAL_HOLD } from './runs/keep-proposals.ts';

const OWN_RULES: readonly VerifyRule[] = [
  {
    name: 'receipt_has_one_current_decision',
    scope: (tx) =>
      sql`select count(distinct receipt_item_id)::int as count from receipt_decision where company_id = ${tx.company.id}`,
    breaches: (tx) => sql`
      select format('receipt %s has %s current decisions; the latest is %s', receipt_item_id, count(*) filter (where is_current), max(number)) as failure
        from receipt_decision where company_id = ${tx.company.id} group by receipt_item_id
        having count(*) filter (where is_current) <> 1 or max(number) <> max(number) filter (where is_current)`,
  },
  {
    name: 'posted_decision_has_its_applications',
    scope: (tx) =>
      sql`select count(*)::int as count from receipt_decision where company_id = ${tx.company.id} and state = 'posted'`,
    breaches: (tx) => sql`
      select format('decision %s of receipt %s was posted for %s, its entries apply %s', d.number, d.receipt_item_id,
          d.amount_minor - d.unapplied_minor, coalesce(e.applied, 0)) as failure
        from receipt_decision d
        left join lateral (
          select sum(p.amount_minor) as applied from posting p join entry e on e.company_id = p.company_id and e.id = p.entry_id
            where p.company_id = d.company_id and p.entry_id = any(d.entry_ids) and e.kind = 'application' and p.item_id = d.receipt_item_id) e on true
        where d.company_id = ${tx.company.id} and d.state = 'posted' and coalesce(e.applied, 0) <> d.amount_minor - d.unapplied_minor`,
  },
  {
    name: 'undone_decision_has_nothing_standing',
    scope: (tx) =>
      sql`select count(*)::int as count from receipt_decision where company_id = ${tx.company.id} and state = 'undone'`,
    breaches: (tx) => sql`
      select format('decision %s of receipt %s is undone, its %s %s stands', d.number, d.receipt_item_id, e.kind, e.id) as failure
        from receipt_decision d
        join entry e on e.company_id = d.company_id and e.id = any(d.entry_ids) and e.kind <> 'identification'
        left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
        where d.company_id = ${tx.company.id} and d.state = 'undone' and coalesce(u.undone_minor, 0) < e.amount_minor`,
  },
  {
    name: 'proposal_hold_belongs_to_a_proposal',
    scope: (tx) => sql`
      select count(*)::int as count from hold where company_id = ${tx.company.id} and kind = ${PROPOSAL_HOLD} and released_at is null`,
    breaches: (tx) => sql`
      with held as (
        select unnest(hold_ids) as id from receipt_decision where company_id = ${tx.company.id} and state = 'waiting' and is_current)
      select format('hold %s on item %s belongs to no proposal', h.id, h.item_id) as failure
        from hold h left join held on held.id = h.id
        where h.company_id = ${tx.company.id} and h.kind = ${PROPOSAL_HOLD} and h.released_at is null and held.id is null
      union all
      select format('hold %s of a proposal is not in force', held.id)
        from held left join hold h on h.company_id = ${tx.company.id} and h.id = held.id and h.released_at is null
        where h.id is null`,
  },
  {
    name: 'payer_links_are_the_sum_of_confirmations',
    scope: (tx) =>
      sql`select count(*)::int as count from payer_link where company_id = ${tx.company.id} and origin = 'application'`,
    breaches: (tx) => sql`
      with taught as (
        select mark, key, customer_id, count(*)::int as uses, max(booked_on) as last_on from (
          select 'account' as mark, payer_account as key, customer_id, booked_on from payer_confirmation
            where company_id = ${tx.company.id} and ended_at is null and teaches_account
          union all
          select 'name', payer_name, customer_id, booked_on from payer_confirmation
            where company_id = ${tx.company.id} and ended_at is null and teaches_name) c
        group by mark, key, customer_id
      ), kept as (
        select mark, key, customer_id, uses, last_on from payer_link where company_id = ${tx.company.id} and origin = 'application')
      select format('%s %s paid %s times for customer %s by the confirmations, %s times by the link', coalesce(t.mark, k.mark),
          coalesce(t.key, k.key), coalesce(t.uses, 0), coalesce(t.customer_id, k.customer_id), coalesce(k.uses, 0)) as failure
        from taught t full join kept k on k.mark = t.mark and k.key = t.key and k.customer_id = t.customer_id
        where t.uses is distinct from k.uses or t.last_on is distinct from k.last_on`,
  },
];

const RULES: readonly VerifyRule[] = [...OWN_RULES, ...DEDUCTION_RULES, MEASURED_RULE];

/** A `VerifyCheck` for the composition root. */
export async function cashApplicationCheck(tx: Tx): Promise<Invariant[]> {
  return [...(await checkRules(tx, RULES)), await habitsCheck(tx)];
}

/** Counted by core, as when it was learnt: what is kept beside the payments is what they show. */
async function habitsCheck(tx: Tx): Promise<Invariant> {
  const { checked, wrong } = await habitsThatDiffer(tx);
  return {
    invariant: 'payment_habits_are_the_count_of_patterns',
    ok: wrong.length === 0,
    checked,
    failures: wrong
      .slice(0, FAILURES_TOLD_MAX)
      .map((id) => `habits of customer ${id} are not the count of its payments`),
  };
}

const FAILURES_TOLD_MAX = 20;
