/** How a customer pays: when the next money is likely, how late it was month by month. Of all records of the party. */
import { addDays, addMonths, type LocalDate, startOfMonth } from '@quittance/core/calendar';
import { nextOfPattern, type PayRhythm, paymentBehaviour, payRhythm } from '@quittance/core/pay-rhythm';
import type { Tx } from '../../platform/database/transaction.ts';
import type { CustomerLedger } from './customer-ledger.ts';
import { theCustomer } from './customers.errors.ts';
import { recordsOfParty } from './family.queries.ts';
import { currentProfile } from './profile.queries.ts';

const MONTHS_SHOWN = 12; // with the month that runs: the same season is in it once

export interface Behaviour extends ReturnType<typeof paymentBehaviour> {
  readonly since: LocalDate;
  readonly rhythm: PayRhythm;
  /** The run that the customer told us of, and the last day on which an invoice may still be approved for it. */
  readonly stated: { readonly nextOn: LocalDate; readonly cutOffOn: LocalDate | null } | null;
}

/** Throws `not_found`. */
export async function readBehaviour(
  tx: Tx,
  ledger: Pick<CustomerLedger, 'paymentHistory'>,
  customerId: string,
): Promise<Behaviour> {
  await theCustomer(tx, customerId);
  const since = addMonths(startOfMonth(tx.today), 1 - MONTHS_SHOWN);
  const customerIds = await recordsOfParty(tx, customerId);
  const { shares, receiptDays } = await ledger.paymentHistory(tx, { customerIds, since });
  return {
    since,
    rhythm: payRhythm(receiptDays, tx.today),
    stated: await statedRun(tx, customerId),
    ...paymentBehaviour(shares),
  };
}

async function statedRun(tx: Tx, customerId: string): Promise<Behaviour['stated']> {
  const fields = (await currentProfile(tx, customerId))?.fields;
  if (!fields?.payRun) return null;
  const nextOn = nextOfPattern(fields.payRun, tx.today);
  return { nextOn, cutOffOn: fields.cutOffDays === null ? null : addDays(nextOn, -fields.cutOffDays) };
}
