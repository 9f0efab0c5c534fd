/** The rows of an advice, whatever it is written in: CSV, the tables of an HTML mail, or lines of text. */

export interface AdviceRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const ROWS_MAX = 20_000;
const CELLS_MAX = 60;
const SEPARATORS = [',', ';', '\t', '|'] as const;

export function isHtml(text: string): boolean {
  return /<(?:html|table|body|tr|td)\b/i.test(text.slice(0, 20_000));
}

/** The separator that parts most of the first lines into the same number of cells; null for prose. */
export function separatorOf(text: string): string | null {
  const lines = text.split(/\r?\n/, 10).filter((line) => line.trim() !== '');
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => cellsOf(line, separator).length);
    const [first = 0] = counts;
    if (first >= 3 && counts.every((count) => count === first)) return separator;
  }
  return null;
}

export function rowsOfCsv(text: string, separator: string): AdviceRow[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, ROWS_MAX)
    .map((line, index) => ({ line: index + 1, cells: cellsOf(line, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '"') {
      if (isQuoted && line.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = !isQuoted;
    } else if (character === separator && !isQuoted && cells.length < CELLS_MAX) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}

const ROW = /<tr\b[^>]*>([\s\S]*?)<\/tr\s*>/gi;
const CELL = /<t[dh]\b([^>]*)>([\s\S]*?)<\/t[dh]\s*>/gi;

/** The rows of all tables; a cell over several columns is followed by empty ones, so that columns keep their places. */
export function rowsOfHtml(html: string): AdviceRow[] {
  const rows: AdviceRow[] = [];
  for (const row of html.matchAll(ROW)) {
    if (rows.length >= ROWS_MAX) break;
    const cells: string[] = [];
    for (const [, attributes = '', inner = ''] of (row[1] ?? '').matchAll(CELL)) {
      const span = Math.min(CELLS_MAX, Number(/colspan\s*=\s*["']?(\d{1,2})/i.exec(attributes)?.[1] ?? '1'));
      cells.push(textOfHtml(inner), ...Array.from({ length: Math.max(0, span - 1) }, () => ''));
    }
    rows.push({ line: rows.length + 1, cells: cells.slice(0, CELLS_MAX) });
  }
  return rows;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
  euro: '€',
};

/** What a reader of the mail sees: tags away, lines where breaks and paragraphs stand. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)\s*>/gi, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/gi, (whole, code: string | undefined, name: string | undefined) => {
      if (code !== undefined) return String.fromCodePoint(Math.min(Number(code), 0x10_ffff));
      return ENTITIES[(name ?? '').toLowerCase()] ?? whole;
    })
    .replace(/[ \t]+/g, ' ')
    .trim();
}
