import { currencyCode, formatAmount } from '@quittance/core/money';
import { useFormats } from '../../ui/format/formats.context.ts';
import { type MoneyText, readAmount } from '../../ui/money/money-text.ts';

/** Undefined while nothing is typed; null when it is not to be understood, or not above zero. */
export function useTypedAmount(typed: string, currency: string): MoneyText | null | undefined {
  const { decimalSign } = useFormats();
  if (typed.trim() === '') return undefined;
  const minor = readAmount(typed, currencyCode(currency), decimalSign);
  if (minor === null || minor <= 0n) return null;
  return { amount: formatAmount(minor, currency), currency };
}
