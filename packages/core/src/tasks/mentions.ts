/**
 * Who is named in a text by an @ before the whole name. Of names that begin alike the longest counts: "@Anna Rossi Bianchi" is not
 * Anna Rossi. An @ within a word, as in a mail address, names nobody. Capitals and accents do not matter.
 */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Where a text names whom; two people of one name are both meant. `text.slice(start, end)` is "@Lucia Ferrandi". */
export interface MentionSpan {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

export function mentionSpans(text: string, people: readonly Named[]): MentionSpan[] {
  const spans: MentionSpan[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (/[\p{L}\p{N}]$/u.test(text.slice(0, at))) continue;
    const named = people.filter(({ name }) => isNamedBy(text.slice(at + 1), name));
    const length = Math.max(0, ...named.map(({ name }) => name.length));
    const ids = named.filter(({ name }) => name.length === length).map(({ id }) => id);
    if (ids.length > 0) spans.push({ start: at, end: at + 1 + length, ids });
  }
  return spans;
}

/** "@Lucia Ferrandi, can you call?" names Lucia Ferrandi; each once. */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  return [...new Set(mentionSpans(text, people).flatMap(({ ids }) => ids))];
}

function isNamedBy(behind: string, name: string): boolean {
  return (
    name !== '' &&
    folded(behind.slice(0, name.length)) === folded(name) &&
    !/^[\p{L}\p{N}]/u.test(behind.slice(name.length))
  );
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
