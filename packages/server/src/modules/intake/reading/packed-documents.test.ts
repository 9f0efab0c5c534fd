import { localDate } from '@quittance/core/calendar';
import { describe, expect, it } from 'vitest';
import { type DocumentRow, decodeMessage, encodeMessage } from './messages.ts';

function anInvoice(given: Partial<DocumentRow> = {}): DocumentRow {
  return {
    row: 2,
    kind: 'invoice',
    number: '1930000001',
    customerNumber: 'C-1',
    customerName: 'Rossi & Figli Ünïted S.p.A.',
    currency: 'EUR',
    issuedOn: localDate('2026-01-05'),
    instalments: [
      { dueOn: localDate('2026-02-04'), amountMinor: 1_000n },
      { dueOn: localDate('2026-03-06'), amountMinor: 999_999_999_999_999n },
    ],
    terms: null,
    purchaseOrder: '4500000001',
    deliveryNote: null,
    orderNumber: null,
    reference: null,
    ...given,
  };
}

function sent(documents: readonly DocumentRow[]): { length: number; documents: readonly DocumentRow[] } {
  // Encoding uses its message up.
  const line = encodeMessage({ type: 'documents', rows: 7, documents: structuredClone(documents) });
  const message = decodeMessage(line);
  if (message.type !== 'documents') throw new Error(message.type);
  expect(message.rows).toBe(7);
  return { length: line.length, documents: message.documents };
}

describe('documents from the reading process', () => {
  it('arrive as they were sent, with what is absent, empty or in instalments', () => {
    const documents = [
      anInvoice(),
      anInvoice({
        row: 3,
        number: 'RE 2026/4711, first',
        customerNumber: '',
        customerName: null,
        terms: '2% 10, net 30',
      }),
      anInvoice({ row: 4, kind: 'credit_note', purchaseOrder: null, reference: 'RF18539007547034' }),
    ];
    expect(sent(documents).documents).toEqual(documents);
  });

  it('arrive as they were sent when a value holds control characters', () => {
    const documents = [
      anInvoice({ number: 'A\u001fB' }),
      anInvoice({ number: '\u001e' }),
      anInvoice({ terms: 'a\nb' }),
    ];
    expect(sent(documents).documents).toEqual(documents);
  });

  it('arrive with their parties', () => {
    const party = { ids: ['0088:123'], vatId: 'IT01234567890', name: 'Rossi', country: 'IT', email: null };
    const documents = [anInvoice({ customerNumber: '', party }), anInvoice()];
    expect(sent(documents).documents).toEqual(documents);
  });

  it('take less than half of what objects would take', () => {
    const documents = Array.from({ length: 500 }, (_, at) =>
      anInvoice({ row: at, number: String(1_930_000_000 + at), instalments: anInvoice().instalments.slice(0, 1) }),
    );
    const asObjects = JSON.stringify(documents, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
    expect(sent(documents).length).toBeLessThan(asObjects.length / 2);
  });
});
