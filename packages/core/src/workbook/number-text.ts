/**
 * Numbers of a workbook as the text a person sees, without going through floating point. A workbook stores doubles
 * spelled out: 1.1 stands there as 1.1000000000000001. Excel itself computes and shows 15 significant digits, so that is
 * where fractions are rounded; whole numbers stay as they are stored.
 */

/** What Excel shows of a number at most (its documented precision). */
const DIGITS_SHOWN = 15;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Written out longer than this it is no amount or number of ours. */
const WRITTEN_DIGITS_MAX = 40;

interface PlainNumber {
  readonly text: string;
  /** True when digits that arithmetic had left behind were rounded away: 0.30000000000000004 is 0.3. */
  readonly wasRounded: boolean;
}

/**
 * "1234.5600000000001" gives 1234.56, "1.5E3" gives 1500, "12345678901234567" stays. A number that was shortened to an
 * exponent and has lost digits ("1.2345678901234567E+20") stays as written, to be refused by whoever needs its digits.
 */
export function shownNumber(stored: string): PlainNumber {
  const plain = plainNumber(stored);
  if (plain === null) return { text: stored.trim(), wasRounded: false };
  const digits = plain.replace(/[-.]/g, '').replace(/^0+/, '').length;
  if (digits <= DIGITS_SHOWN || !plain.includes('.')) {
    const isShortened = digits > DIGITS_SHOWN && /e/i.test(stored);
    return { text: isShortened ? stored.trim() : plain, wasRounded: false };
  }
  const text = roundedTo(plain, DIGITS_SHOWN);
  // A double spelled out is no arithmetic: its shortest form has no more digits than the rounded one.
  const wasRounded = String(Number(stored)).replace(/[-.]/g, '').replace(/^0+/, '').length > DIGITS_SHOWN;
  return { text, wasRounded };
}

/** A number without exponent, sign only when negative, no zeros at the end of its fraction; null when it is none. */
export function plainNumber(stored: string): string | null {
  const match = NUMBER.exec(stored.trim());
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const shift = Number(power);
  if (Math.abs(shift) > WRITTEN_DIGITS_MAX) return null;
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded =
    point > digits.length ? digits.padEnd(point, '0') : digits.padStart(digits.length + Math.max(0, -point), '0');
  const at = Math.max(0, point);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0';
  const right = padded.slice(at).replace(/0+$/, '');
  const isZero = /^0*$/.test(left + right);
  return `${sign === '-' && !isZero ? '-' : ''}${left}${right === '' ? '' : `.${right}`}`;
}

/** Half away from zero at so many significant digits, in text. */
function roundedTo(plain: string, significant: number): string {
  const isNegative = plain.startsWith('-');
  const [whole = '0', fraction = ''] = plain.replace('-', '').split('.');
  const leading = (whole + fraction).length - (whole + fraction).replace(/^0+/, '').length;
  const decimals = Math.max(0, leading + significant - whole.length);
  const kept = BigInt(whole + fraction.slice(0, decimals));
  const next = fraction.charAt(decimals);
  const rounded = (next >= '5' ? kept + 1n : kept).toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? rounded : `${rounded.slice(0, -decimals)}.${rounded.slice(-decimals)}`;
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return isNegative && trimmed !== '0' ? `-${trimmed}` : trimmed;
}

/** 0.05 formatted as a percentage is shown as 5%. */
export function percentText(stored: string): string {
  const plain = plainNumber(stored);
  if (plain === null) return stored.trim();
  const [whole = '0', fraction = ''] = plain.replace('-', '').split('.');
  const shifted = plainNumber(`${whole}${fraction.padEnd(2, '0').slice(0, 2)}.${fraction.slice(2)}`) ?? plain;
  return `${plain.startsWith('-') ? '-' : ''}${shownNumber(shifted).text}%`;
}
