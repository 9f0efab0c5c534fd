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
  const marked = pieces.join('\n');
  const found = keywordsIn(pieces);
  const values = new Map<string, string[]>();
  const head = marked.slice(0, found[0]?.at ?? marked.length);
  for (const [index, { keyword, from }] of found.entries()) {
    const value = marked.slice(from, found[index + 1]?.at ?? marked.length);
    values.set(keyword, [...(values.get(keyword) ?? []), value]);
  }
  const all = (keyword: string) => (values.get(keyword) ?? []).filter((value) => value.trim() !== '');
  const joined = (keyword: string) => oneLine((all(keyword)[0] ?? '').replaceAll('\n', ''));
  const rest = ['MREF', 'CRED', 'DEBT', 'COAM', 'OAMT', 'RREF', 'BREF', 'PREF', 'PURP', 'DATI', 'BIC'].flatMap(
    (keyword) => (joined(keyword) === null ? [] : [`${keyword}+${joined(keyword)}`]),
  );
  return {
    endToEndId: given(joined('EREF')),
    customerReference: given(joined('KREF')),
    account: joined('IBAN')?.replace(/\s+/g, '') ?? null,
    ultimateName: joined('ABWA') ?? joined('ABWE'),
    textLines: [head, ...all('SVWZ')].flatMap(linesOf),
    information: rest.join(' ') || null,
  };
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
    for (const match of piece.matchAll(KEYWORD)) {
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
