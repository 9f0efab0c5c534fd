import type { StatedPattern } from '@quittance/core/pay-rhythm';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export const DELIVERIES = ['mail', 'portal', 'edi', 'post'] as const;
export const ORDER_RULES = ['none', 'each_invoice', 'each_line', 'contract'] as const;

/** How a customer wants to be billed, who approves there, when it pays, whom to ask for what. */
export interface ProfileFields {
  readonly delivery: (typeof DELIVERIES)[number] | null;
  /** The address to which invoices go: of mail or of a building. */
  readonly invoiceAddress: string | null;
  readonly portalName: string | null;
  readonly portalUrl: string | null;
  /** Which number of theirs an invoice must carry: none, one order, an order for each line, a contract. */
  readonly orderRule: (typeof ORDER_RULES)[number] | null;
  readonly orderNote: string | null;
  /** In the order in which they approve; `days` is how long each usually takes. */
  readonly approval: readonly { readonly who: string; readonly days: number | null }[];
  /** As they told us, whatever history suggests. */
  readonly payRun: StatedPattern | null;
  /** So many days before a run an invoice must be approved. */
  readonly cutOffDays: number | null;
  readonly askFor: readonly { readonly what: string; readonly whom: string }[];
  readonly note: string | null;
}

export interface ProfileVersion {
  readonly number: number;
  readonly fields: ProfileFields;
  readonly setAt: string;
  readonly setByName: string;
}

const VERSIONS_SHOWN_MAX = 200; // of one customer: one a week for four years

/** The latest first. */
export async function profileVersions(tx: Tx, customerId: string): Promise<ProfileVersion[]> {
  return tx.all(sql`
    select number, fields, set_at as "setAt", set_by_name as "setByName" from customer_profile
      where company_id = ${tx.company.id} and customer_id = ${customerId} order by number desc limit ${VERSIONS_SHOWN_MAX}`);
}

export async function currentProfile(tx: Tx, customerId: string): Promise<ProfileVersion | undefined> {
  return tx.maybe(sql`
    select number, fields, set_at as "setAt", set_by_name as "setByName" from customer_profile
      where company_id = ${tx.company.id} and customer_id = ${customerId} order by number desc limit 1`);
}

export async function insertProfile(
  tx: Tx,
  profile: { readonly customerId: string; readonly number: number; readonly fields: ProfileFields },
): Promise<void> {
  await tx.run(sql`
    insert into customer_profile (company_id, customer_id, number, fields, set_at, set_by, set_by_name)
      values (${tx.company.id}, ${profile.customerId}, ${profile.number}, ${JSON.stringify(profile.fields)}::jsonb, ${tx.recordedAt},
        ${tx.actor.id}, ${tx.actor.name})`);
}
