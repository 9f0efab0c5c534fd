/**
 * Words on pages become rows and cells by where they stand: words on one line with a wide gap between them are cells, and
 * below a header each cell belongs to the heading it stands under. A table goes on over pages, with or without its header.
 */
import type { LinePlace } from '../remittance.ts';
import type { AdviceRow } from './advice-tables.ts';
import { columnOf } from './advice-words.ts';

/** A word or a piece of text; the page's upper left corner is 0,0, in the page's own unit. */
export interface PageWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PageWords {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly PageWord[];
}

interface Chunk {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

interface PageLine {
  readonly chunks: readonly Chunk[];
  readonly place: LinePlace;
}

/** The rows of all pages with cells under their headings, and the same lines as text. */
export function rowsOfPages(pages: readonly PageWords[]): { readonly rows: AdviceRow[]; readonly prose: string } {
  const lines = pages.flatMap(linesOfPage);
  let columns: readonly Chunk[] = [];
  const rows = lines.map((line, at): AdviceRow => {
    const heading = headingAt(lines, at);
    if (heading !== null) columns = heading;
    const { place } = line;
    if (columns.length === 0) return { line: at + 1, cells: line.chunks.map(({ text }) => text), place };
    return {
      line: at + 1,
      cells: heading !== null ? heading.map(({ text }) => text) : cellsUnder(columns, line),
      place,
    };
  });
  return {
    rows: withoutUpperHalves(rows, lines),
    prose: lines.map(({ chunks }) => chunks.map(({ text }) => text).join('  ')).join('\n'),
  };
}

/** A dot of dirt is far lower than a letter; a dash is not this low. */
const DUST_HEIGHTS = 0.12;

/** Words whose middles are at one height, within half of the smaller letter. */
function linesOfPage({ page, width, height, words }: PageWords): PageLine[] {
  const lines: PageWord[][] = [];
  const letters = words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).map((word) => word.height);
  const usual = letters.sort((a, b) => a - b)[Math.floor(letters.length / 2)] ?? 0;
  const middle = (word: PageWord) => word.top + word.height / 2;
  const isDust = (word: PageWord) => word.text.trim() === '' || word.height < usual * DUST_HEIGHTS;
  for (const word of [...words].filter((one) => !isDust(one)).sort((a, b) => middle(a) - middle(b))) {
    const line = lines[lines.length - 1];
    const last = line?.[line.length - 1];
    if (line && last && middle(word) - middle(last) < Math.min(word.height, last.height) / 2) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    const sorted = line.sort((a, b) => a.left - b.left);
    const box = {
      left: Math.min(...sorted.map((word) => word.left)),
      top: Math.min(...sorted.map((word) => word.top)),
      right: Math.max(...sorted.map((word) => word.left + word.width)),
      bottom: Math.max(...sorted.map((word) => word.top + word.height)),
    };
    const place = {
      page,
      left: thousandths(box.left, width),
      top: thousandths(box.top, height),
      width: thousandths(box.right - box.left, width),
      height: thousandths(box.bottom - box.top, height),
    };
    return { chunks: chunksOf(sorted), place };
  });
}

function thousandths(part: number, whole: number): number {
  return Math.max(0, Math.min(1000, Math.round((part * 1000) / whole)));
}

/** A blank is a third of a letter's height; a gap of more than this many heights divides cells. */
const CELL_GAP_HEIGHTS = 0.9;
const BLANK_GAP_HEIGHTS = 0.12;

function chunksOf(words: readonly PageWord[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const { text, left, width, height } of words) {
    const last = chunks[chunks.length - 1];
    const gap = last === undefined ? 0 : left - last.right;
    if (last === undefined || gap > height * CELL_GAP_HEIGHTS) {
      chunks.push({ text: text.trim(), left, right: left + width });
      continue;
    }
    const blank = gap > height * BLANK_GAP_HEIGHTS ? ' ' : '';
    chunks[chunks.length - 1] = { text: `${last.text}${blank}${text.trim()}`, left: last.left, right: left + width };
  }
  return chunks;
}

/** A line that heads a number and an amount, with the headings above it that go on in it ("Rechnungs-" over "nummer"). */
function headingAt(lines: readonly PageLine[], at: number): readonly Chunk[] | null {
  const line = lines[at];
  if (line === undefined || goesOn(line, lines[at + 1])) return null;
  const above = lines[at - 1];
  if (above !== undefined && goesOn(above, line)) return stacked(above.chunks, line.chunks);
  return isHeading(line.chunks) ? line.chunks : null;
}

/** Headings over two lines: words only, close together, the lower ones below the upper ones, and together they head a table. */
function goesOn(upper: PageLine, lower: PageLine | undefined): boolean {
  if (lower === undefined || upper.place.page !== lower.place.page || upper.chunks.length < 2) return false;
  if (lower.place.top - upper.place.top > LINES_APART_MAX * Math.max(upper.place.height, 1)) return false;
  const isOfWords = [...upper.chunks, ...lower.chunks].every(({ text }) => !/\d{2}/.test(text));
  const isBelow = lower.chunks.every((chunk) =>
    upper.chunks.some((one) => one.left < chunk.right && chunk.left < one.right),
  );
  return isOfWords && isBelow && isHeading(stacked(upper.chunks, lower.chunks));
}

/** In heights of the upper line. */
const LINES_APART_MAX = 2.5;

function isHeading(chunks: readonly Chunk[]): boolean {
  const meanings = new Set(chunks.map(({ text }) => columnOf(text)));
  return chunks.length >= 2 && meanings.has('itemNumber') && (meanings.has('paid') || meanings.has('gross'));
}

/** Headings over two lines: those that stand over each other are one. */
function stacked(above: readonly Chunk[], below: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = above.map((chunk) => chunk);
  for (const chunk of below) {
    const at = joined.findIndex((upper) => upper.left < chunk.right && chunk.left < upper.right);
    const upper = joined[at];
    if (upper === undefined) joined.push(chunk);
    else {
      joined[at] = {
        text: /[A-Za-z]-$/.test(upper.text) ? `${upper.text.slice(0, -1)}${chunk.text}` : `${upper.text} ${chunk.text}`,
        left: Math.min(upper.left, chunk.left),
        right: Math.max(upper.right, chunk.right),
      };
    }
  }
  return joined.sort((left, right) => left.left - right.left);
}

/** The upper line of a heading that goes on below it is no row of its own. */
function withoutUpperHalves(rows: readonly AdviceRow[], lines: readonly PageLine[]): AdviceRow[] {
  return rows.filter((_, at) => {
    const line = lines[at];
    return line === undefined || !goesOn(line, lines[at + 1]);
  });
}

/** Each piece goes under the heading it overlaps most, else the nearest one. */
function cellsUnder(columns: readonly Chunk[], { chunks }: PageLine): string[] {
  const cells = columns.map(() => '');
  for (const chunk of chunks) {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    columns.forEach((column, at) => {
      const shared = Math.min(column.right, chunk.right) - Math.max(column.left, chunk.left);
      if (shared > most) {
        most = shared;
        best = at;
      }
    });
    cells[best] = cells[best] === '' ? chunk.text : `${cells[best]} ${chunk.text}`;
  }
  return cells;
}
