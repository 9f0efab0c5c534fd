/** People at a customer: whom to call, write to, escalate to. */
import { type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface Contact {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  /** What they do for us: `accounts_payable`, `buyer`, `escalation`, `portal`, `director`, or a word of the company's own. */
  readonly roles: readonly string[];
  readonly language: string | null;
  readonly email: string | null;
  /** E.164 where it could be read as such, else as written. */
  readonly phone: string | null;
  readonly isPrimary: boolean;
  readonly notes: string | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

export type NewContact = Pick<Contact, 'id' | 'customerId' | 'name'> &
  Partial<Pick<Contact, 'roles' | 'language' | 'email' | 'phone' | 'isPrimary' | 'notes'>>;

const COLUMNS = sql`
  id, customer_id as "customerId", name, roles, language, email, phone, is_primary as "isPrimary", notes,
  created_at as "createdAt", ended_at as "endedAt"`;

/** Adds contacts, thousands at a time; those of an import carry its batch, and go when it is undone. */
export async function insertContacts(tx: Tx, contacts: readonly NewContact[], batchId: string | null): Promise<void> {
  if (contacts.length === 0) return;
  await tx.run(sql`
    insert into contact (company_id, id, customer_id, name, roles, language, email, phone, is_primary, notes, batch_id, created_at)
      select ${tx.company.id}, id, "customerId", name, coalesce(roles, '{}'), language, email, phone, coalesce("isPrimary", false), notes,
          ${batchId}, ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(contacts)}) as c (id uuid, "customerId" uuid, name text, roles text[], language text,
          email text, phone text, "isPrimary" boolean, notes text)`);
}

/** The contacts of these customers, ended ones too: the primary one first, then by name. */
export async function findContacts(tx: Tx, customerIds: readonly string[]): Promise<Contact[]> {
  return contacts(tx, sql`customer_id = any(${customerIds}::uuid[])`);
}

/** Where mail of a customer goes, or went: of its record and of everybody there. */
export async function addressesOf(tx: Tx, customerIds: readonly string[]): Promise<string[]> {
  const rows = await tx.all<{ email: string }>(sql`
    select email from contact where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) and email is not null
    union
    select email from customer where company_id = ${tx.company.id} and id = any(${customerIds}::uuid[]) and email is not null`);
  return rows.map(({ email }) => email);
}

export async function findContact(tx: Tx, id: string): Promise<Contact | undefined> {
  const [found] = await contacts(tx, sql`id = ${id}`);
  return found;
}

function contacts(tx: Tx, condition: Query): Promise<Contact[]> {
  return tx.all(sql`
    select ${COLUMNS} from contact where company_id = ${tx.company.id} and ${condition}
      order by customer_id, ended_at is not null, not is_primary, lower(name), id`);
}

export type ContactChange = Omit<Contact, 'customerId' | 'createdAt'>;

/** Sets contacts to what is given; each is said whole. */
export async function updateContacts(tx: Tx, changes: readonly ContactChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.run(sql`
    update contact c set name = n.name, roles = n.roles, language = n.language, email = n.email, phone = n.phone,
        is_primary = n."isPrimary", notes = n.notes, ended_at = n."endedAt"
      from json_to_recordset(${JSON.stringify(changes)}) as n (id uuid, name text, roles text[], language text, email text, phone text,
        "isPrimary" boolean, notes text, "endedAt" timestamptz)
      where c.company_id = ${tx.company.id} and c.id = n.id`);
}

/** One contact of a customer is the primary one: the others are so no more. */
export async function clearPrimaryContact(tx: Tx, customerId: string): Promise<void> {
  await tx.run(
    sql`update contact set is_primary = false where company_id = ${tx.company.id} and customer_id = ${customerId} and is_primary`,
  );
}

/** Removes the contacts that came with an import. Returns how many. */
export async function deleteContactsOfBatch(tx: Tx, batchId: string): Promise<number> {
  return tx.run(sql`delete from contact where company_id = ${tx.company.id} and batch_id = ${batchId}`);
}

/** Customers with this address, as a contact's (of those who are there) or their own. */
export async function findCustomersByAddress(
  tx: Tx,
  address: string,
): Promise<{ customerId: string; contactId: string | null }[]> {
  const key = address.toLowerCase();
  return tx.all(sql`
    select customer_id as "customerId", id as "contactId" from contact
      where company_id = ${tx.company.id} and email_key = ${key} and ended_at is null
    union all
    select id, null from customer where company_id = ${tx.company.id} and email_key = ${key} and kind = 'regular'
    limit 50`);
}
