/** Rows of a kind become values or refusals, and go out in blocks. */
import {
  type CustomerRow,
  createContactReader,
  createCustomerReader,
  createItemReader,
  createNoteReader,
  createPromiseReader,
  createReceiptReader,
  type ExtractField,
  type ExtractKind,
  type ExtractMapping,
  type ItemRow,
  type Row,
  type RowProblem,
  type RowResult,
} from '@quittance/core/extracts';
import type { CellFault } from '@quittance/core/workbook';
import { hasLostLetters, lostLetters } from './damaged-letters.ts';
import { createDocumentGrouping } from './document-grouping.ts';
import type { DocumentRow, ReadingMessage, RowFault } from './messages.ts';
import type { ReadingOutput } from './reading-output.ts';

export interface RowTaker {
  readonly row: (row: Row, rowNumber: number, faults?: ReadonlyMap<number, CellFault>) => void;
  /** Sends what is left and answers how many rows were left out. */
  readonly end: () => number;
}

export const takeNothing: RowTaker = { row: () => undefined, end: () => 0 };

/** Hands rows out as they stand in the file. */
export function handOut(wanted: ReadonlySet<number>, output: ReadingOutput): RowTaker {
  return {
    row(cells, row) {
      if (wanted.has(row)) output.send({ type: 'cells', found: [{ row, cells }] });
    },
    end: () => 0,
  };
}

export function createRowTaker(mapping: ExtractMapping, header: Row, output: ReadingOutput): RowTaker {
  const { kind } = mapping;
  if (kind === 'remittance') return takeNothing; // advices have a reading of their own
  return TAKERS[kind](mapping, header, output);
}

const TAKERS: Readonly<Record<ExtractKind, typeof createRowTaker>> = {
  items: itemTaker,
  customers: customerTaker,
  contacts: (mapping, header, output) =>
    plainTaker({ mapping, header, output }, createContactReader(mapping, header), (rows, contacts) => ({
      type: 'contacts',
      rows,
      contacts,
    })),
  receipts: (mapping, header, output) =>
    plainTaker({ mapping, header, output }, createReceiptReader(mapping, header), (rows, receipts) => ({
      type: 'receipts',
      rows,
      receipts,
    })),
  promises: (mapping, header, output) =>
    plainTaker({ mapping, header, output }, createPromiseReader(mapping, header), (rows, promises) => ({
      type: 'promises',
      rows,
      promises,
    })),
  notes: (mapping, header, output) =>
    plainTaker({ mapping, header, output }, createNoteReader(mapping, header), (rows, activities) => ({
      type: 'activities',
      rows,
      activities,
    })),
};

/** Rows that stand for themselves: no two of them make one thing. */
function plainTaker<Value>(
  place: { readonly mapping: ExtractMapping; readonly header: Row; readonly output: ReadingOutput },
  read: (row: Row, rowNumber: number) => RowResult<Value>,
  toMessage: (rows: number, values: readonly Value[]) => ReadingMessage,
): RowTaker {
  let values: Value[] = [];
  const flush = (rows: number) => {
    if (values.length > 0) place.output.send(toMessage(rows, values));
    values = [];
    place.output.flushFaults(rows);
  };
  const onValue = (value: Value) => void values.push(value);
  return rowTaker({ ...place, read, onValue, flush, pending: () => values.length, end: () => undefined });
}

function itemTaker(mapping: ExtractMapping, header: Row, output: ReadingOutput): RowTaker {
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
  return rowTaker<ItemRow>({
    ...{ mapping, header, output, flush },
    read: createItemReader(mapping, header),
    onValue: grouping.add,
    pending: () => documents.length,
    end: grouping.end,
  });
}

function customerTaker(mapping: ExtractMapping, header: Row, output: ReadingOutput): RowTaker {
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
  return rowTaker({
    ...{ mapping, header, output, flush, onValue },
    read: createCustomerReader(mapping, header),
    pending: () => customers.length,
    end: () => undefined,
  });
}

function rowTaker<Value>(parts: {
  readonly mapping: ExtractMapping;
  readonly header: Row;
  readonly output: ReadingOutput;
  readonly read: (row: Row, rowNumber: number) => RowResult<Value>;
  readonly onValue: (value: Value) => void;
  readonly flush: (rows: number) => void;
  readonly pending: () => number;
  readonly end: () => void;
}): RowTaker {
  const { output } = parts;
  const label = labelFrom(parts.mapping, parts.header);
  const faultsOf = faultFinder(parts.mapping, parts.header);
  const lostOf = lostLetterFinder(parts.mapping, parts.header);
  let leftOut = 0;
  let rows = 0;
  return {
    row(row, rowNumber, cellFaults) {
      rows += 1;
      const result = parts.read(row, rowNumber);
      const lost = lostOf(row, rowNumber);
      const unread = cellFaults === undefined || cellFaults.size === 0 ? [] : faultsOf(cellFaults, rowNumber);
      const faults = [...unread, ...lost];
      if (result.outcome === 'left_out') leftOut += 1;
      else if (faults.length > 0 || result.outcome === 'refused') {
        const told = new Set(faults.map(({ field }) => field));
        const others = result.outcome === 'refused' ? result.problems.filter(({ field }) => !told.has(field)) : [];
        if (lost.length > 0) output.damage.addRow(rowNumber);
        output.refuse({ row: rowNumber, label: label(row), faults: [...faults, ...others] });
      } else {
        for (const note of result.notes) output.note(note);
        parts.onValue(result.value);
      }
      if (output.isBlockFull(parts.pending())) parts.flush(rows);
    },
    end() {
      parts.end();
      parts.flush(rows);
      return leftOut;
    },
  };
}

const NOTHING_LOST: readonly RowFault[] = [];

/** Lost letters refuse a row where the mapping asks for them. */
function lostLetterFinder(mapping: ExtractMapping, header: Row) {
  const fields = Object.entries(mapping.columns).map(([field, column]) => ({ field, index: header.indexOf(column) }));
  return (row: Row, rowNumber: number): readonly RowFault[] => {
    if (!row.some(hasLostLetters)) return NOTHING_LOST;
    return fields.flatMap(({ field, index }) => {
      const text = row[index] ?? '';
      return hasLostLetters(text) ? [lostLetters(rowNumber, field, text)] : [];
    });
  };
}

/** A cell that cannot be read refuses its row only when the mapping asks for its column. */
function faultFinder(mapping: ExtractMapping, header: Row) {
  const fields = new Map<number, ExtractField>();
  for (const [field, column] of Object.entries(mapping.columns))
    fields.set(header.indexOf(column), field as ExtractField);
  return (faults: ReadonlyMap<number, CellFault>, row: number): RowProblem[] =>
    [...faults].flatMap(([index, { code, message }]) => {
      const field = fields.get(index);
      return field === undefined ? [] : [{ row, field, code, message }];
    });
}

const LABEL_CHARS_MAX = 80;

/** A refused row is named by its number as written, else by its first cells. */
function labelFrom(mapping: ExtractMapping, header: Row): (row: Row) => string {
  const column = mapping.columns.number ?? mapping.columns.customerNumber;
  const index = column === undefined ? -1 : header.indexOf(column);
  return (row) => (row[index]?.trim() || row.slice(0, 3).join(' ')).slice(0, LABEL_CHARS_MAX);
}
