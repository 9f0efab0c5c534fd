/**
 * Bank account numbers. An IBAN says of itself whether it can be right: its length by country (SWIFT IBAN registry) and its
 * check digits (ISO 7064, remainder 1 of 97). Anything else is kept as it is written.
 */

/** Lengths in the IBAN registry; of a country that is not here, only the check digits are looked at. */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 ' +
    'GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 ' +
    'MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

export type AccountDoubt = 'iban_check_digits' | 'iban_length' | 'account_unreadable';

/** Capitals and digits only: `de89 3704 0044 0532 0130 00` is `DE89370400440532013000`. */
export function compactAccount(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

/**
 * What is wrong with an account number, or null. `DE89370400440532013000` is right; with its last digit 1 the check digits
 * do not fit; `12345678` is no IBAN and taken as it is.
 */
export function doubtAboutAccount(text: string): AccountDoubt | null {
  const account = compactAccount(text);
  if (account.length < 4 || account.length > 40) return 'account_unreadable';
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(account)) return null;
  const length = IBAN_LENGTHS.get(account.slice(0, 2));
  if (length !== undefined && account.length !== length) return 'iban_length';
  return remainderBy97(account) === 1 ? null : 'iban_check_digits';
}

/**
 * The remainder by 97 with the first four signs, letters and check digits, moved to the end (ISO 7064): 1 when these are right, of
 * an IBAN as of a creditor reference. Of `DE89370400440532013000` it is 1.
 */
export function remainderBy97(number: string): number {
  let remainder = 0;
  for (const character of number.slice(4) + number.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
