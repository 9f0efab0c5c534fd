/**
 * Opening documents is the one bulk write of the ledger: rows arrive as JSON (a few) or through COPY into a temporary
 * table (many; row-level security refuses COPY into the tables themselves). Either way one statement turns them into
 * documents, items, entries and postings, so that the guards see them whole.
 */
import type { LocalDate } from '@quittance/core/calendar';
import type { ControlAccount, DocumentKind, PlainAccount } from '@quittance/core/ledger';
import { type Query, rawSql, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** One item with its document. Amounts are signed as the item is; a document's rows follow each other. */
export interface OpeningRow {
  readonly document_id: string;
  readonly entry_id: string;
  readonly item_id: string;
  readonly instalment: number;
  readonly instalments: number;
  readonly kind: DocumentKind;
  readonly account: ControlAccount;
  readonly contra: PlainAccount;
  readonly number: string;
  readonly item_number: string;
  readonly number_key: string;
  readonly customer_id: string;
  readonly currency: string;
  readonly amount_minor: bigint;
  readonly functional_minor: bigint;
  readonly document_minor: bigint;
  readonly document_functional_minor: bigint;
  readonly issued_on: LocalDate;
  readonly due_on: LocalDate;
  readonly effective_on: LocalDate;
  readonly terms: string | null;
  readonly purchase_order: string | null;
  readonly order_number: string | null;
  readonly delivery_note: string | null;
  readonly reference: string | null;
  readonly note: string | null;
}

const COLUMNS = `document_id uuid, entry_id uuid, item_id uuid, instalment smallint, instalments smallint, kind text, account text,
  contra text, number text, item_number text, number_key text, customer_id uuid, currency text, amount_minor bigint,
  functional_minor bigint, document_minor bigint, document_functional_minor bigint, issued_on date, due_on date, effective_on date,
  terms text, purchase_order text, order_number text, delivery_note text, reference text, note text`;
const COLUMN_NAMES = COLUMNS.split(',').map((column) => column.trim().split(' ')[0] as keyof OpeningRow);

export interface OpeningOrigin {
  readonly commandId: string;
  readonly batchId: string | null;
}

/** A few documents, in one round trip. */
export async function insertOpenings(tx: Tx, rows: readonly OpeningRow[], origin: OpeningOrigin): Promise<void> {
  const json = JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  await tx.run(insertFrom(tx, sql`json_to_recordset(${json}) as opening (${rawSql(COLUMNS)})`, origin));
}

/** Many documents, through COPY, as `openingLines` gives them. All rows of a document must be in one call. */
export async function copyOpenings(tx: Tx, lines: readonly Uint8Array[], origin: OpeningOrigin): Promise<void> {
  await tx.run(rawSql(`create temporary table if not exists opening (${COLUMNS}) on commit drop`));
  await tx.run(sql`truncate opening`);
  await tx.copyIn('copy opening from stdin', lines);
  await tx.run(insertFrom(tx, sql`opening`, origin));
}

function insertFrom(tx: Tx, source: Query, origin: OpeningOrigin): Query {
  const { company, recordedAt, actor } = tx;
  return sql`
    with opening_rows as materialized (select * from ${source}),
    documents as (
      insert into document (company_id, id, kind, number, number_key, customer_id, currency, amount_minor, issued_on, opening_entry_id,
          terms, purchase_order, order_number, delivery_note, reference, note, batch_id)
        select ${company.id}, document_id, kind, number, number_key, customer_id, currency, abs(document_minor), issued_on, entry_id,
          terms, purchase_order, order_number, delivery_note, reference, note, ${origin.batchId}
        from opening_rows where instalment = 1),
    items as (
      insert into item (company_id, id, document_id, instalment, kind, number, account, customer_id, currency, amount_minor,
          functional_minor, issued_on, due_on, opening_entry_id, last_effective_on, last_recorded_at)
        select ${company.id}, item_id, document_id, instalment, kind, item_number, account, customer_id, currency, amount_minor,
          functional_minor, issued_on, due_on, entry_id, effective_on, ${recordedAt}
        from opening_rows),
    entries as (
      insert into entry (company_id, id, kind, effective_on, recorded_at, posting_count, currency, amount_minor, command_id, batch_id, actor_id)
        select ${company.id}, entry_id, case kind when 'receipt' then 'receipt' else 'document' end, effective_on, ${recordedAt},
          instalments + 1, currency, abs(document_minor), ${origin.commandId}, ${origin.batchId}, ${actor.id}
        from opening_rows where instalment = 1)
    insert into posting (company_id, entry_id, line, account, effective_on, recorded_at, currency, amount_minor, functional_minor,
        customer_id, item_id, due_on)
      select ${company.id}::uuid, entry_id, instalment, account, effective_on, ${recordedAt}::timestamptz, currency, amount_minor,
          functional_minor, customer_id, item_id, due_on
        from opening_rows
      union all
      select ${company.id}::uuid, entry_id, instalments + 1, contra, effective_on, ${recordedAt}::timestamptz, currency, -document_minor,
          -document_functional_minor, null, null, null
        from opening_rows where instalment = 1`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Rows as COPY's text format has them: bytes, which wait outside of the heap. Some hundreds at a time make writes of about 100 kB
 * to the socket.
 */
export function openingLines(rows: readonly OpeningRow[]): Uint8Array {
  let lines = '';
  for (const row of rows) {
    for (let column = 0; column < COLUMN_NAMES.length; column++) {
      if (column > 0) lines += '\t';
      const value = row[COLUMN_NAMES[column] as keyof OpeningRow];
      if (value === null) lines += '\\N';
      else if (typeof value === 'string')
        lines += /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] ?? c) : value;
      else lines += value;
    }
    lines += '\n';
  }
  return Buffer.from(lines);
}
