import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface ControlTotal {
  readonly account: string;
  readonly currency: string;
  readonly amountMinor: string;
  readonly functionalMinor: string;
}

export interface ClosedPeriod {
  readonly endsOn: LocalDate;
  readonly closedAt: string;
  readonly knownAt: string;
  readonly actorId: string;
  readonly controlTotals: readonly ControlTotal[];
}

export async function listClosedPeriods(tx: Tx): Promise<ClosedPeriod[]> {
  return tx.all(sql`
    select ends_on as "endsOn", closed_at as "closedAt", known_at as "knownAt", actor_id as "actorId", control_totals as "controlTotals"
      from period_close where company_id = ${tx.company.id} order by ends_on desc`);
}

export async function insertClosedPeriod(
  tx: Tx,
  period: { endsOn: LocalDate; controlTotals: readonly ControlTotal[] },
): Promise<void> {
  await tx.run(sql`
    insert into period_close (company_id, ends_on, closed_at, actor_id, known_at, control_totals)
      values (${tx.company.id}, ${period.endsOn}, ${tx.recordedAt}, ${tx.actor.id}, ${tx.recordedAt}, ${JSON.stringify(period.controlTotals)})`);
}

/** Every account's total by currency of all postings that take effect through a day: the journal's control totals. */
export async function accountTotals(tx: Tx, through: LocalDate): Promise<ControlTotal[]> {
  return tx.all(sql`
    select account, currency, sum(amount_minor)::text as "amountMinor", sum(functional_minor)::text as "functionalMinor"
      from posting where company_id = ${tx.company.id} and effective_on <= ${through}
      group by account, currency order by account, currency`);
}

/**
 * What is open by currency as of a day, and what it is carried at: the basis of revaluation. What was revalued as of that
 * day before counts as carried, so that asking again posts only what has changed.
 */
export async function openByCurrency(
  tx: Tx,
  asOf: LocalDate,
): Promise<{ currency: string; amountMinor: bigint; carryingMinor: bigint }[]> {
  return tx.all(sql`
    select currency, sum(amount_minor)::bigint as "amountMinor", sum(functional_minor)::bigint as "carryingMinor" from (
      select currency, amount_minor, functional_minor from posting
        where company_id = ${tx.company.id} and item_id is not null and account in ('receivable', 'unapplied') and effective_on <= ${asOf}
      union all
      select p.currency, p.amount_minor, p.functional_minor
        from entry e
        left join entry o on o.company_id = e.company_id and o.id = e.reverses_entry_id
        join posting p on p.company_id = e.company_id and p.entry_id = e.id and p.account = 'receivable_revaluation'
        where e.company_id = ${tx.company.id} and e.effective_on = ${asOf} and coalesce(o.effective_on, e.effective_on) = ${asOf}
          and 'revaluation' in (e.kind, o.kind)) carried
      group by currency order by currency`);
}

/** Keeps the control balances of a month's end, as known now. A month is kept once. */
export async function insertSnapshot(tx: Tx, endsOn: LocalDate, knownAt: string): Promise<void> {
  await tx.run(sql`
    with kept as (
      insert into month_end_snapshot (company_id, ends_on, known_at) values (${tx.company.id}, ${endsOn}, ${knownAt})
      on conflict do nothing returning ends_on)
    insert into month_end_balance (company_id, ends_on, account, customer_id, due_on, currency, amount_minor)
      select ${tx.company.id}, kept.ends_on, p.account, p.customer_id, p.due_on, p.currency, sum(p.amount_minor)
        from kept join posting p on p.company_id = ${tx.company.id} and p.item_id is not null and p.account in ('receivable', 'unapplied')
          and p.effective_on <= kept.ends_on and p.recorded_at <= ${knownAt}
        group by kept.ends_on, p.account, p.customer_id, p.due_on, p.currency having sum(p.amount_minor) <> 0`);
}

export async function hasSnapshot(tx: Tx, endsOn: LocalDate): Promise<boolean> {
  const found = await tx.maybe(sql`
    select 1 as found from month_end_snapshot where company_id = ${tx.company.id} and ends_on = ${endsOn}`);
  return found !== undefined;
}

/** Transfers whose other side is not there. Only this company's side is visible, so `in` rows count as pairs by event. */
export async function unpairedTransfers(
  tx: Tx,
): Promise<{ eventId: string; direction: string; otherCompanyId: string }[]> {
  return tx.all(sql`
    select t.event_id as "eventId", t.direction, t.other_company_id as "otherCompanyId" from intercompany_transfer t
      where t.company_id = ${tx.company.id} and not intercompany_is_paired(t.event_id)
      order by t.recorded_at`);
}
