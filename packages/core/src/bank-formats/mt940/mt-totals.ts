/** The sums an interim report states: `:90C:3EUR9792,00` is 3 credits of 9,792.00 together. */
import { type CurrencyCode, formatAmount } from '../../money/index.ts';
import type { FileProblem } from '../statement.ts';
import { readMtAmount } from './mt-values.ts';

const TOTAL = /^(\d{1,5})\s?([A-Z]{3})\s?([\d.,]+)\s*$/i;

export interface StatedTotal {
  readonly text: string;
  readonly line: number;
  readonly side: 'C' | 'D';
  readonly seen: { readonly count: number; readonly amountMinor: bigint };
  readonly currency: CurrencyCode;
}

/** What is wrong with a stated total, or null when it agrees with the entries seen. */
export function checkTotal({ text, line, side, seen, currency }: StatedTotal): FileProblem | null {
  const match = TOTAL.exec(text);
  const stated = match === null ? null : readMtAmount(match[3] ?? '', currency);
  const field = `:90${side}:`;
  if (match === null || stated === null) {
    const message = `The total ${JSON.stringify(text.slice(0, 40))} cannot be read: it is not checked.`;
    return { line, field, code: 'bad_total', message };
  }
  if (Number(match[1]) === seen.count && stated === seen.amountMinor) return null;
  const message =
    `The bank states ${Number(match[1])} entries of ${formatAmount(stated, currency)} ${currency}, the report holds ` +
    `${seen.count} of ${formatAmount(seen.amountMinor, currency)}. Ask the bank whether entries are missing.`;
  return { line, field, code: 'totals_do_not_agree', message };
}
