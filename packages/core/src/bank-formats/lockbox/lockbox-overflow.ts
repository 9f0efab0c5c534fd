/**
 * Overflow records (4): the invoices a check pays. The standard fixes where they begin (column 12), and leaves to bank
 * and customer how wide the number is and how many stand on a record. The check itself tells: the division whose amounts
 * add up to it is the right one. A division found once holds for the file.
 */
import { currencyCode, sum } from '../../money/index.ts';
import type { RemittanceDocument } from '../statement.ts';
import { readCents, withoutPadding } from './lockbox-fields.ts';

export interface OverflowLayout {
  readonly numberWidth: number;
  readonly amountWidth: number;
}

/** Lockboxes take American checks. */
export const LOCKBOX_CURRENCY = currencyCode('USD');
/** Invoices of one check; larger ones arrive electronically. */
export const OVERFLOW_LINES_MAX = 10_000;

const NUMBER_WIDTHS = [10, 12, 15, 16, 18, 20, 8, 9, 11, 13, 14, 25, 30];
const AMOUNT_WIDTHS = [10, 9, 11, 12, 8];
const LAYOUTS: readonly OverflowLayout[] = AMOUNT_WIDTHS.flatMap((amountWidth) =>
  NUMBER_WIDTHS.map((numberWidth) => ({ numberWidth, amountWidth })),
);
const USUAL: OverflowLayout = { numberWidth: 15, amountWidth: 10 };

interface OverflowReading {
  readonly documents: readonly RemittanceDocument[];
  /** The division when the check proves it. */
  readonly layout: OverflowLayout | null;
}

/** The documents of a check of `checkMinor`: "7781           0000115025" is invoice 7781 with 1150.25. */
export function readOverflow(
  regions: readonly string[],
  checkMinor: bigint,
  known: OverflowLayout | null,
): OverflowReading {
  if (regions.length === 0) return { documents: [], layout: null };
  const addsUp = (layout: OverflowLayout) => {
    const documents = divide(regions, layout);
    return documents !== null && sum(documents.map((one) => one.amountMinor ?? 0n)) === checkMinor ? documents : null;
  };
  const right = known !== null && addsUp(known) !== null ? known : LAYOUTS.find((layout) => addsUp(layout) !== null);
  if (right !== undefined) return { documents: addsUp(right) ?? [], layout: right };
  return { documents: divide(regions, known ?? USUAL) ?? regions.flatMap(numberOnly), layout: null };
}

/** Null when an amount of this division is no number. */
function divide(regions: readonly string[], { numberWidth, amountWidth }: OverflowLayout): RemittanceDocument[] | null {
  const documents: RemittanceDocument[] = [];
  for (const region of regions) {
    for (let at = 0; at < region.length; at += numberWidth + amountWidth) {
      const group = region.slice(at, at + numberWidth + amountWidth);
      if (/^[0\s]*$/.test(group)) continue;
      const amountMinor = readCents(group.slice(numberWidth).trim());
      const number = withoutPadding(group.slice(0, numberWidth));
      if (amountMinor === null || number === null) return null;
      documents.push({ number, amountMinor, currency: LOCKBOX_CURRENCY });
    }
  }
  return documents;
}

/** What can be said without a division: the first word is a number. */
function numberOnly(region: string): RemittanceDocument[] {
  const number = withoutPadding(region.trim().split(/\s+/)[0] ?? '');
  return number === null ? [] : [{ number, amountMinor: null, currency: null }];
}
