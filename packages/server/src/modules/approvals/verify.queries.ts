/** The invariants of this module, recomputed for `verify`. */
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { checkRules, type Invariant, type VerifyRule } from '../ledger/index.ts';

const RULES: readonly VerifyRule[] = [
  {
    name: 'posted_request_was_approved_by_another',
    scope: (tx) =>
      sql`select count(*)::int as count from approval_request where company_id = ${tx.company.id} and state = 'posted'`,
    breaches: (tx) => sql`
      select format('request %s of %s was posted without another person’s approval', r.id, r.requested_by_name) as failure
        from approval_request r
        where r.company_id = ${tx.company.id} and r.state = 'posted' and not exists (
          select from approval_step s where s.company_id = r.company_id and s.request_id = r.id and s.version = r.version
            and s.what = 'approved' and s.by_id <> r.requested_by)`,
  },
  {
    name: 'posted_request_has_its_entries_once',
    scope: (tx) => sql`
      select coalesce(sum(cardinality(entry_ids)), 0)::int as count from approval_request where company_id = ${tx.company.id}`,
    breaches: (tx) => sql`
      select format('entry %s is of %s requests and there are %s of it', p.entry_id, count(*), count(e.id)) as failure
        from (select unnest(entry_ids) as entry_id from approval_request where company_id = ${tx.company.id}) p
        left join entry e on e.company_id = ${tx.company.id} and e.id = p.entry_id
        group by p.entry_id having count(*) <> 1 or count(e.id) <> 1`,
  },
  {
    name: 'approval_hold_belongs_to_a_request',
    scope: (tx) => sql`
      select count(*)::int as count from hold
        where company_id = ${tx.company.id} and kind = 'waiting_approval' and released_at is null`,
    breaches: (tx) => sql`
      select format('hold %s and request %s do not belong together', h.id, r.id) as failure
        from (select id from hold where company_id = ${tx.company.id} and kind = 'waiting_approval' and released_at is null) h
        full join (
          select id, hold_id from approval_request
            where company_id = ${tx.company.id} and state in ('waiting', 'sent_back') and hold_id is not null) r on r.hold_id = h.id
        where h.id is null or r.id is null`,
  },
  {
    name: 'refund_payment_is_its_entry',
    scope: (tx) => sql`select count(*)::int as count from refund_payment where company_id = ${tx.company.id}`,
    breaches: (tx) => sql`
      select format('payment %s is %s of %s, its entry %s of %s, undone %s', p.reference, p.state, p.amount_minor, coalesce(e.kind, 'none'),
          e.amount_minor, coalesce(u.undone_minor, 0)) as failure
        from refund_payment p
        left join entry e on e.company_id = p.company_id and e.id = p.entry_id
        left join entry_undo u on u.company_id = p.company_id and u.entry_id = p.entry_id
        where p.company_id = ${tx.company.id} and (e.id is null or e.kind <> 'refund' or p.amount_minor > e.amount_minor
          or (p.state in ('due', 'handed_over', 'paid') and p.amount_minor <> e.amount_minor - coalesce(u.undone_minor, 0)))`,
  },
];

/** A `VerifyCheck` for the composition root. */
export function approvalsCheck(tx: Tx): Promise<Invariant[]> {
  return checkRules(tx, RULES);
}
