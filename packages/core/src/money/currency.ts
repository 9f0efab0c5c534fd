/**
 * ISO 4217: how many minor digits each currency is kept in. The display habit of a country (CLDR shows no decimals for
 * HUF) is not the storage rule, so Intl is never asked. A currency that is not listed here has two.
 */

declare const currencyBrand: unique symbol;
/** A three-letter ISO 4217 code that has been checked. */
export type CurrencyCode = string & { readonly [currencyBrand]: true };

const DIGITS_0 = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const DIGITS_2 = (
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW ' +
  'CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ' +
  'ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV ' +
  'MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD ' +
  'SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG'
).split(' ');
const DIGITS_3 = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const DIGITS_4 = 'CLF UYW'.split(' ');

/** Withdrawn currencies, which old bank statements still carry: no document and no company may use them. */
const WITHDRAWN: ReadonlyMap<string, number> = new Map([
  ...'ATS CYP DEM EEK FIM FRF HRK IEP LTL LVL MTL NLG SIT SKK'.split(' ').map((code) => [code, 2] as const),
  ...'BEF ESP GRD ITL LUF PTE'.split(' ').map((code) => [code, 0] as const),
]);

const MINOR_DIGITS: ReadonlyMap<string, number> = new Map([
  ...DIGITS_0.map((code) => [code, 0] as const),
  ...DIGITS_2.map((code) => [code, 2] as const),
  ...DIGITS_3.map((code) => [code, 3] as const),
  ...DIGITS_4.map((code) => [code, 4] as const),
]);

/** All currencies known here, in the order of their codes. */
export const CURRENCY_CODES: readonly string[] = [...MINOR_DIGITS.keys()].sort();

export function isCurrencyCode(text: string): text is CurrencyCode {
  return MINOR_DIGITS.has(text);
}

/** Also true of withdrawn currencies: what a bank statement of any year may be in. */
export function isStatementCurrency(text: string): text is CurrencyCode {
  return MINOR_DIGITS.has(text) || WITHDRAWN.has(text);
}

/** The code as a checked currency. Throws a RangeError on an unknown one: parse at the edge with `isCurrencyCode`. */
export function currencyCode(text: string): CurrencyCode {
  if (!isCurrencyCode(text)) throw new RangeError(`unknown currency ${JSON.stringify(text)}`);
  return text;
}

/** Minor digits of a currency: `minorDigits('JPY')` is 0, of EUR 2, of KWD 3. */
export function minorDigits(currency: string): number {
  const digits = MINOR_DIGITS.get(currency) ?? WITHDRAWN.get(currency);
  if (digits === undefined) throw new RangeError(`unknown currency ${JSON.stringify(currency)}`);
  return digits;
}
