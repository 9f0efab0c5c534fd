/** Reads an extract of any form: by what its bytes are, not by what its name says. */
import type { ExtractKind } from '@quittance/core/extracts';
import { createFileDecoder } from '@quittance/core/text-encoding';
import { SheetTooWide } from '@quittance/core/workbook';
import { XmlRefused } from '@quittance/core/xml';
import { createExtractTable } from './extract-table.ts';
import { FORM_HEAD_BYTES, fileFormOf } from './file-form.ts';
import { FileRefused } from './file-refused.ts';
import type { ReadingTask } from './messages.ts';
import { createJsonReader } from './read-json.ts';
import { createStatementFileReader } from './read-statement.ts';
import { isStatementSheet, readStatementOfSheets } from './read-statement-sheet.ts';
import { holdsStatements, readStatementZip } from './read-statement-zip.ts';
import { createTableReader, type TableReader } from './read-table.ts';
import { createUblReader, readUblZip } from './read-ubl.ts';
import { chooseSheet, isWorkbook, kindOfWorkbook, openWorkbook } from './read-workbook.ts';
import type { ReadingOutput } from './reading-output.ts';
import { openZip, WORKBOOK_PARTS_MAX, ZIP_BYTES_MAX } from './zip-file.ts';

export interface FileReader {
  /** Resolves when more may be written. Throws `FileRefused`. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** `rest` resolves when the receiver can take more. */
export function createExtractReader(task: ReadingTask, output: ReadingOutput, rest: () => Promise<void>): FileReader {
  let head: Uint8Array = new Uint8Array(0);
  let reader: FileReader | null = null;
  const begin = async () => {
    reader = await readerFor(head, { task, output, rest });
    return reader.write(head);
  };
  return {
    async write(bytes) {
      if (reader !== null) return reader.write(bytes);
      head = Buffer.concat([head, bytes]);
      if (head.length >= FORM_HEAD_BYTES) await begin();
    },
    async end() {
      if (reader === null) await begin();
      await (reader as FileReader | null)?.end();
    },
  };
}

async function readerFor(head: Uint8Array, place: ReadingPlace): Promise<FileReader> {
  const { task, output } = place;
  if (task.kind === 'remittance') {
    // What reads advices takes as long to load as all the rest: other files do not wait for it.
    const { createAdviceFileReader } = await import('./advices/read-advices.ts');
    return createAdviceFileReader(place);
  }
  if (fileFormOf(head) === 'zip') return zipReader(place);
  const reader = task.kind === 'statement' ? createStatementFileReader(task, output) : tableByText(task, output);
  return textFileReader(reader, output);
}

/** The first sign of a text tells JSON from a table; a byte order mark is gone by then. */
function tableByText(task: ReadingTask, output: ReadingOutput): TableReader {
  let head = '';
  let reader: TableReader | null = null;
  const begin = () => {
    const first = head.trimStart().charAt(0);
    reader =
      first === '<'
        ? xmlReader(task, output)
        : isJson(first)
          ? createJsonReader(task, output)
          : csvReader(task, output);
    return reader.write(head);
  };
  return {
    async write(text) {
      if (reader !== null) return reader.write(text);
      head += text;
      if (head.trim() !== '') await begin();
    },
    async end() {
      if (reader === null) await begin();
      await (reader as TableReader | null)?.end();
    },
  };
}

function isJson(first: string): boolean {
  return first === '{' || first === '[';
}

function xmlReader(task: ReadingTask, output: ReadingOutput): TableReader {
  if (task.kind === 'items') return createUblReader(output);
  throw new FileRefused(
    'unknown_format',
    'Of XML files only UBL invoices and credit notes are read, as items, and bank statements.',
  );
}

function csvReader(task: ReadingTask, output: ReadingOutput): TableReader {
  const extract = createExtractTable(task, output);
  const table = createTableReader(extract.row);
  return {
    write: table.write,
    async end() {
      await table.end();
      extract.end();
    },
  };
}

/** No text has this character; UTF-32 and programs' own formats are full of it. */
function refuseNul(text: string): void {
  if (!text.includes('\u0000')) return;
  const message =
    'The file is not text as we read it: it holds NUL characters. Save it as UTF-8 text or as XLSX, and bring it again.';
  throw new FileRefused('not_text', message);
}

/** Bytes to text; a doubt about the encoding is told. */
export function textFileReader(reader: TableReader, output: ReadingOutput): FileReader {
  const decoder = createFileDecoder((label) => new TextDecoder(label));
  return {
    async write(bytes) {
      const text = decoder.write(bytes);
      refuseNul(text);
      if (text !== '') await reader.write(text);
    },
    async end() {
      const rest = decoder.end();
      refuseNul(rest);
      if (rest !== '') await reader.write(rest);
      const { doubt } = decoder.result();
      if (doubt !== null) output.doubtLetters(doubt);
      await reader.end();
    },
  };
}

interface ReadingPlace {
  readonly task: ReadingTask;
  readonly output: ReadingOutput;
  readonly rest: () => Promise<void>;
}

/** A zip's table of contents stands at its end, so the file is held until it is whole. */
function zipReader(place: ReadingPlace): FileReader {
  const pieces: Uint8Array[] = [];
  let length = 0;
  return {
    async write(bytes) {
      length += bytes.length;
      if (length > ZIP_BYTES_MAX) {
        const megabytes = ZIP_BYTES_MAX / (1024 * 1024);
        throw new FileRefused(
          'zip_too_large',
          `Packed files and workbooks are read up to ${megabytes} MB. Export it as CSV, or divide it.`,
        );
      }
      pieces.push(bytes);
    },
    async end() {
      const parts = await openZip(Buffer.concat(pieces));
      if (isWorkbook(parts)) return readTableOfWorkbook(place, parts);
      const isOfStatements = await holdsStatements(parts);
      if (!isOfStatements && ![...parts.keys()].some((path) => /\.xml$/i.test(path))) {
        throw new FileRefused(
          'wrong_file_type',
          'The zip holds neither a workbook, nor bank statements, nor UBL documents. Unpack it and upload what is inside.',
        );
      }
      const kind = isOfStatements ? 'statement' : 'items';
      if (place.task.kind === 'unknown') return place.output.send({ type: 'kind', kind });
      if (place.task.kind !== kind) {
        const message = isOfStatements
          ? 'A zip of bank statements is imported as a statement.'
          : 'A zip of UBL documents is imported as items.';
        throw new FileRefused('wrong_file_type', message);
      }
      return isOfStatements ? readStatementZip(parts, place.output) : readUblZip(parts, place.output);
    },
  };
}

async function readTableOfWorkbook(
  { task, output, rest }: ReadingPlace,
  parts: Awaited<ReturnType<typeof openZip>>,
): Promise<void> {
  try {
    if (parts.size > WORKBOOK_PARTS_MAX) {
      throw new FileRefused(
        'zip_too_many_parts',
        `The workbook has ${parts.size} parts; at most ${WORKBOOK_PARTS_MAX} are taken. Save the sheet with the table alone.`,
      );
    }
    const sheets = await openWorkbook(parts);
    if (task.kind === 'unknown') {
      const kind = sheets.some(isStatementSheet) ? 'statement' : kindOfWorkbook(sheets);
      return output.send({ type: 'kind', kind });
    }
    if (task.kind === 'statement') return await readStatementOfSheets(sheets, { task, output, rest });
    const { sheet, questions } = chooseSheet(sheets, task.kind as ExtractKind, statedSheet(task));
    const names = sheets.map(({ name }) => name);
    const table = createExtractTable(task, output, { sheet: { name: sheet.name, questions, names } });
    const hidden: number[] = [];
    const remarks = await sheet.read((row) => {
      if (row.isHidden) hidden.push(row.number);
      table.row(row.cells, row.number, row);
    }, rest);
    const told = [hiddenRowsNote(hidden), hiddenColumnsNote(remarks.hiddenColumns), roundedNote(remarks)];
    for (const message of told) if (message !== null) output.note({ row: 1, field: null, ...message });
    table.end();
  } catch (error) {
    if (error instanceof XmlRefused)
      throw new FileRefused('workbook_broken', `The workbook is broken. ${error.message}`);
    if (error instanceof SheetTooWide) throw new FileRefused('workbook_too_wide', error.message);
    throw error;
  }
}

function statedSheet({ mapping }: ReadingTask): string | undefined {
  return mapping === null || mapping.kind === 'statement' ? undefined : mapping.sheet;
}

function hiddenRowsNote(hidden: readonly number[]) {
  if (hidden.length === 0) return null;
  const rows =
    hidden.length === 1 ? `Row ${hidden[0]} is` : `${hidden.length} rows, the first of them ${hidden[0]}, are`;
  return {
    code: 'hidden_rows_taken',
    message: `${rows} hidden in the sheet (by hand or by a filter) and taken all the same. Delete them there if they are not meant.`,
  };
}

function hiddenColumnsNote(columns: readonly string[]) {
  if (columns.length === 0) return null;
  return { code: 'hidden_columns_taken', message: `Hidden columns are read like the others: ${columns.join(', ')}.` };
}

function roundedNote({
  roundedCount,
  firstRounded,
}: {
  readonly roundedCount: number;
  readonly firstRounded: string | null;
}) {
  if (roundedCount === 0) return null;
  const cells =
    roundedCount === 1
      ? `Cell ${firstRounded} carries`
      : `${roundedCount} cells, the first of them ${firstRounded}, carry`;
  return {
    code: 'number_rounded',
    message: `${cells} traces of binary arithmetic behind the 15 digits that Excel shows; the shown number was taken.`,
  };
}
