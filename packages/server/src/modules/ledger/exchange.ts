import type { LocalDate } from '@quittance/core/calendar';
import { toFunctional } from '@quittance/core/ledger';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { loadRates, type Rate } from './book.queries.ts';

/** Converts amounts of one company into its functional currency. */
export interface Exchange {
  /** Throws `fx_rate_missing` when no rate was given for that day or before it. */
  toFunctional(amount: { amountMinor: bigint; currency: string; on: LocalDate }): bigint;
}

/** Rates are read only when a foreign currency is met: most companies post in one. */
export async function exchangeFor(tx: Tx, currencies: Iterable<string>): Promise<Exchange> {
  const functional = tx.company.functionalCurrency;
  const isForeign = [...currencies].some((currency) => currency !== functional);
  const rates = isForeign ? await loadRates(tx) : new Map<string, Rate[]>();
  return {
    toFunctional({ amountMinor, currency, on }) {
      if (currency === functional) return amountMinor;
      return toFunctional(amountMinor, {
        from: currency,
        to: functional,
        rate: rateOn(rates.get(currency) ?? [], currency, on),
      });
    },
  };
}

function rateOn(rates: readonly Rate[], currency: string, on: LocalDate): string {
  for (let index = rates.length - 1; index >= 0; index--) {
    const rate = rates[index];
    if (rate && rate.quotedOn <= on) return rate.rate;
  }
  throw new AppError(
    'fx_rate_missing',
    `There is no exchange rate for ${currency} on ${on} or before. Add one under Company, Exchange rates, and try again.`,
    { details: { currency, on } },
  );
}
