/** A company's word on what a promise may miss. It holds for promises made from then on. */
import type { Money } from '@quittance/core/money';
import type { PromisePolicy } from '@quittance/core/promises';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError } from '../../../platform/errors.ts';
import { insertPolicy, policyInForce } from './promise-policy.queries.ts';

export type PolicyRequest = Omit<PromisePolicy, 'toleranceMaxMinor'> & {
  readonly toleranceMax: Money;
  readonly reason: string;
};

/** Throws `currencies_differ`, `amount_is_negative`. */
export async function setPromisePolicy(tx: CommandTx, request: PolicyRequest): Promise<{ number: number }> {
  const { toleranceMax, reason, ...days } = request;
  if (toleranceMax.currency !== tx.company.functionalCurrency) {
    const message = `The most that is let go is in the company's currency, ${tx.company.functionalCurrency}.`;
    throw new AppError('currencies_differ', message);
  }
  if (toleranceMax.amountMinor < 0n) throw new AppError('amount_is_negative', 'Let go of nothing or more.');
  const { number: _, reason: __, setAt: ___, setByName: ____, ...before } = await policyInForce(tx);
  const policy = { ...days, toleranceMaxMinor: toleranceMax.amountMinor };
  const number = await insertPolicy(tx, { ...policy, reason });
  const subject = { subjectKind: 'company', subjectId: tx.company.id };
  tx.audit({ action: 'promise_policy.set', ...subject, before, after: { number, ...policy }, reason });
  return { number };
}
