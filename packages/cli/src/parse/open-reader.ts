/** Which reader a file goes to: by the name that was given, else by how the file begins. */
import {
  BANK_FORMATS,
  type BankFormat,
  detectFormat,
  looksLikeStatementTable,
  type StatementHandlers,
  type StatementMapping,
  type StatementReader,
} from '@quittance/core/bank-formats';
import { edi820, type RemittanceHandlers, type RemittanceReader } from '@quittance/core/remittance';
import { createTableTextReader } from './table-rows.ts';

/** Text in, facts out; `end` is false when the file broke off or was refused. Waiting keeps the memory bounded. */
export interface TextReader {
  readonly write: (text: string) => void | Promise<void>;
  readonly end: () => boolean | Promise<boolean>;
}

export const CSV = 'csv';
export const FORMAT_NAMES: readonly string[] = [...BANK_FORMATS.map((format) => format.name), CSV, edi820.name];

export type FileHandlers = StatementHandlers & RemittanceHandlers;

export interface OpenedReader {
  readonly format: string;
  readonly reader: TextReader;
}

/** The reader for a format by its name, or for the file that begins with `head`; null when no format fits. */
export function openReader(
  name: string | null,
  head: string,
  handlers: FileHandlers,
  mapping: StatementMapping | null,
): OpenedReader | null {
  const format = name ?? formatOf(head, mapping);
  if (format === null) return null;
  if (format === CSV) return { format, reader: createTableTextReader(handlers, mapping) };
  if (format === edi820.name) return { format, reader: toTextReader(edi820.createReader(handlers)) };
  const known = BANK_FORMATS.find((one: BankFormat) => one.name === format);
  return known === undefined ? null : { format, reader: toTextReader(known.createReader(handlers)) };
}

/** Columns are only ever named of a table. */
function formatOf(head: string, mapping: StatementMapping | null): string | null {
  if (mapping !== null && Object.keys(mapping.columns).length > 0) return CSV;
  const known = detectFormat(head);
  if (known !== null) return known.name;
  if (edi820.recognises(head)) return edi820.name;
  return looksLikeStatementTable(head) ? CSV : null;
}

function toTextReader(reader: StatementReader | RemittanceReader): TextReader {
  return { write: reader.write, end: reader.close };
}
