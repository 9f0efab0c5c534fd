/** What a promise made now may miss, by the policy in force and the days on which the company works. */
import { addDays, hoursOn, type LocalDate } from '@quittance/core/calendar';
import { deadlineOf, type IsBusinessDay, toleranceOf } from '@quittance/core/promises';
import type { Tx } from '../../../platform/database/transaction.ts';
import { companyCalendar } from '../../organisation/index.ts';
import { policyInForce } from './promise-policy.queries.ts';

interface PromiseTerms {
  readonly deadlineOn: LocalDate;
  readonly toleranceMinor: bigint;
}

export type PromiseTermsOf = (promise: {
  readonly promisedOn: LocalDate;
  readonly amountMinor: bigint;
  readonly currency: string;
}) => PromiseTerms;

/** Reads policy and calendar once; the function is then asked for each promise. */
export async function promiseTerms(tx: Tx): Promise<PromiseTermsOf> {
  const policy = await policyInForce(tx);
  const isBusinessDay = await companyBusinessDays(tx);
  return ({ promisedOn, amountMinor, currency }) => ({
    deadlineOn: deadlineOf(policy, promisedOn, isBusinessDay),
    toleranceMinor: toleranceOf(policy, { amountMinor, isCompanyCurrency: currency === tx.company.functionalCurrency }),
  });
}

const DAYS_BACK_MAX = 31; // no calendar has a longer run of days off

/** The day before today on which the company worked: on Monday it is Friday, after Easter it is Thursday. */
export async function lastBusinessDay(tx: Tx): Promise<LocalDate> {
  const isBusinessDay = await companyBusinessDays(tx);
  let day = addDays(tx.today, -1);
  for (let tried = 0; tried < DAYS_BACK_MAX && !isBusinessDay(day); tried += 1) day = addDays(day, -1);
  return day;
}

async function companyBusinessDays(tx: Tx): Promise<IsBusinessDay> {
  const calendar = await companyCalendar(tx);
  return (day) => hoursOn(calendar, day).length > 0;
}
