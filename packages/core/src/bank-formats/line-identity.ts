/**
 * The same bank line may arrive twice, in files whose periods overlap, and must be taken once; two equal lines in one
 * file are true twins and both count. A line is therefore known by its facts and by which of its equals in the file it
 * is. Line breaks of the text are not part of it: banks re-wrap the same text from one file to the next.
 */
import type { BankEntry } from './statement.ts';

const SEPARATOR = '\u001f';

export interface LineIdentities {
  /** The identity of the next line of the file. Call once for each booked entry, in file order. */
  readonly next: (entry: BankEntry) => string;
}

/** The facts of a line as one text, the same for twins. The account is compared without blanks and case. */
function lineFacts(entry: BankEntry): string {
  return [
    entry.account?.replace(/\s+/g, '').toUpperCase() ?? '',
    entry.bookedOn ?? '',
    entry.valueOn ?? '',
    entry.amountMinor.toString(),
    entry.currency,
    entry.isReversal ? 'R' : '',
    entry.bankReference ?? '',
    entry.customerReference ?? '',
    entry.endToEndId ?? '',
    entry.structuredReference ?? '',
    entry.counterparty.account ?? '',
    entry.textLines.join('').replace(/\s+/g, ''),
  ].join(SEPARATOR);
}

/**
 * Identities for the lines of one file: `shorten` (a hash, given by the caller) keeps the memory small on large files.
 * Two equal lines of a file get the identities "…1" and "…2"; the same two lines in the next file get the same two.
 */
export function createLineIdentities(shorten: (facts: string) => string = (facts) => facts): LineIdentities {
  const seen = new Map<string, number>();
  return {
    next(entry) {
      const key = shorten(lineFacts(entry));
      const occurrence = (seen.get(key) ?? 0) + 1;
      seen.set(key, occurrence);
      return `${key}${SEPARATOR}${occurrence}`;
    },
  };
}
