/** The rows of an advice, whatever it is written in: CSV, the tables of an HTML mail, or lines of text. */
import type { LinePlace } from '../remittance.ts';

export interface AdviceRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly place?: LinePlace;
}

const ROWS_MAX = 20_000;
const CELLS_MAX = 60;
const SEPARATORS = [',', ';', '\t', '|'] as const;

export function isHtml(text: string): boolean {
  return /<(?:html|table|body|tr|td)\b/i.test(text.slice(0, 20_000));
}

/** The text as a table, once for each separator that divides at least two of its lines; what divides most of them alike first. */
export function tablesOfText(text: string): (readonly AdviceRow[])[] {
  return SEPARATORS.map((separator) => rowsOfCsv(text, separator))
    .filter((rows) => rows.filter(({ cells }) => cells.length > 1).length >= 2)
    .sort((left, right) => evenness(right) - evenness(left));
}

/** How many cells stand in rows that are as wide as most. */
function evenness(rows: readonly AdviceRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([width, count]) => width * count));
}

/** A quote opens a cell only at its beginning, so that an inch sign or an apostrophe swallows nothing. */
function rowsOfCsv(text: string, separator: string): AdviceRow[] {
  const rows: AdviceRow[] = [];
  let line = 0;
  let open: { readonly line: number; text: string } | null = null;
  for (const part of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    line += 1;
    const begun: { readonly line: number; text: string } = open ?? { line, text: '' };
    begun.text += open === null ? part : `\n${part}`;
    const { cells, isOpen } = cellsOf(begun.text, separator);
    open = isOpen && line - begun.line < CELL_LINES_MAX ? begun : null;
    if (open !== null) continue;
    if (cells.some((cell) => cell !== '')) rows.push({ line: begun.line, cells });
    if (rows.length >= ROWS_MAX) break;
  }
  return rows;
}

/** A quoted cell over more lines is a quote that was never closed. */
const CELL_LINES_MAX = 20;

function cellsOf(line: string, separator: string): { readonly cells: string[]; readonly isOpen: boolean } {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '"' && (isQuoted || cell.trim() === '')) {
      if (isQuoted && line.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = !isQuoted;
    } else if (character === separator && !isQuoted && cells.length < CELLS_MAX) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return { cells: [...cells, cell.trim()], isOpen: isQuoted };
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
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/gi, (whole, code: string | undefined, name: string | undefined) => {
      if (code !== undefined) return String.fromCodePoint(Math.min(Number(code), 0x10_ffff));
      return ENTITIES[(name ?? '').toLowerCase()] ?? whole;
    })
    .replace(/[ \t]+/g, ' ')
    .trim();
}
