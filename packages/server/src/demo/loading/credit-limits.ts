/** Credit limits of a third of the demo's customers: most have room, some are nearly or more than used up. */
import { abs, minorDigits } from '@quittance/core/money';
import { type CustomerChange, updateCustomers } from '../../modules/customers/index.ts';
import { customerBalances } from '../../modules/ledger/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Random } from '../random.ts';

const SHARE = 1 / 3;
/** How much of the limit is used today, in percent, each as likely as the others. */
const USED_PERCENTS = [18, 35, 47, 60, 74, 88, 96, 113] as const;
const LIMIT_LEAST_MAJOR = 5_000n;

/** Sets limits in the company's currency, in one statement; of customers who owe nothing now, the least one. */
export async function grantCreditLimits(tx: Tx, customerIds: readonly string[], random: Random): Promise<void> {
  const currency = tx.company.functionalCurrency;
  const chosen = customerIds.filter(() => random.chance(SHARE));
  const owed = new Map<string, bigint>();
  for (const { customerId, receivableMinor, currency: of } of await customerBalances(tx, chosen)) {
    if (of === currency) owed.set(customerId, receivableMinor);
  }
  const changes = chosen.map((id): CustomerChange => {
    const limitMinor = (abs(owed.get(id) ?? 0n) * 100n) / BigInt(random.pick(USED_PERCENTS));
    return { id, creditLimit: { amountMinor: roundLimit(limitMinor, currency), currency } };
  });
  await updateCustomers(tx, changes);
}

/** As people grant them: 23,912.44 becomes 23,000, and less than 5,000 becomes 5,000. */
function roundLimit(minor: bigint, currency: string): bigint {
  const unit = 10n ** BigInt(minorDigits(currency));
  const major = minor / unit;
  if (major <= LIMIT_LEAST_MAJOR) return LIMIT_LEAST_MAJOR * unit;
  const step = 10n ** BigInt(major.toString().length - 2);
  return (major / step) * step * unit;
}
