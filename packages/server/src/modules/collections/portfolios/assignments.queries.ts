/** Who looks after which customer now, as worked out; and what was recorded that makes it to be worked out anew. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Assignment, PortfolioCustomer } from '@quittance/core/portfolios';
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

const ASSIGNING = 7310; // the advisory lock of whoever assigns a company's customers

export async function lockAssignments(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${ASSIGNING}, hashtext(${tx.company.id}))`);
}

export interface AssignedState {
  readonly assignedOn: LocalDate;
  readonly rulesNumber: number;
}

export async function findAssignedState(tx: Tx): Promise<AssignedState | undefined> {
  return tx.maybe(sql`
    select assigned_on as "assignedOn", rules_number as "rulesNumber" from portfolio_state where company_id = ${tx.company.id}`);
}

export async function saveAssignedState(tx: Tx, rulesNumber: number): Promise<void> {
  await tx.run(sql`
    insert into portfolio_state (company_id, assigned_on, rules_number) values (${tx.company.id}, ${tx.today}, ${rulesNumber})
      on conflict (company_id) do update set assigned_on = excluded.assigned_on, rules_number = excluded.rules_number`);
}

/** Nobody looks after anybody any more. */
export async function deleteAssignments(tx: Tx): Promise<void> {
  await tx.run(sql`delete from portfolio_assignment where company_id = ${tx.company.id}`);
  await tx.run(sql`delete from portfolio_state where company_id = ${tx.company.id}`);
}

/** Customers who changed since; what is written meanwhile stays for the next time. */
export async function takeStale(tx: Tx): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    with taken as (delete from portfolio_stale where company_id = ${tx.company.id} returning customer_id)
    select distinct customer_id as id from taken`);
  return rows.map((row) => row.id);
}

export interface CustomerToAssign extends PortfolioCustomer {
  /** Null: nobody yet. */
  readonly ownerId: string | null;
  readonly cause: Assignment['cause'] | null;
  readonly openMinor: bigint;
  readonly needsContact: boolean;
}

/** A company that has classes of risk keeps them in a field of its own of this name. */
const RISK_FIELD = 'risk';

/** With what rules ask about and who has them now; of all, or of those named. */
export async function customersToAssign(tx: Tx, ids: readonly string[] | null): Promise<CustomerToAssign[]> {
  const whose = ids === null ? noSql : sql`and c.id = any(${ids}::uuid[])`;
  const rows = await tx.all<CustomerRow>(sql`
    select c.id, c.name, c.channel, c.segment, c.country, c.language, c.tier, c.tags, coalesce(w.open_minor, 0)::bigint as "openMinor",
        coalesce(w.collectable_minor > 0 and not w.is_quiet, false) as "needsContact", a.owner_id as "ownerId", a.cause,
        (select v.value from custom_field f join custom_value v on v.company_id = f.company_id and v.field_id = f.id
          where f.company_id = c.company_id and f.subject_kind = 'customer' and lower(f.name) = ${RISK_FIELD} and f.retired_at is null
            and v.subject_id = c.id limit 1) as risk
      from customer c
        left join worklist_entry w on w.company_id = c.company_id and w.customer_id = c.id
        left join portfolio_assignment a on a.company_id = c.company_id and a.customer_id = c.id
      where c.company_id = ${tx.company.id} and c.kind = 'regular' ${whose}
      order by c.id`);
  return rows.map(({ channel, segment, country, language, tier, risk, ...rest }) => ({
    ...rest,
    attributes: { channel, segment, country, language, tier, risk },
    balanceMinor: rest.openMinor,
  }));
}

interface CustomerRow extends Omit<CustomerToAssign, 'attributes' | 'balanceMinor'> {
  readonly channel: string | null;
  readonly segment: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly tier: string | null;
  readonly risk: string | null;
}

/** Writes only what differs. */
export async function saveAssignments(
  tx: Tx,
  { assignments, rulesNumber }: { assignments: ReadonlyMap<string, Assignment>; rulesNumber: number },
): Promise<void> {
  const rows = [...assignments].map(([customerId, assignment]) => ({ customerId, ...assignment }));
  await tx.run(sql`
    insert into portfolio_assignment as old (company_id, customer_id, owner_id, cause, rule_name, rules_number, move_id, until_on)
      select ${tx.company.id}, "customerId", "ownerId", cause, "ruleName", ${rulesNumber}, "moveId", "untilOn"
        from json_to_recordset(${JSON.stringify(rows)}) as a ("customerId" uuid, "ownerId" uuid, cause text, "ruleName" text, "moveId" uuid,
          "untilOn" date)
      on conflict (company_id, customer_id) do update set owner_id = excluded.owner_id, cause = excluded.cause,
          rule_name = excluded.rule_name, rules_number = excluded.rules_number, move_id = excluded.move_id, until_on = excluded.until_on
        where (old.owner_id, old.cause, old.rule_name, old.rules_number, old.move_id, old.until_on)
          is distinct from (excluded.owner_id, excluded.cause, excluded.rule_name, excluded.rules_number, excluded.move_id, excluded.until_on)`);
}

export interface PortfolioOfPerson {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly customers: number;
  readonly withOpen: number;
  readonly openMinor: bigint;
  readonly collectableMinor: bigint;
  readonly contacts: number;
}

/** How much each person has to look after. */
export async function portfolioLoads(tx: Tx): Promise<PortfolioOfPerson[]> {
  return tx.all(sql`
    select a.owner_id as "ownerId", p.name as "ownerName", count(*)::int as customers, count(w.customer_id)::int as "withOpen",
        coalesce(sum(w.open_minor), 0)::bigint as "openMinor", coalesce(sum(w.collectable_minor), 0)::bigint as "collectableMinor",
        count(*) filter (where w.collectable_minor > 0 and not w.is_quiet)::int as contacts
      from portfolio_assignment a join actor p on p.id = a.owner_id
        join customer c on c.company_id = a.company_id and c.id = a.customer_id
        left join worklist_entry w on w.company_id = a.company_id and w.customer_id = a.customer_id
      where a.company_id = ${tx.company.id} group by a.owner_id, p.name order by p.name, a.owner_id`);
}

export interface AssignmentOfCustomer {
  readonly customerId: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly cause: Assignment['cause'];
  readonly ruleName: string | null;
  readonly rulesNumber: number;
  readonly moveId: string | null;
  readonly moveReason: string | null;
  readonly movedByName: string | null;
  readonly untilOn: LocalDate | null;
}

/** Of a customer, with what makes it so. */
export async function findAssignment(tx: Tx, customerId: string): Promise<AssignmentOfCustomer | undefined> {
  return tx.maybe(sql`
    select a.customer_id as "customerId", a.owner_id as "ownerId", p.name as "ownerName", a.cause, a.rule_name as "ruleName",
        a.rules_number as "rulesNumber", a.move_id as "moveId", m.reason as "moveReason", m.made_by_name as "movedByName",
        a.until_on as "untilOn"
      from portfolio_assignment a join actor p on p.id = a.owner_id
        left join portfolio_move m on m.company_id = a.company_id and m.id = a.move_id
      where a.company_id = ${tx.company.id} and a.customer_id = ${customerId}`);
}
