import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalsCheck } from '../modules/approvals/index.ts';
import { cashApplicationCheck } from '../modules/cash-application/index.ts';
import { SYSTEM_ACTOR } from '../modules/identity/index.ts';
import { findBatch, postBatch, readBatch, receiveFile, startPosting } from '../modules/intake/index.ts';
import { aging, controlTotals, type Invariant, verify } from '../modules/ledger/index.ts';
import { createCompany, listCompanies } from '../modules/organisation/index.ts';
import { applicationPool, ownerPool } from '../platform/database/pool.ts';
import { Database, type Scope } from '../platform/database/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../platform/testing/database.ts';
import { seedDemo } from './index.ts';

const today = localDate('2025-11-20'); // past on every machine
let testDatabase: TestDatabase;
let otherDatabase: TestDatabase;
let database: Database;
let filesDirectory: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  otherDatabase = await createTestDatabase();
  filesDirectory = await mkdtemp(path.join(os.tmpdir(), 'quittance-demo-'));
  database = new Database(await applicationPool(testDatabase.connection, 4));
});
afterAll(async () => {
  await database.end();
  await testDatabase.drop();
  await otherDatabase.drop();
  await rm(filesDirectory, { recursive: true });
});

const seed = (scale = 0.02) => seedDemo({ connection: testDatabase.connection, today, scale, filesDirectory });

async function scopes(): Promise<Scope[]> {
  return (await listCompanies(database)).map((company) => ({ company, actor: SYSTEM_ACTOR }));
}

async function brokenInvariants(scope: Scope): Promise<Invariant[]> {
  const invariants = await database.read(scope, (tx) => verify(tx, [cashApplicationCheck, approvalsCheck]));
  return invariants.filter((invariant) => !invariant.ok);
}

async function ownerSays<Row>(text: string): Promise<Row[]> {
  const owner = ownerPool(testDatabase.connection, 1);
  try {
    return (await owner.query(text)).rows as Row[];
  } finally {
    await owner.end();
  }
}

describe('the demo in a database', () => {
  it('is filled with three companies in three currencies whose books hold', async () => {
    expect(await seed()).toEqual({ seeded: true });
    const found = await scopes();
    expect(found.map(({ company }) => [company.code, company.functionalCurrency])).toEqual([
      ['IT01', 'EUR'],
      ['UK01', 'GBP'],
      ['US01', 'USD'],
    ]);
    for (const scope of found) {
      expect(await brokenInvariants(scope)).toEqual([]);
    }
  });

  it('shows a group of a head and three customers, credit limits of some, and contacts of the last weeks', async () => {
    const found = await ownerSays<{ groups: string; limits: string; all: string; contacts: string }>(
      `select (select count(*) from (select parent_id from customer group by company_id, parent_id having parent_id is not null and count(*) >= 3) g) as groups,
         count(credit_limit_minor) as limits, count(*) as all,
         (select count(*) from activity where kind in ('call', 'mail') and happened_at > '2025-10-29') as contacts from customer`,
    );
    const { groups, limits, all, contacts } = found[0] ?? { groups: 0, limits: 0, all: 0, contacts: 0 };
    expect(Number(groups)).toBeGreaterThan(0);
    expect(Number(contacts)).toBeGreaterThan(5);
    expect(Number(limits)).toBeGreaterThan(Number(all) / 6);
    expect(Number(limits)).toBeLessThan(Number(all) / 2);
  });

  it('leaves the cash desk something to do: some receipts posted themselves, some wait with a question', async () => {
    const decisions = await ownerSays<{ state: string }>(
      "select distinct state from receipt_decision where is_current and state in ('posted', 'waiting') order by state",
    );
    expect(decisions.map((row) => row.state)).toEqual(['posted', 'waiting']);
  });

  it('gives the manager something to decide: a refund, a write-off and a move to another company wait, one was approved', async () => {
    const requests = await ownerSays<{ kind: string; state: string; own: boolean }>(
      `select distinct kind, state, requested_by = any (select decided.by_id from approval_step decided
          where decided.request_id = r.id and decided.what = 'approved') as own
        from approval_request r order by kind, state`,
    );
    expect(requests).toEqual([
      { kind: 'refund', state: 'waiting', own: false },
      { kind: 'transfer', state: 'waiting', own: false },
      { kind: 'write_off', state: 'posted', own: false },
      { kind: 'write_off', state: 'waiting', own: false },
    ]);
  });

  it('shows an advice that posted its receipt, claims, money with an owner and a next step, and questions to customers', async () => {
    const [shown] = await ownerSays<Record<string, number>>(
      `select (select count(*)::int from receipt_advice where linked_by = 'trace') as linked,
         (select count(distinct reason)::int from deduction where treatment = 'claimed') as reasons,
         (select count(*)::int from receipt_research where next_step is not null and owner_id is not null) as researched,
         (select count(*)::int from receipt_question where answered_at is null) as asked,
         (select count(*)::int from receipt_question where answered_at is not null) as answered`,
    );
    expect(shown?.linked).toBeGreaterThan(0);
    expect(shown?.reasons).toBeGreaterThan(1);
    expect(shown?.researched).toBeGreaterThan(5);
    expect(shown?.asked).toBeGreaterThan(0);
    expect(shown?.answered).toBeGreaterThan(0);
  });

  it('lives a team’s weeks: portfolios with a cover, a ladder switched on, promises of every end, calls, mails of every kind', async () => {
    const [shown] = await ownerSays<Record<string, number>>(
      `select (select count(distinct owner_id)::int from portfolio_assignment) as owners, (select count(*)::int from portfolio_cover) as covers,
         (select count(distinct company_id)::int from collection_strategy_switch) as strategies, (select count(*)::int from dunning_run where state = 'done') as runs,
         (select count(*)::int from message_delivery where state <> 'sent') as stuck, (select count(distinct kind)::int from message where direction = 'in') as kinds,
         (select count(*)::int from conversation where customer_id is null and waiting_since is not null) as nobodys,
         (select count(*)::int from call) as calls, (select count(*)::int from task where status = 'open') as tasks,
         (select count(*)::int from call_back where status = 'open') as call_backs, (select count(distinct day)::int from worklist_evening) as evenings,
         (select count(*)::int from interest_charge) as interest, (select count(*)::int from customer_profile) as profiles,
         (select count(*)::int from absence) as absences, (select count(*)::int from accolade) as accolades`,
    );
    expect(shown).toMatchObject({ strategies: 3, runs: 6, stuck: 0, absences: 6, accolades: 9, evenings: 1 });
    expect(shown?.owners).toBeGreaterThan(2);
    for (const what of ['covers', 'kinds', 'nobodys', 'calls', 'tasks', 'call_backs', 'interest', 'profiles'] as const)
      expect(shown?.[what], what).toBeGreaterThan(0);
    const states = await ownerSays<{ state: string }>('select distinct state from promise order by state');
    expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['kept']));
  });

  it('takes its mail as the product does: what a customer wrote is theirs who look after it', async () => {
    const [mails] = await ownerSays<Record<string, number>>(
      `select count(*) filter (where assigned_to is null)::int as nobodys, count(*)::int as "all" from conversation where customer_id is not null and waiting_since is not null`,
    );
    expect(mails?.all).toBeGreaterThan(0);
    expect(mails?.nobodys).toBe(0);
  });

  it('takes the files that were left: customers, invoices but for five bad rows, the bank statement', async () => {
    const [scope] = await scopes();
    if (!scope) throw new Error('no company');
    const before = await database.read(scope, (tx) => aging(tx, { by: 'customer', buckets: [30] }));
    for (const name of (await readdir(filesDirectory)).filter((file) => file.includes('IT01')).sort()) {
      const content = createReadStream(path.join(filesDirectory, name));
      const { batch } = await receiveFile(database, scope, { fileName: name, content });
      await readBatch({ database }, scope, batch.id);
      await database.write(scope, (tx) => startPosting(tx, batch.id, 'good_rows'));
      await postBatch({ database }, scope, batch.id, 'good_rows');
      const posted = await database.read(scope, (tx) => findBatch(tx, batch.id));
      expect(posted).toMatchObject({ status: 'posted', refused: posted?.kind === 'items' ? 5 : 0 });
      expect(posted?.added).toBeGreaterThan(0);
    }
    const after = await database.read(scope, (tx) => aging(tx, { by: 'customer', buckets: [30] }));
    expect(after.totals).not.toEqual(before.totals);
    expect(await brokenInvariants(scope)).toEqual([]);
  });

  it('is there once: filling it again changes nothing', async () => {
    expect(await seed()).toEqual({ seeded: false });
  });

  it('remembers what was known when: last month as of its end grew by what was entered after it', async () => {
    const [scope] = await scopes();
    if (!scope) throw new Error('no company');
    const asOf = localDate('2025-10-30');
    const totalAt = async (knownAt?: string) => {
      const answer = await database.read(scope, (tx) => aging(tx, { asOf, knownAt, by: 'customer', buckets: [30] }));
      return answer.totals.map((total) => total.totalMinor).join();
    };
    const early = await totalAt('2025-10-30T12:00:00.000000Z');
    const late = await totalAt();
    expect(early).not.toBe(late);
    const control = await database.read(scope, (tx) => controlTotals(tx, { asOf, knownAt: tx.recordedAt }));
    expect(control.length).toBeGreaterThan(0);
  });

  it('has one person for each role and two who collect elsewhere, who entered the past, and runs on the database clock from now on', async () => {
    const people = await ownerSays<{ email: string }>('select email from person order by email');
    expect(people.map((person) => person.email)).toContain('collections@demo.example');
    expect(people).toHaveLength(9);
    expect(await ownerSays('select distinct clock from company')).toEqual([{ clock: 'database' }]);
    const strangers = await ownerSays(`
      select distinct actor_id from entry where actor_id not in (select id from person) and actor_id <> '${SYSTEM_ACTOR.id}'`);
    expect(strangers).toEqual([]);
  });

  it('is emptied and filled anew when it was left half done', async () => {
    await ownerSays("delete from command where key = 'demo:complete'");
    await ownerSays('delete from posting where ctid in (select ctid from posting limit 10)');
    expect(await seed(0.004)).toEqual({ seeded: true });
    for (const scope of await scopes()) {
      expect(await brokenInvariants(scope)).toEqual([]);
    }
    expect(await ownerSays('select from person')).toHaveLength(9);
  });

  it('is refused where somebody else has a company', async () => {
    const { connection } = otherDatabase;
    const others = new Database(await applicationPool(connection, 1));
    const draft = { code: 'REAL', name: 'Somebody', functionalCurrency: 'EUR', timeZone: 'Europe/Rome' };
    await createCompany(others, SYSTEM_ACTOR, { draft, setups: [] });
    await others.end();
    await expect(seedDemo({ connection, today })).rejects.toMatchObject({ code: 'demo_needs_an_empty_database' });
  });
});
