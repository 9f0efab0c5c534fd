import { sql } from '../../platform/database/sql.ts';
import type { Company, Database, Tx } from '../../platform/database/transaction.ts';

export interface NewCompany extends Company {
  readonly country: string | null;
}

const COMPANY = sql`select id, code, name, functional_currency as "functionalCurrency", time_zone as "timeZone" from company`;

export async function listCompanies(database: Database): Promise<Company[]> {
  return database.global(sql`${COMPANY} order by code`);
}

export async function findCompanyByCode(database: Database, code: string): Promise<Company | undefined> {
  const [row] = await database.global<Company>(sql`${COMPANY} where code = ${code}`);
  return row;
}

/** False when the code is taken. */
export async function insertCompany(tx: Tx, company: NewCompany): Promise<boolean> {
  const { id, code, name, functionalCurrency, timeZone, country } = company;
  const count = await tx.run(sql`
    insert into company (id, code, name, functional_currency, time_zone, country)
      values (${id}, ${code}, ${name}, ${functionalCurrency}, ${timeZone}, ${country}) on conflict (code) do nothing`);
  return count === 1;
}

export async function renameCompany(tx: Tx, name: string): Promise<void> {
  await tx.run(sql`update company set name = ${name} where id = ${tx.company.id}`);
}

export async function isTimeZoneKnown(database: Database, timeZone: string): Promise<boolean> {
  const rows = await database.global(sql`select from pg_timezone_names where name = ${timeZone}`);
  return rows.length > 0;
}

export interface PostingAccount {
  readonly account: string;
  readonly glCode: string;
  readonly name: string;
}

export function listPostingAccounts(tx: Tx): Promise<PostingAccount[]> {
  return tx.all(sql`
    select account, gl_code as "glCode", name from posting_account where company_id = ${tx.company.id} order by gl_code, account`);
}

export async function savePostingAccounts(tx: Tx, accounts: readonly PostingAccount[]): Promise<void> {
  await tx.run(sql`
    insert into posting_account (company_id, account, gl_code, name)
      select ${tx.company.id}, account, "glCode", name
        from json_to_recordset(${JSON.stringify(accounts)}) as a (account text, "glCode" text, name text)
    on conflict (company_id, account) do update set gl_code = excluded.gl_code, name = excluded.name`);
}
