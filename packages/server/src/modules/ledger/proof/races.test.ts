/** Many people at once on the same items, on a ledger whose instants are the database's own. */
import { addDays, type LocalDate, startOfMonth } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Command, type CommandTx, runClosingCommand, runCommand } from '../../../platform/command/index.ts';
import { AppError } from '../../../platform/errors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts';
import {
  aging,
  applyCredits,
  closePeriod,
  exportJournal,
  postDocuments,
  releasePending,
  reverseEntry,
  saveRate,
  sealEntries,
  takeSnapshot,
} from '../index.ts';
import { addPendingAct } from '../pending.queries.ts';
import { chanceOf } from './chance.ts';
import { type Opened, type Poster, posterAt } from './poster.ts';
import { openRealCompany, type RealCompany } from './raw-ledger.ts';
import { leftOfEntry, postingCount } from './simulation.queries.ts';

const CONNECTIONS = 16;
const ROUNDS = 15;

let testDatabase: TestDatabase;
let ledger: RealCompany;
let post: Poster;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  ledger = await openRealCompany(testDatabase.connection, { code: 'RACES', connectionsMax: CONNECTIONS + 8 });
  post = posterAt({ run: (work) => run(work), read: (work) => ledger.database.read(ledger.scope, work) });
  const rate = { currency: 'USD', quotedOn: ledger.today, rate: '0.905' };
  await ledger.database.write(ledger.scope, (tx) => saveRate(tx, rate));
});
afterAll(async () => {
  expect(await post.broken()).toEqual([]);
  await ledger.close();
  await testDatabase.drop();
});

function run<T>(work: (tx: CommandTx) => Promise<T>, command: Partial<Command> = {}): Promise<T> {
  return runCommand(ledger.database, ledger.scope, { action: 'race', body: null, ...command }, work);
}

const atOnce = <T>(work: (worker: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CONNECTIONS }, (_, worker) => work(worker)));

/** What was done, or the code of the refusal. Anything else, a deadlock above all, fails the test. */
async function outcome<T>(attempt: Promise<T>): Promise<T | { refused: string }> {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return { refused: error.code };
    throw error;
  }
}

async function openOf(item: Opened): Promise<bigint> {
  return (await post.agingByItem(ledger.today)).find((row) => row.key === item.itemId)?.totalMinor ?? 0n;
}

const opened = (kind: 'invoice' | 'receipt', amountMinor: bigint, currency = 'EUR') =>
  post[kind]({ customerId: ledger.customerId, issuedOn: ledger.today, amountMinor, currency });

describe('one receipt, five invoices, sixteen people', () => {
  it('is never over-applied, whoever applies, undoes and undoes parts at the same time', async () => {
    const receipt = await opened('receipt', 100_000n);
    const invoices = await Promise.all(Array.from({ length: 5 }, () => opened('invoice', 30_000n)));
    const standing: { entryId: string; amountMinor: bigint }[] = [];
    let applied = 0n;
    const seen = { applied: 0, undone: 0, refused: 0 };
    await atOnce(async (worker) => {
      const { below, pick } = chanceOf(worker + 1);
      for (let round = 0; round < ROUNDS; round++) {
        const mine = below(2) === 0 ? standing.splice(below(standing.length), 1)[0] : undefined;
        if (mine) {
          const amountMinor = below(2) === 0 ? mine.amountMinor : 1n + mine.amountMinor / 3n;
          const undo = await outcome(post.undo(mine.entryId, { amountMinor, on: ledger.today }));
          if ('refused' in undo) throw new Error(`an undo was refused: ${undo.refused}`);
          applied -= amountMinor;
          seen.undone++;
          if (amountMinor < mine.amountMinor) standing.push({ ...mine, amountMinor: mine.amountMinor - amountMinor });
          continue;
        }
        const invoice = pick(invoices);
        const amountMinor = BigInt(1 + below(20_000));
        const entryId = invoice && (await outcome(post.apply(receipt, invoice, amountMinor, ledger.today)));
        if (typeof entryId === 'string') {
          applied += amountMinor;
          seen.applied++;
          standing.push({ entryId, amountMinor });
        } else {
          expect(entryId).toEqual({ refused: 'open_amount_exceeded' });
          seen.refused++;
        }
      }
    });
    expect(await openOf(receipt)).toBe(applied - 100_000n);
    const open = await Promise.all(invoices.map(openOf));
    expect(open.reduce((sum, amount) => sum + amount)).toBe(150_000n - applied);
    expect(Math.min(seen.applied, seen.undone, seen.refused)).toBeGreaterThan(0);
    expect(await post.broken()).toEqual([]); // among them: no item is known outside its amount at any instant
  });

  it('parts of one application undone at once leave exactly nothing, in either currency', async () => {
    const receipt = await opened('receipt', 100_003n, 'USD');
    const invoice = await opened('invoice', 100_003n, 'USD');
    const entryId = await post.apply(receipt, invoice, 100_003n, ledger.today);
    const undone = await atOnce(() => outcome(post.undo(entryId, { amountMinor: 7_001n, on: ledger.today })));
    const refused = undone.filter((one) => 'refused' in one);
    expect(refused).toEqual(Array(CONNECTIONS - 14).fill({ refused: 'undone_not_above_original' }));
    await post.undo(entryId, { on: ledger.today });
    expect(await openOf(invoice)).toBe(100_003n);
    expect(await ledger.database.read(ledger.scope, (tx) => leftOfEntry(tx, entryId))).toEqual([]);
  });

  it('two commands that take the same items crosswise both succeed: no deadlock reaches a person', async () => {
    const receipt = await opened('receipt', 1_000_000n);
    const [left, right] = [await opened('invoice', 400_000n), await opened('invoice', 400_000n)];
    await atOnce(async (worker) => {
      for (let round = 0; round < 5; round++) {
        const order = worker % 2 === 0 ? [left, right] : [right, left];
        await run(async (tx) => {
          for (const { itemId } of order) {
            const allocation = { creditItemId: receipt.itemId, debitItemId: itemId, amountMinor: 7n };
            await applyCredits(tx, [allocation], { effectiveOn: ledger.today });
          }
          return null;
        });
      }
    });
    expect(await openOf(receipt)).toBe(BigInt(CONNECTIONS * 5 * 2 * 7) - 1_000_000n);
  });
});

describe('one key, sixteen senders', () => {
  it('an application is posted once, and all get its answer', async () => {
    const [receipt, invoice] = [await opened('receipt', 5_000n), await opened('invoice', 5_000n)];
    const allocation = { creditItemId: receipt.itemId, debitItemId: invoice.itemId, amountMinor: 5_000n };
    const work = (tx: CommandTx) => applyCredits(tx, [allocation], { effectiveOn: ledger.today });
    const answers = await atOnce(() => run(work, { key: 'apply once' }));
    expect(new Set(answers.map((answer) => answer.join())).size).toBe(1);
    expect(await openOf(invoice)).toBe(0n);
    expect(await run(work, { key: 'apply once' })).toEqual(answers[0]);
    const reused = run(work, { key: 'apply once', body: 'another' });
    await expect(reused).rejects.toMatchObject({ code: 'idempotency_key_reused', status: 409 });
  });

  it('a document is posted once, and so is what undoes it', async () => {
    const draft = {
      kind: 'invoice' as const,
      number: 'ONCE',
      customerId: ledger.customerId,
      currency: 'EUR',
      issuedOn: ledger.today,
      instalments: [{ dueOn: ledger.today, amountMinor: 700n }],
    };
    const posted = await atOnce(() =>
      run((tx) => postDocuments(tx, [draft], { commandId: tx.commandId, batchId: null }), { key: 'post once' }),
    );
    expect(new Set(posted.map(([one]) => one?.entryId)).size).toBe(1);
    const entryId = posted[0]?.[0]?.entryId ?? '';
    const undone = await atOnce(() =>
      run((tx) => reverseEntry(tx, { entryId, withDependents: false, reason: 'race' }), { key: 'undo once' }),
    );
    expect(new Set(undone.map((answer) => answer.join())).size).toBe(1);
  });
});

describe('what waited for its day', () => {
  it('is carried out once, though sixteen release it', async () => {
    const draft = {
      kind: 'invoice' as const,
      number: 'WAITED',
      customerId: ledger.customerId,
      currency: 'EUR',
      issuedOn: ledger.today,
      instalments: [{ dueOn: ledger.today, amountMinor: 700n }],
    };
    const act = { kind: 'document' as const, document: draft };
    await ledger.database.write(ledger.scope, (tx) => addPendingAct(tx, { effectiveOn: ledger.today, act }));
    const counts = await atOnce(() => releasePending(ledger.database, ledger.scope));
    const total = (which: 'done' | 'refused') => counts.reduce((sum, one) => sum + one[which], 0);
    expect({ done: total('done'), refused: total('refused') }).toEqual({ done: 1, refused: 0 });
  });
});

describe('bookkeeping while others post', () => {
  it('seals, journals, month-end balances and a close miss nothing and take nothing twice', async () => {
    const lastMonth = addDays(startOfMonth(ledger.today), -1);
    const monthBefore = addDays(startOfMonth(lastMonth), -1);
    const seen = { posted: 0, tooLate: 0 };
    let isPosting = true;
    const posting = atOnce(async (worker) => {
      const { below } = chanceOf(200 + worker);
      for (let round = 0; round < ROUNDS; round++) {
        const issuedOn = addDays(lastMonth, -below(40));
        const opening = { customerId: ledger.customerId, issuedOn, dueOn: addDays(issuedOn, 30) };
        const invoice = await post.invoice(opening);
        const written = await outcome(post.adjust(invoice, 'write_off', BigInt(1 + below(9_999)), issuedOn));
        if (typeof written === 'string') seen.posted++;
        else seen.tooLate++;
      }
    }).finally(() => {
      isPosting = false;
    });
    const journals: bigint[] = [];
    const keep = async (work: () => Promise<unknown>) => {
      while (isPosting) await work();
    };
    const exportOne = () =>
      run(async (tx) => {
        const journal = await exportJournal(tx);
        return journal === null ? 0 : journal.lines.reduce((count, line) => count + line.postings, 0);
      }).then((count) => journals.push(BigInt(count)));
    await Promise.all([
      posting,
      keep(() => ledger.database.write(ledger.scope, sealEntries)),
      keep(exportOne),
      keep(() => ledger.database.write(ledger.scope, (tx) => takeSnapshot(tx, lastMonth))),
      closeSoon(monthBefore).then(() => closeSoon(lastMonth)),
    ]);
    await exportOne();
    await ledger.database.write(ledger.scope, sealEntries);
    const total = await ledger.database.read(ledger.scope, postingCount);
    expect(journals.reduce((sum, count) => sum + count, 0n)).toBe(total);
    expect(seen.posted).toBeGreaterThan(0);
    expect(await post.broken()).toEqual([]);
  });

  async function closeSoon(endsOn: LocalDate): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const command = { action: 'close', body: null };
    await runClosingCommand(ledger.database, ledger.scope, command, (tx) => closePeriod(tx, endsOn, []));
  }
});

describe('asked while others post', () => {
  it('an answer never changes once given, and an item is never known outside zero and its amount', async () => {
    const receipt = await opened('receipt', 50_000n);
    const invoices = await Promise.all(Array.from({ length: 3 }, () => opened('invoice', 20_000n)));
    const question = { asOf: ledger.today, by: 'item' as const, buckets: [30, 60, 90] };
    const answers: { knownAt: string; rows: string }[] = [];
    const textOf = (rows: readonly unknown[]) =>
      rows
        .map((row) => JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)))
        .sort()
        .join('\n');
    let isPosting = true;
    const reader = async () => {
      while (isPosting) {
        await ledger.database.read(ledger.scope, async (tx) => {
          for (let twice = 0; twice < 2; twice++) {
            const { knownAt, rows } = await aging(tx, question);
            answers.push({ knownAt, rows: textOf(rows) });
            for (const { key, totalMinor } of rows) {
              if (key === receipt.itemId) expect(totalMinor >= -50_000n && totalMinor <= 0n).toBe(true);
              if (invoices.some((one) => one.itemId === key))
                expect(totalMinor >= 0n && totalMinor <= 20_000n).toBe(true);
            }
            await new Promise((resolve) => setTimeout(resolve, 2));
          }
        });
      }
    };
    const readers = Promise.all([reader(), reader(), reader()]);
    await atOnce(async (worker) => {
      const { below, pick } = chanceOf(100 + worker);
      const mine: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const undone = below(2) === 0 ? mine.pop() : undefined;
        const work = async (tx: CommandTx): Promise<string[]> => {
          await new Promise((resolve) => setTimeout(resolve, below(12))); // the instant is taken, nothing is written yet
          if (undone) return reverseEntry(tx, { entryId: undone, withDependents: false, reason: 'race' });
          const allocation = {
            creditItemId: receipt.itemId,
            debitItemId: pick(invoices)?.itemId ?? '',
            amountMinor: BigInt(1 + below(9_000)),
          };
          return applyCredits(tx, [allocation], { effectiveOn: ledger.today });
        };
        const done = await outcome(run(work));
        if (Array.isArray(done) && !undone) mine.push(...done);
      }
    }).finally(() => {
      isPosting = false;
    });
    await readers;
    expect(answers.length).toBeGreaterThan(20);
    const askedAgain = answers.filter((_, index) => index % Math.ceil(answers.length / 300) === 0);
    for (const { knownAt, rows } of askedAgain) {
      const again = await ledger.database.read(ledger.scope, (tx) => aging(tx, { ...question, knownAt }));
      expect(again.knownAt).toBe(knownAt);
      expect(textOf(again.rows)).toBe(rows);
    }
  });
});
