/** The printed shape of a bank statement (the contract of `quittance parse --json`). */
import { formatAmount } from '../money/index.ts';
import type { BankBalance, BankEntry, BankStatement, Footing, ParsedFile, RemittanceDocument } from './statement.ts';

export interface BalanceJson {
  readonly amount: string;
  readonly currency: string;
  readonly date: string | null;
}

export interface EntryJson {
  readonly bookedOn: string | null;
  readonly valueOn: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly reversal: boolean;
  readonly bankReference: string | null;
  readonly customerReference: string | null;
  readonly endToEndId: string | null;
  readonly typeCode: string | null;
  readonly counterparty: { readonly name: string | null; readonly account: string | null };
  readonly structuredReference: string | null;
  readonly text: string;
  /** Documents the payer names, with what is for each; only where it names any. */
  readonly documents?: readonly { readonly number: string; readonly amount: string | null }[];
  /** Charges and exchange; only where the bank states them. */
  readonly moneyInformation?: string;
  /** Only on lines that are not booked: "pending" or "information". */
  readonly status?: string;
}

export interface StatementJson {
  readonly account: string | null;
  readonly currency: string | null;
  readonly number: string | null;
  readonly openingBalance: BalanceJson | null;
  readonly closingBalance: BalanceJson | null;
  readonly footing: Footing;
}

/** −1234 minor units of EUR print as `"amount": "-12.34"`; text lines are joined by a line feed. */
export function entryToJson(entry: BankEntry): EntryJson {
  return {
    bookedOn: entry.bookedOn,
    valueOn: entry.valueOn,
    amount: formatAmount(entry.amountMinor, entry.currency),
    currency: entry.currency,
    reversal: entry.isReversal,
    bankReference: entry.bankReference,
    customerReference: entry.customerReference,
    endToEndId: entry.endToEndId,
    typeCode: entry.typeCode,
    counterparty: {
      name: entry.counterparty.name ?? entry.counterparty.ultimateName,
      account: entry.counterparty.account,
    },
    structuredReference: entry.structuredReference,
    text: entry.textLines.length > 0 ? entry.textLines.join('\n') : (entry.bankInformation ?? ''),
    ...(entry.documents.length > 0 ? { documents: entry.documents.map(documentToJson) } : {}),
    ...(entry.moneyInformation ? { moneyInformation: entry.moneyInformation } : {}),
    ...(entry.status === 'booked' ? {} : { status: entry.status }),
  };
}

function documentToJson({ number, amountMinor, currency }: RemittanceDocument) {
  return { number, amount: amountMinor === null || currency === null ? null : formatAmount(amountMinor, currency) };
}

export function statementToJson(statement: BankStatement): StatementJson {
  return {
    account: statement.account,
    currency: statement.currency,
    number: statement.number,
    openingBalance: balanceToJson(statement.openingBalance),
    closingBalance: balanceToJson(statement.closingBalance),
    footing: statement.footing,
  };
}

/** The whole file as one object; for large files print entries with `entryToJson` as they come. */
export function toJson(file: ParsedFile) {
  return {
    format: file.format,
    statements: file.statements.map((statement) => ({
      ...statementToJson(statement),
      entries: statement.entries.map(entryToJson),
    })),
    problems: file.problems,
  };
}

function balanceToJson(balance: BankBalance | null): BalanceJson | null {
  if (balance === null) return null;
  return { amount: formatAmount(balance.amountMinor, balance.currency), currency: balance.currency, date: balance.on };
}
