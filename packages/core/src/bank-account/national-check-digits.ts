/** Check digits of national account numbers, as the IBAN registry and the national banks' rules give them. */

/** Italy and San Marino: the CIN, a letter over ABI, CAB and conto (ABI, Association of Italian banks). */
export function italianCin(number: string): string {
  let sum = 0;
  for (const [index, sign] of [...number].entries()) {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - A;
    sum += index % 2 === 0 ? (ODD_VALUES[value] ?? 0) : value;
  }
  return String.fromCharCode(A + (sum % 26));
}

const A = 'A'.charCodeAt(0);
/** Of signs at odd places: of 0 to 9 and A to J alike, then K to Z. */
const ODD_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** France and Monaco: the clé RIB over banque (5), guichet (5) and compte (11), letters counting as digits. */
export function frenchKey({ bank, branch, account }: Readonly<Record<'bank' | 'branch' | 'account', string>>): string {
  const digits = [...account].map((sign) => (/\d/.test(sign) ? sign : String(LETTER_DIGITS[sign.charCodeAt(0) - A])));
  const rest = (89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(digits.join(''))) % 97n;
  return String(97n - rest).padStart(2, '0');
}

const LETTER_DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9];

/** Spain: two digits, one over entidad and oficina, one over the cuenta. */
export function spanishControl({
  bank,
  branch,
  account,
}: Readonly<Record<'bank' | 'branch' | 'account', string>>): string {
  return spanishDigit(`00${bank}${branch}`) + spanishDigit(account);
}

function spanishDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (SPANISH_WEIGHTS[index] ?? 0), 0);
  const rest = 11 - (sum % 11);
  return rest === 11 ? '0' : rest === 10 ? '1' : String(rest);
}

const SPANISH_WEIGHTS = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];

/** Belgium: the remainder of the first ten digits by 97, 97 for none. */
export function belgianControl(firstTen: string): string {
  const rest = Number(BigInt(firstTen) % 97n);
  return String(rest === 0 ? 97 : rest).padStart(2, '0');
}
