/**
 * A block of documents as few long texts, a column each. As JSON objects a million documents are four times as long, take four
 * times as long to read, and leave every short number in the part of the memory that is seldom cleared.
 */
import type { LocalDate } from '@quittance/core/calendar';
import type { ItemRowKind } from '@quittance/core/extracts';
import type { DocumentRow } from './messages.ts';

/** Between the values of a column, and in the place of one that is absent. A block with such values of its own goes as it is. */
const BETWEEN = '\u001f';
const ABSENT = '\u001e';

export interface PackedDocuments {
  readonly type: 'packed_documents';
  readonly rows: number;
  readonly count: number;
  /** In the order of `COLUMNS`; null where no document has a value. */
  readonly columns: readonly (string | null)[];
}

type Column = (document: DocumentRow) => string | null;

const COLUMNS: readonly Column[] = [
  (document) => String(document.row),
  (document) => document.kind,
  (document) => document.number,
  (document) => document.customerNumber,
  (document) => document.customerName,
  (document) => document.currency,
  (document) => document.issuedOn,
  (document) => document.instalments.map(({ dueOn, amountMinor }) => `${dueOn} ${amountMinor}`).join(','),
  (document) => document.terms,
  (document) => document.purchaseOrder,
  (document) => document.deliveryNote,
  (document) => document.orderNumber,
  (document) => document.reference ?? null,
];

/** Null for a block that cannot be packed: its documents tell of parties, or have signs that no text has. */
export function packDocuments(rows: number, documents: readonly DocumentRow[]): PackedDocuments | null {
  if (documents.some(({ party }) => party !== undefined)) return null;
  const columns: (string | null)[] = [];
  for (const column of COLUMNS) {
    const values = documents.map(column);
    if (values.some((value) => value !== null && (value === ABSENT || value.includes(BETWEEN)))) return null;
    const isEmpty = values.every((value) => value === null);
    columns.push(isEmpty ? null : values.map((value) => value ?? ABSENT).join(BETWEEN));
  }
  return { type: 'packed_documents', rows, count: documents.length, columns };
}

/** The documents as they were packed. */
export function unpackDocuments({ count, columns }: PackedDocuments): DocumentRow[] {
  const lists = COLUMNS.map((_, at) => columns[at]?.split(BETWEEN) ?? null);
  const optional = (column: number, at: number): string | null => {
    const value = lists[column]?.[at] ?? ABSENT;
    return value === ABSENT ? null : ownText(value);
  };
  const text = (column: number, at: number): string => optional(column, at) ?? '';
  const documents: DocumentRow[] = [];
  for (let at = 0; at < count; at += 1) {
    documents.push({
      row: Number(text(0, at)),
      kind: text(1, at) as ItemRowKind,
      number: text(2, at),
      customerNumber: text(3, at),
      customerName: optional(4, at),
      currency: text(5, at),
      issuedOn: text(6, at) as LocalDate,
      instalments: text(7, at).split(',').map(instalmentOf),
      terms: optional(8, at),
      purchaseOrder: optional(9, at),
      deliveryNote: optional(10, at),
      orderNumber: optional(11, at),
      reference: optional(12, at),
    });
  }
  return documents;
}

function instalmentOf(text: string): DocumentRow['instalments'][number] {
  const [dueOn = '', amount = ''] = text.split(' ');
  return { dueOn: dueOn as LocalDate, amountMinor: BigInt(amount) };
}

/** Node keeps a long part of a text as a window on the whole text, which stays in memory as long as the part is kept. */
const WINDOW_CHARS_MIN = 13;

function ownText(part: string): string {
  return part.length < WINDOW_CHARS_MIN ? part : Buffer.from(part).toString();
}
