/** Totals of unapplied money by cause and age, as the table at the head shows them; amounts of one currency only. */
import { formatAmount } from '@quittance/core/money';
import { type MoneyText, toMoney } from '../../../ui/money/money-text.ts';
import type { ResearchPage } from './research.queries.ts';
import type { Cause } from './research-words.ts';

type Total = ResearchPage['totals'][number];

export interface CauseLine {
  readonly cause: Cause | null;
  readonly count: number;
  /** By age, from the youngest; null where there is none. */
  readonly ages: readonly (MoneyText | null)[];
  readonly total: MoneyText;
}

export interface CauseTable {
  readonly currency: string;
  readonly lines: readonly CauseLine[];
  readonly foot: CauseLine;
}

const AGES = [0, 1, 2, 3, 4];

/** One table for each currency, causes by what they sum to, the unknown last. */
export function causeTables(totals: readonly Total[]): readonly CauseTable[] {
  const currencies = [...new Set(totals.map((total) => total.unapplied.currency))].sort();
  return currencies.map((currency) => {
    const own = totals.filter((total) => total.unapplied.currency === currency);
    const causes = [...new Set(own.map((total) => total.cause))];
    const lines = causes
      .map((cause) =>
        line(
          cause,
          currency,
          own.filter((total) => total.cause === cause),
        ),
      )
      .sort((left, right) => rank(right) - rank(left));
    return { currency, lines, foot: line(null, currency, own) };
  });
}

/** For ordering only, where the last cents do not matter. */
function rank({ cause, total }: CauseLine): number {
  return cause === null ? -1 : Number(toMoney(total).amountMinor);
}

function line(cause: Cause | null, currency: string, totals: readonly Total[]): CauseLine {
  const sum = (of: readonly Total[]): MoneyText => ({
    amount: formatAmount(
      of.reduce((minor, { unapplied }) => minor + toMoney(unapplied).amountMinor, 0n),
      currency,
    ),
    currency,
  });
  return {
    cause,
    count: totals.reduce((count, total) => count + total.count, 0),
    ages: AGES.map((age) => {
      const own = totals.filter((total) => total.age === age);
      return own.length === 0 ? null : sum(own);
    }),
    total: sum(totals),
  };
}
