/** Rates as people write them: ten-thousandths of a per cent become "10.15", and back without a rounding. */

const DECIMALS = 4;

/** 101500 is "10.15" and in Italian "10,15". */
export function rateText(rateE4: number, decimalSign: '.' | ','): string {
  const digits = String(Math.abs(rateE4)).padStart(DECIMALS + 1, '0');
  const decimals = digits.slice(-DECIMALS).replace(/0{1,2}$/, '');
  return `${rateE4 < 0 ? '-' : ''}${digits.slice(0, -DECIMALS)}${decimalSign}${decimals}`;
}

/** "10,15" is 101500; null when it is no rate with up to four decimals. */
export function readRate(typed: string): number | null {
  const match = /^(-?)(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(typed.trim());
  if (!match) return null;
  const size = Number(`${match[2]}${(match[3] ?? '').padEnd(DECIMALS, '0')}`);
  return match[1] === '-' ? -size : size;
}
