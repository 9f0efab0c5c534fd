/**
 * Numbers of the demo's customers. Account numbers have right check digits but belong to banks that do not exist; tax
 * numbers have a zero where no country has one, so that none can be a real company's.
 */
import type { Random } from '../random.ts';

/** ISO 13616: the check digits make the whole, with the country moved to the end, leave 1 when divided by 97. */
export function iban(country: string, body: string): string {
  const check = 98 - remainderOf97(`${body}${country}00`);
  return `${country}${String(check).padStart(2, '0')}${body}`;
}

export function remainderOf97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** The part after the check digits: 9 digits, A letters; the bank's part is given and no bank has it. */
const IBAN_BODIES: Readonly<Record<string, { readonly bank: string; readonly account: number }>> = {
  IT: { bank: 'X0999999999', account: 12 },
  DE: { bank: '99999900', account: 10 },
  FR: { bank: '9999999999', account: 13 },
  ES: { bank: '99990000', account: 12 },
  AT: { bank: '99999', account: 11 },
  CH: { bank: '99999', account: 12 },
  PL: { bank: '99999999', account: 16 },
  PT: { bank: '99990000', account: 13 },
  GB: { bank: 'ZZQT990000', account: 8 },
  IE: { bank: 'ZZQT990000', account: 8 },
  NL: { bank: 'ZZQT', account: 10 },
  SE: { bank: '999', account: 17 },
  BE: { bank: '999', account: 9 },
  KW: { bank: 'ZZQT', account: 22 },
};

/** An account as the bank writes it: an IBAN where the country has them, else its own number. */
export function bankAccount(country: string, random: Random): string {
  const body = IBAN_BODIES[country];
  if (!body) return `999${digits(6, random)}-${digits(9, random)}`;
  return iban(country, body.bank + digits(body.account, random));
}

export function digits(count: number, random: Random): string {
  let text = '';
  for (let index = 0; index < count; index++) text += String(random.int(0, 9));
  return text;
}

const TAX_NUMBERS: Readonly<Record<string, (serial: string) => string>> = {
  IT: (serial) => `IT0000000${serial.slice(-4)}`,
  DE: (serial) => `DE00000${serial.slice(-4)}`,
  FR: (serial) => `FR0000000${serial.slice(-4)}`,
  ES: (serial) => `ESZ0000${serial.slice(-4)}`,
  GB: (serial) => `GB00000${serial.slice(-4)}`,
  US: (serial) => `00-000${serial.slice(-4)}`,
};

/** `taxNumber('IT', 4711)` is "IT00000004711": four digits of the serial after zeros. */
export function taxNumber(country: string, serial: number): string {
  const text = String(serial).padStart(4, '0');
  return (TAX_NUMBERS[country] ?? ((padded: string) => `${country}00000${padded.slice(-4)}`))(text);
}
