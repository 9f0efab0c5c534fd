/**
 * Posting many invoices beside plain COPY. Two floors in the same run: COPY of exactly the rows that were written
 * (documents, items, entries, postings) into tables of the same shape with the same keys and indexes; and COPY of one
 * narrow row for each invoice into a table with a primary key, which is what a spreadsheet loader would do.
 */

import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type BenchBook, benchInvoice, postInvoices } from './bench-book.ts';

export interface ImportBench {
  readonly invoices: number;
  readonly postMs: number;
  readonly copySameRowsMs: number;
  readonly copyNarrowMs: number;
  readonly ratioToSameRows: number;
  readonly ratioToNarrow: number;
  readonly residentMb: number;
}

const LEDGER_TABLES = [
  ['document', '*'],
  [
    'item',
    'company_id, id, document_id, instalment, kind, number, account, customer_id, currency, amount_minor, functional_minor, issued_on, due_on, opening_entry_id, last_effective_on, has_moved, settled_minor, settled_functional_minor, note',
  ],
  ['entry', '*'],
  ['posting', '*'],
] as const;

export async function benchImport(book: BenchBook, invoices: number): Promise<ImportBench> {
  let residentPeak = 0;
  const watch = setInterval(() => {
    residentPeak = Math.max(residentPeak, process.memoryUsage().rss);
  }, 50);
  const postMs = await postInvoices(book, invoices, (index) => benchInvoice(book, index));
  clearInterval(watch);
  const directory = await mkdtemp(path.join(os.tmpdir(), 'quittance-copy-'));
  try {
    let copySameRowsMs = 0;
    for (const [table, columns] of LEDGER_TABLES) {
      const names = columns === '*' ? await columnNames(book, table) : columns;
      copySameRowsMs += await timedCopy(book, {
        directory,
        table,
        select: `select ${names} from ${table}`,
        create: `create table floor_${table} (like ${table} including all)`,
        columns: names,
      });
    }
    const copyNarrowMs = await timedCopy(book, {
      directory,
      table: 'invoice',
      select: 'select number, customer_id, currency, amount_minor, issued_on, terms, purchase_order from document',
      create:
        'create table floor_invoice (number text primary key, customer_id uuid, currency text, amount_minor bigint, issued_on date, terms text, purchase_order text)',
      columns: 'number, customer_id, currency, amount_minor, issued_on, terms, purchase_order',
    });
    return {
      invoices,
      postMs: Math.round(postMs),
      copySameRowsMs: Math.round(copySameRowsMs),
      copyNarrowMs: Math.round(copyNarrowMs),
      ratioToSameRows: ratio(postMs, copySameRowsMs),
      ratioToNarrow: ratio(postMs, copyNarrowMs),
      residentMb: Math.round(residentPeak / 1e6),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function columnNames(book: BenchBook, table: string): Promise<string> {
  const found = await book.owner.query<{ names: string }>(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as names from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return found.rows[0]?.names ?? '';
}

interface Copy {
  readonly directory: string;
  readonly table: string;
  readonly select: string;
  readonly create: string;
  readonly columns: string;
}

/** Writes the rows to a file first, so that only the COPY into the table is timed. */
async function timedCopy(book: BenchBook, copy: Copy): Promise<number> {
  const file = path.join(copy.directory, copy.table);
  const client = await book.owner.connect();
  try {
    await pipeline(client.query(copyTo(`copy (${copy.select}) to stdout`)), createWriteStream(file));
    await client.query(copy.create);
    const startedAt = performance.now();
    await pipeline(
      createReadStream(file),
      client.query(copyFrom(`copy floor_${copy.table} (${copy.columns}) from stdin`)),
    );
    const took = performance.now() - startedAt;
    await client.query(`drop table floor_${copy.table}`);
    return took;
  } finally {
    client.release();
    await rm(file, { force: true });
  }
}

export function ratio(ours: number, floor: number): number {
  return Math.round((ours / floor) * 100) / 100;
}
