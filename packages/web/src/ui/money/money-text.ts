/** Money as it travels in JSON: a canonical decimal and its currency. Exact from end to end; never a JavaScript number. */
import {
  abs,
  type CurrencyCode,
  currencyCode,
  formatAmount,
  type Money,
  money,
  parseAmount,
} from '@quittance/core/money';

export interface MoneyText {
  readonly amount: string;
  readonly currency: string;
}

/** `{"amount":"12.50","currency":"EUR"}` as 1250n EUR. A text that the server cannot have sent is a bug and throws. */
export function toMoney(text: MoneyText): Money {
  const amountMinor = parseAmount(text.amount, text.currency);
  if (amountMinor === null) throw new RangeError(`not an amount of ${text.currency}: ${JSON.stringify(text.amount)}`);
  return money(amountMinor, currencyCode(text.currency));
}

export function toMoneyText(value: Money): MoneyText {
  return { amount: formatAmount(value.amountMinor, value.currency), currency: value.currency };
}

export function isZero(text: MoneyText): boolean {
  return !/[1-9]/.test(text.amount);
}

export function isNegative(text: MoneyText): boolean {
  return text.amount.startsWith('-') && !isZero(text);
}

/**
 * What a person typed, as minor units: the reader's decimal sign, group signs and spaces are understood, and a lone dot
 * or comma followed by as many digits as the currency has decimals is a decimal sign whatever the language.
 * `readAmount('1.234,56', 'EUR', ',')` is 123456n, `readAmount('1234.5', 'EUR', ',')` 123450n, `readAmount('1.234', 'EUR', ',')`
 * 123400n (a group), `readAmount('abc', ...)` null.
 */
export function readAmount(typed: string, currency: CurrencyCode, decimalSign: '.' | ','): bigint | null {
  const compact = typed.replace(/[\s\u00a0\u202f'’_]/g, '').replace(/^[−–]/, '-');
  const groupSign = decimalSign === ',' ? '.' : ',';
  if (compact.includes(decimalSign)) {
    return parseAmount(compact.replaceAll(groupSign, '').replace(decimalSign, '.'), currency);
  }
  const parts = compact.split(groupSign);
  if (parts.length === 2 && parts[1]?.length !== 3) return parseAmount(`${parts[0]}.${parts[1]}`, currency);
  return parseAmount(parts.join(''), currency);
}

/** Totals by currency, in the order in which the currencies first appear. */
export function sumByCurrency(texts: Iterable<MoneyText>): Money[] {
  const totals = new Map<CurrencyCode, bigint>();
  for (const text of texts) {
    const { amountMinor, currency } = toMoney(text);
    totals.set(currency, (totals.get(currency) ?? 0n) + amountMinor);
  }
  return [...totals].map(([currency, amountMinor]) => money(amountMinor, currency));
}

/** The smaller size of two amounts, with the sign of the first: what can be applied of an item when so much is left. */
export function atMost(amount: bigint, limit: bigint): bigint {
  if (abs(amount) <= abs(limit)) return amount;
  return amount < 0n ? -abs(limit) : abs(limit);
}
