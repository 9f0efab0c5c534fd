/** Expectations on the books: what waits, what is held, what is closed, what verify says. */
import { abs } from '@quittance/core/money';
import type { Expectation } from '@quittance/core/scenario';
import { holdsOfCustomer, holdsOfItems, listClosedPeriods, verify, waitingActs } from '../modules/ledger/index.ts';
import { itemsOf, minorOf } from './names.ts';
import { printAmount, printList, printWords } from './print.ts';
import { pendingState } from './scenario.queries.ts';
import { compared, type Verdict } from './verdict.ts';
import { type CompanyBook, lineProblem, type Place, readIn, type World } from './world.ts';

type Of<Kind extends Expectation['kind']> = Extract<Expectation, { kind: Kind }>;

export async function checkPending(place: Place, expectation: Of<'pending'>): Promise<Verdict> {
  const waiting = await readIn(place.world, place.book, waitingActs);
  const isDated = expectation.rows.some((row) => row.effectiveOn !== null);
  const printed = (name: string, day: string | null) => (isDated ? `${name} on ${day}` : name);
  const seen = waiting.map((act) =>
    printed(place.book.pendingNames.get(act.id) ?? printWords(act.act.kind), act.effectiveOn),
  );
  const expected = expectation.rows.map((row) => printed(row.name, row.effectiveOn));
  return compared(printList(expected.sort()), printList(seen.sort()));
}

export async function checkRefusedPending(place: Place, expectation: Of<'refused_pending'>): Promise<Verdict> {
  const { name, words } = expectation;
  const id = [...place.book.pendingNames].find(([, one]) => one === name)?.[0];
  if (id === undefined) {
    const message = `Nothing called ${name} ever waited as pending.`;
    return lineProblem(place.line, { field: name, code: 'pending_unknown', message });
  }
  const found = await readIn(place.world, place.book, (tx) => pendingState(tx, id));
  const isMet = found?.state === 'refused' && (words === null || (found.outcome ?? '').includes(words));
  const seen = found?.outcome ? `${found.state}: ${found.outcome}` : (found?.state ?? 'gone');
  return { isMet, expected: words === null ? 'refused' : `refused: ${words}`, seen };
}

export async function checkHolds(place: Place, expectation: Of<'holds'>): Promise<Verdict> {
  const { subject, rows } = expectation;
  const customer = subject.kind === null ? place.book.customers.get(subject.number) : undefined;
  const items = customer === undefined ? await itemsOf(place, subject) : [];
  const currency = items[0]?.currency ?? place.book.company.functionalCurrency;
  const holds = await readIn(place.world, place.book, (tx) =>
    customer === undefined
      ? holdsOfItems(
          tx,
          items.map((item) => item.id),
        )
      : holdsOfCustomer(tx, customer),
  );
  const printed = (kind: string, amountMinor: bigint | null, untilOn: string | null) =>
    [kind, amountMinor !== null && printAmount(amountMinor, currency), untilOn && `until ${untilOn}`]
      .filter(Boolean)
      .join(' ');
  const expected = rows.map((row) =>
    printed(row.holdKind, row.amount && abs(minorOf(place, row.amount, currency)), row.untilOn),
  );
  const seen = holds.map((hold) => printed(hold.kind, hold.amountMinor, hold.untilOn));
  return compared(printList(expected.sort()), printList(seen.sort()));
}

export async function checkClosedThrough(place: Place, expectation: Of<'closed_through'>): Promise<Verdict> {
  const [last] = await readIn(place.world, place.book, listClosedPeriods);
  const printed = (day: string | null) => (day === null ? 'nothing closed' : `closed through ${day}`);
  return compared(printed(expectation.endsOn), printed(last?.endsOn ?? null));
}

export async function checkVerify(place: Place, expectation: Of<'verify'>): Promise<Verdict> {
  const failed = await failedInvariants(place.world, place.book);
  const printed = (names: readonly string[]) => (names.length === 0 ? 'passes' : `fails ${names.join(', ')}`);
  const seen = printed(failed.map((one) => one.invariant).sort());
  const details = failed.flatMap((one) => one.failures.slice(0, 3));
  const verdict = compared(printed([...expectation.fails].sort()), seen);
  return verdict.isMet ? verdict : { ...verdict, seen: [seen, ...details].join('; ') };
}

/** Every invariant of a company's ledger, recomputed: those that do not hold. */
export async function failedInvariants(world: World, book: CompanyBook) {
  return (await readIn(world, book, (tx) => verify(tx))).filter((invariant) => !invariant.ok);
}
