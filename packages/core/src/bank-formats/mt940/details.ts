/** Field :86:, the details of an entry, in whatever dialect the bank writes them. */

import { readCodewords } from './details-codewords.ts';
import { readLabels } from './details-labels.ts';
import { readSubfields } from './details-subfields.ts';
import { type EntryDetails, NO_DETAILS } from './entry-details.ts';
import { isKeyworded, readKeywords } from './sepa-keywords.ts';

export interface DetailsContext {
  /** Field :20: of the message: some banks are known by it. */
  readonly reference: string | null;
  /** What stands behind or under field :61:. */
  readonly supplement: string | null;
}

/** The first dialect that knows the text reads it; else it is free text, line by line. */
export function readDetails(lines: readonly string[], context: DetailsContext): EntryDetails {
  const details =
    readSubfields(lines) ??
    readCodewords(lines) ??
    readLabels(lines, context) ??
    readKeyworded(lines) ??
    readFree(lines);
  return { ...details, structuredReference: details.structuredReference ?? referenceIn(details.textLines) };
}

function readKeyworded(lines: readonly string[]): EntryDetails | null {
  return isKeyworded(lines.join(' ')) ? { ...NO_DETAILS, ...readKeywords(lines) } : null;
}

function readFree(lines: readonly string[]): EntryDetails {
  return { ...NO_DETAILS, textLines: freeLines(lines) };
}

/** Lines as sent, without the padding of fixed-width systems; blanks inside and a single one at an end stay. */
export function freeLines(lines: readonly string[]): string[] {
  return lines
    .map((line, index) => (index === 0 ? line.trimStart() : line).replace(/\s{2,}$/, ''))
    .filter((line) => line.trim() !== '');
}

const CREDITOR_REFERENCE = /^RF\d{2}[A-Z0-9]{1,21}$/;
const BELGIAN_REFERENCE = /\+{3}\s?(\d{3})\s?\/\s?(\d{4})\s?\/\s?(\d{5})\s?\+{3}/;
const SWISS_REFERENCE = /^\d{27}$/;

/** A reference of a national scheme that is unmistakable: ISO 11649 or a Swiss one as the whole text, the Belgian +++. */
function referenceIn(lines: readonly string[]): string | null {
  const joined = lines.join('');
  const belgian = BELGIAN_REFERENCE.exec(joined);
  if (belgian !== null) return `${belgian[1]}${belgian[2]}${belgian[3]}`;
  const compact = joined.replace(/\s+/g, '');
  return CREDITOR_REFERENCE.test(compact) || SWISS_REFERENCE.test(compact) ? compact : null;
}
