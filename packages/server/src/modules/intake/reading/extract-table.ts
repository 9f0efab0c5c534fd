/**
 * The table of an extract, whatever kind of file it came from: finds its header, guesses the mapping when none is given,
 * then gives values row by row.
 */
import {
  type ClearedCount,
  createClearedCount,
  type ExtractKind,
  type ExtractMapping,
  examplesOf,
  findHeader,
  guessMapping,
  type MappingGuess,
  type MappingQuestion,
  nameTheColumns,
  type Row,
} from '@quittance/core/extracts';
import type { CellFault } from '@quittance/core/workbook';
import { blankFile } from './file-refused.ts';
import { headerKey, type ImportMapping, type ReadingTask } from './messages.ts';
import type { ReadingOutput } from './reading-output.ts';
import { createRowTaker, handOut, type RowTaker, takeNothing } from './row-takers.ts';
import { createTypedNumbers, type TypedNumbers } from './typed-numbers.ts';

/** Rows looked at before the mapping is guessed. */
const SAMPLE_ROWS = 20_000;

/** What files with typed cells (workbooks, JSON) tell of a row beside its texts. */
export interface CellTypes {
  /** Which cells are numbers: their decimals are divided by a point, whatever the file's texts do. */
  readonly isNumber: readonly boolean[];
  /** Cells that cannot be read, by index. */
  readonly faults: ReadonlyMap<number, CellFault>;
}

export interface ExtractTable {
  /** A row with its number in the file; the header comes among the first of them, or is told by `header`. */
  readonly row: (cells: Row, rowNumber: number, types?: CellTypes) => void;
  readonly end: () => void;
  /** The header is settled: no further column can come. */
  readonly isSettled: () => boolean;
}

export interface TableOrigin {
  /** The names of the columns, for files whose rows do not hold them; asked when the sample is full. */
  readonly header?: () => Row;
  readonly sheet?: {
    readonly name: string;
    readonly questions: readonly MappingQuestion[];
    readonly names: readonly string[];
  };
}

interface SeenRow {
  readonly cells: Row;
  readonly rowNumber: number;
  readonly types: CellTypes | undefined;
}

/** Nothing is read before a person has answered what blocks it; what stands in the way is sent with the mapping. */
export function createExtractTable(task: ReadingTask, output: ReadingOutput, origin: TableOrigin = {}): ExtractTable {
  let sample: SeenRow[] = [];
  let settled: Settled | null = null;
  let rows = 0;
  let hasRows = false;
  const takeRow = (into: Settled, { cells, rowNumber, types }: SeenRow) => {
    hasRows ||= !isBlank(cells);
    take(into, cells, rowNumber, types);
  };
  const settle = () => {
    settled = settleTable(task, output, { origin, sample });
    const { headerAt } = settled;
    for (const [index, row] of sample.entries()) if (index > headerAt) takeRow(settled, row);
    rows = Math.max(0, sample.length - headerAt - 1);
    sample = [];
  };
  return {
    isSettled: () => settled !== null,
    row(cells, rowNumber, types) {
      if (settled !== null) {
        rows += 1;
        return takeRow(settled, { cells, rowNumber, types });
      }
      sample.push({ cells, rowNumber, types });
      if (sample.length >= SAMPLE_ROWS) settle();
    },
    end() {
      if (settled === null) settle();
      if (!hasRows && task.wantedRows === undefined) tellNoRows(settled?.header ?? [], output);
      const leftOut = settled?.taker.end() ?? 0;
      if (settled !== null && rows > SAMPLE_ROWS) tellCleared(settled, output);
      output.send({ type: 'end', rows, leftOut });
    },
  };
}

interface Settled {
  readonly header: Row;
  /** Its index in the sample; -1 when the rows do not hold it. */
  readonly headerAt: number;
  readonly guess: MappingGuess;
  readonly taker: RowTaker;
  readonly cleared: ClearedCount;
  readonly numbers: TypedNumbers;
  readonly sheets: readonly string[];
  readonly examples: readonly (readonly string[])[];
}

function take(settled: Settled, cells: Row, rowNumber: number, types: CellTypes | undefined): void {
  const row = types === undefined ? cells : settled.numbers.inNotation(cells, types.isNumber);
  settled.cleared.add(row);
  settled.taker.row(row, rowNumber, types?.faults);
}

function settleTable(
  task: ReadingTask,
  output: ReadingOutput,
  { origin, sample }: { readonly origin: TableOrigin; readonly sample: readonly SeenRow[] },
): Settled {
  const headerAt = origin.header === undefined ? headerIndex(task, sample) : -1;
  const below = sample.slice(headerAt + 1);
  const named = origin.header?.() ?? sample[headerAt]?.cells ?? [];
  const header = nameTheColumns(
    named,
    below.map((row) => row.cells),
  );
  const numbers = createTypedNumbers(below);
  const guess = withOrigin(guessFor(task, header, numbers.evidence(below)), origin);
  const mapping = numbers.settle(guess.mapping, header);
  const sheets = origin.sheet?.names ?? [];
  const examples = examplesOf(
    header.length,
    below.map((row) => row.cells),
  );
  output.send({ type: 'mapping', mapping, questions: guess.questions, header, sheets, examples });
  if (headerAt > 0) output.note(headerNote(headerAt, sample[headerAt]));
  const isBlocked = guess.questions.some((question) => question.isBlocking);
  const taker = takerFor(task, isBlocked ? null : mapping, { header, output });
  return {
    header,
    headerAt,
    guess: { ...guess, mapping },
    taker,
    cleared: createClearedCount(mapping, header),
    numbers,
    sheets,
    examples,
  };
}

function takerFor(
  { wantedRows }: ReadingTask,
  mapping: ExtractMapping | null,
  { header, output }: { readonly header: Row; readonly output: ReadingOutput },
): RowTaker {
  if (wantedRows !== undefined) return handOut(new Set(wantedRows), output);
  return mapping === null ? takeNothing : createRowTaker(mapping, header, output);
}

/** A header that a person has named, or one that is known from an earlier file, needs no finding. */
function headerIndex(task: ReadingTask, sample: readonly SeenRow[]): number {
  const stated = ofExtract(task.mapping)?.headerRow;
  const statedAt = stated === undefined ? -1 : sample.findIndex((row) => row.rowNumber === stated);
  if (statedAt >= 0) return statedAt;
  return findHeader(
    sample.map((row) => row.cells),
    task.kind as ExtractKind,
  );
}

function guessFor(task: ReadingTask, header: Row, rows: readonly Row[]): MappingGuess {
  const settled = settledMapping(task, header);
  return guessMapping({
    kind: task.kind as ExtractKind,
    header,
    rows,
    ...(task.companyCode === null ? {} : { companyCode: task.companyCode }),
    ...(settled === undefined ? {} : { settled }),
  });
}

function settledMapping(task: ReadingTask, header: Row): ExtractMapping | undefined {
  const given = ofExtract(task.mapping);
  if (given !== null) return given;
  const known = ofExtract(task.settled[headerKey(header)] ?? null);
  if (known === null) return undefined;
  const { headerRow: _, ...rest } = known; // titles above a header grow and shrink from file to file
  return rest;
}

function ofExtract(mapping: ImportMapping | null): ExtractMapping | null {
  return mapping === null || mapping.kind === 'statement' ? null : mapping;
}

function withOrigin(guess: MappingGuess, { sheet }: TableOrigin): MappingGuess {
  if (sheet === undefined) return guess;
  return {
    ...guess,
    mapping: { ...guess.mapping, sheet: sheet.name },
    questions: [...sheet.questions, ...guess.questions],
  };
}

function headerNote(headerAt: number, row: SeenRow | undefined) {
  const rowNumber = row?.rowNumber ?? headerAt + 1;
  const message = `Row ${rowNumber} was taken as the one that names the columns; what stands above it was left out. If that is wrong, choose another row.`;
  return { row: rowNumber, field: null, code: 'header_below_titles', message };
}

function isBlank(cells: Row): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Nothing below the names of the columns: another file may have been meant, or the export found nothing. */
function tellNoRows(header: Row, output: ReadingOutput): void {
  if (isBlank(header)) throw blankFile();
  const message =
    'The file names its columns and has no rows below them. Check that the right one was chosen, and that the export found something.';
  output.note({ row: 1, field: null, code: 'no_rows', message });
  output.flushFaults(0);
}

/** The sample was only the beginning: what is asked about cleared rows counts all of them. */
function tellCleared({ guess, cleared, header, sheets, examples }: Settled, output: ReadingOutput): void {
  const question = cleared.question();
  if (question === null) return;
  const others = guess.questions.filter(({ code }) => code !== question.code);
  // Rows were left unread for the sample's sake: it stays a question that has to be answered first.
  const isBlocking =
    question.isBlocking || guess.questions.some((asked) => asked.code === question.code && asked.isBlocking);
  const questions = [...others, { ...question, isBlocking }];
  output.send({ type: 'mapping', mapping: guess.mapping, questions, header, sheets, examples });
}
