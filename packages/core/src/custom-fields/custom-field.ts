/**
 * Fields that a company adds to its customers or items. A value is kept in the one form of its kind, so that equal values are equal
 * texts: number 1234.5, money 1234.56 EUR, date 2026-11-30, yes_no yes, choice and text as they are.
 */
import { parseLocalDate } from '../calendar/index.ts';
import { formatAmount, isCurrencyCode, parseAmount } from '../money/index.ts';

export const FIELD_KINDS = ['text', 'number', 'money', 'date', 'choice', 'yes_no'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];
export const FIELD_SUBJECTS = ['customer', 'item'] as const;
export type FieldSubject = (typeof FIELD_SUBJECTS)[number];

export const FIELDS_MAX = 30; // of a company; beyond it a list is no list any more
export const CHOICES_MAX = 50;
export const FIELD_NAME_CHARS_MAX = 60;
export const VALUE_CHARS_MAX = 500;

export interface FieldRule {
  readonly kind: FieldKind;
  readonly choices: readonly string[];
}

const NUMBER = /^(-?)0*(\d{1,15})(?:\.(\d{1,6}))?$/;

/** "007.50" of a number is "7.5"; null when it is no value of the kind. */
export function fieldValue({ kind, choices }: FieldRule, typed: string): string | null {
  const text = typed.trim();
  if (text === '' || text.length > VALUE_CHARS_MAX) return null;
  switch (kind) {
    case 'text':
      return text;
    case 'number':
      return plainNumber(text);
    case 'money':
      return plainMoney(text);
    case 'date':
      return parseLocalDate(text);
    case 'choice':
      return choices.includes(text) ? text : null;
    case 'yes_no':
      return text === 'yes' || text === 'no' ? text : null;
    default:
      return kind satisfies never;
  }
}

function plainNumber(text: string): string | null {
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '0', decimals = ''] = match;
  const shortened = decimals.replace(/0+$/, '');
  const number = shortened === '' ? whole : `${whole}.${shortened}`;
  return number === '0' ? '0' : `${sign}${number}`;
}

function plainMoney(text: string): string | null {
  const [amount = '', currency = '', ...more] = text.split(' ');
  if (more.length > 0 || !isCurrencyCode(currency)) return null;
  const amountMinor = parseAmount(amount, currency);
  return amountMinor === null ? null : `${formatAmount(amountMinor, currency)} ${currency}`;
}
