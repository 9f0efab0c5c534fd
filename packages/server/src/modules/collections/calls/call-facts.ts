/** What a call is about, in figures and in the words of its language. */
import type { LocalDate } from '@quittance/core/calendar';
import { daysBetween } from '@quittance/core/calendar';
import { type LetterLanguage, letterAmount, letterDate } from '@quittance/core/correspondence';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type Hold, holdsOfCustomer, type ItemView, listItems } from '../../ledger/index.ts';
import { type PromiseView, promisesOfCustomer } from '../promises/promises.queries.ts';
import { type Collectable, collectableOf } from '../worklist/collectable.queries.ts';

const ITEMS_MAX = 1_000;
/** A promise that broke longer ago is history: another was made since, or the ladder has gone on. */
const BROKEN_DAYS = 60;

export interface CallMatters {
  /** Open debits, the oldest first. */
  readonly items: readonly ItemView[];
  readonly disputes: readonly Hold[];
  /** By item, the last day until which all that is open of it is promised. */
  readonly promisedUntil: ReadonlyMap<string, LocalDate>;
  /** By currency: what can be asked for. */
  readonly collectable: readonly Collectable[];
  /** The one that broke last, within two months, and none kept or made since. */
  readonly brokenPromise: PromiseView | null;
  readonly brokenPromises: number;
  readonly openPromises: readonly PromiseView[];
}

export async function readMatters(tx: Tx, customerIds: readonly string[]): Promise<CallMatters> {
  const open = await listItems(tx, { customerIds, isOpenOnly: true, limit: ITEMS_MAX });
  const promises = await promisesOfCustomer(tx, customerIds);
  const broken = promises.filter(
    ({ state, stateOn }) =>
      (state === 'broken' || state === 'partly_kept') && daysBetween(stateOn, tx.today) <= BROKEN_DAYS,
  );
  const openPromises = promises.filter(({ state }) => state === 'open');
  const [latest] = [...broken].sort((left, right) => (left.stateOn < right.stateOn ? 1 : -1));
  const isAnswered = latest !== undefined && openPromises.some(({ madeAt }) => madeAt.slice(0, 10) >= latest.stateOn);
  const holds = await Promise.all(customerIds.map((id) => holdsOfCustomer(tx, id)));
  const items = open.filter(({ account, openMinor }) => account === 'receivable' && openMinor > 0n);
  return {
    items,
    promisedUntil: promisedUntil(items, holds.flat()),
    collectable: await collectableOf(tx, customerIds),
    disputes: holds.flat().filter(({ kind }) => kind === 'dispute'),
    brokenPromise: latest === undefined || isAnswered ? null : latest,
    brokenPromises: broken.length,
    openPromises,
  };
}

/** Of an item of 1,000.00 with 600.00 promised until the 10th and 400.00 until the 20th: the 20th. */
function promisedUntil(items: readonly ItemView[], holds: readonly Hold[]): Map<string, LocalDate> {
  const found = new Map<string, LocalDate>();
  for (const { id, openMinor } of items) {
    const own = holds.filter(({ itemId, kind }) => itemId === id && (kind === 'promise' || kind === 'plan'));
    const days = own.flatMap(({ untilOn }) => untilOn ?? []).sort();
    const promisedMinor = own.reduce((sum, hold) => sum + (hold.amountMinor ?? openMinor), 0n);
    const last = days.at(-1);
    if (last !== undefined && promisedMinor >= openMinor) found.set(id, last);
  }
  return found;
}

/** As the script speaks of it. What there is none of reads as a dash, so that a script of another situation can be looked at. */
export function factsOf(
  tx: Tx,
  given: {
    readonly matters: CallMatters;
    readonly customer: { readonly name: string; readonly number: string };
    readonly contactName: string | null;
    readonly language: LetterLanguage;
  },
) {
  const { matters, customer, contactName, language } = given;
  const isDisputed = ({ id }: ItemView): boolean => matters.disputes.some(({ itemId }) => itemId === id);
  const disputed = matters.items.filter(isDisputed);
  // What is disputed or promised is spoken of as such, and not asked for; nor is what credits only need applying to.
  const isAsked = (item: ItemView): boolean => !isDisputed(item) && !matters.promisedUntil.has(item.id);
  const overdue = matters.items.filter((item) => item.dueOn < tx.today && isAsked(item));
  const [oldest] = overdue;
  const promise = matters.brokenPromise ?? matters.openPromises[0];
  const date = (day: LocalDate | undefined): string => (day === undefined ? NOTHING : letterDate(day, language));
  return {
    'contact.name': contactName ?? customer.name,
    'sender.name': tx.actor.name,
    'company.name': tx.company.name,
    'customer.name': customer.name,
    'customer.number': customer.number,
    total_overdue: askedFor(matters.collectable, language),
    total_open: amounts(matters.items, language),
    items_count: String(matters.items.length),
    first_item: (oldest ?? matters.items[0])?.number ?? NOTHING,
    days_late: oldest === undefined ? '0' : String(daysBetween(oldest.dueOn, tx.today)),
    oldest_due: date(oldest?.dueOn),
    'promise.amount': promise === undefined ? NOTHING : letterAmount(promise.amountMinor, promise.currency, language),
    'promise.on': date(promise?.promisedOn),
    'dispute.items': disputed.map(({ number }) => number).join(', ') || NOTHING,
    'dispute.reason': [...new Set(matters.disputes.map(({ reason }) => reason))].join('; ') || NOTHING,
  };
}

const NOTHING = '–';

function askedFor(collectable: readonly Collectable[], language: LetterLanguage): string {
  const asked = collectable.filter(({ collectableMinor }) => collectableMinor > 0n);
  return asked.map((one) => letterAmount(one.collectableMinor, one.currency, language)).join(' + ') || NOTHING;
}

function amounts(items: readonly ItemView[], language: LetterLanguage): string {
  const sums = new Map<string, bigint>();
  for (const { currency, openMinor } of items) sums.set(currency, (sums.get(currency) ?? 0n) + openMinor);
  return [...sums].map(([currency, sum]) => letterAmount(sum, currency, language)).join(' + ') || NOTHING;
}
