/** Expectations on one item or one customer, as of a day and as known at a moment. */
import type { LocalDate } from '@quittance/core/calendar';
import { isControlAccount } from '@quittance/core/ledger';
import { abs, sum } from '@quittance/core/money';
import type { CustomerExpectation, ItemExpectation, ItemStateExpected, WrittenAmount } from '@quittance/core/scenario';
import { type Aging, aging, itemPostings } from '../modules/ledger/index.ts';
import {
  currencyOf,
  customerId,
  customerNumber,
  type FixedQuestion,
  fixQuestion,
  functionalOf,
  isWaiting,
  minorOf,
  tryItems,
  unknownItem,
} from './names.ts';
import { printAmount, printWords } from './print.ts';
import type { NamedItem } from './scenario.queries.ts';
import { compared, type Verdict } from './verdict.ts';
import { type Place, readIn } from './world.ts';

interface ItemFacts {
  readonly item: NamedItem;
  readonly openMinor: bigint;
  readonly carryingMinor: bigint;
  readonly places: readonly { readonly customerId: string; readonly dueOn: LocalDate }[];
}

export async function checkItem(place: Place, expectation: ItemExpectation): Promise<Verdict> {
  const { item: name, state } = expectation;
  const items = await tryItems(place, name);
  if (items.length === 0 && (state === 'absent' || state === 'pending'))
    return compared(printWords(state), (await isWaiting(place, name.number)) ? 'pending' : 'absent');
  const [first] = items;
  if (first === undefined) return unknownItem(place, name);
  const question = fixQuestion(place, expectation);
  const ask = async () => printItem(place, expectation, await factsOf(place, items, question));
  const seen = await ask();
  return { ...compared(expectedItem(place, expectation, first), seen), again: ask, standing: seen };
}

async function factsOf(place: Place, items: readonly NamedItem[], question: FixedQuestion): Promise<ItemFacts[]> {
  const facts: ItemFacts[] = [];
  for (const item of items) {
    const all = await readIn(place.world, place.book, (tx) => itemPostings(tx, { itemId: item.id, ...question }));
    const postings = all.filter((posting) => isControlAccount(posting.account as NamedItem['account']));
    const standing = new Map<string, { customerId: string; dueOn: LocalDate; amountMinor: bigint }>();
    for (const { customerId: owner, dueOn, amountMinor } of postings) {
      if (owner === null || dueOn === null) continue;
      const key = `${owner} ${dueOn}`;
      const before = standing.get(key)?.amountMinor ?? 0n;
      standing.set(key, { customerId: owner, dueOn, amountMinor: before + amountMinor });
    }
    const open = [...standing.values()].filter((one) => one.amountMinor !== 0n);
    facts.push({
      item,
      openMinor: abs(sum(postings.map((posting) => posting.amountMinor))),
      carryingMinor: abs(sum(postings.map((posting) => posting.functionalMinor))),
      places: open.length > 0 ? open : [{ customerId: item.customerId, dueOn: item.dueOn }],
    });
  }
  return facts;
}

/** Only what the expectation names, so that both texts can be compared. */
function printItem(place: Place, expectation: ItemExpectation, facts: readonly ItemFacts[]): string {
  const currency = facts[0]?.item.currency ?? '';
  const open = sum(facts.map((one) => one.openMinor));
  const amount = sum(facts.map((one) => abs(one.item.amountMinor)));
  const carrying = sum(facts.map((one) => one.carryingMinor));
  const places = facts.flatMap((one) => one.places);
  const parts: string[] = [];
  if (expectation.open) parts.push(`open ${printAmount(open, currency)}`);
  if (expectation.amount) parts.push(`amount ${printAmount(amount, currency)}`);
  if (expectation.carrying) parts.push(`carrying ${printAmount(carrying, functionalOf(place))}`);
  if (expectation.dueOn !== null) parts.push(`due ${distinct(places.map((one) => one.dueOn))}`);
  if (expectation.customer !== null)
    parts.push(`of ${distinct(places.map((one) => customerNumber(place.book, one.customerId)))}`);
  if (expectation.state !== null) parts.push(printWords(stateOf(expectation.state, { facts, open, amount })));
  return parts.join(', ');
}

function stateOf(
  expected: ItemStateExpected,
  seen: { facts: readonly ItemFacts[]; open: bigint; amount: bigint },
): string {
  if (seen.facts.every((one) => one.item.isCancelled)) return 'cancelled';
  if (seen.open === 0n) return 'closed';
  if (expected === 'open' || seen.open === seen.amount) return 'open';
  return 'partly_open';
}

function expectedItem(place: Place, expectation: ItemExpectation, item: NamedItem): string {
  const { currency } = item;
  const printed = (amount: WrittenAmount, unit: string) => printAmount(abs(minorOf(place, amount, unit)), unit);
  const parts: string[] = [];
  if (expectation.open) parts.push(`open ${printed(expectation.open, currency)}`);
  if (expectation.amount) parts.push(`amount ${printed(expectation.amount, currency)}`);
  if (expectation.carrying) parts.push(`carrying ${printed(expectation.carrying, functionalOf(place))}`);
  if (expectation.dueOn !== null) parts.push(`due ${expectation.dueOn}`);
  if (expectation.customer !== null) parts.push(`of ${expectation.customer}`);
  if (expectation.state !== null) parts.push(printWords(expectation.state));
  return parts.join(', ');
}

function distinct(values: readonly string[]): string {
  return [...new Set(values)].sort().join(' and ');
}

const CUSTOMER_AMOUNTS = ['balance', 'receivable', 'overdue', 'unapplied'] as const;

/** Balance: all that is open, credits taken off. Overdue: debits past their due day. Unapplied: money without an invoice. */
export async function checkCustomer(place: Place, expectation: CustomerExpectation): Promise<Verdict> {
  const owner = customerId(place, expectation.customer);
  const question = fixQuestion(place, expectation);
  const named = CUSTOMER_AMOUNTS.flatMap((name) => {
    const amount = expectation[name];
    return amount === null ? [] : [{ name, amount, currency: currencyOf(place, amount) }];
  });
  const ask = async () => {
    const answer = await readIn(place.world, place.book, (tx) =>
      aging(tx, { ...question, by: 'customer', buckets: [30], customerId: owner }),
    );
    return named
      .map(({ name, currency }) => {
        const totals = answer.totals.find((one) => one.currency === currency);
        return `${name} ${printAmount(totals ? customerAmount(name, totals) : 0n, currency)}`;
      })
      .join(', ');
  };
  const expected = named
    .map(({ name, amount, currency }) => {
      const minor = minorOf(place, amount, currency);
      return `${name} ${printAmount(name === 'unapplied' ? abs(minor) : minor, currency)}`;
    })
    .join(', ');
  const seen = await ask();
  return { ...compared(expected, seen), again: ask, standing: seen };
}

function customerAmount(name: (typeof CUSTOMER_AMOUNTS)[number], totals: Aging['totals'][number]): bigint {
  const overdue = sum(totals.bucketsMinor);
  const amounts = {
    balance: totals.totalMinor,
    receivable: totals.notDueMinor + overdue,
    overdue,
    unapplied: abs(totals.unappliedMinor),
  };
  return amounts[name];
}
