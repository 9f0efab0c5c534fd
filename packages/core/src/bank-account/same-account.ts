/**
 * One account under two numbers. A bank's MT940 names the account as the country does (37040044/0532013000), its camt by the
 * IBAN (DE89370400440532013000). Where an IBAN holds the other number whole they are the same; where only the account's own
 * digits agree, a person is asked. What neither tells is another account.
 */
import { compactAccount } from '../parties/index.ts';
import { formsOf, ibanOf, partsOfIban, readIban } from './iban-parts.ts';
import { belgianControl, frenchKey, italianCin, spanishControl } from './national-check-digits.ts';

export type Sameness = 'same' | 'maybe' | 'other';

/** `37040044/532013000` and `DE89 3704 0044 0532 0130 00`: same. `532013000` and that IBAN: maybe. */
export function sameAccount(left: string, right: string): Sameness {
  if (compactAccount(left) === compactAccount(right)) return 'same';
  const [leftIban, rightIban] = [readIban(left), readIban(right)];
  if (leftIban !== null && rightIban !== null) return leftIban === rightIban ? 'same' : 'other';
  if (leftIban !== null) return ofIban(leftIban, right);
  if (rightIban !== null) return ofIban(rightIban, left);
  const [leftKnown, rightKnown] = [impliedIban(left), impliedIban(right)];
  if (leftKnown !== null && rightKnown !== null) return leftKnown === rightKnown ? 'same' : 'other';
  if (leftKnown !== null) return ofIban(leftKnown, right);
  if (rightKnown !== null) return ofIban(rightKnown, left);
  return endsWithGroups(groupsOf(left), groupsOf(right)) ? 'maybe' : 'other';
}

/** `071000013-4410020` of a camt and `4410020` of an OFX, which keeps the routing number elsewhere; or zeros that one file drops. */
function endsWithGroups(left: readonly string[], right: readonly string[]): boolean {
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  if (!isLongEnough(withoutZeros(shorter.at(-1) ?? ''))) return false;
  return shorter.every((group, index) => equal(group, longer[longer.length - shorter.length + index] ?? ''));
}

/** Fewer digits agree by chance. */
const DIGITS_MIN = 6;

function isLongEnough(digits: string): boolean {
  return digits.length >= DIGITS_MIN;
}

function ofIban(iban: string, text: string): Sameness {
  const groups = groupsOf(text);
  const joined = groups.join('');
  // The number behind the country code: Polish NRB, and what banks cut off.
  if (joined === iban.slice(4) || joined === iban.slice(2)) return 'same';
  const parts = partsOfIban(iban);
  if (parts === null) return endsAlike(iban, joined) ? 'maybe' : 'other';
  const isWhole = formsOf(iban.slice(0, 2)).some((form) =>
    holds(
      form.map((name) => parts[name]),
      groups,
    ),
  );
  if (isWhole) return 'same';
  const account = withoutZeros(parts.account);
  if (!isLongEnough(account)) return 'other';
  const last = withoutZeros(groups.at(-1) ?? '');
  return last === account || withoutZeros(joined) === account || joined === parts.bank + account ? 'maybe' : 'other';
}

/** The parts one after the other, each padded or not; a sort code may stand in pairs. A prefix of zeros is often left out. */
function holds(values: readonly string[], groups: readonly string[]): boolean {
  const said = /^0+$/.test(values[0] ?? '') && groups.length === values.length - 1 ? values.slice(1) : values;
  if (groups.join('') === said.join('')) return true;
  const isAlike = groups.length === said.length && said.every((value, index) => equal(value, groups[index] ?? ''));
  if (isAlike) return true;
  const head = groups.slice(0, -1).join('');
  return groups.length > 1 && head === said.slice(0, -1).join('') && equal(said.at(-1) ?? '', groups.at(-1) ?? '');
}

function equal(left: string, right: string): boolean {
  return withoutZeros(left) === withoutZeros(right);
}

function endsAlike(iban: string, joined: string): boolean {
  return isLongEnough(withoutZeros(joined)) && iban.endsWith(withoutZeros(joined));
}

function groupsOf(text: string): string[] {
  return text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((group) => group !== '');
}

function withoutZeros(text: string): string {
  return text.replace(/^0+/, '');
}

/**
 * The IBAN that a national number has by its country's rule, where the number itself tells the country: BLZ/Konto, or a
 * whole CCC, RIB, CIN-ABI-CAB-conto, Belgian or Polish number whose check digits are right. Some German banks give an
 * account another IBAN than the rule; it tells accounts apart all the same.
 */
export function impliedIban(text: string): string | null {
  const iban = readIban(text);
  if (iban !== null) return iban;
  const groups = groupsOf(text);
  const [blz = '', konto = ''] = groups;
  // Four digits behind the slash are a Czech bank's.
  const isGerman = groups.length === 2 && /^[1-9]\d{7}$/.test(blz) && /^\d{5,10}$/.test(konto);
  if (isGerman) return ibanOf('DE', blz + konto.padStart(10, '0'));
  const whole = groups.join('');
  const country = WHOLE_NUMBERS.find(({ fits }) => fits(whole))?.country;
  if (country !== undefined) return ibanOf(country, whole);
  return /^\d{26}$/.test(whole) ? readIban(`PL${whole}`) : null;
}

const WHOLE_NUMBERS: readonly { readonly country: string; readonly fits: (whole: string) => boolean }[] = [
  {
    country: 'IT',
    fits: (whole) => /^[A-Z]\d{10}[A-Z0-9]{12}$/.test(whole) && italianCin(whole.slice(1)) === whole[0],
  },
  {
    country: 'FR',
    fits: (whole) => {
      const [, bank, branch, account, check] = /^(\d{5})(\d{5})([A-Z0-9]{11})(\d{2})$/.exec(whole) ?? [];
      if (bank === undefined || branch === undefined || account === undefined) return false;
      return frenchKey({ bank, branch, account }) === check;
    },
  },
  {
    country: 'ES',
    fits: (whole) => {
      const [, bank, branch, check, account] = /^(\d{4})(\d{4})(\d{2})(\d{10})$/.exec(whole) ?? [];
      if (bank === undefined || branch === undefined || account === undefined) return false;
      return spanishControl({ bank, branch, account }) === check;
    },
  },
  { country: 'BE', fits: (whole) => /^\d{12}$/.test(whole) && belgianControl(whole.slice(0, 10)) === whole.slice(10) },
];
