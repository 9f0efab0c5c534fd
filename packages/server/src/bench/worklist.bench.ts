/**
 * My day at 50,000 customers: how long the whole list takes to be made, and how long its first page takes while 50 people ask
 * for it once in 5 seconds each and something is posted every second. Floor: one customer by key through the same path.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { localDate } from '@quittance/core/calendar';
import { createFreshness, listEntries, refreshWorklist } from '../modules/collections/index.ts';
import { findCustomer } from '../modules/customers/index.ts';
import { type BenchBook, medianOf, postInvoices } from './bench-book.ts';

export interface WorklistBench {
  readonly customers: number;
  readonly wholeListMs: number;
  readonly people: number;
  readonly pages: number;
  readonly pageMedianMs: number;
  readonly pageP95Ms: number;
  readonly pageMaxMs: number;
  readonly floorMedianMs: number;
}

const PEOPLE = 50;
const EVERY_MS = 5_000;
const LASTS_MS = 30_000;
const PAGE_ROWS = 200;
const FLOOR_ROUNDS = 200;

export async function benchWorklist(book: BenchBook): Promise<WorklistBench> {
  const startedAt = performance.now();
  await refreshWorklist(book.database, book.scope);
  const wholeListMs = performance.now() - startedAt;
  const freshness = createFreshness(book.database, () => performance.now());
  const times: number[] = [];
  const ask = async (): Promise<void> => {
    const askedAt = performance.now();
    await freshness.ensure(book.scope);
    await book.database.read(book.scope, (tx) => listEntries(tx, { after: undefined, limit: PAGE_ROWS }));
    times.push(performance.now() - askedAt);
  };
  const endsAt = performance.now() + LASTS_MS;
  const person = async (index: number): Promise<void> => {
    await wait((index * EVERY_MS) / PEOPLE);
    for (; performance.now() < endsAt; await wait(EVERY_MS)) await ask();
  };
  const posting = async (): Promise<void> => {
    for (let round = 0; performance.now() < endsAt; round++, await wait(1_000)) await postReceipt(book, round);
  };
  await Promise.all([posting(), ...Array.from({ length: PEOPLE }, (_, index) => person(index))]);
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number): number => rounded(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  return {
    customers: book.customerIds.length,
    wholeListMs: Math.round(wholeListMs),
    people: PEOPLE,
    pages: times.length,
    pageMedianMs: at(0.5),
    pageP95Ms: at(0.95),
    pageMaxMs: at(1),
    floorMedianMs: rounded(await floorOf(book)),
  };
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
