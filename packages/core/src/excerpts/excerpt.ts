/** The piece of a long text in which somebody's words were found, cut at words, with what was found marked. */

export interface ExcerptPart {
  readonly text: string;
  readonly isFound: boolean;
}

const WORDS_MAX = 10; // nobody remembers more of a note

/** What was typed, as words: folded, without signs. `searchedWords('Réten. 10%')` is "reten" and "10". */
export function searchedWords(typed: string): string[] {
  return folded(typed)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .slice(0, WORDS_MAX);
}

/**
 * Up to so many characters around the first word that begins with one of those searched; all such words are marked. Accents and
 * capitals do not matter: of "Waits for the purchase order" by "purch", with 20 characters, "…", "the ", "purchase" (found), " order".
 */
export function excerptOf(text: string, words: readonly string[], charsMax: number): ExcerptPart[] {
  const spans = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isFound: words.some((word) => folded(match[0]).startsWith(word)),
  }));
  const first = spans.find(({ isFound }) => isFound);
  const [from, until] = windowOf(text, { spans, first: first ?? null, charsMax });
  const parts: ExcerptPart[] = [];
  let at = from;
  const add = (end: number, isFound: boolean): void => {
    if (end > at) parts.push({ text: text.slice(at, end).replace(/\s+/g, ' '), isFound });
    at = Math.max(at, end);
  };
  for (const span of spans.filter(({ isFound, start, end }) => isFound && start >= from && end <= until)) {
    add(span.start, false);
    add(span.end, true);
  }
  add(until, false);
  return withDots(parts, { before: from > 0, behind: until < text.trimEnd().length });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A fifth of the room stands before what was found: a list shows one line of it, and what was found must be in sight. */
function windowOf(
  text: string,
  given: { readonly spans: readonly Span[]; readonly first: Span | null; readonly charsMax: number },
): [number, number] {
  const { spans, first, charsMax } = given;
  const lead = Math.floor(charsMax / 5);
  const wanted = Math.max(0, (first?.start ?? 0) - lead);
  const from = wanted === 0 ? 0 : (spans.find(({ start }) => start >= wanted)?.start ?? wanted);
  if (from + charsMax >= text.length) return [from, text.length];
  const last = spans.findLast(({ start, end }) => start >= from && end <= from + charsMax);
  return [from, last?.end ?? from + charsMax];
}

function withDots(
  parts: readonly ExcerptPart[],
  { before, behind }: { before: boolean; behind: boolean },
): ExcerptPart[] {
  const plain = (text: string): ExcerptPart => ({ text, isFound: false });
  return [...(before ? [plain('…')] : []), ...parts, ...(behind ? [plain('…')] : [])];
}

/** As the database folds what it keeps (`fold_text`). */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}
