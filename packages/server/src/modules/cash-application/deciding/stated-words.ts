/**
 * What the customer itself said of a deduction: the code and words of its advice on the item's line, else the text of the
 * payment, when the text is what the deduction was read from. Kept beside our reason, so that nobody has to look it up again.
 */
import { codeKey, type Decision, type LinkedAdvices, type Receipt } from '@quittance/core/matching';

const STATED_CHARS_MAX = 200; // of a text of many lines the beginning; the receipt shows it whole

/** "DMG-01 pallet broken"; null when the customer said nothing of it. `number` is the item's. */
export function statedWords(
  decision: Pick<Decision, 'explanation' | 'evidence'>,
  receipt: Receipt,
  about: { readonly number: string; readonly advices: LinkedAdvices },
): string | null {
  const words = decision.explanation === 'advice' ? adviceWords(receipt, about) : textWords(decision, receipt);
  const plain = words.join(' ').replace(/\s+/g, ' ').trim().slice(0, STATED_CHARS_MAX);
  return plain === '' ? null : plain;
}

function adviceWords(
  receipt: Receipt,
  { number, advices }: { readonly number: string; readonly advices: LinkedAdvices },
): string[] {
  const key = codeKey(number);
  const isOf = (printed: string) => {
    const own = codeKey(printed);
    return own !== '' && (key.endsWith(own) || own.endsWith(key));
  };
  const lines = advices
    .advicesFor(receipt)
    .flatMap(({ remittance }) => remittance.lines.filter(({ document }) => isOf(document?.number ?? '')));
  const adjustments = lines.flatMap((line) => line.adjustments);
  return [...new Set(adjustments.flatMap(({ code, reason, text }) => [code ?? '', reason ?? '', ...text]))];
}

function textWords({ evidence }: Pick<Decision, 'evidence'>, { lines }: Receipt): readonly string[] {
  return evidence.some(({ kind }) => kind === 'deduction_stated') ? lines : [];
}
