/** Enters the past of one company, day by day, each part of a day by the person who works then. */
import type { LocalDate } from '@quittance/core/calendar';
import { addBankAccounts, ensureUnidentifiedCustomer, insertCustomers } from '../../modules/customers/index.ts';
import { runCommand } from '../../platform/command/index.ts';
import type { Actor, Company, Database, Scope } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { createTeam, type Team } from '../collecting/team.ts';
import type { DEMO_COLLEAGUES, DEMO_PEOPLE } from '../companies.ts';
import { bankDays } from '../files/statement-file.ts';
import { type BookAct, type DemoAct, type DemoEvent, SLOTS, type Slot } from '../history/events.ts';
import type { CompanyHistory } from '../history/history.ts';
import type { DemoClock } from './demo-clock.ts';
import { performBookAct } from './perform-book-act.ts';
import { performSlot } from './perform-slot.ts';
import { createRegistry, type Registry } from './registry.ts';

export interface CompanyPlace {
  readonly database: Database;
  readonly clock: DemoClock;
  readonly company: Company;
  readonly actors: DemoActors;
  readonly seed: string;
}

type ActorKey = (typeof DEMO_PEOPLE)[number]['role'] | (typeof DEMO_COLLEAGUES)[number]['key'];

/** Who did things: the people of the demo by their role or their place, and the product itself. */
export type DemoActors = Readonly<Record<ActorKey | 'administrator' | 'system', Actor>>;

/** `onMonth` is told with each month how far the company has come: "2026-03". */
export async function loadCompany(
  place: CompanyPlace,
  history: CompanyHistory,
  onMonth: (month: string) => Promise<void>,
): Promise<Team> {
  const registry = await addCustomers(place, history);
  const statements = bankDays(history, place);
  const team = createTeam({ place, history, registry });
  let month = '';
  for (const slot of slotsOf(history.events)) {
    if (slot.on.slice(0, 7) !== month) {
      month = slot.on.slice(0, 7);
      await onMonth(month);
    }
    place.clock.turnTo(slot.on, SLOTS[slot.slot].minute);
    const scope = { company: place.company, actor: place.actors[SLOTS[slot.slot].worker] };
    for (const act of slot.bookActs)
      await performBookAct({ place, scope, history, registry, team, bankDays: statements }, act);
    if (slot.acts.length > 0) await workOn(place, scope, { slot, registry, history });
  }
  return team;
}

/**
 * Once cash application works on its own, it may have been faster than what was planned: what the ledger then refuses is
 * left undone, as a person would leave it. Before that, a refusal is a mistake of the demo.
 */
async function workOn(
  place: CompanyPlace,
  scope: Scope,
  {
    slot,
    registry,
    history,
  }: { readonly slot: SlotOfDay; readonly registry: Registry; readonly history: CompanyHistory },
): Promise<void> {
  const run = (acts: readonly DemoAct[]) => {
    const command = { action: 'ledger.work', body: { on: slot.on, slot: slot.slot } };
    return runCommand(place.database, scope, command, (tx) => performSlot(tx, { on: slot.on, acts }, registry));
  };
  try {
    await run(slot.acts);
  } catch (error) {
    if (!(error instanceof AppError) || slot.on < history.trade.period.statementsImportedFrom) throw error;
    for (const act of slot.acts) {
      await run([act]).catch((refusal: unknown) => {
        if (!(refusal instanceof AppError)) throw refusal;
      });
    }
  }
}

/** The customers that the ledger knows, and the bank accounts of most of them. */
async function addCustomers(
  { database, clock, company, actors }: CompanyPlace,
  history: CompanyHistory,
): Promise<Registry> {
  const { customers, period } = history.trade;
  clock.turnTo(period.from, SLOTS.opening.minute);
  const scope = { company, actor: actors.system };
  const ids = new Map(customers.map((customer) => [customer.number, newId()]));
  const idOf = (number: string | null) => (number === null ? null : (ids.get(number) ?? null));
  const rows = customers.flatMap(({ number, name, country, language, taxId, email, phone, terms, parentNumber }) => {
    const id = idOf(number);
    return id === null
      ? []
      : { id, number, name, country, language, taxId, email, phone, terms, parentId: idOf(parentNumber) };
  });
  const accounts = customers
    .filter(({ payer }, index) => !payer.isUnknownToUs && !payer.isPaidByParent && index % ACCOUNT_UNKNOWN_EVERY > 0)
    .flatMap(({ number, payer }) => ({ customerId: ids.get(number) ?? '', account: payer.account }));
  const command = { action: 'customers.add', body: { customers: rows.length } };
  const unidentifiedId = await runCommand(database, scope, command, async (tx) => {
    await insertCustomers(tx, rows, null);
    await addBankAccounts(tx, accounts, 'master_data');
    return ensureUnidentifiedCustomer(tx);
  });
  return createRegistry(ids, unidentifiedId);
}

const ACCOUNT_UNKNOWN_EVERY = 7;

interface SlotOfDay {
  readonly on: LocalDate;
  readonly slot: Slot;
  readonly acts: DemoAct[];
  readonly bookActs: BookAct[];
}

/** Events of one day and slot together, in their order. */
function* slotsOf(events: readonly DemoEvent[]): Generator<SlotOfDay> {
  let current: SlotOfDay | null = null;
  for (const { on, slot, act } of events) {
    if (current === null || current.on !== on || current.slot !== slot) {
      if (current !== null) yield current;
      current = { on, slot, acts: [], bookActs: [] };
    }
    if (isBookAct(act)) current.bookActs.push(act);
    else current.acts.push(act);
  }
  if (current !== null) yield current;
}

const BOOK_ACTS: ReadonlySet<string> = new Set<BookAct['kind']>([
  'rates',
  'revaluation',
  'start_closing',
  'close',
  'journal',
  'payer_links',
  'statement',
  'seal',
  'team_day',
]);

function isBookAct(act: DemoAct | BookAct): act is BookAct {
  return BOOK_ACTS.has(act.kind);
}
