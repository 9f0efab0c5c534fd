/**
 * Tax numbers: how a country writes its VAT number, and its check digit where the rule is public. A number that does not fit is
 * doubted, never refused: only the tax office knows (in the EU: VIES).
 */

export type TaxDoubt = 'tax_number_form' | 'tax_number_check_digit';

interface TaxRule {
  readonly form: RegExp;
  /** Of the number without its country letters. */
  readonly isRight?: (digits: string) => boolean;
}

/** Letters and digits only, in capitals: `IT 0123-456.7890` is `IT01234567890`. */
export function compactTaxNumber(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

/**
 * What is doubtful about a VAT number, or null: `IT00743110157` is right, `IT00743110158` has a wrong check digit,
 * `DE12345` has the wrong form. Countries without a rule here are not doubted. The country's letters in front may be absent.
 */
export function doubtAboutTaxNumber(text: string, country: string | null): TaxDoubt | null {
  const number = compactTaxNumber(text);
  const written = /^[A-Z]{2}/.exec(number)?.[0] ?? null;
  const prefix = written !== null && RULES.has(written) ? written : null;
  const rule = RULES.get(prefix ?? LETTERS_OF_COUNTRY.get(country ?? '') ?? country ?? '');
  if (rule === undefined) return null;
  const digits = prefix === null ? number : number.slice(2);
  if (!rule.form.test(digits)) return 'tax_number_form';
  return (rule.isRight?.(digits) ?? true) ? null : 'tax_number_check_digit';
}

/** Greece writes EL. */
const LETTERS_OF_COUNTRY: ReadonlyMap<string, string> = new Map([['GR', 'EL']]);

const RULES: ReadonlyMap<string, TaxRule> = new Map<string, TaxRule>([
  ['AT', { form: /^U\d{8}$/, isRight: (text) => isAustrian(text.slice(1)) }],
  ['BE', { form: /^[01]\d{9}$/, isRight: (text) => 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8)) }],
  ['DE', { form: /^\d{9}$/, isRight: isIso7064Mod11By10 }],
  ['DK', { form: /^\d{8}$/, isRight: (text) => weighted(text, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 }],
  [
    'EL',
    {
      form: /^\d{9}$/,
      isRight: (text) => (weighted(text, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === digitAt(text, 8),
    },
  ],
  ['ES', { form: /^[A-Z0-9]\d{7}[A-Z0-9]$/ }],
  ['FI', { form: /^\d{8}$/, isRight: (text) => weighted(text, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0 }],
  ['FR', { form: /^[A-Z0-9]{2}\d{9}$/, isRight: isFrench }],
  ['GB', { form: /^(\d{9}|\d{12})$/, isRight: isBritish }],
  ['HR', { form: /^\d{11}$/, isRight: isIso7064Mod11By10 }],
  ['IE', { form: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/ }],
  ['IT', { form: /^\d{11}$/, isRight: isLuhn }],
  ['LU', { form: /^\d{8}$/, isRight: (text) => Number(text.slice(0, 6)) % 89 === Number(text.slice(6)) }],
  ['NL', { form: /^\d{9}B\d{2}$/, isRight: isDutch }],
  [
    'PL',
    { form: /^\d{10}$/, isRight: (text) => weighted(text, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digitAt(text, 9) },
  ],
  [
    'PT',
    {
      form: /^\d{9}$/,
      isRight: (text) => ((11 - (weighted(text, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === digitAt(text, 8),
    },
  ],
  ['SE', { form: /^\d{12}$/, isRight: (text) => isLuhn(text.slice(0, 10)) }],
  [
    'SI',
    {
      form: /^\d{8}$/,
      isRight: (text) => (11 - (weighted(text, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(text, 7),
    },
  ],
]);

function digitAt(text: string, index: number): number {
  return Number(text.charAt(index));
}

function weighted(text: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, index) => total + weight * digitAt(text, index), 0);
}

/** Every second digit from the right but one doubled, its digits added: the sum ends in 0. */
function isLuhn(text: string): boolean {
  let total = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = digitAt(text, text.length - 1 - index);
    const part = index % 2 === 0 ? digit : digit * 2;
    total += part > 9 ? part - 9 : part;
  }
  return total % 10 === 0;
}

function isIso7064Mod11By10(text: string): boolean {
  let product = 10;
  for (const character of text.slice(0, -1)) {
    const total = (Number(character) + product) % 10 || 10;
    product = (total * 2) % 11;
  }
  return (11 - product) % 10 === digitAt(text, text.length - 1);
}

function isAustrian(digits: string): boolean {
  let total = 4;
  for (let index = 0; index < 7; index++) {
    const part = digitAt(digits, index) * (index % 2 === 0 ? 1 : 2);
    total += part > 9 ? part - 9 : part;
  }
  return (10 - (total % 10)) % 10 === digitAt(digits, 7);
}

/** The key of a number that begins with digits is (12 + 3 × (SIREN mod 97)) mod 97; keys with letters have another rule. */
function isFrench(text: string): boolean {
  const key = text.slice(0, 2);
  if (!/^\d{2}$/.test(key)) return true;
  return (12 + 3 * (Number(text.slice(2)) % 97)) % 97 === Number(key);
}

/** Two rules are in use; a number that fits either is right. */
function isBritish(text: string): boolean {
  const total = weighted(text, [8, 7, 6, 5, 4, 3, 2]) + Number(text.slice(7, 9));
  return total % 97 === 0 || (total + 55) % 97 === 0;
}

/** Companies: weights 9 to 2, modulo 11. Sole traders since 2020: 2321 in front of the whole, modulo 97. */
function isDutch(text: string): boolean {
  const isCompany = weighted(text, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === digitAt(text, 8);
  if (isCompany) return true;
  let remainder = 0;
  for (const character of `NL${text}`) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
