/**
 * Rows of an item extract become documents. A document without instalments is one row; instalments are rows of the same
 * document that follow each other. The same document again further down is refused: one of the two is wrong.
 */
import type { ItemRow } from '@quittance/core/extracts';
import type { DocumentRow, Refusal } from './messages.ts';

export interface DocumentGrouping {
  readonly add: (item: ItemRow) => void;
  readonly end: () => void;
}

interface OpenDocument {
  readonly key: string;
  readonly rows: ItemRow[];
}

export function createDocumentGrouping(events: {
  readonly onDocument: (document: DocumentRow) => void;
  readonly onRefused: (refusal: Refusal) => void;
}): DocumentGrouping {
  const seen = new Map<string, number>();
  let open: OpenDocument | null = null;
  const finish = () => {
    if (open !== null) events.onDocument(toDocument(open.rows));
    open = null;
  };
  return {
    add(item) {
      const key = `${item.kind} ${item.number}`;
      if (open !== null && open.key === key && isNextInstalment(open.rows, item)) {
        open.rows.push(item);
        return;
      }
      finish();
      const earlier = seen.get(key);
      if (earlier !== undefined) {
        events.onRefused(twiceInFile(item, earlier));
        return;
      }
      seen.set(key, item.row);
      if (item.instalment === null) events.onDocument(toDocument([item]));
      else open = { key, rows: [item] };
    },
    end: finish,
  };
}

function isNextInstalment(rows: readonly ItemRow[], item: ItemRow): boolean {
  const first = rows[0];
  return (
    first !== undefined &&
    item.instalment !== null &&
    !rows.some((row) => row.instalment === item.instalment) &&
    item.customerNumber === first.customerNumber &&
    item.currency === first.currency &&
    item.issuedOn === first.issuedOn
  );
}

function toDocument(rows: readonly ItemRow[]): DocumentRow {
  const [first] = rows;
  if (first === undefined) throw new Error('a document has at least one row');
  const ordered = [...rows].sort((left, right) => (left.instalment ?? 0) - (right.instalment ?? 0));
  return {
    row: first.row,
    kind: first.kind,
    number: first.number,
    customerNumber: first.customerNumber,
    customerName: first.customerName,
    currency: first.currency,
    issuedOn: first.issuedOn,
    instalments: ordered.map(({ dueOn, amountMinor }) => ({ dueOn, amountMinor })),
    terms: first.terms,
    purchaseOrder: first.purchaseOrder,
    deliveryNote: first.deliveryNote,
    orderNumber: first.orderNumber,
  };
}

function twiceInFile(item: ItemRow, earlierRow: number): Refusal {
  const kind = { invoice: 'Invoice', debit_note: 'Debit note', credit_note: 'Credit note' }[item.kind];
  const message =
    `${kind} ${item.number} stands in row ${earlierRow} already. Keep one; instalments need an instalment number, ` +
    'and their rows must follow each other.';
  return {
    row: item.row,
    label: item.number,
    faults: [{ row: item.row, field: 'number', code: 'twice_in_file', message }],
  };
}
