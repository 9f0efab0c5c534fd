/**
 * Importing many invoices beside plain COPY. Ours is the whole path: a CSV file is stored, read in its own process, mapped,
 * checked, previewed, then read again and posted. Two floors in the same run: COPY of exactly the rows that were written
 * (documents, items, entries, postings) into tables of the same shape with the same keys and indexes; and COPY of one
 * narrow row for each invoice into a table with a primary key, which is what a spreadsheet loader would do.
 */

import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { formatAmount } from '@quittance/core/money';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { importFile } from '../modules/intake/index.ts';
import { assert } from '../platform/errors.ts';
import { type BenchBook, benchCustomerNumber, benchInvoice } from './bench-book.ts';

export interface ImportBench {
  readonly invoices: number;
  /** The whole path, preview included. */
  readonly importMs: number;
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
  const directory = await mkdtemp(path.join(os.tmpdir(), 'quittance-copy-'));
  try {
    const importMs = await importCsv(book, invoices, path.join(directory, 'invoices.csv'));
    clearInterval(watch);
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
      importMs: Math.round(importMs),
      copySameRowsMs: Math.round(copySameRowsMs),
      copyNarrowMs: Math.round(copyNarrowMs),
      ratioToSameRows: ratio(importMs, copySameRowsMs),
      ratioToNarrow: ratio(importMs, copyNarrowMs),
      residentMb: Math.round(residentPeak / 1e6),
    };
  } finally {
    clearInterval(watch);
    await rm(directory, { recursive: true, force: true });
  }
}

async function importCsv(book: BenchBook, invoices: number, file: string): Promise<number> {
  await pipeline(csvLines(book, invoices), createWriteStream(file));
  const startedAt = performance.now();
  const report = await importFile(book, book.scope, {
    kind: 'items',
    fileName: 'invoices.csv',
    content: createReadStream(file),
    upTo: 'all',
  });
  const took = performance.now() - startedAt;
  assert(report.batch.added === invoices, `all were posted: ${JSON.stringify(report.refusal ?? report.problems[0])}`);
  return took;
}

function* csvLines(book: BenchBook, invoices: number): Generator<string> {
  yield 'customer number,invoice number,currency,amount,issue date,due date,purchase order\n';
  let chunk = '';
  for (let index = 0; index < invoices; index++) {
    const { number, currency, issuedOn, instalments, purchaseOrder } = benchInvoice(book, index);
    const [only] = instalments;
    const amount = formatAmount(only?.amountMinor ?? 0n, currency);
    chunk += `${benchCustomerNumber(book, index)},${number},${currency},${amount},${issuedOn},${only?.dueOn},${purchaseOrder}\n`;
    if (chunk.length > 100_000) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
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
