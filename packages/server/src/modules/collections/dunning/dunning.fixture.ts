/** A company that duns by the usual strategy: customers with items, runs, a sender with a real SMTP server, and what came of it in words. */
import { addDays, type LocalDate, localDate } from '@quittance/core/calendar';
import { type Strategy, USUAL_STRATEGY } from '@quittance/core/strategies';
import { sql } from '../../../platform/database/sql.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { type MailBook, openMailBook } from '../../correspondence/correspondence.fixture.ts';
import {
  type CorrespondenceContext,
  type SendReport,
  saveLetterSettings,
  sendWaiting,
} from '../../correspondence/index.ts';
import { addPerson, grantFirstRoles } from '../../identity/index.ts';
import { postDocuments } from '../../ledger/index.ts';
import { saveCover } from '../portfolios/cover.queries.ts';
import { proposeStrategies, switchStrategies } from '../strategies/strategies.usecase.ts';
import { objectionToSending } from './check-before-sending.ts';
import { letterCameBack, letterWasNotSent } from './letter-fates.usecase.ts';
import { carryOutRun, startRun } from './run-dunning.usecase.ts';
import { type DunningRun, findRun, runningRun } from './runs.queries.ts';

/** As the book has it. */
export const TODAY = localDate('2026-11-20');

export interface OwedItem {
  readonly daysLate?: number;
  readonly amountMinor?: bigint;
  readonly kind?: 'invoice' | 'credit_note';
}

export type DunningDesk = Awaited<ReturnType<typeof openDunningDesk>>;

export async function openDunningDesk() {
  const book = await openMailBook();
  const context: CorrespondenceContext = {
    ...book.context,
    objection: objectionToSending,
    notSent: letterWasNotSent,
    cameBack: letterCameBack,
  };
  await bankTells(book, TODAY);
  const settings = { payeeName: 'Test Company', iban: null, bic: null, signature: 'Test Company' };
  await book.run((tx) => saveLetterSettings(tx, { ...settings, otherWayToPay: 'As on our invoices' }));
  return {
    book,
    context,
    /** The bank's statement of a day is here. */
    bankTells: (day: LocalDate) => bankTells(book, day),
    switchOn: (changes: Partial<Strategy> = {}) => switchOn(book, changes),
    aCustomer: (number: string, email?: string | null) => aCustomer(book, number, email),
    owes: (customerId: string, number: string, item: OwedItem = {}) => owes(book, customerId, number, item),
    credits: (customerId: string, number: string, amountMinor: bigint) =>
      owes(book, customerId, number, { daysLate: 0, amountMinor, kind: 'credit_note' }),
    run: (database: Database = book.database) => run(book, database),
    /** Another server goes on with what a dead one left, when its claim is over. */
    takeUp: () => takeUp(book),
    send: (given: CorrespondenceContext = context): Promise<SendReport> => sendWaiting(given, book.scope),
    mails: () => mails(book),
    held: () => held(book),
    steps: () => steps(book),
    /** Somebody of collections. */
    aPerson: (name: string, locale = 'en') => aPerson(book, { name, locale }),
    looksAfter: (personId: string, customerId: string) => looksAfter(book, { personId, customerId }),
    isAway: (personId: string, coverId: string | null = null) => isAway(book, { personId, coverId }),
    drop: () => book.drop(),
  };
}

async function bankTells(book: MailBook, day: LocalDate): Promise<void> {
  await book.run((tx) =>
    tx.run(sql`
      insert into bank_statement (company_id, id, batch_id, account, closing_on, footing, line_count)
        values (${tx.company.id}, ${newId()}, ${newId()}, 'DE1', ${day}, 'ok', 0)`),
  );
}

async function switchOn(book: MailBook, changes: Partial<Strategy>): Promise<void> {
  const command = { action: 'test', body: null };
  const strategies = [{ ...USUAL_STRATEGY, ...changes }];
  const { number } = await proposeStrategies(book.database, book.scope, { strategies, reason: 'test', command });
  await switchStrategies(book.database, book.scope, { number, reason: 'untried', command });
}

async function aCustomer(
  book: MailBook,
  number: string,
  email: string | null = `${number.toLowerCase()}@customer.example`,
): Promise<string> {
  const id = await book.addCustomer(number);
  await book.run((tx) =>
    tx.run(sql`update customer set email = ${email} where company_id = ${tx.company.id} and id = ${id}`),
  );
  return id;
}

/** The item's id. */
async function owes(book: MailBook, customerId: string, number: string, item: OwedItem): Promise<string> {
  const { daysLate = 6, amountMinor = 100_000n, kind = 'invoice' } = item;
  const draft = {
    ...{ kind, number, customerId, currency: 'EUR', issuedOn: localDate('2026-10-01') },
    instalments: [{ dueOn: addDays(TODAY, -daysLate), amountMinor }],
  };
  const [posted] = await book.run((tx) => postDocuments(tx, [draft], { commandId: tx.commandId, batchId: null }));
  return posted?.itemIds[0] ?? '';
}

interface NewPerson {
  readonly name: string;
  readonly locale: string;
}

async function aPerson(book: MailBook, { name, locale }: NewPerson): Promise<string> {
  const { database } = book;
  const email = `${name.replaceAll(' ', '.').toLowerCase()}@example.com`;
  const person = await addPerson({ database, clock: book.context.clock }, { name, email, locale }, null);
  await book.run((tx) => grantFirstRoles(tx, person, ['collections_analyst']));
  return person;
}

async function looksAfter(book: MailBook, of: { personId: string; customerId: string }): Promise<void> {
  await book.run((tx) =>
    tx.run(sql`
      insert into portfolio_assignment (company_id, customer_id, owner_id, cause, rules_number)
        values (${tx.company.id}, ${of.customerId}, ${of.personId}, 'rest', 1)`),
  );
}

async function isAway(book: MailBook, of: { personId: string; coverId: string | null }): Promise<void> {
  const { personId, coverId } = of;
  await book.run(async (tx) => {
    if (coverId !== null) await saveCover(tx, { personId, coverId });
    await tx.run(sql`
      insert into absence (company_id, id, person_id, kind, from_on, until_on, recorded_at, recorded_by, recorded_by_name)
        values (${tx.company.id}, ${newId()}, ${personId}, 'leave', ${tx.today}, ${tx.today}, ${tx.recordedAt}, ${tx.actor.id}, 'Test')`);
  });
}

async function run(book: MailBook, database: Database): Promise<DunningRun> {
  const { id } = await startRun(database, book.scope, {
    origin: 'hand',
    command: { action: 'dunning.start', body: null },
  });
  await carryOutRun(database, book.scope, id, 2);
  const found = await book.read((tx) => findRun(tx, id));
  if (found === undefined) throw new Error('no run');
  return found;
}

async function takeUp(book: MailBook): Promise<void> {
  const left = await book.run(async (tx) => {
    await tx.run(
      sql`update dunning_run set worker_seen_at = null where company_id = ${tx.company.id} and state = 'running'`,
    );
    return (await runningRun(tx))?.id ?? null;
  });
  if (left !== null) await carryOutRun(book.context.database, book.scope, left, 2);
}

/** Numbers of invoices as they stand in the mails that the server took: "c-1: INV-1 INV-2". */
function mails(book: MailBook): string[] {
  return book.smtp.taken.map(({ to, raw }) => {
    const numbers = [...new Set(raw.match(/\bINV-\d+/g) ?? [])].sort();
    return `${to[0]?.split('@')[0]}: ${numbers.join(' ')}`;
  });
}

async function held(book: MailBook): Promise<string[]> {
  const rows = await book.read((tx) =>
    tx.all<{ number: string; reason: string; detail: string | null }>(sql`
      select i.number, h.reason, h.detail from dunning_held h join item i on i.company_id = h.company_id and i.id = h.item_id
        where h.company_id = ${tx.company.id} order by i.number, h.run_id`),
  );
  return rows.map(({ number, reason, detail }) => `${number} ${reason}${detail === null ? '' : ` ${detail}`}`);
}

async function steps(book: MailBook): Promise<string[]> {
  const rows = await book.read((tx) =>
    tx.all<{ number: string; key: string; attempt: number; out: boolean }>(sql`
      select i.number, s.step_key as key, s.attempt, s.withdrawn_at is not null as out
        from dunning_step s join item i on i.company_id = s.company_id and i.id = s.item_id
        where s.company_id = ${tx.company.id} order by i.number, s.level, s.attempt`),
  );
  return rows.map(({ number, key, attempt, out }) => `${number} ${key} ${attempt}${out ? ' withdrawn' : ''}`);
}

/** Dies before or inside the write after so many: what was committed stands, what was begun does not. */
export function dyingAfter(database: Database, writes: number, where: 'before' | 'inside'): Database {
  let left = writes;
  const through =
    (mode: 'write' | 'post'): Database['write'] =>
    (scope, work) => {
      if (left < 0) throw new Error('killed');
      left -= 1;
      if (left >= 0) return database[mode](scope, work);
      if (where === 'before') throw new Error('killed');
      return database[mode](scope, async (tx) => {
        await work(tx);
        throw new Error('killed');
      });
    };
  const read: Database['read'] = (scope, work) => {
    if (left < 0) throw new Error('killed');
    return database.read(scope, work);
  };
  return Object.assign(Object.create(database) as Database, { read, write: through('write'), post: through('post') });
}
