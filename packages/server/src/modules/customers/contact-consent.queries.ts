import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** What a contact said of being written to and called. */
export interface Consent {
  readonly mayMail: boolean;
  readonly mayCall: boolean;
  readonly since: LocalDate;
  /** How we know: “by phone”, “unsubscribed from the statement”. */
  readonly source: string;
}

export interface ConsentLine extends Consent {
  readonly contactId: string;
  readonly number: number;
  readonly setAt: string;
  readonly setByName: string;
}

const LINES_SHOWN_MAX = 500; // of one customer's contacts

/** What was said, by contact the latest first: the first line of each holds. */
export async function consentsOfCustomers(tx: Tx, customerIds: readonly string[]): Promise<ConsentLine[]> {
  return tx.all(sql`
    select s.contact_id as "contactId", s.number, s.may_mail as "mayMail", s.may_call as "mayCall", s.since, s.source, s.set_at as "setAt",
        s.set_by_name as "setByName"
      from contact c join contact_consent s on s.company_id = c.company_id and s.contact_id = c.id
      where c.company_id = ${tx.company.id} and c.customer_id = any(${customerIds}::uuid[])
      order by s.contact_id, s.number desc limit ${LINES_SHOWN_MAX}`);
}

/** Undefined when nothing was said. */
export async function consentOf(tx: Tx, contactId: string): Promise<(Consent & { number: number }) | undefined> {
  return tx.maybe(sql`
    select number, may_mail as "mayMail", may_call as "mayCall", since, source from contact_consent
      where company_id = ${tx.company.id} and contact_id = ${contactId} order by number desc limit 1`);
}

export interface Refusal {
  readonly contactId: string;
  readonly name: string;
  /** In lower case. */
  readonly address: string | null;
  readonly mayMail: boolean;
  readonly mayCall: boolean;
  readonly since: LocalDate;
}

/**
 * Who of these customers, or behind these addresses, last said not to be written to or not to be called. An address that two share is
 * refused by either; people who have left no longer count.
 */
export async function refusals(
  tx: Tx,
  of: { readonly customerIds: readonly string[] } | { readonly addresses: readonly string[] },
): Promise<Refusal[]> {
  const whose =
    'customerIds' in of
      ? sql`c.customer_id = any(${of.customerIds}::uuid[])`
      : sql`c.email_key = any(${of.addresses.map((address) => address.toLowerCase())}::text[])`;
  return tx.all(sql`
    select c.id as "contactId", c.name, c.email_key as address, said.may_mail as "mayMail", said.may_call as "mayCall", said.since
      from contact c join lateral (
        select s.may_mail, s.may_call, s.since from contact_consent s where s.company_id = c.company_id and s.contact_id = c.id
          order by s.number desc limit 1) said on true
      where c.company_id = ${tx.company.id} and ${whose} and c.ended_at is null and not (said.may_mail and said.may_call)
      order by c.name, c.id`);
}

export async function insertConsent(tx: Tx, line: Consent & { contactId: string; number: number }): Promise<void> {
  await tx.run(sql`
    insert into contact_consent (company_id, contact_id, number, may_mail, may_call, since, source, set_at, set_by, set_by_name)
      values (${tx.company.id}, ${line.contactId}, ${line.number}, ${line.mayMail}, ${line.mayCall}, ${line.since}, ${line.source},
        ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}
