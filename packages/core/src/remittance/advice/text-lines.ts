/**
 * Lines of prose that hold a number and an amount: `1930295818  14575.02 less 915.31 (Damaged goods) = 13659.71` is
 * 13659.71 paid of 14575.02, with an adjustment of −915.31. A line of two amounts and no more is gross and paid.
 */
import { createMarkEvidence, type DecimalMark, readDecimal } from '../../extracts/index.ts';
import type { CurrencyCode } from '../../money/index.ts';
import type { RemittanceLine } from '../remittance.ts';
import { type AdviceLines, adjustment, lastAmount } from './advice-lines.ts';
import { isCarried, isTotal } from './advice-words.ts';

/** Bounded, so that a wall of digits is passed over once. */
const AMOUNT = /[-(]?\d{1,3}(?:[.,' ]\d{3}){1,5}(?:[.,]\d{1,2})?\)?-?|[-(]?(?<!\d)\d{1,15}[.,]\d{2}\)?-?/g;
const WORD_BEFORE = String.raw`(?:invoice|inv|fattura|ft|rechnung|rg|facture|factura|document|doc|credit note|nota credito|gutschrift|avoir)\.?\s*(?:number|no|nr|n|num|nummer|numero)?\.?[°º]?\s*[:#]?\s*`;
const NUMBER_FIRST = new RegExp(
  String.raw`^[^\dA-Za-z]{0,20}(?:${WORD_BEFORE})?((?:[A-Za-z]{1,8}[-/.# ]{0,2})?\d[\dA-Za-z./-]{3,})\s+(.*)$`,
  'i',
);
const TAKEN_OFF = /(?:less|minus|abzgl\.?|abzuglich|abzüglich|meno|moins|menos|-)\s*$/i;
const IN_BRACKETS = /\(([^()\d]{3,60})\)/;

export function linesOfText(text: string, currency: CurrencyCode): AdviceLines {
  const marks = createMarkEvidence();
  for (const [amount] of text.matchAll(AMOUNT)) marks.add(amount);
  const mark: DecimalMark = marks.finding() === 'comma' ? 'comma' : 'point';
  const lines: RemittanceLine[] = [];
  let totalMinor: bigint | null = null;
  text.split(/\r?\n/).forEach((line, index) => {
    if (isCarried(line)) return;
    if (isTotal(line)) {
      const amounts = [...line.matchAll(AMOUNT)].map(([amount]) => amount);
      totalMinor = lastAmount(amounts, mark, currency) ?? totalMinor;
    } else lines.push(...lineOfText(line, index + 1, { mark, currency }));
  });
  return { lines, totalMinor, unread: [] };
}

function lineOfText(
  text: string,
  line: number,
  { mark, currency }: { readonly mark: DecimalMark; readonly currency: CurrencyCode },
): RemittanceLine[] {
  const [, number = '', rest = ''] = NUMBER_FIRST.exec(text) ?? [];
  if (number === '') return [];
  const amounts = [...rest.matchAll(AMOUNT)].flatMap((match) => {
    const value = readDecimal(match[0], mark, currency);
    return value === null ? [] : [{ value, isTakenOff: TAKEN_OFF.test(rest.slice(0, match.index)) }];
  });
  const gross = amounts[0]?.value;
  if (gross === undefined) return [];
  const off = amounts.slice(1).filter(({ isTakenOff }) => isTakenOff);
  const last = amounts.length > 1 ? amounts[amounts.length - 1] : undefined;
  const adjustments = off.map(({ value }) => adjustment(value, IN_BRACKETS.exec(rest)?.[1] ?? ''));
  const net = gross + adjustments.reduce((all, one) => all + one.amountMinor, 0n);
  const paid = last === undefined || last.isTakenOff ? net : last.value;
  return [
    {
      line,
      document: { kind: paid < 0n ? 'credit_note' : 'invoice', number: number.trim(), label: null },
      references: [],
      issuedOn: null,
      grossMinor: gross,
      discountMinor: null,
      adjustments,
      paidMinor: paid,
      text: [text.trim()],
    },
  ];
}
