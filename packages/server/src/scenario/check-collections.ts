/** Expectations of collections: promises by the books and by the ledger alone, runs, calls, proposed interest. */
import { planState } from '@quittance/core/promises';
import type { CollectionsExpectation } from '@quittance/core/scenario';
import { promisesOf, proposals } from '../modules/collections/index.ts';
import { actionsOfRun, callOutcomes, heldInRun, levelsOfItems } from './collections.queries.ts';
import { customerId, customerNumber, fixQuestion, itemsOf, minorOf } from './names.ts';
import { printAmount, printList, printWords } from './print.ts';
import { namedPromise, namedRun } from './step-collections.ts';
import { compared, type Verdict } from './verdict.ts';
import { lineProblem, type NamedPromise, type Place, readIn } from './world.ts';

type Of<Kind extends CollectionsExpectation['kind']> = Extract<CollectionsExpectation, { kind: Kind }>;

export async function checkCollections(place: Place, expectation: CollectionsExpectation): Promise<Verdict> {
  switch (expectation.kind) {
    case 'promise':
      return checkPromise(place, expectation);
    case 'plan':
      return checkPlan(place, expectation);
    case 'letters':
    case 'acts':
      return checkActions(place, expectation);
    case 'held_back':
      return checkHeldBack(place, expectation);
    case 'dunning_level': {
      const items = await itemsOf(place, expectation.item);
      const level = await readIn(place.world, place.book, (tx) =>
        levelsOfItems(
          tx,
          items.map(({ id }) => id),
        ),
      );
      return compared(`level ${expectation.level}`, `level ${level}`);
    }
    case 'calls': {
      const owner = customerId(place, expectation.customer);
      const seen = await readIn(place.world, place.book, (tx) => callOutcomes(tx, owner));
      return compared(printList(expectation.outcomes.map(printWords)), printList(seen.map(printWords)));
    }
    case 'interest':
      return checkInterest(place, expectation);
  }
}

/** Judged from the ledger as of the day and known at the instant; now, the books must say the same. */
async function checkPromise(place: Place, expectation: Of<'promise'>): Promise<Verdict> {
  const { promise, id } = partNamed(place, expectation.name);
  const question = fixQuestion(place, expectation);
  const isNow = expectation.asOf === null && expectation.knownAt === null;
  const read = (viewpoint: Parameters<typeof promisesOf>[2]) =>
    readIn(place.world, place.book, async (tx) => {
      const { promises } = await promisesOf(tx, promise.customerId, viewpoint);
      return promises.find((one) => one.id === id);
    });
  const printed = (seen: Awaited<ReturnType<typeof read>>): string => {
    if (seen === undefined) return 'not made yet';
    const money = (amountMinor: bigint) => printAmount(amountMinor, seen.currency);
    return [
      expectation.state && printWords(seen.state),
      expectation.inTime && `in time ${money(seen.inTimeMinor)}`,
      expectation.late && `late ${money(seen.lateMinor)}`,
      expectation.interest && `interest ${money(seen.interestMinor)}`,
      expectation.deadlineOn && `deadline ${seen.deadlineOn}`,
    ]
      .filter(Boolean)
      .join(', ');
  };
  const currency = (await read(undefined))?.currency ?? place.book.company.functionalCurrency;
  const written = (amount: Parameters<typeof minorOf>[1]) => printAmount(minorOf(place, amount, currency), currency);
  const expected = [
    expectation.state && printWords(expectation.state),
    expectation.inTime && `in time ${written(expectation.inTime)}`,
    expectation.late && `late ${written(expectation.late)}`,
    expectation.interest && `interest ${written(expectation.interest)}`,
    expectation.deadlineOn && `deadline ${expectation.deadlineOn}`,
  ]
    .filter(Boolean)
    .join(', ');
  const ask = async () => printed(await read(question));
  const standing = await ask();
  const inBooks = isNow ? printed(await read(undefined)) : standing;
  const seen = inBooks === standing ? standing : `${standing} by the ledger, but ${inBooks} in the books`;
  return { ...compared(expected, seen), again: ask, standing };
}

/** "P1", or "L1/2": the second part. */
function partNamed(place: Place, name: string): { promise: NamedPromise; id: string } {
  const [, whole = name, part = '1'] = /^(.+)\/(\d{1,2})$/.exec(name) ?? [];
  const promise = namedPromise(place, whole);
  const id = promise.ids[Number(part) - 1];
  if (id !== undefined) return { promise, id };
  const message = `${whole} has ${promise.ids.length} parts. Name one of them: ${whole}/1.`;
  return lineProblem(place.line, { field: name, code: 'promise_part_unknown', message });
}

async function checkPlan(place: Place, { name, state }: Of<'plan'>): Promise<Verdict> {
  const { customerId: owner, ids } = namedPromise(place, name);
  const seen = await readIn(place.world, place.book, async (tx) => {
    const { promises } = await promisesOf(tx, owner);
    return planState(promises.filter(({ id }) => ids.includes(id)).map((one) => one.state));
  });
  return compared(state, seen);
}

async function checkActions(place: Place, expectation: Of<'letters' | 'acts'>): Promise<Verdict> {
  const run = namedRun(place, expectation.run);
  const channel = expectation.kind === 'letters' ? 'mail' : 'person';
  const found = await readIn(place.world, place.book, (tx) => actionsOfRun(tx, run, channel));
  const printed = (customer: string, step: string, items: readonly string[]) =>
    `${customer} ${step} ${[...items].sort().join(' ')}`;
  const seen = found.map((one) => printed(customerNumber(place.book, one.customerId), one.step, one.items));
  const expected = expectation.rows.map((row) => printed(row.customer, row.step, row.items));
  return compared(printList(expected.sort()), printList(seen.sort()));
}

async function checkHeldBack(place: Place, expectation: Of<'held_back'>): Promise<Verdict> {
  const run = namedRun(place, expectation.run);
  const found = await readIn(place.world, place.book, (tx) => heldInRun(tx, run));
  const isMeant = (item: string) => expectation.rows.some((row) => row.item === item && row.detail === null);
  const printed = (item: string, reason: string, detail: string | null) =>
    [item, reason, isMeant(item) ? null : detail].filter(Boolean).join(' ');
  const seen = found.map((one) => printed(one.item, one.reason, one.detail));
  const expected = expectation.rows.map((row) => printed(row.item, row.reason, row.detail));
  return compared(printList(expected.sort()), printList(seen.sort()));
}

const CUSTOMERS_MAX = 1_000; // far above what a case writes

async function checkInterest(place: Place, expectation: Of<'interest'>): Promise<Verdict> {
  const owner = customerId(place, expectation.customer);
  const currency = place.book.company.functionalCurrency;
  const { rows } = await readIn(place.world, place.book, (tx) =>
    proposals(tx, { after: undefined, limit: CUSTOMERS_MAX }),
  );
  const money = (amountMinor: bigint, unit: string) => printAmount(amountMinor, unit);
  const own = rows.filter((row) => row.customer.id === owner);
  const named = new Map(expectation.rows.map((row) => [row.of, row]));
  const line = (of: string, interest: string, rest: { fee: string; days: number | null }) => {
    const said = named.get(of);
    const fee = said?.fee ? ` fee ${rest.fee}` : '';
    const days = said?.days ? ` days ${rest.days}` : '';
    return `${of} ${interest}${fee}${days}`;
  };
  const planName = (planId: string) =>
    [...place.book.promises].find(([, promise]) => promise.planId === planId)?.[0] ?? '?';
  const seen = own.flatMap((row) => {
    if ('plan' in row) {
      const unit = row.plan.currency;
      const fee = money(0n, unit);
      return [line(planName(row.plan.id), money(row.interestMinor, unit), { fee, days: null })];
    }
    return row.lines.map((one) =>
      line(one.number, money(one.interestMinor, row.currency), {
        fee: money(one.feeMinor, row.currency),
        days: one.days,
      }),
    );
  });
  const expected = expectation.rows.map((row) => {
    const unit = row.interest.currency ?? currency;
    const fee = row.fee ? money(minorOf(place, row.fee, unit), unit) : '';
    return line(row.of, money(minorOf(place, row.interest, unit), unit), { fee, days: row.days });
  });
  return compared(printList(expected.sort()), printList(seen.sort()));
}
