/** A run is killed with SIGKILL wherever it happens to be, and begun again. `npm run soak` kills it more often. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { localDate, toEpochDay } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../../platform/testing/ledger-book.ts';
import { postDocuments, verify } from '../../ledger/index.ts';
import { cashApplicationCheck } from '../verify.queries.ts';
import type { KilledRun } from './run-kills.fixture.ts';

const KILLS = Number(process.env.QUITTANCE_KILL_TRIALS ?? 2);
/** A run posts two blocks of 250 at once: some are written, some under way, some not begun when it is killed. */
const RECEIPTS_OF_KILL = 800;
const LATER_MS_MAX = 150;
const TODAY = localDate('2026-11-20');
const FIXTURE = fileURLToPath(new URL('./run-kills.fixture.ts', import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

let testDatabase: TestDatabase;
let book: TestBook;
let acme: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: TODAY });
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
});
afterAll(async () => {
  await book.close();
  await testDatabase.drop();
});

/** Each receipt cites the invoice that it pays. */
async function owedAndPaid(count: number): Promise<void> {
  await book.run(async (tx) => {
    const draft = (kind: 'invoice' | 'receipt', at: number) => ({
      kind,
      number: `${kind === 'invoice' ? '' : 'BANK-'}${9_100_001 + at}`,
      customerId: kind === 'invoice' ? acme : book.unidentifiedId,
      currency: 'EUR',
      issuedOn: TODAY,
      instalments: [{ dueOn: TODAY, amountMinor: BigInt(10_000 + at) }],
    });
    const origin = { commandId: tx.commandId, batchId: null };
    for (const kind of ['invoice', 'receipt'] as const) {
      await postDocuments(
        tx,
        Array.from({ length: count }, (_, at) => draft(kind, at)),
        origin,
      );
    }
    await tx.run(sql`
      insert into bank_line (company_id, id, batch_id, identity, booked_on, currency, amount_minor, is_reversal, payer_name, documents,
          text_lines, disposition, document_id, item_id)
        select i.company_id, gen_random_uuid(), ${tx.commandId}, i.number, i.issued_on, 'EUR', -i.amount_minor, false, 'ACME', '[]',
            array[replace(i.number, 'BANK-', '')], 'receipt', i.document_id, i.id
          from item i where i.company_id = ${tx.company.id} and i.kind = 'receipt'`);
  });
}

interface Posted {
  readonly receipts: number;
  readonly applications: number;
  readonly lessons: number;
  /** Receipts and invoices of which something is open. */
  readonly open: number;
}

function whatIsPosted(): Promise<Posted> {
  return book.read((tx) =>
    tx.one<Posted>(sql`
      select (select count(*)::int from receipt_decision where company_id = ${tx.company.id} and state = 'posted') as receipts,
        (select count(*)::int from entry where company_id = ${tx.company.id} and kind = 'application') as applications,
        (select count(*)::int from payer_confirmation where company_id = ${tx.company.id}) as lessons,
        (select count(*)::int from item where company_id = ${tx.company.id} and open_minor <> 0) as open`),
  );
}

let started = 0;
const MINUTE_MICROS = 60_000_000n;

/** Begins a run; its clock stands after those of the runs before. */
function begin() {
  started += 1;
  const noon = BigInt(toEpochDay(TODAY)) * 1_440n * MINUTE_MICROS + 720n * MINUTE_MICROS;
  const { connection } = testDatabase;
  const run: KilledRun = { connection, scope: book.scope, startsAt: String(noon + BigInt(started) * MINUTE_MICROS) };
  const child = spawn(process.execPath, ['--import', LOADER, FIXTURE, JSON.stringify(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, ended: new Promise<number | null>((resolve) => child.once('close', resolve)) };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills a run some time after it has posted something. Returns what was posted by then. */
async function runAndKill(laterMs: number): Promise<Posted> {
  const before = await whatIsPosted();
  const { child, ended } = begin();
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  while (!hasEnded && (await whatIsPosted()).receipts === before.receipts) await pause(20);
  await pause(laterMs);
  child.kill('SIGKILL');
  await ended;
  return whatIsPosted();
}

describe('a run that is killed', () => {
  it(
    'is begun again until all is posted: once, whole, and nothing twice',
    async () => {
      const count = KILLS * RECEIPTS_OF_KILL;
      await owedAndPaid(count);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { receipts, applications, lessons } = await runAndKill(((kill + 1) * LATER_MS_MAX) / KILLS);
        expect([applications, lessons], 'a receipt is posted with all that belongs to it').toEqual([
          receipts,
          receipts,
        ]);
      }
      expect((await whatIsPosted()).receipts).toBeLessThan(count);
      // What the killed ones had locked is free when their connections are found dead.
      for (let again = 0; again < 5 && (await whatIsPosted()).receipts < count; again += 1) {
        expect(await begin().ended).toBe(0);
      }
      expect(await whatIsPosted()).toEqual({ receipts: count, applications: count, lessons: count, open: 0 });
      const checks = await book.read((tx) => verify(tx, [cashApplicationCheck]));
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    },
    KILLS * 300_000,
  );
});
