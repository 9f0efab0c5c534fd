import { type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface Customer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: 'regular' | 'unidentified';
  readonly parentId: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly taxId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly terms: string | null;
}

export const COLUMNS = sql`
  c.id, c.number, c.name, c.kind, c.parent_id as "parentId", c.country, c.language, c.tax_id as "taxId", c.email, c.phone, c.terms`;

export type NewCustomer = Pick<Customer, 'id' | 'number' | 'name'> & Partial<Omit<Customer, 'id' | 'number' | 'name'>>;

export async function insertCustomers(
  tx: Tx,
  customers: readonly NewCustomer[],
  batchId: string | null,
): Promise<void> {
  await tx.run(sql`
    insert into customer (company_id, id, number, name, kind, parent_id, country, language, tax_id, email, phone, terms, batch_id, created_at)
      select ${tx.company.id}, id, number, name, coalesce(kind, 'regular'), "parentId", country, language, "taxId", email, phone, terms,
        ${batchId}, ${tx.recordedAt}
      from json_to_recordset(${JSON.stringify(customers)}) as c (id uuid, number text, name text, kind text, "parentId" uuid, country text,
        language text, "taxId" text, email text, phone text, terms text)`);
}

export async function findCustomer(tx: Tx, id: string): Promise<Customer | undefined> {
  return tx.maybe(sql`select ${COLUMNS} from customer c where company_id = ${tx.company.id} and id = ${id}`);
}

export async function findUnidentified(tx: Tx): Promise<Customer | undefined> {
  return tx.maybe(sql`select ${COLUMNS} from customer c where company_id = ${tx.company.id} and kind = 'unidentified'`);
}

/** A page of customers by number; `search` finds a prefix of the number or of the name. */
export async function listCustomers(
  tx: Tx,
  page: { readonly after?: string | undefined; readonly limit: number; readonly search?: string | undefined },
): Promise<Customer[]> {
  return tx.all(sql`
    select ${COLUMNS} from customer c
      where company_id = ${tx.company.id} and number > ${page.after ?? ''} ${searched(page.search)}
      order by number limit ${page.limit}`);
}

function searched(search: string | undefined): Query {
  if (search === undefined || search.trim() === '') return sql``;
  const prefix = `${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`and (number like ${prefix} or lower(name) like lower(${prefix}))`;
}
