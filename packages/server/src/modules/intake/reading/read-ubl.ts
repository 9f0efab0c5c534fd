/** UBL invoices and credit notes as documents: one in a file, several in a file, or a zip of files. */
import { createFileDecoder } from '@quittance/core/text-encoding';
import { createUblTrees, readUblDocument, type UblDocument, type UblParty, type UblResult } from '@quittance/core/ubl';
import { XmlRefused } from '@quittance/core/xml';
import { hasLostLetters, lostLetters } from './damaged-letters.ts';
import { FileRefused } from './file-refused.ts';
import type { DocumentRow, RowFault } from './messages.ts';
import type { TableReader } from './read-table.ts';
import type { ReadingOutput } from './reading-output.ts';
import type { ZipPart } from './zip-file.ts';

const SUPPLIERS_TOLD_MAX = 5;

export function createUblReader(output: ReadingOutput): TableReader {
  const documents = createUblDocuments(output);
  const file = documents.file(null);
  return {
    write: async (text) => file.write(text),
    async end() {
      file.end();
      documents.end();
    },
  };
}

/** Each file of a zip by itself: a broken one is refused, the others are taken. */
export async function readUblZip(parts: ReadonlyMap<string, ZipPart>, output: ReadingOutput): Promise<void> {
  const documents = createUblDocuments(output);
  for (const part of parts.values()) {
    if (!/\.xml$/i.test(part.path)) {
      documents.leaveOut(part.path);
      continue;
    }
    const file = documents.file(part.path);
    const decoder = createFileDecoder((label) => new TextDecoder(label));
    try {
      for await (const bytes of part.read()) file.write(decoder.write(bytes));
      file.write(decoder.end());
      file.end();
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      documents.refuseFile(part.path, error);
    }
  }
  documents.end();
}

interface UblFile {
  /** Throws `FileRefused`. */
  readonly write: (text: string) => void;
  readonly end: () => void;
}

/** Rows are numbered as the documents come. */
function createUblDocuments(output: ReadingOutput) {
  let rows = 0;
  let leftOut = 0;
  let documents: DocumentRow[] = [];
  const seen = new Map<string, number>();
  const suppliers = new Set<string>();
  const flush = () => {
    if (documents.length > 0) output.send({ type: 'documents', rows, documents });
    documents = [];
    output.flushFaults(rows);
  };
  const take = (result: UblResult, path: string | null) => {
    rows += 1;
    const where = path === null ? '' : `${path}: `;
    const fault = (found: { field: string; code: string; message: string }) => ({
      ...found,
      row: rows,
      message: where + found.message,
    });
    if (result.outcome === 'refused') {
      output.refuse({
        row: rows,
        label: result.number ?? path ?? `document ${rows}`,
        faults: result.problems.map(fault),
      });
      return;
    }
    const { value } = result;
    const lost = lostInDocument(value, rows);
    if (lost.length > 0) {
      output.damage.addRow(rows);
      output.refuse({
        row: rows,
        label: value.number,
        faults: lost.map((found) => ({ ...found, message: where + found.message })),
      });
      return;
    }
    const key = `${value.kind} ${value.number}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const message = `${value.number} is document ${earlier} of this file already. Keep one.`;
      output.refuse({
        row: rows,
        label: value.number,
        faults: [fault({ field: 'number', code: 'twice_in_file', message })],
      });
      return;
    }
    seen.set(key, rows);
    suppliers.add(partyTitle(value.supplier));
    for (const note of result.notes) output.note(fault(note));
    const { supplier: _, buyer, instalments, ...rest } = value;
    documents.push({ ...rest, row: rows, customerNumber: '', customerName: buyer.name, instalments, party: buyer });
    if (output.isBlockFull(documents.length)) flush();
  };
  return {
    file(path: string | null): UblFile {
      let count = 0;
      const trees = createUblTrees((root) => {
        count += 1;
        take(readUblDocument(root), path);
      });
      return {
        write: (text) => guarded(() => trees.write(text)),
        end() {
          guarded(trees.end);
          if (count === 0) throw noInvoice();
        },
      };
    },
    refuseFile(path: string, { code, message }: FileRefused) {
      rows += 1;
      output.refuse({
        row: rows,
        label: path,
        faults: [{ row: rows, field: null, code, message: `${path}: ${message}` }],
      });
    },
    leaveOut(path: string) {
      rows += 1;
      leftOut += 1;
      output.note({
        row: rows,
        field: null,
        code: 'not_an_invoice',
        message: `${path} is no XML file and was left out.`,
      });
    },
    end() {
      for (const supplier of [...suppliers].slice(0, SUPPLIERS_TOLD_MAX)) output.note(issuedBy(supplier));
      flush();
      output.send({ type: 'end', rows, leftOut });
    },
  };
}

function lostInDocument(value: UblDocument, row: number): RowFault[] {
  const { number, buyer, purchaseOrder, reference } = value;
  const texts = { number, customerName: buyer.name, purchaseOrder, reference: reference ?? null };
  return Object.entries(texts).flatMap(([field, text]) =>
    hasLostLetters(text) ? [lostLetters(row, field, text)] : [],
  );
}

function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof XmlRefused) throw new FileRefused(error.code, error.message);
    throw error;
  }
}

function noInvoice(): FileRefused {
  return new FileRefused(
    'unknown_format',
    'The XML holds no UBL invoice or credit note. Bank statements are imported as statements; other forms of invoices must be sent as UBL 2.1.',
  );
}

function partyTitle({ name, vatId, ids }: UblParty): string {
  return [name, vatId ?? ids[0]].filter(Boolean).join(', ') || 'nobody';
}

/** Somebody else's invoice to us is no receivable; the document itself only says who issued it. */
function issuedBy(supplier: string) {
  const message = `Issued by ${supplier}. If that is not this company, these are no receivables of ours: do not post them.`;
  return { row: 1, field: null, code: 'issued_by', message };
}
