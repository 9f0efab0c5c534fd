/**
 * Every rule of the ledger, recomputed from the postings. Each is one query that returns what breaks it; `checked` counts
 * what was looked at.
 */
import { type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface Invariant {
  readonly invariant: string;
  readonly ok: boolean;
  readonly checked: number;
  /** The first failures, each in words. */
  readonly failures: readonly string[];
}

/** A rule that must hold, as `verify` asks for it. */
export interface VerifyRule {
  readonly name: string;
  /** Selects `failure text` for each breach. */
  readonly breaches: (tx: Tx) => Query;
  /** Selects one count of what the rule covers. */
  readonly scope: (tx: Tx) => Query;
}

const FAILURES_MAX = 20; // enough to see the pattern; the count is exact

const countOf = {
  entries: (tx: Tx) => sql`select count(*)::int as count from entry where company_id = ${tx.company.id}`,
  postings: (tx: Tx) => sql`select count(*)::int as count from posting where company_id = ${tx.company.id}`,
  items: (tx: Tx) => sql`select count(*)::int as count from item where company_id = ${tx.company.id}`,
  documents: (tx: Tx) => sql`select count(*)::int as count from document where company_id = ${tx.company.id}`,
  moved: (tx: Tx) => sql`select count(*)::int as count from item where company_id = ${tx.company.id} and has_moved`,
  undone: (tx: Tx) => sql`select count(*)::int as count from entry_undo where company_id = ${tx.company.id}`,
  closed: (tx: Tx) => sql`select count(*)::int as count from period_close where company_id = ${tx.company.id}`,
  snapshots: (tx: Tx) => sql`select count(*)::int as count from month_end_snapshot where company_id = ${tx.company.id}`,
  transfers: (tx: Tx) =>
    sql`select count(*)::int as count from intercompany_transfer where company_id = ${tx.company.id}`,
  commands: (tx: Tx) => sql`select count(*)::int as count from command where company_id = ${tx.company.id}`,
};

export const LEDGER_RULES: readonly VerifyRule[] = [
  {
    name: 'entries_balance_in_each_currency',
    scope: countOf.entries,
    breaches: (tx) => sql`
      select format('entry %s on %s is off by %s %s', entry_id, effective_on, sum(amount_minor), currency) as failure
        from posting where company_id = ${tx.company.id} group by entry_id, effective_on, currency having sum(amount_minor) <> 0`,
  },
  {
    name: 'entries_balance_in_functional',
    scope: countOf.entries,
    breaches: (tx) => sql`
      select format('entry %s on %s is off by %s', entry_id, effective_on, sum(functional_minor)) as failure
        from posting where company_id = ${tx.company.id} group by entry_id, effective_on having sum(functional_minor) <> 0`,
  },
  {
    name: 'entries_have_their_postings',
    scope: countOf.entries,
    breaches: (tx) => sql`
      select format('entry %s says %s postings, has %s', coalesce(e.id, p.entry_id), e.posting_count, coalesce(p.lines, 0)) as failure
        from (select id, posting_count from entry where company_id = ${tx.company.id}) e
        full join (select entry_id, count(*) as lines from posting where company_id = ${tx.company.id} group by entry_id) p on p.entry_id = e.id
        where e.posting_count is distinct from p.lines`,
  },
  {
    name: 'functional_currency_is_worth_itself',
    scope: countOf.postings,
    breaches: (tx) => sql`
      select format('posting %s/%s: %s is carried at %s', entry_id, line, amount_minor, functional_minor) as failure
        from posting where company_id = ${tx.company.id} and currency = ${tx.company.functionalCurrency} and functional_minor <> amount_minor`,
  },
  {
    name: 'item_open_is_the_sum_of_its_postings',
    scope: countOf.items,
    breaches: (tx) => sql`
      select format('item %s says %s open, its postings say %s', i.number, i.open_minor, coalesce(p.open_minor, 0)) as failure
        from item i left join (
          select item_id, sum(amount_minor) as open_minor, sum(functional_minor) as carrying_minor
            from posting where company_id = ${tx.company.id} and item_id is not null group by item_id) p on p.item_id = i.id
        where i.company_id = ${tx.company.id} and (i.open_minor is distinct from p.open_minor
          or i.functional_minor - i.settled_functional_minor is distinct from p.carrying_minor)`,
  },
  {
    name: 'open_amount_stays_between_zero_and_the_amount',
    scope: countOf.items,
    breaches: (tx) => sql`
      select format('item %s has %s open on %s of %s', i.number, d.open_minor, d.effective_on, i.amount_minor) as failure
        from (
          select item_id, effective_on, sum(sum(amount_minor)) over (partition by item_id order by effective_on) as open_minor
            from posting where company_id = ${tx.company.id} and item_id is not null group by item_id, effective_on) d
        join item i on i.company_id = ${tx.company.id} and i.id = d.item_id
        where not d.open_minor between least(i.amount_minor, 0) and greatest(i.amount_minor, 0)`,
  },
  {
    name: 'item_stands_on_one_customer_and_due_date',
    scope: countOf.items,
    breaches: (tx) => sql`
      select format('item %s has %s on customer %s due %s', i.number, p.amount_minor, p.customer_id, p.due_on) as failure
        from (
          select item_id, customer_id, due_on, sum(amount_minor) as amount_minor
            from posting where company_id = ${tx.company.id} and item_id is not null group by item_id, customer_id, due_on) p
        join item i on i.company_id = ${tx.company.id} and i.id = p.item_id
        where p.amount_minor <> 0 and (p.customer_id <> i.customer_id or p.due_on <> i.due_on)`,
  },
  {
    name: 'moved_items_stood_on_one_place_every_day',
    scope: countOf.moved,
    breaches: (tx) => sql`
      with days as (
        select p.item_id, p.effective_on from posting p join item i on i.company_id = p.company_id and i.id = p.item_id
          where p.company_id = ${tx.company.id} and i.has_moved group by 1, 2),
      standing as (
        select d.item_id, d.effective_on, p.customer_id, p.due_on, sum(p.amount_minor) as amount_minor
          from days d join posting p on p.company_id = ${tx.company.id} and p.item_id = d.item_id and p.effective_on <= d.effective_on
          group by 1, 2, 3, 4 having sum(p.amount_minor) <> 0)
      select format('item %s stood on %s places on %s', item_id, count(*), effective_on) as failure
        from standing group by item_id, effective_on having count(*) > 1`,
  },
  {
    name: 'moves_are_in_their_postings',
    scope: countOf.moved,
    breaches: (tx) => sql`
      with moved as (
        select p.entry_id, p.item_id from posting p join item i on i.company_id = p.company_id and i.id = p.item_id and i.has_moved
          where p.company_id = ${tx.company.id}
          group by p.entry_id, p.item_id having count(*) > 1 and sum(p.amount_minor) = 0),
      noted as (select entry_id, item_id, effective_on, customer_id, due_on from item_position where company_id = ${tx.company.id})
      select format('entry %s moves item %s: %s', coalesce(m.entry_id, n.entry_id), coalesce(m.item_id, n.item_id),
          case when n.entry_id is null then 'where to was not noted' else 'no posting of it stands there' end) as failure
        from moved m full join noted n on n.entry_id = m.entry_id and n.item_id = m.item_id
        where m.entry_id is null or n.entry_id is null or not exists (
          select from posting p where p.company_id = ${tx.company.id} and p.entry_id = n.entry_id and p.item_id = n.item_id
            and p.effective_on = n.effective_on and p.customer_id = n.customer_id and p.due_on = n.due_on)`,
  },
  {
    name: 'items_are_known_within_their_amount',
    scope: countOf.items,
    breaches: (tx) => sql`
      select format('item %s was known with %s open at %s of %s', i.number, k.open_minor, k.recorded_at, i.amount_minor) as failure
        from (
          select item_id, recorded_at, sum(sum(amount_minor)) over (partition by item_id order by recorded_at) as open_minor
            from posting where company_id = ${tx.company.id} and item_id is not null group by item_id, recorded_at) k
        join item i on i.company_id = ${tx.company.id} and i.id = k.item_id
        where not k.open_minor between least(i.amount_minor, 0) and greatest(i.amount_minor, 0)`,
  },
  {
    name: 'documents_are_the_sum_of_their_items',
    scope: countOf.documents,
    breaches: (tx) => sql`
      select format('document %s of %s has items of %s', d.number, d.amount_minor, coalesce(i.amount_minor, 0)) as failure
        from document d left join (
          select document_id, abs(sum(amount_minor)) as amount_minor from item where company_id = ${tx.company.id} group by document_id) i
          on i.document_id = d.id
        where d.company_id = ${tx.company.id} and i.amount_minor is distinct from d.amount_minor`,
  },
  {
    name: 'undone_is_never_above_the_original',
    scope: countOf.undone,
    breaches: (tx) => sql`
      select format('entry %s of %s was undone by %s', o.id, o.amount_minor, sum(r.amount_minor)) as failure
        from entry o join entry r on r.company_id = o.company_id and r.reverses_entry_id = o.id
        left join entry_undo u on u.company_id = o.company_id and u.entry_id = o.id
        where o.company_id = ${tx.company.id} group by o.id, o.amount_minor, u.undone_minor
        having sum(r.amount_minor) > o.amount_minor or sum(r.amount_minor) is distinct from u.undone_minor`,
  },
  {
    name: 'reversals_are_the_negatives',
    scope: countOf.undone,
    breaches: (tx) => sql`
      select format('entry %s reverses %s: %s on %s is off by %s', r.id, r.reverses_entry_id, p.account, coalesce(p.item_id::text, 'no item'),
          sum(p.amount_minor)) as failure
        from entry r join posting p on p.company_id = r.company_id and p.entry_id in (r.id, r.reverses_entry_id)
        where r.company_id = ${tx.company.id} and r.kind = 'reversal'
        group by r.id, r.reverses_entry_id, p.account, p.item_id, p.currency having sum(p.amount_minor) <> 0`,
  },
  {
    name: 'nothing_is_dated_after_it_was_recorded',
    scope: countOf.postings,
    breaches: (tx) => sql`
      select format('entry %s takes effect on %s, recorded %s', entry_id, effective_on, recorded_at) as failure
        from posting where company_id = ${tx.company.id} and effective_on > (recorded_at at time zone ${tx.company.timeZone})::date`,
  },
  {
    name: 'closed_periods_stay_as_they_were_closed',
    scope: countOf.closed,
    breaches: (tx) => sql`
      select format('entry %s takes effect on %s, recorded after %s was closed', p.entry_id, p.effective_on, c.ends_on) as failure
        from period_close c join posting p on p.company_id = c.company_id and p.effective_on <= c.ends_on and p.recorded_at > c.known_at
        where c.company_id = ${tx.company.id}`,
  },
  {
    name: 'month_end_balances_are_the_postings',
    scope: countOf.snapshots,
    breaches: (tx) => sql`
      select format('%s: customer %s due %s %s is off by %s', ends_on, customer_id, due_on, currency, sum(amount_minor)) as failure from (
        select ends_on, account, customer_id, due_on, currency, -amount_minor as amount_minor from month_end_balance
          where company_id = ${tx.company.id}
        union all
        select s.ends_on, p.account, p.customer_id, p.due_on, p.currency, p.amount_minor
          from month_end_snapshot s join posting p on p.company_id = s.company_id and p.item_id is not null
            and p.effective_on <= s.ends_on and p.recorded_at <= s.known_at
          where s.company_id = ${tx.company.id}) both_sides
        group by ends_on, account, customer_id, due_on, currency having sum(amount_minor) <> 0`,
  },
  {
    name: 'intercompany_transfers_are_paired',
    scope: countOf.transfers,
    breaches: (tx) => sql`
      select format('event %s waits for the other company', event_id) as failure
        from intercompany_transfer where company_id = ${tx.company.id} and not intercompany_is_paired(event_id)`,
  },
  {
    name: 'changes_are_in_the_audit_trail',
    scope: countOf.commands,
    breaches: (tx) => sql`
      select format('command %s left no audit line', c.key) as failure from command c
        where c.company_id = ${tx.company.id} and not exists (
          select from audit_event a where a.company_id = c.company_id and a.recorded_at = c.recorded_at and a.actor_id = c.actor_id)`,
  },
];

export async function checkRules(tx: Tx, rules: readonly VerifyRule[]): Promise<Invariant[]> {
  const results: Invariant[] = [];
  for (const rule of rules) {
    const { count } = await tx.one<{ count: number }>(rule.scope(tx));
    const rows = await tx.all<{ failure: string; total: number }>(sql`
      select failure, count(*) over ()::int as total from (${rule.breaches(tx)}) breach limit ${FAILURES_MAX}`);
    const more = (rows[0]?.total ?? 0) - rows.length;
    const failures = rows.map((row) => row.failure);
    if (more > 0) failures.push(`and ${more} more`);
    results.push({ invariant: rule.name, ok: rows.length === 0, checked: count, failures });
  }
  return results;
}
