import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** What letters say of the company: whom to pay, and who signs. */
export interface LetterSettings {
  readonly payeeName: string;
  readonly iban: string | null;
  readonly bic: string | null;
  /** Besides or instead of an IBAN, line by line: an account with its routing number, the address of a portal. Null: nothing. */
  readonly otherWayToPay?: string | null;
  readonly signature: string;
}

/** Until somebody says otherwise the company signs with its name, and says no account. */
export async function letterSettings(tx: Tx): Promise<LetterSettings> {
  const kept = await tx.maybe<LetterSettings>(sql`
    select payee_name as "payeeName", iban, bic, other_way_to_pay as "otherWayToPay", signature from correspondence_setting where company_id = ${tx.company.id}`);
  return kept ?? { payeeName: tx.company.name, iban: null, bic: null, otherWayToPay: null, signature: tx.company.name };
}

export async function saveLetterSettings(tx: Tx, settings: LetterSettings): Promise<void> {
  const { payeeName, iban, bic, otherWayToPay = null, signature } = settings;
  await tx.run(sql`
    insert into correspondence_setting (company_id, payee_name, iban, bic, other_way_to_pay, signature, changed_by, changed_at)
      values (${tx.company.id}, ${payeeName}, ${iban}, ${bic}, ${otherWayToPay}, ${signature}, ${tx.actor.id}, ${tx.recordedAt})
      on conflict (company_id) do update set payee_name = excluded.payee_name, iban = excluded.iban, bic = excluded.bic,
        other_way_to_pay = excluded.other_way_to_pay, signature = excluded.signature, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);
}

/** Whether a reader of our letters is told where to pay to. */
export function saysWhereToPay({
  iban,
  otherWayToPay = null,
}: Pick<LetterSettings, 'iban' | 'otherWayToPay'>): boolean {
  return iban !== null || otherWayToPay !== null;
}
