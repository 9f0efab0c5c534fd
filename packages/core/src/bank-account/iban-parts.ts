/** What an IBAN holds, by country (SWIFT IBAN registry): the national bank code, branch and account number at fixed places. */
import { compactAccount, doubtAboutAccount, remainderBy97 } from '../parties/index.ts';

export type PartName = 'bank' | 'branch' | 'prefix' | 'account' | 'check';
export type IbanParts = Readonly<Record<PartName, string>>;

interface Structure {
  readonly parts: readonly (readonly [name: PartName, length: number])[];
  /** Orders of parts in which the account is written nationally; each names it without doubt. */
  readonly forms: readonly (readonly PartName[])[];
}

const structure = (text: string, ...forms: readonly string[]): Structure => ({
  parts: text.split(' ').map((part) => {
    const [name = '', length = ''] = part.split(':');
    return [name as PartName, Number(length)] as const;
  }),
  forms: forms.map((form) => form.split(' ') as PartName[]),
});

const BANK_ACCOUNT = 'bank account';
const FRENCH = structure('bank:5 branch:5 account:11 check:2', 'bank branch account');
const ITALIAN = structure('check:1 bank:5 branch:5 account:12', 'bank branch account');
const SWISS = structure('bank:5 account:12', BANK_ACCOUNT);
const BRITISH = structure('bank:4 branch:6 account:8', 'branch account');
const CZECH = structure('bank:4 prefix:6 account:10', 'prefix account bank');

const STRUCTURES: ReadonlyMap<string, Structure> = new Map([
  ['AT', structure('bank:5 account:11', BANK_ACCOUNT)],
  ['BE', structure('bank:3 account:7 check:2', BANK_ACCOUNT)],
  ['CH', SWISS],
  ['CZ', CZECH],
  ['DE', structure('bank:8 account:10', BANK_ACCOUNT)],
  ['DK', structure('bank:4 account:10', BANK_ACCOUNT)],
  ['ES', structure('bank:4 branch:4 check:2 account:10', 'bank branch account')],
  ['FR', FRENCH],
  ['GB', BRITISH],
  ['IE', BRITISH],
  ['IT', ITALIAN],
  ['LI', SWISS],
  ['LU', structure('bank:3 account:13', BANK_ACCOUNT)],
  ['MC', FRENCH],
  ['NL', structure('bank:4 account:10', BANK_ACCOUNT)],
  ['PL', structure('bank:8 account:16', BANK_ACCOUNT)],
  ['PT', structure('bank:4 branch:4 account:11 check:2')],
  ['SK', CZECH],
  ['SM', ITALIAN],
]);

/** The IBAN that a text is, with right length and check digits, also with its currency behind it as banks write in `:25:`; else null. */
export function readIban(text: string): string | null {
  const compact = compactAccount(text);
  for (const candidate of [compact, compact.slice(0, -CURRENCY_CHARS)]) {
    const isIban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(candidate) && doubtAboutAccount(candidate) === null;
    if (isIban && (candidate === compact || /[A-Z]{3}$/.test(compact))) return candidate;
  }
  return null;
}

const CURRENCY_CHARS = 3;

/** `DE89370400440532013000` holds bank 37040044 and account 0532013000; null for countries whose parts are not known here. */
export function partsOfIban(iban: string): IbanParts | null {
  const known = STRUCTURES.get(iban.slice(0, 2));
  if (known === undefined) return null;
  const parts: Record<PartName, string> = { bank: '', branch: '', prefix: '', account: '', check: '' };
  let at = 4;
  for (const [name, length] of known.parts) {
    parts[name] = iban.slice(at, at + length);
    at += length;
  }
  return parts;
}

export function formsOf(country: string): readonly (readonly PartName[])[] {
  return STRUCTURES.get(country)?.forms ?? [];
}

/** The IBAN of a national number: check digits by ISO 7064. DE and 370400440532013000 give DE89370400440532013000. */
export function ibanOf(country: string, bban: string): string {
  const remainder = remainderBy97(`${country}00${bban}`);
  return `${country}${String(98 - remainder).padStart(2, '0')}${bban}`;
}
