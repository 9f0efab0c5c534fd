import type { ExtractField } from '@quittance/core/extracts';
import type { ImportBatch } from '../../app/api.types.ts';
import type { TextKey } from '../../app/i18n.ts';
import type { Tone } from '../../ui/status/status.component.tsx';

/** Asked of any bank file, beside what a table asks about its columns. */
export const ACCOUNT_QUESTION = 'account_may_be_known';

export type Outcome = 'added' | 'changed' | 'unchanged' | 'refused';

export const KIND_WORDS: Readonly<Record<ImportBatch['kind'], TextKey>> = {
  customers: 'imports.kindCustomers',
  contacts: 'intake.kindContacts',
  items: 'imports.kindItems',
  receipts: 'intake.kindReceipts',
  notes: 'intake.kindNotes',
  promises: 'intake.kindPromises',
  statement: 'imports.kindStatement',
  remittance: 'advices.kind',
};

export const STATUS_WORDS: Readonly<Record<ImportBatch['status'], { word: TextKey; tone: Tone }>> = {
  reading: { word: 'imports.reading', tone: 'accent' },
  preview: { word: 'imports.preview', tone: 'care' },
  posting: { word: 'imports.posting', tone: 'accent' },
  posted: { word: 'imports.posted', tone: 'good' },
  failed: { word: 'imports.failed', tone: 'alert' },
  undoing: { word: 'imports.undoing', tone: 'accent' },
  undone: { word: 'imports.undone', tone: 'quiet' },
  discarded: { word: 'imports.discarded', tone: 'quiet' },
};

export const OUTCOMES: readonly Outcome[] = ['added', 'changed', 'unchanged', 'refused'];

export const OUTCOME_WORDS: Readonly<Record<Outcome, { word: TextKey; tone: Tone }>> = {
  added: { word: 'imports.added', tone: 'good' },
  changed: { word: 'imports.changed', tone: 'care' },
  unchanged: { word: 'imports.unchanged', tone: 'quiet' },
  refused: { word: 'imports.refused', tone: 'alert' },
};

/** What is shown as the state: a file that waits for an answer is not ready to be posted. */
export function statusOf({ status, questions }: ImportBatch): { readonly word: TextKey; readonly tone: Tone } {
  const waits = status === 'preview' && questions.some(({ isBlocking }) => isBlocking);
  return waits ? { word: 'imports.waitsForAnswer', tone: 'alert' } : STATUS_WORDS[status];
}

/** Rows that posting would write. */
export function rowsToPost(batch: ImportBatch): number {
  return batch.added + batch.changed;
}

export const FIELD_WORDS: Readonly<Record<ExtractField, TextKey>> = {
  company: 'field.company',
  number: 'field.number',
  name: 'field.name',
  country: 'field.country',
  language: 'field.language',
  vatId: 'field.vatId',
  email: 'field.email',
  phone: 'field.phone',
  parentNumber: 'field.parentNumber',
  terms: 'field.terms',
  bankAccount: 'field.bankAccount',
  kind: 'field.kind',
  instalment: 'field.instalment',
  customerNumber: 'field.customerNumber',
  customerName: 'field.customerName',
  currency: 'field.currency',
  amount: 'field.amount',
  issuedOn: 'field.issuedOn',
  dueOn: 'field.dueOn',
  purchaseOrder: 'field.purchaseOrder',
  deliveryNote: 'field.deliveryNote',
  orderNumber: 'field.orderNumber',
  clearedOn: 'field.clearedOn',
  firstName: 'intake.firstName',
  role: 'intake.role',
  isPrimary: 'intake.isPrimary',
  text: 'intake.text',
  receivedOn: 'intake.receivedOn',
  reference: 'intake.reference',
  payerName: 'intake.payerName',
  payerAccount: 'intake.payerAccount',
  happenedOn: 'intake.happenedOn',
  promisedOn: 'intake.promisedOn',
  author: 'intake.author',
  itemNumber: 'intake.itemNumber',
  gross: 'adviceField.gross',
  discount: 'adviceField.discount',
  deduction: 'adviceField.deduction',
  reasonCode: 'adviceField.reasonCode',
  reason: 'adviceField.reason',
  paid: 'adviceField.paid',
};
