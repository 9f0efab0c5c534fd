/**
 * My day at 50,000 customers: how long the whole list takes to be made, how long the first page of one's own 500 customers takes
 * while 100 people ask for it once in 5 seconds each and something is posted every second, and how soon a posting is on the
 * list. Floor: one customer by key through the same path.
 */
import os from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { localDate } from '@quittance/core/calendar';
import {
  createFreshness,
  findEntry,
  insertMove,
  insertRules,
  readWorklist,
  refreshWorklist,
  type WorklistFreshness,
} from '../modules/collections/index.ts';
import { findCustomer } from '../modules/customers/index.ts';
import type { Actor } from '../platform/database/transaction.ts';
import { newId } from '../platform/ids.ts';
import { type BenchBook, medianOf, postInvoices } from './bench-book.ts';

export interface WorklistBench {
  readonly customers: number;
  readonly wholeListMs: number;
  /** Assigning everybody, and the same again when nothing changed. */
  readonly assignMs: number;
  readonly refreshIdleMs: number;
  readonly portfolioCustomers: number;
  readonly people: number;
  readonly pages: number;
  readonly pageMedianMs: number;
  readonly pageP95Ms: number;
  readonly pageMaxMs: number;
  /** From the commit of a posting until the list shows it, at worst. */
  readonly eventSeenMaxMs: number;
  readonly loadBefore: number;
  readonly floorMedianMs: number;
}

const PEOPLE = 100;
const EVERY_MS = 5_000;
const LASTS_MS = 30_000;
const PAGE_ROWS = 200;
const FLOOR_ROUNDS = 200;

export async function benchWorklist(book: BenchBook): Promise<WorklistBench> {
  const [loadBefore = 0] = os.loadavg().map((load) => Math.round(load * 10) / 10);
  const startedAt = performance.now();
  await refreshWorklist(book.database, book.scope);
  const wholeListMs = performance.now() - startedAt;
  const people = await addPortfolios(book);
  const assignedAt = performance.now();
  await refreshWorklist(book.database, book.scope);
  const assignMs = performance.now() - assignedAt;
  const idleAt = performance.now();
  await refreshWorklist(book.database, book.scope);
  const refreshIdleMs = performance.now() - idleAt;
  const freshness = createFreshness(book.database, () => performance.now());
  const times: number[] = [];
  let portfolioCustomers = 0;
  const ask = async (actor: Actor): Promise<void> => {
    const scope = { ...book.scope, actor };
    const askedAt = performance.now();
    await freshness.ensure(scope);
    const whose = { whose: 'mine', owner: undefined } as const;
    const page = { after: undefined, limit: PAGE_ROWS };
    const { entries } = await book.database.read(scope, (tx) => readWorklist(tx, whose, page));
    times.push(performance.now() - askedAt);
    portfolioCustomers = Math.max(portfolioCustomers, entries.length);
  };
  const endsAt = performance.now() + LASTS_MS;
  const person = async (actor: Actor, index: number): Promise<void> => {
    await wait((index * EVERY_MS) / PEOPLE);
    for (; performance.now() < endsAt; await wait(EVERY_MS)) await ask(actor);
  };
  let eventSeenMaxMs = 0;
  const posting = async (): Promise<void> => {
    for (let round = 0; performance.now() < endsAt; round++, await wait(1_000)) {
      const seenMs = await postAndSee(book, freshness, round);
      eventSeenMaxMs = Math.max(eventSeenMaxMs, seenMs);
    }
  };
  await Promise.all([posting(), ...people.map(person)]);
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number): number => rounded(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  return {
    customers: book.customerIds.length,
    wholeListMs: Math.round(wholeListMs),
    ...{ assignMs: Math.round(assignMs), refreshIdleMs: rounded(refreshIdleMs), portfolioCustomers },
    people: PEOPLE,
    pages: times.length,
    pageMedianMs: at(0.5),
    pageP95Ms: at(0.95),
    pageMaxMs: at(1),
    ...{ eventSeenMaxMs: Math.round(eventSeenMaxMs), loadBefore },
    floorMedianMs: rounded(await floorOf(book)),
  };
}

/** A hundred people with 500 customers each. */
async function addPortfolios(book: BenchBook): Promise<Actor[]> {
  const people = Array.from({ length: PEOPLE }, (_, index) => ({ id: newId(), name: `Analyst ${index}` }));
  const ids = people.map(({ id }) => id);
  await book.owner.query(
    'insert into actor (id, kind, name) select id, $2, name from unnest($1::uuid[], $3::text[]) as a (id, name)',
    [ids, 'person', people.map(({ name }) => name)],
  );
  await book.owner.query(
    `insert into person (id, email, locale) select id, id::text || '@bench.example', 'en' from unnest($1::uuid[]) as id`,
    [ids],
  );
  const [first = ''] = ids;
  await book.database.write(book.scope, async (tx) => {
    const rules = { rules: [], defaultOwnerId: first, reason: 'bench', restores: null };
    await insertRules(tx, rules);
    const customers = book.customerIds.map((customerId, index) => ({
      customerId,
      ownerId: ids[index % PEOPLE] ?? first,
    }));
    await insertMove(tx, { id: newId(), kind: 'rebalance', reason: 'bench', untilOn: null, customers });
  });
  return people;
}

const LOOKED_AGAIN_MS = 25;
const SEEN_WITHIN_MS = 10_000;

/** Posts a receipt and looks until the list has it. */
async function postAndSee(book: BenchBook, freshness: WorklistFreshness, round: number): Promise<number> {
  const customerId = book.customerIds[(round * 613) % book.customerIds.length] ?? '';
  const creditsOf = async (): Promise<bigint> =>
    (await book.database.read(book.scope, (tx) => findEntry(tx, customerId)))?.creditsMinor ?? 0n;
  const before = await creditsOf();
  await postReceipt(book, round);
  const postedAt = performance.now();
  while (performance.now() - postedAt < SEEN_WITHIN_MS) {
    await freshness.ensure(book.scope);
    if ((await creditsOf()) !== before) break;
    await wait(LOOKED_AGAIN_MS);
  }
  return performance.now() - postedAt;
}

async function postReceipt(book: BenchBook, round: number): Promise<void> {
  const day = localDate('2026-06-30');
  await postInvoices(book, 1, () => ({
    kind: 'receipt',
    number: `WL${round}`,
    customerId: book.customerIds[(round * 613) % book.customerIds.length] ?? '',
    currency: 'EUR',
    issuedOn: day,
    instalments: [{ dueOn: day, amountMinor: 100_000n }],
  }));
}

async function floorOf(book: BenchBook): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < FLOOR_ROUNDS; round++) {
    const id = book.customerIds[(round * 7_919) % book.customerIds.length] ?? '';
    const startedAt = performance.now();
    await book.database.read(book.scope, (tx) => findCustomer(tx, id));
    times.push(performance.now() - startedAt);
  }
  return medianOf(times);
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
