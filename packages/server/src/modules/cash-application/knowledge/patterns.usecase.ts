/**
 * How customers usually pay, learnt from receipts that were applied and stand. A receipt shows it when it is settled, from what
 * it left open; undoing it takes that away. The counts of a customer are made anew from its latest payments each time.
 */
import type { LocalDate } from '@quittance/core/calendar';
import {
  type CountedPayments,
  countHabits,
  deductionsShown,
  type ObservedPayment,
  paidAmong,
  structureShown,
  togetherCounted,
} from '@quittance/core/learning';
import { HABIT_RULE, type PayerKnowledge } from '@quittance/core/matching';
import { survivorsOf } from '@quittance/core/parties';
import type { Tx } from '../../../platform/database/transaction.ts';
import { findMergeLinks } from '../../customers/index.ts';
import type { Confirmation } from './knowledge.queries.ts';
import type { Parties } from './parties.ts';
import {
  customersWithPatterns,
  endPatterns,
  type HabitsOfCustomer,
  habitsOfCustomers,
  insertPatterns,
  keptHabits,
  latestPatterns,
  leftOpen,
  lockHabits,
  type PaidStretch,
  type PatternToKeep,
  patternsBefore,
  type SettledDecision,
  type SettledItem,
  saveHabits,
  settledDecisions,
  settledItems,
} from './patterns.queries.ts';

export type TaughtPayment = Pick<Confirmation, 'receiptItemId' | 'decisionNumber' | 'customerId' | 'bookedOn'>;

interface SettledPayment extends SettledDecision {
  readonly customerId: string;
  readonly bookedOn: LocalDate;
}

/** Keeps what the payments showed. To be called once they are posted and their decisions kept; what settles no debit shows nothing. */
export async function keepPatterns(tx: Tx, taught: readonly TaughtPayment[]): Promise<void> {
  const settled = await settledPayments(tx, taught);
  if (settled.length === 0) return;
  const ids = settled.flatMap(({ allocations }) => allocations.map(({ itemId }) => itemId));
  const items = new Map((await settledItems(tx, [...new Set(ids)])).map((item) => [item.id, item]));
  const recordsOf = await partyRecords(tx);
  const paid = settled.map((payment) => paidDebits(payment, items, recordsOf));
  const stretches = settled.flatMap((payment, at) => stretchOf({ at, payment, paid: paid[at] ?? [], recordsOf }));
  const left = new Map((await leftOpen(tx, stretches)).map(({ at, ...counts }) => [at, counts]));
  const patterns = settled.flatMap((payment, at): PatternToKeep[] => {
    const { receiptItemId, number: decisionNumber, customerId, bookedOn, rule } = payment;
    const paidCount = paid[at]?.length ?? 0;
    if (paidCount === 0) return [];
    // What posted because it was usual is no sign that it was.
    const isAsUsual = rule === HABIT_RULE;
    const shown = isAsUsual
      ? { chances: [], kept: [] }
      : structureShown({ ...(left.get(at) ?? paidAmong([], [])), paidCount });
    return [{ receiptItemId, decisionNumber, customerId, bookedOn, ...shown, deductions: shownDeductions(payment) }];
  });
  await insertPatterns(tx, patterns);
  await recountHabits(
    tx,
    patterns.map(({ customerId }) => customerId),
  );
}

async function settledPayments(tx: Tx, taught: readonly TaughtPayment[]): Promise<SettledPayment[]> {
  const ofCustomers = taught.filter(({ customerId }) => customerId !== null);
  if (ofCustomers.length === 0) return [];
  const decisions = await settledDecisions(tx, ofCustomers);
  const byReceipt = new Map(decisions.map((decision) => [decision.receiptItemId, decision]));
  return ofCustomers.flatMap(({ receiptItemId, customerId, bookedOn }) => {
    const decision = byReceipt.get(receiptItemId);
    return decision === undefined || customerId === null ? [] : [{ ...decision, customerId, bookedOn }];
  });
}

type RecordsOf = (customerId: string) => readonly string[];

/** All records of the party that a record is of. */
async function partyRecords(tx: Tx): Promise<RecordsOf> {
  const links = await findMergeLinks(tx);
  const survivorOf = survivorsOf(links);
  const records = new Map<string, string[]>();
  for (const { from } of links) records.set(survivorOf(from), [...(records.get(survivorOf(from)) ?? []), from]);
  return (customerId) => [survivorOf(customerId), ...(records.get(survivorOf(customerId)) ?? [])];
}

/** None when it settles items of others as well: what it left of one account says nothing then. */
function paidDebits(
  { customerId, allocations }: SettledPayment,
  items: ReadonlyMap<string, SettledItem>,
  recordsOf: RecordsOf,
): SettledItem[] {
  const records = recordsOf(customerId);
  const paid = allocations.flatMap(({ itemId }) => items.get(itemId) ?? []).filter(({ isDebit }) => isDebit);
  const currency = paid[0]?.currency;
  return paid.every((item) => records.includes(item.customerId) && item.currency === currency) ? paid : [];
}

function stretchOf({
  at,
  payment,
  paid,
  recordsOf,
}: {
  readonly at: number;
  readonly payment: SettledPayment;
  readonly paid: readonly SettledItem[];
  readonly recordsOf: RecordsOf;
}): PaidStretch[] {
  const days = paid.map(({ dueOn }) => dueOn).sort();
  const [firstDue, lastDue] = [days[0], days.at(-1)];
  if (firstDue === undefined || lastDue === undefined) return [];
  const { currency = '' } = paid[0] ?? {};
  const paidIds = payment.allocations.map(({ itemId }) => itemId);
  return [{ at, customerIds: recordsOf(payment.customerId), currency, paidIds, firstDue, lastDue }];
}

function shownDeductions({ allocations, deductions }: SettledPayment) {
  const grossOf = (itemId: string): bigint => {
    const cash = allocations.find((one) => one.itemId === itemId);
    const own = deductions.filter((one) => one.itemId === itemId);
    const taken = own.reduce((total, { amountMinor }) => total + amountMinor, 0n);
    return (cash?.inItemCurrency?.amountMinor ?? cash?.amountMinor ?? 0n) + taken;
  };
  return deductionsShown(deductions.map((one) => ({ ...one, grossMinor: grossOf(one.itemId) })));
}

/** Tells the engine how these customers paid before, each party as one. */
export async function tellHabits(
  tx: Tx,
  {
    customers,
    knowledge,
    parties,
  }: {
    readonly customers: readonly string[];
    readonly knowledge: PayerKnowledge;
    readonly parties: Parties;
  },
): Promise<void> {
  tell(await habitsOfCustomers(tx, parties.numbersOf(customers)), { knowledge, parties });
}

/** The same as it was known before an instant, but for what was undone since. */
export async function tellHabitsBefore(
  tx: Tx,
  before: string,
  {
    customers,
    knowledge,
    parties,
  }: {
    readonly customers: readonly { readonly customerId: string; readonly customerNumber: string }[];
    readonly knowledge: PayerKnowledge;
    readonly parties: Parties;
  },
): Promise<void> {
  const numbers = new Map(customers.map((one) => [one.customerId, one.customerNumber]));
  const patterns = new Map<string, ObservedPayment[]>();
  for (const pattern of await patternsBefore(tx, [...numbers.values()], before)) {
    patterns.set(pattern.customerId, [...(patterns.get(pattern.customerId) ?? []), pattern]);
  }
  const records = [...patterns].map(([customerId, own]) => ({
    customerId,
    customerNumber: numbers.get(customerId) ?? '',
    ...countHabits(own),
  }));
  tell(records, { knowledge, parties });
}

function tell(
  counted: readonly HabitsOfCustomer[],
  { knowledge, parties }: { readonly knowledge: PayerKnowledge; readonly parties: Parties },
): void {
  const byParty = new Map<string, CountedPayments[]>();
  for (const { customerNumber, payments, habits } of parties.asOne(counted)) {
    byParty.set(customerNumber, [...(byParty.get(customerNumber) ?? []), { payments, habits }]);
  }
  for (const [customer, own] of byParty) knowledge.setHabits(customer, togetherCounted(own).habits);
}

/** Forgets what a receipt showed. */
export async function forgetPattern(tx: Tx, receiptItemId: string): Promise<void> {
  await recountHabits(tx, await endPatterns(tx, receiptItemId));
}

/** Counts these customers' habits anew. Their rows are locked before anything is read, so that no payment is missed. */
export async function recountHabits(tx: Tx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await lockHabits(tx, customerIds);
  await saveHabits(tx, await countedNow(tx, customerIds));
}

async function countedNow(tx: Tx, customerIds: readonly string[]): Promise<Map<string, CountedPayments>> {
  const patterns = await latestPatterns(tx, customerIds);
  const payments = new Map(customerIds.map((id): [string, ObservedPayment[]] => [id, []]));
  for (const pattern of patterns) payments.get(pattern.customerId)?.push(pattern);
  return new Map([...payments].map(([id, own]) => [id, countHabits(own)]));
}

const CUSTOMERS_PER_ROUND = 1_000;

/** The customers whose kept counts are not what their payments show, of how many. */
export async function habitsThatDiffer(
  tx: Tx,
): Promise<{ readonly checked: number; readonly wrong: readonly string[] }> {
  const customers = await customersWithPatterns(tx);
  const wrong: string[] = [];
  for (let from = 0; from < customers.length; from += CUSTOMERS_PER_ROUND) {
    const round = customers.slice(from, from + CUSTOMERS_PER_ROUND);
    const [now, kept] = [await countedNow(tx, round), await keptHabits(tx, round)];
    wrong.push(...round.filter((id) => !isSame(now.get(id), kept.get(id))));
  }
  return { checked: customers.length, wrong };
}

/** Whatever the order in which the database keeps the fields. */
function isSame(left: CountedPayments | undefined, right: CountedPayments | undefined): boolean {
  const said = (counted: CountedPayments | undefined) =>
    (counted?.habits ?? []).map(({ habit, times, ofTimes, shareBps, sinceOn, lastOn }) =>
      [habit, times, ofTimes, shareBps, sinceOn, lastOn].join(' '),
    );
  return (left?.payments ?? 0) === (right?.payments ?? 0) && said(left).join('\n') === said(right).join('\n');
}
