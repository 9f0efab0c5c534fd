/** Lines of a bank file on their way: what each is, how it is shown, and the receipt it becomes. */
import type { BankEntry, BankReport, LineIdentities } from '@quittance/core/bank-formats';
import type { LocalDate } from '@quittance/core/calendar';
import { formatAmount } from '@quittance/core/money';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { DocumentDraft } from '../ledger/index.ts';
import { findReceiptNumbers, type LineDisposition } from './bank-lines.queries.ts';
import type { TakingContext } from './file-taker.ts';
import type { Refusal } from './reading/messages.ts';

export interface SeenLine {
  readonly id: string;
  readonly entry: BankEntry;
  readonly identity: string;
  /** What it would be called under the other numbers of its account: a file may have brought it so. */
  readonly otherIdentities: readonly string[];
  readonly origin: string;
  readonly report: BankReport;
  readonly disposition: LineDisposition;
}

/** `otherAccounts`: the other numbers of the line's account; '' where files before did not say it. */
export function toLine(
  entry: BankEntry,
  format: string,
  { identities, otherAccounts }: { readonly identities: LineIdentities; readonly otherAccounts: readonly string[] },
): SeenLine {
  const identityOf = (of: BankEntry) => (of.status === 'booked' ? identities.next(of).replace('\u001f', '.') : '');
  const report = entry.report ?? 'statement';
  return {
    id: newId(),
    entry,
    identity: identityOf(entry),
    otherIdentities: otherAccounts.map((account) => identityOf({ ...entry, account })),
    origin: originOf(format, report),
    report,
    disposition: dispositionOf(entry),
  };
}

/** Lines of one origin are a list complete in itself; lines of two may tell of the same money. */
export function originOf(format: string, report: BankReport): string {
  return `${format} ${report}`;
}

function dispositionOf(entry: BankEntry): LineDisposition {
  if (entry.amountMinor === 0n) return 'zero';
  if (entry.amountMinor > 0n) return entry.isReversal ? 'returned' : 'receipt';
  return entry.isReversal ? 'returned' : 'money_out';
}

export function dayOf({ entry }: Pick<SeenLine, 'entry'>): LocalDate | null {
  return entry.bookedOn ?? entry.valueOn;
}

export interface ReceiptFacts {
  readonly identity: string;
  readonly day: LocalDate;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly bankReference: string | null;
  readonly reference: string | null;
}

export interface ReceiptNumbers {
  readonly prepare: (bankReferences: readonly (string | null)[]) => Promise<void>;
  readonly next: (receipt: ReceiptFacts) => string;
}

/** A receipt is known by the bank's reference; when another receipt has it, or there is none, a piece of its identity tells it apart. */
export function createReceiptNumbers({ tx }: Pick<TakingContext, 'tx'>): ReceiptNumbers {
  const taken = new Set<string>();
  return {
    async prepare(bankReferences) {
      const wanted = bankReferences.flatMap((reference) => reference ?? []);
      for (const number of await findReceiptNumbers(tx, wanted)) taken.add(number);
    },
    next({ bankReference, identity, day }) {
      const own = identity.slice(identity.lastIndexOf(' ') + 1);
      const tail = `${own.slice(0, IDENTITY_CHARS)}${own.slice(own.lastIndexOf('.'))}`;
      const plain = bankReference ?? `${day}-${tail}`;
      const number = taken.has(plain) ? `${plain}-${tail}` : plain;
      taken.add(number);
      return number;
    },
  };
}

const IDENTITY_CHARS = 8;

export function receiptDraft(receipt: ReceiptFacts, number: string, customerId: string): DocumentDraft {
  const { currency, day, amountMinor, reference } = receipt;
  return {
    kind: 'receipt',
    number,
    customerId,
    currency,
    issuedOn: day,
    instalments: [{ dueOn: day, amountMinor }],
    reference: reference ?? undefined,
  };
}

/** What a line becomes as a receipt; null for one without any day, which nobody can date. */
export function factsOf({ entry, identity }: SeenLine): ReceiptFacts | null {
  const day = entry.bookedOn ?? entry.valueOn;
  if (day === null) return null;
  const { amountMinor, currency, bankReference } = entry;
  const reference = entry.structuredReference ?? entry.endToEndId;
  return { identity, day, amountMinor, currency, bankReference, reference };
}

export function withoutDay(line: SeenLine): Refusal {
  const message = 'The line has neither a booking nor a value date. Ask the bank for a correct file.';
  return { ...shownLine(line), faults: [{ row: line.entry.line, field: 'bookedOn', code: 'missing', message }] };
}

/** The refusal of a line that the ledger does not take; anything else is thrown on. */
export function refusedBy(error: unknown, line: SeenLine): Refusal {
  if (!(error instanceof AppError)) throw error;
  const field = error.code === 'fx_rate_missing' ? 'currency' : 'bookedOn';
  return {
    ...shownLine(line),
    faults: [{ row: line.entry.line, field, code: error.code, message: error.message, parameters: error.details }],
  };
}

export function shownLine({ entry }: SeenLine) {
  return {
    row: entry.line,
    label: entry.bankReference ?? entry.counterparty.name ?? entry.textLines[0] ?? `line ${entry.line}`,
    fields: {
      bookedOn: entry.bookedOn ?? '',
      amount: formatAmount(entry.amountMinor, entry.currency),
      currency: entry.currency,
      payer: entry.counterparty.name ?? '',
      text: entry.textLines.join(' '),
      account: entry.account ?? '',
    },
  };
}
