/** The rows of a workbook: its parts in the order they are needed, the right sheet, and what it says about itself. */
import {
  EXTRACT_KINDS,
  type ExtractKind,
  findHeader,
  guessKindOfTable,
  HEADER_WITHIN_ROWS,
  type MappingQuestion,
  namedFields,
} from '@quittance/core/extracts';
import {
  type CellFormat,
  createSharedStringsReader,
  createSheetReader,
  readCellFormats,
  readRelations,
  readWorkbookOutline,
  type SheetRemarks,
  type SheetRow,
} from '@quittance/core/workbook';
import { FileRefused } from './file-refused.ts';
import type { ZipPart } from './zip-file.ts';

const WORKBOOK_PARTS = ['xl/workbook.xml', '/xl/workbook.xml'];
/** Outline, styles and relations are read whole. */
const SMALL_PART_BYTES_MAX = 20 * 1024 * 1024;

export interface OpenSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows as they come, resting between pieces when asked to; the remarks of the sheet when it has ended. */
  readonly read: (onRow: (row: SheetRow) => void, rest: () => Promise<void>) => Promise<SheetRemarks>;
  /** Its first rows, to see what it holds. */
  readonly first: readonly SheetRow[];
}

export function isWorkbook(parts: ReadonlyMap<string, ZipPart>): boolean {
  return workbookPart(parts) !== undefined || parts.has('_rels/.rels');
}

/** Opens the sheets of a workbook; macros, pictures and links are never looked at. */
export async function openWorkbook(parts: ReadonlyMap<string, ZipPart>): Promise<OpenSheet[]> {
  const book = workbookPart(parts) ?? (await statedWorkbook(parts));
  if (book === undefined) {
    const kind = [...parts.keys()].some((path) => path.startsWith('word/') || path.startsWith('ppt/'));
    throw new FileRefused(
      'wrong_file_type',
      kind
        ? 'This is a text document or a presentation, not a workbook. Copy the table into a workbook, or export it as CSV.'
        : 'The file is no workbook that can be read. Save it as .xlsx or CSV.',
    );
  }
  const folder = book.path.replace(/^\//, '').split('/').slice(0, -1).join('/');
  const outline = readWorkbookOutline(await wholeText(book));
  const relationsPart = parts.get(`${folder === '' ? '' : `${folder}/`}_rels/${book.path.split('/').at(-1)}.rels`);
  const relations = relationsPart === undefined ? [] : readRelations(await wholeText(relationsPart), folder);
  const partOf = (type: string) => parts.get(relations.find((relation) => relation.type === type)?.path ?? '');
  const around = {
    strings: await sharedStrings(partOf('sharedStrings')),
    formats: await cellFormats(partOf('styles')),
    is1904: outline.is1904,
  };
  const sheets: OpenSheet[] = [];
  for (const { name, relationId, isHidden } of outline.sheets) {
    const part = parts.get(relations.find(({ id, type }) => id === relationId && type === 'worksheet')?.path ?? '');
    if (part === undefined) continue; // a chart or a dialogue
    const read: OpenSheet['read'] = (onRow, rest) => readSheet(part, around, { onRow, rest });
    sheets.push({ name, isHidden, read, first: await firstRows(part, around) });
  }
  return sheets;
}

function workbookPart(parts: ReadonlyMap<string, ZipPart>): ZipPart | undefined {
  return WORKBOOK_PARTS.map((path) => parts.get(path)).find((part) => part !== undefined);
}

/** Some programs put the workbook elsewhere and say so in the package's own relations. */
async function statedWorkbook(parts: ReadonlyMap<string, ZipPart>): Promise<ZipPart | undefined> {
  const root = parts.get('_rels/.rels');
  if (root === undefined) return undefined;
  const stated = readRelations(await wholeText(root), '').find(({ type }) => type === 'officeDocument');
  return stated === undefined || !/\.xml$/.test(stated.path) || /^(word|ppt)\//.test(stated.path)
    ? undefined
    : parts.get(stated.path);
}

async function wholeText(part: ZipPart): Promise<string> {
  if (part.byteCount > SMALL_PART_BYTES_MAX) {
    throw new FileRefused(
      'zip_too_large',
      `Part ${part.path} of the workbook is larger than any such part is. Export it again, or as CSV.`,
    );
  }
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of part.read()) text += decoder.decode(bytes, { stream: true });
  return text + decoder.decode();
}

async function sharedStrings(part: ZipPart | undefined): Promise<readonly string[]> {
  if (part === undefined) return [];
  const reader = createSharedStringsReader();
  await feed(part, reader.write);
  return reader.end();
}

async function cellFormats(part: ZipPart | undefined): Promise<readonly CellFormat[]> {
  return part === undefined ? [] : readCellFormats(await wholeText(part));
}

type Surroundings = Parameters<typeof createSheetReader>[0];

async function readSheet(
  part: ZipPart,
  around: Surroundings,
  to: { readonly onRow: (row: SheetRow) => void; readonly rest: () => Promise<void> },
): Promise<SheetRemarks> {
  const reader = createSheetReader(around, to.onRow);
  await feed(part, async (text) => {
    reader.write(text);
    await to.rest();
  });
  return reader.end();
}

async function firstRows(part: ZipPart, around: Surroundings): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  const reader = createSheetReader(around, (row) => void rows.push(row));
  const decoder = new TextDecoder();
  for await (const bytes of part.read()) {
    reader.write(decoder.decode(bytes, { stream: true }));
    if (rows.length >= HEADER_WITHIN_ROWS) break;
  }
  return rows;
}

async function feed(part: ZipPart, write: (text: string) => void | Promise<void>): Promise<void> {
  const decoder = new TextDecoder();
  for await (const bytes of part.read()) await write(decoder.decode(bytes, { stream: true }));
  await write(decoder.decode());
}

export interface SheetChoice {
  readonly sheet: OpenSheet;
  readonly questions: readonly MappingQuestion[];
}

/** The sheet a person chose; else the one whose header names most fields, and a question when two do so alike. */
export function chooseSheet(sheets: readonly OpenSheet[], kind: ExtractKind, chosen: string | undefined): SheetChoice {
  const wanted = sheets.find(({ name }) => name === chosen);
  if (wanted !== undefined) return { sheet: wanted, questions: [] };
  const rated = sheets
    .map((sheet) => ({ sheet, score: scoreOf(sheet, kind) }))
    .sort((left, right) => right.score - left.score);
  const [best, second] = rated;
  if (best === undefined || best.sheet.first.length === 0) {
    throw new FileRefused('workbook_empty', 'The workbook holds no rows. Check that the right file was chosen.');
  }
  const rivals = rated.filter(({ sheet, score }) => score > 0 && sheet.first.length > 1);
  if (second === undefined || rivals.length < 2) return { sheet: best.sheet, questions: [] };
  const isTie = rivals[1]?.score === best.score;
  const names = rivals.map(({ sheet }) => sheet.name);
  const message = isTie
    ? `The sheets ${names.slice(0, 5).join(', ')} look alike. Which one is meant? Others are imported one by one.`
    : `Sheet ${best.sheet.name} was taken; ${names.slice(1, 6).join(', ')} hold rows too. Choose another if it is the wrong one.`;
  return {
    sheet: best.sheet,
    questions: [{ field: 'sheet', code: 'sheet_choice', message, choices: names, isBlocking: isTie }],
  };
}

/** Names of fields in its header; hidden sheets only where no other has any. */
function scoreOf(sheet: OpenSheet, kind: ExtractKind): number {
  const rows = sheet.first.map(({ cells }) => cells);
  const header = rows[findHeader(rows, kind)] ?? [];
  const score = namedFields(kind, header);
  return sheet.isHidden ? score / HIDDEN_DIVISOR : score;
}

const HIDDEN_DIVISOR = 100;

/** By the sheet that names most fields of any kind. */
export function kindOfWorkbook(sheets: readonly OpenSheet[]): ExtractKind {
  const best = EXTRACT_KINDS.flatMap((kind) => sheets.map((sheet) => ({ sheet, score: scoreOf(sheet, kind) }))).sort(
    (left, right) => right.score - left.score,
  )[0];
  return guessKindOfTable(best?.sheet.first.map(({ cells }) => cells) ?? []);
}
