/** What BAI type codes say about a transaction: which way the money went, and whether it takes another one back. */

export type Bai2Direction = 'credit' | 'debit' | 'none';

/**
 * 100 to 399 are credits, 400 to 699 debits, also in the ranges banks keep for themselves (920 to 959, 960 to 999) and
 * among loans (720 to 759, 760 to 799). Statuses and 890, a message without money, move nothing. Null: not defined.
 */
export function directionOf(typeCode: string): Bai2Direction | null {
  if (!/^\d{3}$/.test(typeCode)) return null;
  const code = Number(typeCode);
  if ((code >= 100 && code < 400) || (code >= 920 && code < 960) || (code >= 720 && code < 760)) return 'credit';
  if ((code >= 400 && code < 700) || code >= 960 || (code >= 760 && code < 800)) return 'debit';
  if (code < 100 || code === 890 || (code >= 700 && code < 720) || (code >= 900 && code < 920)) return 'none';
  return null;
}

/** Returned items, reversals and rejected payments, in both directions. */
const REVERSALS = new Set('250 251 252 255 256 257 258 260 261 266 550 551 552 555 556 557 558 560 561 566'.split(' '));

export function isReversalCode(typeCode: string): boolean {
  return REVERSALS.has(typeCode);
}

/** Account status codes that are balances of the ledger; available balances follow the float and never foot. */
export const OPENING_LEDGER = '010';
export const CLOSING_LEDGER = '015';
/** The ledger balance at the time of an intraday report. */
export const CURRENT_LEDGER = '030';
