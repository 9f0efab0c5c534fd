/** What only the owner of the database may do: look across companies, start anew, and say whose clock counts. */
import type pg from 'pg';

const DEMO_LOCK = 7_310; // advisory: one process at a time fills the demo
export const COMPLETE_KEY = 'demo:complete';

export type DemoState = 'absent' | 'half_done' | 'complete';

export async function withDemoLock<T>(owner: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [DEMO_LOCK]);
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [DEMO_LOCK]).catch(() => {});
    client.release();
  }
}

/** The companies there are, and whether the demo was filled to its end: its last command is the mark. */
export async function demoState(owner: pg.Pool): Promise<{ state: DemoState; companyCodes: readonly string[] }> {
  const companies = await owner.query<{ code: string; is_complete: boolean }>(
    `select c.code, exists (select from command m where m.company_id = c.id and m.key = $1) as is_complete
      from company c order by c.code`,
    [COMPLETE_KEY],
  );
  const companyCodes = companies.rows.map((row) => row.code);
  if (companies.rows.some((row) => row.is_complete)) return { state: 'complete', companyCodes };
  return { state: companyCodes.length === 0 ? 'absent' : 'half_done', companyCodes };
}

/** Empties every table of companies, and the companies. People and their accounts stay. */
export async function emptyCompanies(owner: pg.Pool): Promise<void> {
  const tables = await owner.query<{ name: string }>(
    `select format('%I', c.relname) as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.attname = 'company_id' and not a.attisdropped order by 1`,
  );
  await owner.query(`truncate ${tables.rows.map((row) => row.name).join(', ')}`);
  await owner.query('delete from bank_account_owner'); // the one table that knows companies by another column
  await owner.query('delete from company');
}

/** While its past is entered a company's instants are given; afterwards the database's clock is the only one. */
export async function setCompanyClocks(owner: pg.Pool, clock: 'given' | 'database'): Promise<void> {
  await owner.query('update company set clock = $1', [clock]);
}

/** So that the planner knows how large the tables have become. */
export async function analyzeLedger(owner: pg.Pool): Promise<void> {
  await owner.query('analyze customer, document, item, entry, posting, month_end_balance');
}
