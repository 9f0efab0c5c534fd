/** A small ledger, and hands that write to it as the application's role could: the bench of the guards' tests. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { runCommand } from '../../../platform/command/index.ts';
import { applicationPool } from '../../../platform/database/pool.ts';
import { newId } from '../../../platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts';
import { sealEntries } from '../index.ts';
import { type Opened, type Poster, posterAt } from './poster.ts';
import { openRealCompany, type RealCompany, type Row } from './raw-ledger.ts';

export let testDatabase: TestDatabase;
export let ours: RealCompany;
export let theirs: RealCompany;
export let post: Poster;
export let invoice: Opened;
export let receipt: Opened;
export let application: string;
export let theirInvoice: Opened;
export let yesterday: LocalDate;
export let pool: pg.Pool;
export let client: pg.PoolClient;

/** Makes a ledger with an invoice, a receipt and an application to attack; each attack is rolled back. */
export function useAttackedLedger(): void {
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    ours = await openRealCompany(testDatabase.connection, { code: 'OURS' });
    theirs = await openRealCompany(testDatabase.connection, { code: 'THEIRS' });
    yesterday = addDays(ours.today, -1);
    post = posterAt(deskOf(ours));
    invoice = await post.invoice({ customerId: ours.customerId, issuedOn: yesterday });
    receipt = await post.receipt({ customerId: ours.customerId, issuedOn: yesterday });
    application = await post.apply(receipt, invoice, 4_000n, yesterday);
    theirInvoice = await posterAt(deskOf(theirs)).invoice({ customerId: theirs.customerId, issuedOn: yesterday });
    await ours.database.write(ours.scope, sealEntries);
    pool = await applicationPool(testDatabase.connection, 2);
  });
  afterAll(async () => {
    expect(await post.broken()).toEqual([]);
    await pool.end();
    await ours.close();
    await theirs.close();
    await testDatabase.drop();
  });

  beforeEach(async () => {
    client = await pool.connect();
    await begin(ours);
  });
  afterEach(async () => {
    await client.query('rollback');
    client.release(true); // what an attack changed of the session goes with it
  });
}

function deskOf({ database, scope }: RealCompany) {
  return {
    run: <T>(work: Parameters<typeof runCommand<T>>[3]) =>
      runCommand(database, scope, { action: 'test', body: null }, work),
    read: <T>(work: Parameters<typeof database.read<T>>[1]) => database.read(scope, work),
  };
}

export async function begin({ company }: RealCompany): Promise<void> {
  await client.query('begin');
  await client.query("select set_config('quittance.company', $1, true)", [company.id]);
}

async function now(): Promise<string> {
  const answer = await client.query<{ at: string }>('select clock_timestamp() as at');
  return answer.rows[0]?.at ?? '';
}

/** Expects the statement to be refused by the rule of that name. */
export async function refusedBy(rule: string, attack: Promise<unknown>): Promise<void> {
  await expect(attack).rejects.toMatchObject({ constraint: rule });
}

/** Expects the statement to be refused as a second of what there is once. A partition's index has a name of its own. */
export async function refusedAsTwin(attack: Promise<unknown>): Promise<void> {
  await expect(attack).rejects.toMatchObject({ code: '23505' });
}

/** Expects the statement to be refused because the role may not do it, or may not see it. */
export async function forbidden(attack: Promise<unknown>): Promise<void> {
  await expect(attack).rejects.toMatchObject({ code: '42501' });
}

/** A sound entry that applies 10.00 of the receipt to the invoice, to be spoilt by each test. */
export async function anApplication(changes: { entry?: Row; postings?: readonly Row[] } = {}) {
  const entry: Row = {
    company_id: ours.company.id,
    id: newId(),
    kind: 'application',
    effective_on: yesterday,
    recorded_at: await now(),
    posting_count: changes.postings?.length ?? 2,
    currency: 'EUR',
    amount_minor: 1000,
    command_id: newId(),
    actor_id: newId(),
    ...changes.entry,
  };
  const spoilt = changes.postings ?? [debitLeg(), creditLeg()];
  const posting: Row[] = spoilt.map((leg, index) => ({
    company_id: ours.company.id,
    entry_id: entry.id ?? null,
    line: index + 1,
    effective_on: entry.effective_on ?? null,
    recorded_at: entry.recorded_at ?? null,
    currency: 'EUR',
    functional_minor: leg.amount_minor ?? null,
    ...leg,
  }));
  return { entry: [entry], posting };
}

export const debitLeg = (changes: Row = {}): Row => ({
  account: 'receivable',
  item_id: invoice.itemId,
  customer_id: ours.customerId,
  due_on: yesterday,
  amount_minor: -1000,
  ...changes,
});
export const creditLeg = (changes: Row = {}): Row =>
  debitLeg({ account: 'unapplied', item_id: receipt.itemId, amount_minor: 1000, ...changes });
export const plainLeg = (account: string, amountMinor: number, changes: Row = {}): Row => ({
  account,
  amount_minor: amountMinor,
  ...changes,
});

export async function anOpening(changes: { document?: Row; item?: Row; entry?: Row; postings?: readonly Row[] } = {}) {
  const [documentId, itemId] = [newId(), newId()];
  const facts = { customer_id: ours.customerId, currency: 'EUR', kind: 'invoice', number: `X${documentId}` };
  const opening = debitLeg({ item_id: itemId, amount_minor: 1000 });
  const { entry, posting } = await anApplication({
    entry: { kind: 'document', ...changes.entry },
    postings: changes.postings ?? [opening, plainLeg('billing', -1000)],
  });
  const openingEntryId = entry[0]?.id ?? null;
  const document: Row = {
    company_id: ours.company.id,
    id: documentId,
    ...facts,
    number_key: 'X',
    amount_minor: 1000,
    issued_on: yesterday,
    opening_entry_id: openingEntryId,
    ...changes.document,
  };
  const item: Row = {
    company_id: ours.company.id,
    id: itemId,
    document_id: documentId,
    ...facts,
    instalment: 1,
    account: 'receivable',
    amount_minor: 1000,
    functional_minor: 1000,
    issued_on: yesterday,
    due_on: yesterday,
    opening_entry_id: openingEntryId,
    last_effective_on: yesterday,
    last_recorded_at: entry[0]?.recorded_at ?? null,
    has_moved: false,
    settled_minor: 0,
    settled_functional_minor: 0,
    ...changes.item,
  };
  return { document: [document], item: [item], entry, posting };
}
