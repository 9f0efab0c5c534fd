/** The bank's statements of the last weeks, and the file with those days that wait to be imported. */
import { minorDigits, sum } from '@quittance/core/money';
import { bankAccount } from '../customers/identifiers.ts';
import type { DemoBankLine } from '../history/bank-line.ts';
import type { CompanyHistory } from '../history/history.ts';
import { randomOf } from '../random.ts';
import { advisedPayments } from './advised-payments.ts';
import { type BankDay, camt053 } from './camt053.ts';
import { tellingLines } from './telling-lines.ts';
import { unclearPayments } from './unclear-payments.ts';

/** Every account and day of the statements, those imported and those that wait; each day begins where the one before ended. */
export function bankDays(history: CompanyHistory, options: { readonly seed: string }): BankDay[] {
  const { company } = history.trade;
  const { forAnother, wordless, paidAgain } = unclearPayments(history, options);
  const lines = [
    ...history.statementLines,
    ...advisedPayments(history, options).map(({ bankLine }) => bankLine),
    forAnother,
    ...wordless,
    ...(paidAgain ? [paidAgain.line] : []),
    ...tellingLines(history, options).map(({ line }) => line),
  ];
  const currencies = [...new Set([company.functionalCurrency, ...lines.map((line) => line.currency)])];
  return currencies.flatMap((currency) =>
    accountDays({ currency, lines: lines.filter((line) => line.currency === currency) }, history, options),
  );
}

/** The days that wait, as one file. */
export function statementFile(history: CompanyHistory, options: { readonly seed: string }): string {
  const { company, period } = history.trade;
  const days = bankDays(history, options).filter(({ day }) => day >= period.statementsLeftFrom);
  return camt053(`${company.code}-${period.through.replaceAll('-', '')}`, company.name, days);
}

function accountDays(
  own: { readonly currency: string; readonly lines: readonly DemoBankLine[] },
  { trade }: CompanyHistory,
  options: { readonly seed: string },
): BankDay[] {
  const random = randomOf(`${options.seed} ${trade.company.code} account ${own.currency}`);
  const account = bankAccount(trade.company.country, random);
  let openingMinor = BigInt(random.int(20_000, 400_000)) * 10n ** BigInt(minorDigits(own.currency));
  return trade.period.businessDays.flatMap((day, index) => {
    const lines = own.lines.filter((line) => line.bookedOn === day);
    const statement = { account, currency: own.currency, day, number: index + 1, openingMinor, lines };
    openingMinor += sum(lines.map((line) => line.amountMinor));
    // Once statements come as files, each account has one a day, also when nothing moved on it.
    return lines.length > 0 || day >= trade.period.statementsImportedFrom ? [statement] : [];
  });
}
