/**
 * A statement is a line and the bullets (`- ...`) under it or in it. Words are parted by blanks; a comma, colon or semicolon at a
 * word's end is a mark of its own, one inside a word ("1,234.56", "30,60,90") belongs to it. `# ` begins a comment.
 */

export type TokenKind = 'word' | 'quoted' | 'comma' | 'colon' | 'row';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly line: number;
  /** Where it stands in its line's text: [from, to). */
  readonly from: number;
  readonly to: number;
}

export interface SourceStatement {
  readonly line: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The text of each line, for reasons and names written without quotes. */
  readonly lines: ReadonlyMap<number, string>;
}

/** Small words that make a line easier to read and say nothing. In quotes they are kept. */
const FILLERS = new Set(['the', 'a', 'an', 'is', 'are', 'was', 'has', 'have', 'be', 'with', 'its']);
const TOKEN = /"([^"]*)"?|[^\s"]+/g;
const MARKS = { ',': 'comma', ':': 'colon', ';': 'row' } as const;
const BULLET = /^\s*[-*•]\s+/;

/** Statements in the order of their lines. Empty lines and comments are left out. */
export function readStatements(text: string): SourceStatement[] {
  const statements: { line: number; tokens: Token[]; lines: Map<number, string> }[] = [];
  text.split(/\r\n|\n|\r/).forEach((raw, index) => {
    const line = index + 1;
    const words = withoutComment(raw.replace(/^\uFEFF/, ''));
    if (words.trim() === '') return;
    const last = statements.at(-1);
    const bullet = BULLET.exec(words);
    if (bullet && last) {
      const at = bullet[0].length;
      last.tokens.push({ kind: 'row', text: '-', line, from: at, to: at }, ...tokensOf(words, line, at));
      last.lines.set(line, words);
      return;
    }
    statements.push({ line, tokens: tokensOf(words, line, 0), lines: new Map([[line, words]]) });
  });
  return statements.map(({ line, tokens, lines }) => ({
    line,
    tokens,
    lines,
    text: [...lines.values()].map((one) => one.trim().replace(/\s+/g, ' ')).join(' '),
  }));
}

/** A comment begins with # at the line's start, or with # between blanks; "#4711" is a number. */
function withoutComment(raw: string): string {
  if (raw.trimStart().startsWith('#')) return '';
  let isQuoted = false;
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === '"') isQuoted = !isQuoted;
    const isAlone = /\s/.test(raw[at - 1] ?? ' ') && /\s/.test(raw[at + 1] ?? ' ');
    if (raw[at] === '#' && !isQuoted && isAlone) return raw.slice(0, at);
  }
  return raw;
}

function tokensOf(text: string, line: number, start: number): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(start).matchAll(TOKEN)) {
    const from = start + match.index;
    if (match[1] !== undefined) {
      tokens.push({ kind: 'quoted', text: match[1], line, from, to: from + match[0].length });
      continue;
    }
    tokens.push(...wordTokens(match[0], line, from));
  }
  return tokens.filter((token) => token.kind !== 'word' || !FILLERS.has(token.text));
}

function wordTokens(raw: string, line: number, from: number): Token[] {
  const word = raw.replace(/[,:;]+$/, '');
  const tokens: Token[] = [];
  if (word === '-') tokens.push({ kind: 'row', text: word, line, from, to: from + 1 });
  else if (word === 'and') tokens.push({ kind: 'comma', text: 'and', line, from, to: from + word.length });
  else if (word !== '') tokens.push({ kind: 'word', text: word, line, from, to: from + word.length });
  for (let at = word.length; at < raw.length; at++) {
    const mark = raw[at] as keyof typeof MARKS;
    tokens.push({ kind: MARKS[mark], text: mark, line, from: from + at, to: from + at + 1 });
  }
  return tokens;
}
