/** The invariants of collections, recomputed for `verify`: steps of the ladder, their letters and tasks, and the holds of promises. */
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { checkRules, type Invariant, type VerifyRule } from '../ledger/index.ts';

const RULES: readonly VerifyRule[] = [
  {
    name: 'taken_step_has_its_letter_or_task',
    scope: (tx) =>
      sql`select count(*)::int as count from dunning_step where company_id = ${tx.company.id} and withdrawn_at is null`,
    breaches: (tx) => sql`
      select format('step %s of item %s stands, its letter is %s', s.step_key, i.number, coalesce(d.state, 'missing')) as failure
        from dunning_step s
        join dunning_action a on a.company_id = s.company_id and a.id = s.action_id
        join item i on i.company_id = s.company_id and i.id = s.item_id
        left join message_delivery d on d.company_id = a.company_id and d.message_id = a.message_id
        left join task t on t.company_id = a.company_id and t.id = a.task_id
        where s.company_id = ${tx.company.id} and s.withdrawn_at is null and (
          a.withdrawn_at is not null
          or (a.channel <> 'person' and coalesce(d.state, 'missing') not in ('queued', 'to_print', 'sending', 'sent', 'uncertain')
            and not (coalesce(d.state, 'missing') = 'withdrawn' and exists (
              select from message_delivery_step w where w.company_id = d.company_id and w.message_id = d.message_id and w.state = 'uncertain')))
          or (a.task_id is not null and t.id is null))`,
  },
  {
    name: 'withdrawn_letter_has_withdrawn_steps',
    scope: (tx) => sql`
      select count(*)::int as count from dunning_action where company_id = ${tx.company.id} and withdrawn_at is not null`,
    breaches: (tx) => sql`
      select format('letter %s was withdrawn and is %s', a.id, d.state) as failure
        from dunning_action a
        join message_delivery d on d.company_id = a.company_id and d.message_id = a.message_id
        where a.company_id = ${tx.company.id} and a.withdrawn_at is not null and a.returned_at is null and d.state in ('sending', 'sent')`,
  },
  {
    name: 'step_is_told_by_one_message',
    scope: (tx) => sql`
      select count(distinct (item_id, step_key))::int as count from dunning_step where company_id = ${tx.company.id}`,
    breaches: (tx) => sql`
      select format('step %s of item %s was sent %s times', s.step_key, s.item_id, count(*)) as failure
        from dunning_step s
        join dunning_action a on a.company_id = s.company_id and a.id = s.action_id and a.returned_at is null
        join message_delivery d on d.company_id = a.company_id and d.message_id = a.message_id and d.state = 'sent'
        where s.company_id = ${tx.company.id} group by s.item_id, s.step_key having count(*) > 1`,
  },
  {
    name: 'letter_of_a_run_has_the_keys_of_its_steps',
    scope: (tx) =>
      sql`select count(*)::int as count from message_key where company_id = ${tx.company.id} and key like 'dunning/%'`,
    breaches: (tx) => sql`
      select format('step %s of item %s stands by a letter that has not its key', s.step_key, i.number) as failure
        from dunning_step s
        join dunning_action a on a.company_id = s.company_id and a.id = s.action_id and a.run_id is not null and a.message_id is not null
        join item i on i.company_id = s.company_id and i.id = s.item_id
        left join message_key k on k.company_id = s.company_id and k.key = format('dunning/%s/%s/%s', s.item_id, s.step_key, s.attempt)
        where s.company_id = ${tx.company.id} and s.withdrawn_at is null and k.message_id is distinct from a.message_id`,
  },
  {
    name: 'open_promise_holds_its_items',
    scope: (tx) => sql`
      select count(*)::int as count from promise where company_id = ${tx.company.id} and state = 'open' and is_of_items`,
    breaches: (tx) => sql`
      select format('promise %s is open until %s, and nothing of its items is held', p.id, p.deadline_on) as failure
        from promise p
        where p.company_id = ${tx.company.id} and p.state = 'open' and p.is_of_items and p.deadline_on >= ${tx.today}
          and p.amount_minor - p.in_time_minor > p.tolerance_minor
          and not exists (select from promise sibling where sibling.company_id = p.company_id and sibling.plan_id = p.plan_id
            and sibling.state in ('broken', 'partly_kept'))
          and exists (select from promise_item o join item i on i.company_id = o.company_id and i.id = o.item_id and i.open_minor > 0
            where o.company_id = p.company_id and o.promise_id = p.id)
          and not exists (select from promise_item o join hold h on h.company_id = o.company_id and h.item_id = o.item_id
            where o.company_id = p.company_id and o.promise_id = p.id and h.released_at is null)`,
  },
  {
    name: 'hold_of_a_promise_has_it_open',
    scope: (tx) => sql`select count(*)::int as count from promise_hold where company_id = ${tx.company.id}`,
    breaches: (tx) => sql`
      select format('hold %s stands although its promise or plan has nothing open', h.id) as failure
        from promise_hold o
        join hold h on h.company_id = o.company_id and h.id = o.hold_id and h.released_at is null
          and (h.until_on is null or h.until_on >= ${tx.today})
        where o.company_id = ${tx.company.id} and not exists (
          select from promise p where p.company_id = o.company_id and (p.id = o.owner_id or p.plan_id = o.owner_id) and p.state = 'open')`,
  },
  {
    name: 'holds_of_a_promise_are_at_most_what_is_promised',
    scope: (tx) =>
      sql`select count(*)::int as count from promise where company_id = ${tx.company.id} and state = 'open'`,
    breaches: (tx) => sql`
      select format('holds of promise or plan %s are %s of %s promised', held.owner_id, held.minor, promised.minor) as failure
        from (
          select o.owner_id, sum(h.amount_minor) as minor from promise_hold o
            join hold h on h.company_id = o.company_id and h.id = o.hold_id and h.released_at is null
            where o.company_id = ${tx.company.id} group by o.owner_id) held
        join (
          select coalesce(plan_id, id) as owner_id, sum(amount_minor) as minor from promise
            where company_id = ${tx.company.id} and state = 'open' group by 1) promised on promised.owner_id = held.owner_id
        where held.minor > promised.minor`,
  },
  {
    name: 'interest_note_is_the_sum_of_its_lines',
    scope: (tx) =>
      sql`select count(*)::int as count from interest_charge where company_id = ${tx.company.id} and kind = 'charged'`,
    breaches: (tx) => sql`
      select format('note %s asks %s, its lines %s', g.number, i.amount_minor, coalesce(l.minor, g.interest_minor)) as failure
        from interest_charge g
        join item i on i.company_id = g.company_id and i.id = g.item_id
        left join (
          select charge_id, sum(interest_minor + fee_minor) as minor from interest_charge_line where company_id = ${tx.company.id}
            group by charge_id) l on l.charge_id = g.id
        where g.company_id = ${tx.company.id} and g.kind = 'charged' and (
          i.amount_minor <> g.interest_minor + g.fee_minor or (g.plan_id is null and l.minor is distinct from i.amount_minor))`,
  },
];

/** A `VerifyCheck` for the composition root. */
export function collectionsCheck(tx: Tx): Promise<Invariant[]> {
  return checkRules(tx, RULES);
}
