/**
 * SEPA keywords inside remittance text, as the German banking industry agreed on: "EREF+A-7" end-to-end reference,
 * "KREF+" customer reference, "MREF+" mandate, "CRED+" creditor, "SVWZ+" the text itself, "ABWA+" and "ABWE+" the party
 * on whose behalf. Some banks write a colon for the plus.
 */
import { linesOf, oneLine } from './wrapped-text.ts';

const KEYWORD =
  /(?<![A-Z0-9])(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|RREF|BREF|PREF|PURP|DATI|IBAN|BIC)(?:\+|:\s?(?=\S)|:$)/g;
/** Keywords whose value also stands as a plain word in texts people write: only the agreed "+" makes them one. */
const PLUS_ONLY = new Set(['IBAN', 'BIC', 'PREF', 'BREF', 'DATI', 'PURP']);

export interface KeywordValues {
  readonly endToEndId: string | null;
  readonly customerReference: string | null;
  readonly account: string | null;
  readonly ultimateName: string | null;
  readonly textLines: readonly string[];
  readonly information: string | null;
}

export function isKeyworded(text: string): boolean {
  return /(?:^|\s)(?:EREF|KREF|MREF|SVWZ)[+:]/.test(text);
}

/**
 * The pieces of a text as the bank divided it (27 characters each). Values that are no text are joined across pieces;
 * the text keeps its pieces as lines, since a number may be cut at an end.
 */
export function readKeywords(pieces: readonly string[]): KeywordValues {
  const found = keywordsIn(pieces);
  if (found.length === 0) return { ...NO_KEYWORDS, textLines: linesOf(pieces.join('\n')) };
  const marked = pieces.join('\n');
  const values = new Map<string, string[]>();
  for (let index = 0; index < found.length; index += 1) {
    const { keyword = '', from = 0 } = found[index] ?? {};
    const value = marked.slice(from, found[index + 1]?.at ?? marked.length);
    if (value.trim() === '') continue;
    const known = values.get(keyword);
    if (known === undefined) values.set(keyword, [value]);
    else known.push(value);
  }
  const head = marked.slice(0, found[0]?.at ?? marked.length);
  return {
    endToEndId: given(joined(values, 'EREF')),
    customerReference: given(joined(values, 'KREF')),
    account: joined(values, 'IBAN')?.replace(/\s+/g, '') ?? null,
    ultimateName: joined(values, 'ABWA') ?? joined(values, 'ABWE'),
    textLines: [head, ...(values.get('SVWZ') ?? [])].flatMap(linesOf),
    information: informationOf(values),
  };
}

const NO_KEYWORDS = {
  endToEndId: null,
  customerReference: null,
  account: null,
  ultimateName: null,
  information: null,
};

/** The first value of a keyword that is not blank, on one line. */
function joined(values: ReadonlyMap<string, readonly string[]>, keyword: string): string | null {
  const value = values.get(keyword)?.[0];
  return value === undefined ? null : oneLine(value.replaceAll('\n', ''));
}

const INFORMATION = ['MREF', 'CRED', 'DEBT', 'COAM', 'OAMT', 'RREF', 'BREF', 'PREF', 'PURP', 'DATI', 'BIC'];

function informationOf(values: ReadonlyMap<string, readonly string[]>): string | null {
  const said: string[] = [];
  for (const keyword of INFORMATION) {
    const value = joined(values, keyword);
    if (value !== null) said.push(`${keyword}+${value}`);
  }
  return said.join(' ') || null;
}

interface FoundKeyword {
  readonly keyword: string;
  /** Where the keyword begins, and where its value does, in the pieces joined by line feeds. */
  readonly at: number;
  readonly from: number;
}

function keywordsIn(pieces: readonly string[]): FoundKeyword[] {
  const found: FoundKeyword[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const matches = piece.includes('+') || piece.includes(':') ? piece.matchAll(KEYWORD) : [];
    for (const match of matches) {
      const keyword = match[1] ?? '';
      const isPlus = match[0].endsWith('+');
      // A keyword with a colon begins a word; with a plus it may follow another keyword's plus at once.
      const before = piece[match.index - 1] ?? ' ';
      if (!isPlus && (PLUS_ONLY.has(keyword) || before.trim() !== '')) continue;
      found.push({ keyword, at: offset + match.index, from: offset + match.index + match[0].length });
    }
    offset += piece.length + 1;
  }
  return found;
}

/** What banks write when the payer gave no reference says nothing. */
export function given(reference: string | null): string | null {
  return reference === null || /^(NOT\s?PROVIDED.*|NONREF|N\/?A)$/i.test(reference) ? null : reference;
}
