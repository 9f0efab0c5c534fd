/** Expectations on what was written: applications, entries, postings, journals, accounts. */
import { localDate } from '@quittance/core/calendar';
import type { Account } from '@quittance/core/ledger';
import { abs, sum } from '@quittance/core/money';
import type { Expectation, JournalLineExpected, PostingExpected, WrittenAmount } from '@quittance/core/scenario';
import { entryPostings, type PostingView, reprintJournal } from '../modules/ledger/index.ts';
import {
  currencyOf,
  customerNumber,
  fixQuestion,
  functionalOf,
  itemsOf,
  minorOf,
  tryItems,
  unknownItem,
  writtenNumber,
} from './names.ts';
import { printAmount, printList, printWords } from './print.ts';
import { type AccountSum, accountSums, applicationsOf, entriesTouching } from './scenario.queries.ts';
import { compared, type Verdict } from './verdict.ts';
import { type Place, readIn } from './world.ts';

type Of<Kind extends Expectation['kind']> = Extract<Expectation, { kind: Kind }>;

const BEGINNING = localDate('0001-01-01');

export async function checkApplications(place: Place, expectation: Of<'applications'>): Promise<Verdict> {
  const items = await itemsOf(place, expectation.item);
  const known = fixQuestion(place, expectation);
  const written = new Set(expectation.rows.map((row) => row.item.number));
  const ask = async () => {
    const ids = items.map((item) => item.id);
    const rows = await readIn(place.world, place.book, (tx) => applicationsOf(tx, ids, known));
    const sums = new Map<string, { number: string; currency: string; amountMinor: bigint }>();
    for (const { number, documentNumber, currency, amountMinor } of rows) {
      const name = writtenNumber(place, written.has(number) ? number : documentNumber);
      const before = sums.get(`${name} ${currency}`)?.amountMinor ?? 0n;
      sums.set(`${name} ${currency}`, { number: name, currency, amountMinor: before + abs(amountMinor) });
    }
    return printList(
      [...sums.values()].map((row) => `${row.number} ${printAmount(row.amountMinor, row.currency)}`).sort(),
    );
  };
  const expected: string[] = [];
  for (const { item, amount } of expectation.rows) {
    const [other] = await itemsOf(place, item);
    expected.push(`${item.number} ${printAmount(minorOf(place, amount, other.currency), other.currency)}`);
  }
  const seen = await ask();
  return { ...compared(printList(expected.sort()), seen), again: ask, standing: seen };
}

export async function checkEntries(place: Place, expectation: Of<'entries'>): Promise<Verdict> {
  const items = await itemsOf(place, expectation.item);
  const known = fixQuestion(place, expectation);
  const entries = await readIn(place.world, place.book, (tx) =>
    entriesTouching(
      tx,
      items.map((item) => item.id),
      known,
    ),
  );
  const expected = expectation.rows.map((row) => {
    const amount =
      row.amount &&
      printAmount(
        minorOf(place, row.amount, row.amount.currency ?? items[0].currency),
        row.amount.currency ?? items[0].currency,
      );
    return [printWords(row.entryKind), amount, row.effectiveOn && `dated ${row.effectiveOn}`].filter(Boolean).join(' ');
  });
  const seen = entries.map((entry, index) => {
    const row = expectation.rows[index];
    const amount = !row || row.amount ? printAmount(entry.amountMinor, entry.currency) : null;
    const day = !row || row.effectiveOn ? `dated ${entry.effectiveOn}` : null;
    return [printWords(entry.kind), amount, day].filter(Boolean).join(' ');
  });
  return compared(printList(expected), printList(seen));
}

export async function checkPostings(place: Place, expectation: Of<'postings'>): Promise<Verdict> {
  const postings: PostingView[] = [];
  for (const id of await subjectEntries(place, expectation))
    postings.push(...(await readIn(place.world, place.book, (tx) => entryPostings(tx, id))));
  const left = [...postings];
  const missing = expectation.rows.filter((row) => {
    const at = left.findIndex((posting) => fits(place, row, posting));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return {
    isMet: missing.length === 0 && left.length === 0,
    expected: printList(expectation.rows.map((row) => printExpectedPosting(place, row))),
    seen: printList(postings.map((posting) => printPosting(place, posting))),
  };
}

async function subjectEntries(place: Place, { subject }: Of<'postings'>): Promise<readonly string[]> {
  if (subject.kind === 'last_step') return place.book.lastStep.entryIds;
  const called = place.book.called.get(subject.item.number);
  if (called && subject.item.kind === null) return called.entryIds;
  const items = await tryItems(place, subject.item);
  if (items.length === 0) return unknownItem(place, subject.item);
  return [...new Set(items.map((item) => item.openingEntryId))];
}

function fits(place: Place, row: PostingExpected, posting: PostingView): boolean {
  const { amount, functional } = row;
  if (row.account !== posting.account) return false;
  if (amount.currency !== null && amount.currency !== posting.currency) return false;
  if (minorOf(place, amount, posting.currency) !== posting.amountMinor) return false;
  if (functional && minorOf(place, functional, functionalOf(place)) !== posting.functionalMinor) return false;
  if (row.effectiveOn !== null && row.effectiveOn !== posting.effectiveOn) return false;
  if (row.dueOn !== null && row.dueOn !== posting.dueOn) return false;
  if (row.customer !== null && row.customer !== customerNumber(place.book, posting.customerId)) return false;
  return row.item === null || row.item === posting.itemNumber;
}

function printExpectedPosting(place: Place, row: PostingExpected): string {
  const amount = `${printWords(row.account)} ${row.amount.decimal}${row.amount.currency ? ` ${row.amount.currency}` : ''}`;
  const parts = [
    amount,
    row.functional && `functional ${row.functional.decimal} ${functionalOf(place)}`,
    row.effectiveOn && `dated ${row.effectiveOn}`,
    row.dueOn && `due ${row.dueOn}`,
    row.customer && `of ${row.customer}`,
    row.item && `item ${row.item}`,
  ];
  return parts.filter(Boolean).join(' ');
}

function printPosting(place: Place, posting: PostingView): string {
  const isForeign = posting.currency !== functionalOf(place);
  const parts = [
    `${printWords(posting.account)} ${printAmount(posting.amountMinor, posting.currency)}`,
    isForeign && `functional ${printAmount(posting.functionalMinor, functionalOf(place))}`,
    `dated ${posting.effectiveOn}`,
    posting.dueOn && `due ${posting.dueOn}`,
    posting.customerId && `of ${customerNumber(place.book, posting.customerId)}`,
    posting.itemNumber && `item ${posting.itemNumber}`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** Accounts that are not named must come to zero. */
export async function checkJournal(place: Place, expectation: Of<'journal'>): Promise<Verdict> {
  const { source, rows } = expectation;
  const sums = source.kind === 'exported' ? await exportedSums(place, source.number) : await daySums(place, source);
  const expected = rows.map((row) => printLine(place, row, expectedSums(place, row)));
  const used = new Set<AccountSum>();
  const seen = rows.map((row) => {
    const own = sumsFor(place, row, sums);
    for (const one of own) used.add(one);
    return printLine(place, row, addSums(row.account, lineCurrency(place, row), own));
  });
  for (const one of sums)
    if (!used.has(one) && (one.debitMinor !== one.creditMinor || one.functionalMinor !== 0n))
      seen.push(printLine(place, wholeLine(one), one));
  return compared(printList(expected), printList(seen));
}

async function daySums(place: Place, days: { from: AccountDay; to: AccountDay }): Promise<AccountSum[]> {
  const { knownAt } = fixQuestion(place, { asOf: null, knownAt: null });
  return readIn(place.world, place.book, (tx) => accountSums(tx, { ...days, knownAt }));
}
type AccountDay = Place['day'];

async function exportedSums(place: Place, number: number): Promise<AccountSum[]> {
  const journal = await readIn(place.world, place.book, (tx) => reprintJournal(tx, BigInt(number)));
  const sums = new Map<string, AccountSum>();
  for (const { account, currency, debitMinor, creditMinor, functionalMinor } of journal.lines) {
    const before = sums.get(`${account} ${currency}`);
    sums.set(`${account} ${currency}`, {
      account,
      currency,
      debitMinor: (before?.debitMinor ?? 0n) + debitMinor,
      creditMinor: (before?.creditMinor ?? 0n) + creditMinor,
      functionalMinor: (before?.functionalMinor ?? 0n) + functionalMinor,
    });
  }
  return [...sums.values()];
}

export async function checkAccount(place: Place, expectation: Of<'account'>): Promise<Verdict> {
  const known = fixQuestion(place, expectation);
  const { line } = expectation;
  const ask = async () => {
    const range = { from: BEGINNING, to: known.asOf, knownAt: known.knownAt };
    const sums = await readIn(place.world, place.book, (tx) => accountSums(tx, range));
    return printLine(place, line, addSums(line.account, lineCurrency(place, line), sumsFor(place, line, sums)));
  };
  const seen = await ask();
  return { ...compared(printLine(place, line, expectedSums(place, line)), seen), again: ask, standing: seen };
}

/** The account's sums in the line's currency; in all currencies when only the functional amount is named. */
function sumsFor(place: Place, line: JournalLineExpected, sums: readonly AccountSum[]): AccountSum[] {
  const isFunctionalOnly = line.debit === null && line.credit === null && line.net === null;
  const currency = lineCurrency(place, line);
  return sums.filter((one) => one.account === line.account && (isFunctionalOnly || one.currency === currency));
}

function addSums(account: string, currency: string, own: readonly AccountSum[]): AccountSum {
  return {
    account,
    currency,
    debitMinor: sum(own.map((one) => one.debitMinor)),
    creditMinor: sum(own.map((one) => one.creditMinor)),
    functionalMinor: sum(own.map((one) => one.functionalMinor)),
  };
}

function lineCurrency(place: Place, line: JournalLineExpected): string {
  return currencyOf(place, line.debit ?? line.credit ?? line.net);
}

interface PrintedSums {
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly functionalMinor: bigint;
  readonly netMinor?: bigint;
}

function expectedSums(place: Place, line: JournalLineExpected): PrintedSums {
  const currency = lineCurrency(place, line);
  const minor = (amount: WrittenAmount | null, unit = currency) =>
    amount === null ? 0n : minorOf(place, amount, unit);
  return {
    debitMinor: minor(line.debit),
    creditMinor: minor(line.credit),
    netMinor: minor(line.net),
    functionalMinor: minor(line.functional, functionalOf(place)),
  };
}

/** The parts that the expectation names. */
function printLine(place: Place, line: JournalLineExpected, sums: PrintedSums): string {
  const currency = lineCurrency(place, line);
  const parts = [
    printWords(line.account),
    line.debit && `debit ${printAmount(sums.debitMinor, currency)}`,
    line.credit && `credit ${printAmount(sums.creditMinor, currency)}`,
    line.net && printAmount(sums.netMinor ?? sums.debitMinor - sums.creditMinor, currency),
    line.functional && `functional ${printAmount(sums.functionalMinor, functionalOf(place))}`,
  ];
  return parts.filter(Boolean).join(' ');
}

function wholeLine({ account, currency }: AccountSum): JournalLineExpected {
  const any = { decimal: '0', currency };
  return { account: account as Account, debit: any, credit: any, net: null, functional: any };
}
