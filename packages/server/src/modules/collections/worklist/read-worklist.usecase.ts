/** The list as one person sees it: their own customers and those of whom they cover, everybody's, or one owner's. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Tx } from '../../../platform/database/transaction.ts';
import { portfoliosOf } from '../portfolios/assign-customers.usecase.ts';
import { namesOf } from '../portfolios/cover.queries.ts';
import { type Agenda, agendaOf, type DayFacts, dayFacts } from './day-facts.queries.ts';
import {
  type AsideSums,
  asideSums,
  type EntryPage,
  findEntry,
  listEntries,
  type PortfolioSums,
  sumsOf,
  type WorklistEntry,
} from './entries.queries.ts';
import { type Changes, changesSince } from './evenings.queries.ts';
import { findState } from './worklist.queries.ts';

export interface Whose {
  readonly whose: 'mine' | 'team';
  /** One owner's; then `whose` does not matter. */
  readonly owner: string | undefined;
}

/** Undefined for everybody's. */
function ownersFor(tx: Tx, { whose, owner }: Whose): Promise<readonly string[] | undefined> {
  if (owner !== undefined) return Promise.resolve([owner]);
  return whose === 'mine' ? portfoliosOf(tx, tx.actor.id) : Promise.resolve(undefined);
}

export interface WorklistPage {
  readonly entries: readonly WorklistEntry[];
  readonly facts: ReadonlyMap<string, DayFacts>;
  readonly isCompared: boolean;
}

export async function readWorklist(tx: Tx, whose: Whose, page: Omit<EntryPage, 'owners'>): Promise<WorklistPage> {
  const entries = await listEntries(tx, { ...page, owners: await ownersFor(tx, whose) });
  return withFacts(tx, entries);
}

/** Undefined when the customer has nothing open. */
export async function readEntry(tx: Tx, customerId: string): Promise<WorklistPage | undefined> {
  const entry = await findEntry(tx, customerId);
  return entry && withFacts(tx, [entry]);
}

async function withFacts(tx: Tx, entries: readonly WorklistEntry[]): Promise<WorklistPage> {
  const sinceOn = (await findState(tx))?.sinceOn ?? null;
  const facts = await dayFacts(tx, { customerIds: entries.map(({ customerId }) => customerId), sinceOn });
  return { entries, facts: new Map(facts.map((one) => [one.customerId, one])), isCompared: sinceOn !== null };
}

/** Customers and collectable amount of those on the list now; what is set aside stands apart. */
export interface WorklistSums extends PortfolioSums, Omit<AsideSums, 'asideMinor'> {
  readonly on: LocalDate | null;
  readonly usualOverdueMinor: bigint;
  readonly strategyNumber: number;
  readonly ownCustomers: number;
  readonly coversFor: readonly { readonly id: string; readonly name: string }[];
}

export async function readSums(tx: Tx, whose: Whose): Promise<WorklistSums> {
  const state = await findState(tx);
  const mine = await portfoliosOf(tx, tx.actor.id);
  const own = await sumsOf(tx, mine);
  const owners = await ownersFor(tx, whose);
  const sums = owners === undefined ? state : whose.owner === undefined ? own : await sumsOf(tx, owners);
  const { asideMinor, ...aside } = await asideSums(tx, owners);
  return {
    ...{ on: state?.refreshedOn ?? null, usualOverdueMinor: state?.usualOverdueMinor ?? 0n },
    strategyNumber: state?.strategyNumber ?? 0,
    ...{ ownCustomers: own.customersInAll, coversFor: mine.length > 1 ? await namesOf(tx, mine.slice(1)) : [] },
    ...{ customers: (sums?.customers ?? 0) - aside.asideCustomers, customersInAll: sums?.customersInAll ?? 0 },
    ...{ quietCustomers: sums?.quietCustomers ?? 0, collectableMinor: (sums?.collectableMinor ?? 0n) - asideMinor },
    ...aside,
  };
}

export interface DayChanges extends Changes, Agenda {
  readonly sinceOn: LocalDate | null;
}

const NO_CHANGES: Changes = { left: 0, paid: 0, arrived: 0, movedUp: 0 };

export async function readChanges(tx: Tx, whose: Whose): Promise<DayChanges> {
  const sinceOn = (await findState(tx))?.sinceOn ?? null;
  const owners = await ownersFor(tx, whose);
  const changes = sinceOn === null ? NO_CHANGES : await changesSince(tx, { sinceOn, owners });
  return { sinceOn, ...changes, left: changes.left - changes.paid, ...(await agendaOf(tx, { owners, sinceOn })) };
}
