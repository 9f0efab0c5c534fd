import { dateFromParts, type LocalDate } from '../../calendar/index.ts';
import { minorDigits, parseAmount } from '../../money/index.ts';

/** An X12 decimal in minor units: "-143.76" USD is −14376n, ".5" 50n, "+7" 700n. Null when it is none or has too many decimals. */
export function readDecimal(text: string, currency: string): bigint | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', whole = '', decimals = ''] = match;
  if (whole === '' && decimals === '') return null;
  if (decimals.replace(/0+$/, '').length > minorDigits(currency)) return null;
  const digits = decimals.replace(/0+$/, '');
  return parseAmount(`${sign === '-' ? '-' : ''}${whole || '0'}${digits === '' ? '' : `.${digits}`}`, currency);
}

/** "20190904", and "190904" of old versions, is 2019-09-04; null when there is no such day. */
export function readDate(text: string): LocalDate | null {
  const match = /^(\d{2})?(\d{2})(\d{2})(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  return dateFromParts(Number(`${match[1] ?? '20'}${match[2]}`), Number(match[3]), Number(match[4]));
}
