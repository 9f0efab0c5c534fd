/** Applications across currencies are compared with the rate of the day on which the money came, before they close an item. */
import { isFairExchange } from '@quittance/core/ledger';
import { formatAmount } from '@quittance/core/money';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import type { AllocationDraft } from './acts.usecase.ts';
import { exchangeFor } from './exchange.ts';
import { findItems, type ItemView } from './reading.queries.ts';

/** How far from the day's rate one may apply, in whole percent: what cash application's policy says. */
export type ExchangeSpread = (tx: Tx) => Promise<number>;

/**
 * 1,000.00 USD at 0.91 are paid with 864.50 to 955.50 EUR when 5 percent are allowed; what of an item is given up beyond that is written
 * off, under the limits of whoever does. Throws `exchange_is_not_the_days`, `fx_rate_missing`.
 */
export async function requireFairExchange(
  tx: CommandTx,
  allocations: readonly AllocationDraft[],
  spreadOf: ExchangeSpread,
): Promise<void> {
  const crossing = allocations.filter(({ creditAmountMinor }) => creditAmountMinor !== undefined);
  if (crossing.length === 0) return;
  const ids = crossing.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]);
  const items = new Map((await findItems(tx, [...new Set(ids)])).map((item) => [item.id, item]));
  const exchange = await exchangeFor(
    tx,
    [...items.values()].map(({ currency }) => currency),
  );
  const spreadPercentMax = await spreadOf(tx);
  for (const { creditItemId, debitItemId, amountMinor, creditAmountMinor = 0n } of crossing) {
    const [credit, debit] = [items.get(creditItemId), items.get(debitItemId)];
    if (!credit || !debit || credit.currency === debit.currency) continue; // the ledger refuses it in its own words
    const on = credit.kind === 'receipt' ? credit.issuedOn : tx.today;
    const itemMinor = exchange.toFunctional({ amountMinor, currency: debit.currency, on });
    const paidMinor = exchange.toFunctional({ amountMinor: creditAmountMinor, currency: credit.currency, on });
    if (isFairExchange({ itemMinor, paidMinor, spreadPercentMax })) continue;
    throw unfair(tx.company.functionalCurrency, {
      credit,
      debit,
      amountMinor,
      itemMinor,
      paidMinor,
      on,
      spreadPercentMax,
    });
  }
}

interface Unfair {
  readonly credit: ItemView;
  readonly debit: ItemView;
  readonly amountMinor: bigint;
  readonly itemMinor: bigint;
  readonly paidMinor: bigint;
  readonly on: ItemView['issuedOn'];
  readonly spreadPercentMax: number;
}

function unfair(functional: string, given: Unfair): AppError {
  const { credit, debit, amountMinor, itemMinor, paidMinor, on, spreadPercentMax } = given;
  const money = (minor: bigint, currency: string) => ({ amount: formatAmount(minor, currency), currency });
  const text = (one: { amount: string; currency: string }) => `${one.amount} ${one.currency}`;
  const [asked, worth] = [money(amountMinor, debit.currency), money(itemMinor, functional)];
  const paid = money(paidMinor, functional);
  const message = `${text(asked)} of ${debit.number} are worth ${text(worth)} at the rate of ${on}, and ${credit.number} would pay ${text(paid)} for it: more than ${spreadPercentMax} percent apart. Apply what was paid at the day’s rate and write the rest off, or have that day’s rate entered under Company, Exchange rates.`;
  const details = {
    itemId: debit.id,
    number: debit.number,
    credit: credit.number,
    on,
    asked,
    worth,
    paid,
    percent: spreadPercentMax,
  };
  return new AppError('exchange_is_not_the_days', message, { status: 409, details });
}
