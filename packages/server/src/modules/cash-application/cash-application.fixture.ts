/** A company whose customers owe and pay: each builder names only what the case is about. */
import { type LocalDate, localDate } from '@quittance/core/calendar';
import { formatAmount, parseAmount } from '@quittance/core/money';
import { sql } from '../../platform/database/sql.ts';
import { newId } from '../../platform/ids.ts';
import { createTestDatabase } from '../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../platform/testing/ledger-book.ts';
import { holdsOfItems, postDocuments, verify } from '../ledger/index.ts';
import type { KeptDecision } from './deciding/decision.ts';
import { currentDecisions } from './deciding/decisions.queries.ts';
import { listDeductions } from './deductions/deductions.queries.ts';
import { cashApplicationCheck } from './verify.queries.ts';

export const TODAY = localDate('2026-11-20');

export interface InvoiceCase {
  readonly customerId: string;
  readonly number: string;
  readonly amount: string;
  readonly kind?: 'invoice' | 'credit_note';
  readonly issuedOn?: LocalDate;
  readonly dueOn?: LocalDate;
  readonly purchaseOrder?: string;
  readonly terms?: string;
  readonly currency?: string;
}

export interface ReceiptCase {
  readonly amount: string;
  readonly text?: string | readonly string[];
  readonly payer?: string;
  readonly account?: string;
  readonly number?: string;
  readonly bookedOn?: LocalDate;
  /** What the bank's line says of documents, as JSON. */
  readonly documents?: string;
}

export interface CashBook extends TestBook {
  /** The item's id. */
  owe(invoice: InvoiceCase): Promise<string>;
  /** Money in, as a statement brings it: a receipt on the UNIDENTIFIED customer and its bank line. The item's id. */
  receive(receipt: ReceiptCase): Promise<string>;
  /** Merges a duplicate into its survivor. The merge's id, with which `unmerge` undoes it. */
  merge(duplicateId: string, survivorId: string): Promise<string>;
  unmerge(mergeId: string): Promise<void>;
  /** "60.00 of C-1": what is open of an item, and on whose account. */
  open(itemId: string): Promise<string>;
  decision(receiptId: string): Promise<KeptDecision>;
  /** "4711 20.00 cash_discount posted": what stands of a receipt's deductions, as the list tells it. */
  deductions(receiptId: string): Promise<string[]>;
  /** Items on which a proposal waits. */
  held(...itemIds: string[]): Promise<string[]>;
  /** Invariants that do not hold, in words. */
  broken(): Promise<string[]>;
  drop(): Promise<void>;
}

export async function openCashBook(connectionsMax = 6): Promise<CashBook> {
  const testDatabase = await createTestDatabase();
  const book = await openTestBook(testDatabase.connection, { today: TODAY, connectionsMax });
  let receipts = 0;
  return {
    ...book,
    async owe(invoice) {
      const { customerId, number, amount, kind = 'invoice', issuedOn = localDate('2026-10-01') } = invoice;
      const { purchaseOrder, terms, currency = 'EUR', dueOn = localDate('2026-11-01') } = invoice;
      const instalments = [{ dueOn, amountMinor: minor(amount) }];
      const draft = { kind, number, customerId, currency, issuedOn, instalments, purchaseOrder, terms };
      const [posted] = await book.run((tx) => postDocuments(tx, [draft], { commandId: tx.commandId, batchId: null }));
      return posted?.itemIds[0] ?? '';
    },
    async receive(receipt) {
      const { amount, text = [], bookedOn = TODAY, payer = null, account = null } = receipt;
      const number = receipt.number ?? `BANK-${++receipts}`;
      const amountMinor = minor(amount);
      return book.run(async (tx) => {
        const instalments = [{ dueOn: bookedOn, amountMinor }];
        const { unidentifiedId: customerId } = book;
        const draft = {
          kind: 'receipt' as const,
          number,
          customerId,
          currency: 'EUR',
          issuedOn: bookedOn,
          instalments,
        };
        const [posted] = await postDocuments(tx, [draft], { commandId: tx.commandId, batchId: null });
        const itemId = posted?.itemIds[0] ?? '';
        const lines = typeof text === 'string' ? [text] : text;
        await tx.run(sql`
          insert into bank_line (company_id, id, batch_id, identity, booked_on, currency, amount_minor, is_reversal, payer_name, payer_account,
              documents, text_lines, disposition, document_id, item_id)
            values (${tx.company.id}, ${newId()}, ${newId()}, ${number}, ${bookedOn}, 'EUR', ${amountMinor}, false, ${payer}, ${account},
              ${receipt.documents ?? '[]'}, ${lines}, 'receipt', ${posted?.documentId}, ${itemId})`);
        return itemId;
      });
    },
    async merge(duplicateId, survivorId) {
      const id = newId();
      await book.run((tx) =>
        tx.run(sql`
          insert into customer_merge (company_id, id, duplicate_id, survivor_id, merged_by, merged_by_name, merged_at)
            values (${tx.company.id}, ${id}, ${duplicateId}, ${survivorId}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt})`),
      );
      return id;
    },
    async unmerge(mergeId) {
      await book.run((tx) =>
        tx.run(sql`
          update customer_merge set undone_by = ${tx.actor.id}, undone_by_name = ${tx.actor.name}, undone_at = ${tx.recordedAt}, undo_reason = 'two'
            where company_id = ${tx.company.id} and id = ${mergeId}`),
      );
    },
    async open(itemId) {
      const row = await book.read((tx) =>
        tx.one<{ open: bigint; customer: string }>(sql`
          select i.open_minor as open, c.number as customer from item i
            join customer c on c.company_id = i.company_id and c.id = i.customer_id
            where i.company_id = ${tx.company.id} and i.id = ${itemId}`),
      );
      return `${formatAmount(row.open, 'EUR')} of ${row.customer}`;
    },
    async decision(receiptId) {
      const [decision] = await book.read((tx) => currentDecisions(tx, [receiptId]));
      if (decision === undefined) throw new Error('no decision yet');
      return decision;
    },
    async deductions(receiptId) {
      const found = await book.read((tx) => listDeductions(tx, { receiptId, limit: 100 }));
      return found
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ itemNumber, amountMinor, reason, treatment, currency }) =>
          [itemNumber, formatAmount(amountMinor, currency), reason, treatment].join(' '),
        )
        .sort();
    },
    async held(...itemIds) {
      const holds = await book.read((tx) => holdsOfItems(tx, itemIds));
      return holds.filter((hold) => hold.kind === 'waiting_proposal').map((hold) => hold.itemId ?? '');
    },
    async broken() {
      const checks = await book.read((tx) => verify(tx, [cashApplicationCheck]));
      return checks.flatMap(({ invariant, ok, failures }) => (ok ? [] : [`${invariant}: ${failures.join('; ')}`]));
    },
    async drop() {
      await book.close();
      await testDatabase.drop();
    },
  };
}

export function minor(amount: string): bigint {
  const parsed = parseAmount(amount, 'EUR');
  if (parsed === null) throw new RangeError(`${amount} is no amount`);
  return parsed;
}

/** Allocations as "number amount", for reading in an expectation. */
export function allocated({ allocations }: Pick<KeptDecision, 'allocations'>): string[] {
  return allocations.map(({ number, amountMinor }) => `${number} ${formatAmount(amountMinor, 'EUR')}`);
}
