/** An advice as the reading process tells it, and its amounts on the way through JSON. */
import type { Remittance } from '@quittance/core/remittance';

/** What it was written in. `scan`: a picture, read by a machine. */
export type AdviceForm = 'csv' | 'html' | 'text' | 'xlsx' | 'edi820' | 'remt001' | 'pdf' | 'scan';

export interface ToldAdvice {
  readonly form: AdviceForm;
  readonly isScanned: boolean;
  /** Otherwise its amount is the sum of its lines. */
  readonly isTotalPrinted: boolean;
  /** The part of a mail or workbook it stood in; null for the file itself. */
  readonly part: string | null;
  readonly remittance: Remittance;
}

/** A page of a PDF, or of a scan, straightened. `advice` counts the advices of the file, from 0. */
export interface ToldPage {
  readonly advice: number;
  readonly page: number;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  /** Base64. */
  readonly content: string;
}

type Changing = { [field: string]: unknown };

/** Changes every amount of these advices in its place; null stays. */
export function changeAdviceAmounts<From>(advices: readonly ToldAdvice[], convert: (amount: From) => unknown): void {
  const change = (holder: object, ...fields: readonly string[]) => {
    const changing = holder as Changing;
    for (const field of fields) if (changing[field] !== null) changing[field] = convert(changing[field] as From);
  };
  for (const { remittance } of advices) {
    change(remittance, 'amountMinor');
    for (const adjustment of remittance.adjustments) change(adjustment, 'amountMinor');
    for (const line of remittance.lines) {
      change(line, 'grossMinor', 'discountMinor', 'paidMinor');
      for (const adjustment of line.adjustments) change(adjustment, 'amountMinor');
    }
  }
}
