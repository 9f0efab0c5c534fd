import { compactNumber } from '../matching/token.ts';

export {
  type FoundReference,
  type ReferenceScheme,
  type StructuredReference,
  structuredReferencesIn,
  structuredReferencesOf,
} from './structured-reference.ts';

/**
 * A document number as it is kept beside the number itself and searched: capitals and digits only, without the zeros that
 * lead a number. "inv-00471" and "INV 471" are both "INV471", "0001930180459" is "1930180459". It is the first token by
 * which cash application finds the number in a payment text. A number without letters and digits stays as it is.
 */
export function referenceKey(number: string): string {
  return compactNumber(number) || number.trim();
}

/**
 * What all tokens of a number have in common, so that one index finds it however a payer cut or padded it: its digits from
 * 1 to 9. `referenceDigits('INV-2024/00123')` is "224123", and so it is for "2024/123", "202400123" and "INV2024123". Other
 * numbers may share it: whoever looks up by it compares the tokens afterwards. In SQL: regexp_replace(n, '[^1-9]', '', 'g').
 */
export function referenceDigits(number: string): string {
  return number.replace(/[^1-9]/g, '');
}
