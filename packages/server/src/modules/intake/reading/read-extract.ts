/** Reads a customer or item extract: guesses the mapping when none is given, then gives values row by row. */
import {
  type ClearedCount,
  type CustomerRow,
  createClearedCount,
  createCustomerReader,
  createItemReader,
  type ExtractKind,
  type ExtractMapping,
  guessMapping,
  type ItemRow,
  type MappingGuess,
  type Row,
  type RowResult,
} from '@quittance/core/extracts';
import { createDocumentGrouping } from './document-grouping.ts';
import { type DocumentRow, headerKey, type ReadingTask } from './messages.ts';
import { createTableReader, type TableReader } from './read-table.ts';
import type { ReadingOutput } from './reading-output.ts';

/** Rows looked at before the mapping is guessed. */
const SAMPLE_ROWS = 20_000;

/** Nothing is read before a person has answered what blocks it; what stands in the way is sent with the mapping. */
export function createExtractReader(task: ReadingTask, output: ReadingOutput): TableReader {
  let header: Row = [];
  let sample: Row[] = [];
  let take: RowTaker | null = null;
  let rows = 0;
  let guess: MappingGuess | null = null;
  let cleared: ClearedCount | null = null;
  const settle = () => {
    guess = settleMapping({ task, header, sample });
    cleared = createClearedCount(guess.mapping, header);
    output.send({ type: 'mapping', ...guess, header });
    take = isBlocked(guess) ? takeNothing : createRowTaker(guess.mapping, header, output);
    for (const [index, row] of sample.entries()) takeRow(row, index + 2);
    sample = [];
  };
  const takeRow = (row: Row, rowNumber: number) => {
    cleared?.add(row);
    take?.row(row, rowNumber);
  };
  const table = createTableReader((row, rowNumber) => {
    if (rowNumber === 1) {
      header = row.map((cell) => cell.trim());
      return;
    }
    rows += 1;
    if (take !== null) return takeRow(row, rowNumber);
    sample.push(row);
    if (sample.length >= SAMPLE_ROWS) settle();
  });
  return {
    write: table.write,
    async end() {
      await table.end();
      if (take === null) settle();
      const leftOut = (take as RowTaker | null)?.end() ?? 0;
      if (guess !== null && rows > SAMPLE_ROWS) tellCleared({ guess, cleared, header, output });
      output.send({ type: 'end', rows, leftOut });
    },
  };
}

interface RowTaker {
  readonly row: (row: Row, rowNumber: number) => void;
  /** Sends what is left and answers how many rows were left out. */
  readonly end: () => number;
}

const takeNothing: RowTaker = { row: () => undefined, end: () => 0 };

function settleMapping(known: {
  readonly task: ReadingTask;
  readonly header: Row;
  readonly sample: readonly Row[];
}): MappingGuess {
  const { task, header, sample } = known;
  const settled = task.mapping ?? task.settled[headerKey(header)];
  return guessMapping({
    kind: task.kind as ExtractKind,
    header,
    rows: sample,
    ...(task.companyCode === null ? {} : { companyCode: task.companyCode }),
    ...(settled === undefined ? {} : { settled }),
  });
}

/** A question stands in the way of reading any row. */
function isBlocked({ questions }: Pick<MappingGuess, 'questions'>): boolean {
  return questions.some((question) => question.isBlocking);
}

/** The sample was only the beginning: what is asked about cleared rows counts all of them. */
function tellCleared(known: {
  readonly guess: MappingGuess;
  readonly cleared: ClearedCount | null;
  readonly header: Row;
  readonly output: ReadingOutput;
}): void {
  const { guess, header, output } = known;
  const question = known.cleared?.question() ?? null;
  if (question === null) return;
  const others = guess.questions.filter(({ code }) => code !== question.code);
  // Rows were left unread for the sample's sake: it stays a question that has to be answered first.
  const isBlocking =
    question.isBlocking || guess.questions.some((asked) => asked.code === question.code && asked.isBlocking);
  output.send({ type: 'mapping', mapping: guess.mapping, questions: [...others, { ...question, isBlocking }], header });
}

function createRowTaker(mapping: ExtractMapping, header: Row, output: ReadingOutput): RowTaker {
  return mapping.kind === 'items' ? itemTaker(mapping, header, output) : customerTaker(mapping, header, output);
}

function itemTaker(mapping: ExtractMapping, header: Row, output: ReadingOutput): RowTaker {
  const read = createItemReader(mapping, header);
  let documents: DocumentRow[] = [];
  const grouping = createDocumentGrouping({
    onDocument: (document) => void documents.push(document),
    onRefused: output.refuse,
  });
  const flush = (rows: number) => {
    if (documents.length > 0) output.send({ type: 'documents', rows, documents });
    documents = [];
    output.flushFaults(rows);
  };
  const label = labelFrom(mapping, header);
  return rowTaker<ItemRow>({
    read,
    onValue: grouping.add,
    output,
    label,
    flush,
    pending: () => documents.length,
    end: grouping.end,
  });
}

function customerTaker(mapping: ExtractMapping, header: Row, output: ReadingOutput): RowTaker {
  const read = createCustomerReader(mapping, header);
  const seen = new Map<string, number>();
  let customers: CustomerRow[] = [];
  const onValue = (customer: CustomerRow) => {
    const earlier = seen.get(customer.number);
    if (earlier === undefined) {
      seen.set(customer.number, customer.row);
      customers.push(customer);
      return;
    }
    const message = `Customer ${customer.number} stands in row ${earlier} already. Keep one of the two rows.`;
    const fault = { row: customer.row, field: 'number', code: 'twice_in_file', message };
    output.refuse({ row: customer.row, label: customer.number, faults: [fault] });
  };
  const flush = (rows: number) => {
    if (customers.length > 0) output.send({ type: 'customers', rows, customers });
    customers = [];
    output.flushFaults(rows);
  };
  const label = labelFrom(mapping, header);
  return rowTaker({ read, onValue, output, label, flush, pending: () => customers.length, end: () => undefined });
}

function rowTaker<Value>(parts: {
  readonly read: (row: Row, rowNumber: number) => RowResult<Value>;
  readonly onValue: (value: Value) => void;
  readonly output: ReadingOutput;
  readonly label: (row: Row) => string;
  readonly flush: (rows: number) => void;
  readonly pending: () => number;
  readonly end: () => void;
}): RowTaker {
  let leftOut = 0;
  let rows = 0;
  return {
    row(row, rowNumber) {
      rows += 1;
      const result = parts.read(row, rowNumber);
      if (result.outcome === 'left_out') leftOut += 1;
      else if (result.outcome === 'refused') {
        parts.output.refuse({ row: rowNumber, label: parts.label(row), faults: result.problems });
      } else {
        for (const note of result.notes) parts.output.note(note);
        parts.onValue(result.value);
      }
      if (parts.output.isBlockFull(parts.pending())) parts.flush(rows);
    },
    end() {
      parts.end();
      parts.flush(rows);
      return leftOut;
    },
  };
}

const LABEL_CHARS_MAX = 80;

/** A refused row is named by its number as written, else by its first cells. */
function labelFrom(mapping: ExtractMapping, header: Row): (row: Row) => string {
  const index = mapping.columns.number === undefined ? -1 : header.indexOf(mapping.columns.number);
  return (row) => (row[index]?.trim() || row.slice(0, 3).join(' ')).slice(0, LABEL_CHARS_MAX);
}
