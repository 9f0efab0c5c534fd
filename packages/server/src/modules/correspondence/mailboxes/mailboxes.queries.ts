import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Mailbox, MailboxDraft } from './mailbox.ts';

const MAILBOX = sql`
  select id, name, address, smtp, imap, has_address_tokens as "hasAddressTokens", authority, is_default as "isDefault",
      is_enabled as "isEnabled", checked_at as "checkedAt", receiving_error as "receivingError", sending_error as "sendingError",
      sending_failures as "sendingFailures", send_again_at as "sendAgainAt"
    from mailbox`;

/** The default one first. */
export async function listMailboxes(tx: Tx): Promise<Mailbox[]> {
  return tx.all(
    sql`${MAILBOX} where company_id = ${tx.company.id} and removed_at is null order by not is_default, lower(name)`,
  );
}

export async function findMailbox(tx: Tx, id: string): Promise<Mailbox | undefined> {
  return tx.maybe(sql`${MAILBOX} where company_id = ${tx.company.id} and id = ${id} and removed_at is null`);
}

export async function insertMailbox(tx: Tx, id: string, draft: MailboxDraft): Promise<void> {
  await tx.run(sql`
    insert into mailbox (company_id, id, name, address, smtp, imap, has_address_tokens, authority, is_default, is_enabled, made_by, made_at)
      values (${tx.company.id}, ${id}, ${draft.name}, ${draft.address}, ${JSON.stringify(draft.smtp)}, ${imapJson(draft)},
        ${draft.hasAddressTokens}, ${draft.authority}, ${draft.isDefault}, ${draft.isEnabled}, ${tx.actor.id}, ${tx.recordedAt})`);
}

/** Its failures are forgotten: it is tried at once. */
export async function updateMailbox(tx: Tx, id: string, draft: MailboxDraft): Promise<void> {
  await tx.run(sql`
    update mailbox set name = ${draft.name}, address = ${draft.address}, smtp = ${JSON.stringify(draft.smtp)}, imap = ${imapJson(draft)},
        has_address_tokens = ${draft.hasAddressTokens}, authority = ${draft.authority}, is_default = ${draft.isDefault},
        is_enabled = ${draft.isEnabled}, receiving_error = null, sending_error = null, sending_failures = 0, send_again_at = null
      where company_id = ${tx.company.id} and id = ${id}`);
}

function imapJson({ imap }: MailboxDraft): string | null {
  return imap === null ? null : JSON.stringify(imap);
}

export async function clearDefaultMailbox(tx: Tx): Promise<void> {
  await tx.run(sql`update mailbox set is_default = false where company_id = ${tx.company.id} and is_default`);
}

export async function removeMailbox(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update mailbox set removed_at = ${tx.recordedAt}, is_enabled = false, is_default = false
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function saveReading(tx: Tx, id: string, error: string | null): Promise<void> {
  await tx.run(sql`
    update mailbox set checked_at = ${tx.recordedAt}, receiving_error = ${error} where company_id = ${tx.company.id} and id = ${id}`);
}

/** What its sending server did: it answers again, or it is left alone until then. */
export async function saveSending(
  tx: Tx,
  id: string,
  failure: { readonly error: string; readonly failures: number; readonly againAt: string } | null,
): Promise<void> {
  await tx.run(sql`
    update mailbox set sending_error = ${failure?.error ?? null}, sending_failures = ${failure?.failures ?? 0},
        send_again_at = ${failure?.againAt ?? null}
      where company_id = ${tx.company.id} and id = ${id}`);
}
