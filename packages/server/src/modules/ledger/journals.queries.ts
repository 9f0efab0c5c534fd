import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** One line of a journal for the general ledger: an account's debits and credits of a day in a currency. */
export interface JournalLine {
  readonly effectiveOn: LocalDate;
  readonly account: string;
  readonly glCode: string;
  readonly name: string;
  readonly currency: string;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly functionalMinor: bigint;
  readonly postings: number;
}

export interface JournalExport {
  readonly number: bigint;
  readonly afterRecordedAt: string;
  readonly throughRecordedAt: string;
  readonly postingCount: bigint;
  readonly debitFunctionalMinor: bigint;
  readonly exportedAt: string;
}

export async function journalLines(tx: Tx, range: { after: string; through: string }): Promise<JournalLine[]> {
  return tx.all(sql`
    select p.effective_on as "effectiveOn", p.account, coalesce(a.gl_code, p.account) as "glCode", coalesce(a.name, p.account) as name, p.currency,
        coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::bigint as "debitMinor",
        coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::bigint as "creditMinor",
        sum(p.functional_minor)::bigint as "functionalMinor", count(*)::int as postings
      from posting p left join posting_account a on a.company_id = p.company_id and a.account = p.account
      where p.company_id = ${tx.company.id} and p.recorded_at > ${range.after} and p.recorded_at <= ${range.through}
      group by p.effective_on, p.account, a.gl_code, a.name, p.currency
      order by p.effective_on, "glCode", p.account, p.currency`);
}

export async function listExports(tx: Tx): Promise<JournalExport[]> {
  return tx.all(sql`
    select number, after_recorded_at as "afterRecordedAt", through_recorded_at as "throughRecordedAt", posting_count as "postingCount",
        debit_functional_minor as "debitFunctionalMinor", exported_at as "exportedAt"
      from journal_export where company_id = ${tx.company.id} order by number desc`);
}

export async function insertExport(tx: Tx, exported: Omit<JournalExport, 'exportedAt'>): Promise<void> {
  await tx.run(sql`
    insert into journal_export (company_id, number, after_recorded_at, through_recorded_at, posting_count, debit_functional_minor, exported_at, actor_id)
      values (${tx.company.id}, ${exported.number}, ${exported.afterRecordedAt}, ${exported.throughRecordedAt}, ${exported.postingCount},
        ${exported.debitFunctionalMinor}, ${tx.recordedAt}, ${tx.actor.id})`);
}
