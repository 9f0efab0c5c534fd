/** The bank statement that waits: all accounts and days of the last week in one file, as banks deliver it. */
import type { LocalDate } from '@quittance/core/calendar';
import { minorDigits, sum } from '@quittance/core/money';
import { bankAccount } from '../customers/identifiers.ts';
import type { DemoBankLine } from '../history/bank-line.ts';
import type { CompanyHistory } from '../history/history.ts';
import { randomOf } from '../random.ts';
import { type BankDay, camt053 } from './camt053.ts';
import { tellingLines } from './telling-lines.ts';

/** The lines that the file holds, in the order of their days. */
export function waitingLines(history: CompanyHistory, options: { readonly seed: string }): DemoBankLine[] {
  return [
    ...history.waiting.map(({ line }) => line),
    ...history.waitingStrangers.map(({ line }) => line),
    ...tellingLines(history, options).map(({ line }) => line),
  ].sort((one, other) => (one.bookedOn < other.bookedOn ? -1 : one.bookedOn > other.bookedOn ? 1 : 0));
}

export function statementFile(history: CompanyHistory, options: { readonly seed: string }): string {
  const { company, period } = history.trade;
  const lines = waitingLines(history, options);
  const currencies = [...new Set([company.functionalCurrency, ...lines.map((line) => line.currency)])];
  const days = [...new Set(lines.map((line) => line.bookedOn))];
  const statements = currencies.flatMap((currency) =>
    accountDays({ currency, lines: lines.filter((line) => line.currency === currency), days }, history, options),
  );
  return camt053(`${company.code}-${period.through.replaceAll('-', '')}`, company.name, statements);
}

function accountDays(
  own: { readonly currency: string; readonly lines: readonly DemoBankLine[]; readonly days: readonly LocalDate[] },
  { trade }: CompanyHistory,
  options: { readonly seed: string },
): BankDay[] {
  const random = randomOf(`${options.seed} ${trade.company.code} account ${own.currency}`);
  const account = bankAccount(trade.company.country, random);
  const first = trade.period.businessDays.length - own.days.length;
  let openingMinor = BigInt(random.int(20_000, 400_000)) * 10n ** BigInt(minorDigits(own.currency));
  return own.days.flatMap((day, index) => {
    const lines = own.lines.filter((line) => line.bookedOn === day);
    const statement = { account, currency: own.currency, day, number: first + index + 1, openingMinor, lines };
    openingMinor += sum(lines.map((line) => line.amountMinor));
    return lines.length > 0 ? [statement] : [];
  });
}
