/** Random promises, receipts, applications and reversals, judged unit by unit by a slow judge that knows no pots. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../calendar/index.ts';
import { type AccountReceived, type ItemSettled, judgePromises, type PaymentPromise, type Viewpoint } from './index.ts';
import { at } from './promises.fixture.ts';

const FIRST = localDate('2026-03-01');
const day = (offset: number): LocalDate => addDays(FIRST, offset);
const offset = fc.integer({ min: 0, max: 20 });
const units = fc.integer({ min: 1, max: 12 });
const itemId = fc.constantFrom('A', 'B', 'C');

const promise = fc.record({
  amount: units,
  madeOn: fc.integer({ min: 0, max: 8 }),
  days: fc.integer({ min: 0, max: 8 }),
  grace: fc.integer({ min: 0, max: 2 }),
  tolerance: fc.integer({ min: 0, max: 2 }),
  items: fc.option(fc.uniqueArray(itemId, { minLength: 1, maxLength: 2 }), { nil: null }),
  withdrawnAfter: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
});
const receipt = fc.record({
  amount: units,
  on: offset,
  bouncedAfter: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
  uses: fc.array(
    fc.record({
      item: itemId,
      part: units,
      after: fc.integer({ min: 0, max: 6 }),
      undoneAfter: fc.option(offset, { nil: null }),
    }),
    { maxLength: 3 },
  ),
});
type DrawnReceipt = typeof receipt extends fc.Arbitrary<infer T> ? T : never;
type DrawnPromise = typeof promise extends fc.Arbitrary<infer T> ? T : never;

function promisesOf(drawn: readonly DrawnPromise[]): PaymentPromise[] {
  return drawn.map((one, index) => ({
    id: `P${index}`,
    currency: 'EUR',
    amountMinor: BigInt(one.amount),
    promisedOn: day(one.madeOn + one.days),
    deadlineOn: day(one.madeOn + one.days + one.grace),
    toleranceMinor: BigInt(Math.min(one.tolerance, one.amount - 1)),
    itemIds: one.items,
    madeAt: at(day(one.madeOn), 500 + index),
    withdrawnAt: one.withdrawnAfter === null ? null : at(day(one.madeOn + one.withdrawnAfter), 800 + index),
  }));
}

/** A receipt applied in parts as far as it goes; when it bounces, what was applied is undone with it. */
function bookOf(drawn: readonly DrawnReceipt[]): { received: AccountReceived[]; settled: ItemSettled[] } {
  const received: AccountReceived[] = [];
  const settled: ItemSettled[] = [];
  drawn.forEach((one, index) => {
    const receiptItemId = `R${index}`;
    const moneyOn = day(one.on);
    const arrival = { receiptItemId, currency: 'EUR', moneyOn };
    received.push({
      ...arrival,
      entryId: receiptItemId,
      amountMinor: BigInt(one.amount),
      effectiveOn: moneyOn,
      recordedAt: at(moneyOn, 1 + index),
    });
    const bouncedOn = one.bouncedAfter === null ? null : one.on + one.bouncedAfter;
    let left = one.amount;
    one.uses.forEach((use, step) => {
      const amount = Math.min(use.part, left);
      const on = one.on + use.after;
      if (amount === 0 || (bouncedOn !== null && on >= bouncedOn)) return;
      left -= amount;
      const entryId = `${receiptItemId}.${step}`;
      const line = {
        itemId: use.item,
        creditItemId: receiptItemId,
        currency: 'EUR',
        moneyOn,
        originalEntryId: entryId,
      };
      const changed = (amountMinor: bigint) => ({ amountMinor, creditMinor: amountMinor });
      const stamp = (when: number, order: number) => ({ effectiveOn: day(when), recordedAt: at(day(when), order) });
      settled.push({ ...line, entryId, ...changed(BigInt(amount)), ...stamp(on, 100 + 10 * index + step) });
      const undoneOn = Math.min(use.undoneAfter === null ? 99 : on + use.undoneAfter, bouncedOn ?? 99);
      if (undoneOn === 99) return;
      settled.push({
        ...line,
        entryId: `${entryId}u`,
        ...changed(BigInt(-amount)),
        ...stamp(undoneOn, 300 + 10 * index + step),
      });
    });
    if (bouncedOn === null) return;
    received.push({
      ...arrival,
      entryId: `${receiptItemId}b`,
      amountMinor: BigInt(-one.amount),
      effectiveOn: day(bouncedOn),
      recordedAt: at(day(bouncedOn), 400 + index),
    });
  });
  return { received, settled };
}

/** One unit after the other, each to the first promise in rank that may have it. */
function slowJudge(promises: readonly PaymentPromise[], book: ReturnType<typeof bookOf>, { asOf, knownAt }: Viewpoint) {
  const seen = (line: { effectiveOn: LocalDate; recordedAt: string }) =>
    line.effectiveOn <= asOf && (knownAt === null || line.recordedAt <= knownAt);
  const netReceipt = (id: string) =>
    book.received
      .filter((line) => line.receiptItemId === id && seen(line))
      .reduce((sum, line) => sum + line.amountMinor, 0n);
  const netEntry = (id: string) =>
    book.settled
      .filter((line) => line.originalEntryId === id && seen(line))
      .reduce((sum, line) => sum + line.amountMinor, 0n);
  const isWithdrawn = (one: PaymentPromise) =>
    one.withdrawnAt !== null && (knownAt === null || one.withdrawnAt <= knownAt);
  const usedOfReceipt = new Map<string, bigint>();
  const usedOfEntry = new Map<string, bigint>();
  const counts = promises.map(() => ({ inTime: 0n, late: 0n }));
  const ranked = promises
    .map((one, index) => ({ one, index }))
    .sort((a, b) => (`${a.one.promisedOn}${a.one.madeAt}` < `${b.one.promisedOn}${b.one.madeAt}` ? -1 : 1));
  const byDay = <T extends { moneyOn: LocalDate; recordedAt: string }>(lines: readonly T[]) =>
    [...lines].sort((a, b) => (a.moneyOn + a.recordedAt < b.moneyOn + b.recordedAt ? -1 : 1));
  for (const late of [false, true]) {
    for (const isOfItems of [true, false]) {
      for (const { one, index } of ranked.filter(
        (r) => !isWithdrawn(r.one) && (r.one.itemIds !== null) === isOfItems,
      )) {
        const count = counts[index];
        if (!count) continue;
        const wants = () => count.inTime + count.late < one.amountMinor;
        const give = () => (late ? count.late++ : count.inTime++);
        const suits = (line: { moneyOn: LocalDate; recordedAt: string }) =>
          line.recordedAt > one.madeAt && line.moneyOn > one.deadlineOn === late;
        const lines = isOfItems
          ? byDay(
              book.settled.filter(
                (line) => line.entryId === line.originalEntryId && one.itemIds?.includes(line.itemId),
              ),
            )
          : byDay(book.received.filter((line) => line.amountMinor > 0n));
        for (const line of lines.filter((each) => seen(each) && suits(each))) {
          const receiptId = 'receiptItemId' in line ? line.receiptItemId : (line.creditItemId ?? '');
          for (;;) {
            const receiptLeft = netReceipt(receiptId) - (usedOfReceipt.get(receiptId) ?? 0n);
            const entryLeft = isOfItems ? netEntry(line.entryId) - (usedOfEntry.get(line.entryId) ?? 0n) : 1n;
            if (!wants() || receiptLeft <= 0n || entryLeft <= 0n) break;
            give();
            usedOfReceipt.set(receiptId, (usedOfReceipt.get(receiptId) ?? 0n) + 1n);
            usedOfEntry.set(line.entryId, (usedOfEntry.get(line.entryId) ?? 0n) + 1n);
          }
        }
      }
    }
  }
  return promises.map((one, index) => {
    const { inTime, late } = counts[index] ?? { inTime: 0n, late: 0n };
    if (isWithdrawn(one)) return { state: 'withdrawn', inTime, late };
    if (inTime >= one.amountMinor - one.toleranceMinor) return { state: 'kept', inTime, late };
    if (asOf <= one.deadlineOn) return { state: 'open', inTime, late };
    return { state: inTime > 0n ? 'partly_kept' : 'broken', inTime, late };
  });
}

const world = fc.record({
  promises: fc.array(promise, { minLength: 1, maxLength: 5 }).map(promisesOf),
  book: fc.array(receipt, { maxLength: 5 }).map(bookOf),
  asOf: fc.integer({ min: 0, max: 35 }).map(day),
  knownAt: fc.option(
    fc.integer({ min: 0, max: 30 }).map((days) => at(day(days), 999)),
    { nil: null },
  ),
});

describe('the judgement, of any promises and money', () => {
  it('is that of the slow judge', () => {
    fc.assert(
      fc.property(world, ({ promises, book, ...viewpoint }) => {
        const fast = judgePromises(promises, book, viewpoint);
        expect(
          fast.map(({ state, inTimeMinor, lateMinor }) => ({ state, inTime: inTimeMinor, late: lateMinor })),
        ).toEqual(slowJudge(promises, book, viewpoint));
      }),
      { numRuns: 1_500 },
    );
  });

  it('never counts more than there is, nor more than was promised', () => {
    fc.assert(
      fc.property(world, ({ promises, book, ...viewpoint }) => {
        const judged = judgePromises(promises, book, viewpoint);
        const counted = judged.reduce((sum, one) => sum + one.inTimeMinor + one.lateMinor, 0n);
        const there = book.received
          .filter(
            (line) =>
              line.effectiveOn <= viewpoint.asOf &&
              (viewpoint.knownAt === null || line.recordedAt <= viewpoint.knownAt),
          )
          .reduce((sum, line) => sum + line.amountMinor, 0n);
        expect(counted).toBeLessThanOrEqual(there);
        judged.forEach((one, index) => {
          expect(one.inTimeMinor + one.lateMinor).toBeLessThanOrEqual(promises[index]?.amountMinor ?? 0n);
        });
      }),
    );
  });

  it('of a past day, as known then, does not change by what is recorded later, nor by the order of the promises', () => {
    fc.assert(
      fc.property(world, fc.array(receipt, { maxLength: 3 }), ({ promises, book, asOf }, more) => {
        const knownAt = at(asOf, 999);
        const viewpoint = { asOf, knownAt };
        const before = judgePromises(promises, book, viewpoint);
        const later = bookOf(more);
        const isLater = (line: { recordedAt: string }) => line.recordedAt > knownAt;
        const all = {
          received: [
            ...book.received,
            ...later.received
              .filter(isLater)
              .map((line) => ({ ...line, receiptItemId: `later ${line.receiptItemId}` })),
          ],
          settled: [...book.settled, ...later.settled.filter(isLater)],
        };
        expect(judgePromises(promises, all, viewpoint)).toEqual(before);
        expect(judgePromises([...promises].reverse(), book, viewpoint)).toEqual([...before].reverse());
      }),
    );
  });
});
