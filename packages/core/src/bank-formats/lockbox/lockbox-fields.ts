/** Fixed-width fields of a BAI lockbox file, by their columns from 1 as the banks' guides number them. */
import type { LocalDate } from '../../calendar/index.ts';
import { readDate } from '../bai2/bai2-values.ts';

/** Columns `from` to `to`, both included, without padding. */
export function columns(text: string, from: number, to: number): string {
  return text.slice(from - 1, to).trim();
}

/** Cents without a point ("0000115025" is 115025n); null when it is anything else or blank. */
export function readCents(text: string): bigint | null {
  return /^\d{1,15}$/.test(text) ? BigInt(text) : null;
}

export function readDeposit(text: string): LocalDate | null {
  return readDate(columns(text, 15, 20));
}

/** Numbers are padded with zeros to their width: check "0000001009" is 1009. */
export function withoutPadding(number: string): string | null {
  return number.replace(/\s+/g, '').replace(/^0+/, '') || null;
}

/** The check digit of an American routing number: weights 3, 7 and 1. 091000019 is one. */
export function isRoutingNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1];
  return weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 10 === 0;
}

export interface CheckFields {
  readonly routing: string | null;
  readonly account: string | null;
  readonly checkNumber: string | null;
  /** What stands behind the check number, without a date in front. */
  readonly behind: string;
}

/**
 * Who drew the check. Routing, account and check number fill columns 18 to 46 as 9 + 10 + 10, at some banks as
 * 10 + 10 + 9; the routing number's check digit tells which.
 */
export function readCheckFields(text: string): CheckFields {
  const isTenWide =
    (isRoutingNumber(text.slice(17, 26)) && text.charAt(26) === ' ') ||
    (!isRoutingNumber(text.slice(17, 26)) && /[0 ]/.test(text.charAt(17)) && isRoutingNumber(text.slice(18, 27)));
  const routing = (isTenWide ? columns(text, 18, 27) : columns(text, 18, 26)).slice(-9);
  return {
    routing: /[1-9]/.test(routing) ? routing : null,
    account: withoutPadding(isTenWide ? columns(text, 28, 37) : columns(text, 27, 36)),
    checkNumber: withoutPadding(isTenWide ? columns(text, 38, 46) : columns(text, 37, 46)),
    behind: text
      .slice(46)
      .trim()
      .replace(/^\d{6}(?=\D|$)/, '')
      .trim(),
  };
}
