/** Expectations on the aging. Each answer is kept and asked again at the end: it must stand, and foot to the control accounts. */
import { abs, sum } from '@quittance/core/money';
import type { AgingExpectation, AgingRowExpected, WrittenAmount } from '@quittance/core/scenario';
import { type Aging, aging, controlTotals } from '../modules/ledger/index.ts';
import { currencyOf, customerId, customerNumber, fixQuestion, functionalOf, minorOf, writtenNumber } from './names.ts';
import { printAmount, printList } from './print.ts';
import { itemNumbers } from './scenario.queries.ts';
import type { Verdict } from './verdict.ts';
import { type Place, readIn } from './world.ts';

type AgingAmounts = Aging['totals'][number];

interface SeenRow extends AgingAmounts {
  /** Null for the totals. */
  readonly key: string | null;
}

export async function checkAging(place: Place, expectation: AgingExpectation): Promise<Verdict> {
  const question = {
    ...fixQuestion(place, expectation),
    by: expectation.by,
    buckets: expectation.buckets,
    customerId: expectation.customer === null ? undefined : customerId(place, expectation.customer),
    currency: expectation.currency ?? undefined,
  };
  const ask = () => readIn(place.world, place.book, (tx) => aging(tx, question));
  const answer = await ask();
  const rows = await seenRows(place, expectation, answer);
  const faults = await footingFaults(place, answer, expectation.customer === null && expectation.currency === null);
  const { expected, seen } = compareRows(place, expectation, rows);
  const printed = (one: Aging, named: readonly SeenRow[]) =>
    printList([...named, ...totalRows(one)].map((row) => printRow(row, WHOLE_ROW, one.buckets)));
  return {
    isMet: faults.length === 0 && expected === seen,
    expected,
    seen: [seen, ...faults].join('; '),
    again: async () => {
      const later = await ask();
      return printed(later, await seenRows(place, expectation, later));
    },
    standing: printed(answer, rows),
  };
}

async function seenRows(place: Place, expectation: AgingExpectation, answer: Aging): Promise<SeenRow[]> {
  const ids = answer.rows.map((row) => row.key);
  const numbers =
    expectation.by === 'item'
      ? await readIn(place.world, place.book, (tx) => itemNumbers(tx, ids))
      : new Map(ids.map((id) => [id, customerNumber(place.book, id)]));
  return answer.rows
    .map((row) => ({ ...row, key: writtenNumber(place, numbers.get(row.key) ?? row.key) }))
    .sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

function totalRows(answer: Aging): SeenRow[] {
  return answer.totals.map((totals) => ({ ...totals, key: null }));
}

function sortKey(row: { key: string | null; currency: string | null }): string {
  return `${row.key === null ? '1' : '0'} ${row.key} ${row.currency}`;
}

/** Which columns a row is compared by. */
interface Columns {
  readonly hasBuckets: boolean;
  readonly hasUnapplied: boolean;
  readonly hasTotal: boolean;
}
const WHOLE_ROW: Columns = { hasBuckets: true, hasUnapplied: true, hasTotal: true };

function compareRows(
  place: Place,
  expectation: AgingExpectation,
  rows: readonly SeenRow[],
): { expected: string; seen: string } {
  const wanted = expectation.rows.map((row) => expectedRow(place, expectation, row));
  wanted.sort((left, right) => (sortKey(left.row) < sortKey(right.row) ? -1 : 1));
  const expected = wanted.map(({ row, columns }) => printRow(row, columns, expectation.buckets));
  const isList = wanted.length === 0 || wanted.some(({ row }) => row.key !== null);
  const used = new Set<SeenRow>();
  const seen = wanted.map(({ row, columns }) => {
    const found =
      row.key === null
        ? totalOf(rows, row.currency, expectation.buckets.length)
        : rows.find((one) => one.key === row.key && one.currency === row.currency);
    if (!found) return `${row.key}: no row`;
    used.add(found);
    return printRow(found, columns, expectation.buckets);
  });
  if (isList) for (const row of rows) if (!used.has(row)) seen.push(printRow(row, WHOLE_ROW, expectation.buckets));
  return { expected: printList(expected), seen: printList(seen) };
}

/** The rows of one currency added up: zeros when there is none. */
function totalOf(rows: readonly SeenRow[], currency: string, bucketCount: number): SeenRow {
  const own = rows.filter((row) => row.currency === currency);
  return {
    key: null,
    currency,
    notDueMinor: sum(own.map((row) => row.notDueMinor)),
    bucketsMinor: Array.from({ length: bucketCount + 1 }, (_, at) => sum(own.map((row) => row.bucketsMinor[at] ?? 0n))),
    unappliedMinor: sum(own.map((row) => row.unappliedMinor)),
    totalMinor: sum(own.map((row) => row.totalMinor)),
  };
}

/** When a bucket is named, the others are expected to be zero, and so is unapplied money. */
function expectedRow(
  place: Place,
  expectation: AgingExpectation,
  row: AgingRowExpected,
): { row: SeenRow; columns: Columns } {
  const named = [row.notDue, ...row.buckets, row.unapplied, row.total].find((amount) => amount !== null);
  const currency = row.currency ?? named?.currency ?? expectation.currency ?? functionalOf(place);
  const minor = (amount: WrittenAmount | null) =>
    amount === null
      ? 0n
      : minorOf(place, amount, currencyOf(place, { ...amount, currency: amount.currency ?? currency }));
  const hasBuckets = row.notDue !== null || row.buckets.some((amount) => amount !== null);
  const bucketCount = expectation.buckets.length + 1;
  return {
    columns: { hasBuckets, hasUnapplied: hasBuckets || row.unapplied !== null, hasTotal: row.total !== null },
    row: {
      key: row.key,
      currency,
      notDueMinor: minor(row.notDue),
      bucketsMinor: Array.from({ length: bucketCount }, (_, index) => minor(row.buckets[index] ?? null)),
      unappliedMinor: -abs(minor(row.unapplied)),
      totalMinor: minor(row.total),
    },
  };
}

function printRow(row: SeenRow, columns: Columns, buckets: readonly number[]): string {
  const cells: string[] = [];
  const add = (name: string, amountMinor: bigint) => cells.push(`${name} ${printAmount(amountMinor, row.currency)}`);
  if (columns.hasBuckets) {
    if (row.notDueMinor !== 0n) add('not due', row.notDueMinor);
    row.bucketsMinor.forEach((amountMinor, index) => {
      if (amountMinor !== 0n) add(bucketName(buckets, index), amountMinor);
    });
  }
  if (columns.hasUnapplied && row.unappliedMinor !== 0n) add('unapplied', row.unappliedMinor);
  if (columns.hasTotal) add('total', row.totalMinor);
  return `${row.key ?? 'all'}: ${cells.length === 0 ? `nothing in ${row.currency}` : cells.join(', ')}`;
}

function bucketName(buckets: readonly number[], index: number): string {
  const to = buckets[index];
  return to === undefined ? `over ${buckets.at(-1)}` : `${(buckets[index - 1] ?? 0) + 1}-${to}`;
}

/** Rows add up to the totals, the columns of each to its total, and all of it to the control accounts. */
async function footingFaults(place: Place, answer: Aging, isWhole: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (const row of [...answer.rows, ...answer.totals]) {
    const columns = row.notDueMinor + sum(row.bucketsMinor) + row.unappliedMinor;
    if (columns !== row.totalMinor)
      faults.push(
        `columns add up to ${printAmount(columns, row.currency)}, the total says ${printAmount(row.totalMinor, row.currency)}`,
      );
  }
  if (!isWhole) return faults;
  const { asOf, knownAt } = answer;
  const accounts = await readIn(place.world, place.book, (tx) => controlTotals(tx, { asOf, knownAt }));
  for (const currency of new Set([...accounts, ...answer.totals].map((one) => one.currency))) {
    const control = sum(accounts.filter((one) => one.currency === currency).map((one) => one.amountMinor));
    const total = answer.totals.find((one) => one.currency === currency)?.totalMinor ?? 0n;
    if (control !== total)
      faults.push(
        `the control accounts hold ${printAmount(control, currency)}, the aging ${printAmount(total, currency)}`,
      );
  }
  return faults;
}
