/**
 * Single applications by 16 clients beside bare transactions of the same rows: entry, two postings, two items, command and
 * audit line in tables of the same shape, without rules, locks, row-level security or triggers.
 */
import { addDays } from '@quittance/core/calendar';
import { applyCredits, type DocumentDraft } from '../modules/ledger/index.ts';
import { runCommand } from '../platform/command/index.ts';
import { newId } from '../platform/ids.ts';
import { type BenchBook, benchInvoice, postInvoices } from './bench-book.ts';
import { ratio } from './import.bench.ts';

export interface ApplyBench {
  readonly clients: number;
  readonly applications: number;
  readonly perSecond: number;
  readonly barePerSecond: number;
  /** At least 0.5 is asked. */
  readonly ratioToBare: number;
}

const CLIENTS = 16;
const TABLES = ['entry', 'posting', 'command', 'audit_event', 'item'] as const;

export async function benchApply(book: BenchBook, applications: number): Promise<ApplyBench> {
  const pairs = await openPairs(book, applications);
  const today = await book.database.read(book.scope, async (tx) => tx.today);
  const half = Math.floor(applications / 2);
  for (const table of TABLES) await book.owner.query(`create table bare_${table} (like ${table} including all)`);
  await book.owner.query(
    `insert into bare_item (${ITEM_COLUMNS}) select ${ITEM_COLUMNS} from item where id = any($1)`,
    [pairs.flatMap((pair) => [pair.debitItemId, pair.creditItemId])],
  );
  // Else the floor reads its items by a wrong index, and is none.
  await book.owner.query('analyze bare_item');
  // Both in turns, halves apart, so that a slow minute of the machine hits both.
  const ours: number[] = [];
  const bare: number[] = [];
  for (const part of [pairs.slice(0, half), pairs.slice(half)]) {
    ours.push(await inClients(part, (pair) => applyOne(book, pair, today)));
    bare.push(await inClients(part, (pair) => bareOne(book, pair, today)));
  }
  for (const table of TABLES) await book.owner.query(`drop table bare_${table}`);
  const perSecond = (applications * 1000) / sumOf(ours);
  const barePerSecond = (applications * 1000) / sumOf(bare);
  return {
    clients: CLIENTS,
    applications,
    perSecond: Math.round(perSecond),
    barePerSecond: Math.round(barePerSecond),
    ratioToBare: ratio(perSecond, barePerSecond),
  };
}

const ITEM_COLUMNS =
  'company_id, id, document_id, instalment, kind, number, account, customer_id, currency, amount_minor, functional_minor, issued_on, due_on, opening_entry_id, last_effective_on';

interface Pair {
  readonly creditItemId: string;
  readonly debitItemId: string;
  readonly amountMinor: bigint;
}

async function openPairs(book: BenchBook, count: number): Promise<Pair[]> {
  const prefix = newId().slice(0, 13);
  const draft =
    (kind: 'invoice' | 'receipt') =>
    (index: number): DocumentDraft => {
      const invoice = benchInvoice(book, index);
      return {
        ...invoice,
        kind,
        number: `${kind}-${prefix}-${index}`,
        issuedOn: addDays(invoice.issuedOn, kind === 'receipt' ? 30 : 0),
      };
    };
  await postInvoices(book, count, draft('invoice'));
  await postInvoices(book, count, draft('receipt'));
  const rows = await book.owner.query<{ debit: string; credit: string; amount: bigint }>(
    `select i.id as debit, r.id as credit, i.amount_minor as amount
      from item i join item r on r.company_id = i.company_id and r.number = replace(i.number, 'invoice-', 'receipt-')
      where i.number like $1 and r.number like $2`,
    [`invoice-${prefix}-%`, `receipt-${prefix}-%`],
  );
  return rows.rows.map((row) => ({ debitItemId: row.debit, creditItemId: row.credit, amountMinor: row.amount }));
}

async function applyOne(book: BenchBook, pair: Pair, today: Parameters<typeof addDays>[0]): Promise<void> {
  const command = { key: pair.debitItemId, action: 'bench.apply', body: pair };
  await runCommand(book.database, book.scope, command, (tx) => applyCredits(tx, [pair], { effectiveOn: today }));
}

async function bareOne(book: BenchBook, pair: Pair, today: string): Promise<void> {
  const client = await book.owner.connect();
  const [company, entry, customer] = [book.scope.company.id, newId(), book.customerIds[0]];
  try {
    await client.query('begin');
    await client.query({
      name: 'bare-entry',
      text: `insert into bare_entry (company_id, id, kind, effective_on, recorded_at, posting_count, currency, amount_minor, command_id, actor_id)
        values ($1, $2, 'application', $3, now(), 2, 'EUR', 100, $2, $2)`,
      values: [company, entry, today],
    });
    await client.query({
      name: 'bare-posting',
      text: `insert into bare_posting (company_id, entry_id, line, account, effective_on, recorded_at, currency, amount_minor, functional_minor, customer_id, item_id, due_on)
        values ($1, $2, 1, 'receivable', $3, now(), 'EUR', -100, -100, $4, $5, $3), ($1, $2, 2, 'unapplied', $3, now(), 'EUR', 100, 100, $4, $6, $3)`,
      values: [company, entry, today, customer, pair.debitItemId, pair.creditItemId],
    });
    await client.query({
      name: 'bare-item',
      text: 'update bare_item set settled_minor = amount_minor, settled_functional_minor = functional_minor where company_id = $1 and id in ($2, $3)',
      values: [company, pair.debitItemId, pair.creditItemId],
    });
    await client.query({
      name: 'bare-command',
      text: `insert into bare_command (company_id, key, id, body_hash, actor_id, recorded_at, response) values ($1, $2, $3, $2, $3, now(), '[]')`,
      values: [company, entry, entry],
    });
    await client.query({
      name: 'bare-audit',
      text: `insert into bare_audit_event (company_id, id, recorded_at, actor_id, actor_name, action, subject_kind, subject_id)
        values ($1, $2, now(), $2, 'bench', 'bench.apply', 'command', $3)`,
      values: [company, entry, entry],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function inClients(pairs: readonly Pair[], work: (pair: Pair) => Promise<void>): Promise<number> {
  const queue = [...pairs];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let pair = queue.pop(); pair; pair = queue.pop()) await work(pair);
    }),
  );
  return performance.now() - startedAt;
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
