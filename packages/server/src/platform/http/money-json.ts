/** Money in JSON is a decimal text and a currency, never a number: {"amount": "1234.56", "currency": "EUR"}. */
import { formatAmount, isCurrencyCode, type Money, parseAmount } from '@quittance/core/money';
import { z } from 'zod';

const AMOUNT_CHARS_MAX = 24; // 15 digits before the point and 6 behind, with a sign

/** Money as it leaves. */
export const moneyJsonSchema = z
  .object({
    amount: z.string().describe('A decimal with the decimals of its currency; a minus sign for credits.'),
    currency: z.string().describe('ISO 4217'),
  })
  .meta({ id: 'Money' });

export type MoneyJson = z.infer<typeof moneyJsonSchema>;

/** `moneyJson(-1250n, 'EUR')` is {"amount": "-12.50", "currency": "EUR"}. */
export function moneyJson(amountMinor: bigint, currency: string): MoneyJson {
  return { amount: formatAmount(amountMinor, currency), currency };
}

/** Money as it arrives: {"amount": "12.5", "currency": "EUR"} is 1250n in EUR; "12.505" is refused. */
export const moneyInputSchema = z
  .strictObject({ amount: z.string().max(AMOUNT_CHARS_MAX), currency: z.string().length(3) })
  .transform(({ amount, currency }, context): Money => {
    const problem = (message: string, field: string): never => {
      context.addIssue({ code: 'custom', message, path: [field] });
      return z.NEVER;
    };
    if (!isCurrencyCode(currency)) return problem(`${currency} is no currency code of ISO 4217`, 'currency');
    const amountMinor = parseAmount(amount, currency);
    if (amountMinor === null) return problem(`${amount} is no amount in ${currency}; write it as 1234.56`, 'amount');
    return { amountMinor, currency };
  });
