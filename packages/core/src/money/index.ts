export {
  CURRENCY_CODES,
  type CurrencyCode,
  currencyCode,
  isCurrencyCode,
  isStatementCurrency,
  minorDigits,
} from './currency.ts';
export { allocateByLargestRemainder, divideHalfUp, shareHalfUp } from './divide.ts';
export { abs, addMoney, formatAmount, type Money, money, parseAmount, sum } from './money.ts';
