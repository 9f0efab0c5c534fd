/** What a file most likely holds, from its first bytes: a bank statement, or an extract of items or customers. */
import { guessKind } from '@quittance/core/extracts';
import type { ImportKind } from '../../app/api.types.ts';

/** Bytes of a file that are looked at: the head of any statement, and the header line of any extract. */
export const HEAD_BYTES = 8_192;

const STATEMENT_STARTS = [
  /<(?:\w+:)?Document[\s>][\s\S]*camt\.05[234]/, // ISO 20022
  /<(?:\w+:)?BkToCstmr/,
  /^(?:\{1:|:20:)/m, // SWIFT MT940, MT942
  /^01,/, // BAI2
  /^OFXHEADER|<OFX>/m,
];
const SEPARATORS = ['\t', ';', '|', ','];

/** `kindOfFile('Invoice number;Amount;Due date\n...')` is "items", an XML with camt.053 "statement". */
export function kindOfFile(head: string): ImportKind {
  if (STATEMENT_STARTS.some((start) => start.test(head))) return 'statement';
  return guessKind(headerOf(head));
}

/** The names in the first line, split at the separator that occurs most. */
function headerOf(head: string): string[] {
  const [line = ''] = head.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  const separator = SEPARATORS.reduce((best, sign) =>
    line.split(sign).length > line.split(best).length ? sign : best,
  );
  return line.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
}
