/** The printed shape of a remittance (the contract of `quittance parse --format edi820 --json`). */
import { formatAmount } from '../money/index.ts';
import type { Remittance, RemittanceAdjustment, RemittanceLine } from './remittance.ts';

/** 440875 minor units of USD print as `"paid": "4408.75"`; what the source does not say is null. */
export function remittanceToJson(remittance: Remittance) {
  const amount = (minor: bigint | null) => (minor === null ? null : formatAmount(minor, remittance.currency));
  const adjustment = ({ amountMinor, text, ...rest }: RemittanceAdjustment) => ({
    amount: amount(amountMinor),
    ...rest,
    text: text.join('\n'),
  });
  const line = ({ line: _, grossMinor, discountMinor, paidMinor, adjustments, text, ...rest }: RemittanceLine) => ({
    ...rest,
    gross: amount(grossMinor),
    discount: amount(discountMinor),
    adjustments: adjustments.map(adjustment),
    paid: amount(paidMinor),
    text: text.join('\n'),
  });
  const { line: _, amountMinor, lines, adjustments, text, footing, ...rest } = remittance;
  return {
    ...rest,
    amount: amount(amountMinor),
    footing,
    lines: lines.map(line),
    adjustments: adjustments.map(adjustment),
    text: text.join('\n'),
  };
}
