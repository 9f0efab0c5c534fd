/**
 * What the team knows of the demo's customers besides their accounts: people, notes, two records that are one party, requests
 * that wait, a customer that is blocked. Written on the demo's last day, in a handful of statements.
 */
import { addDays } from '@quittance/core/calendar';
import {
  approveRequest,
  askForChange,
  askForCustomer,
  type CustomerLedger,
  insertActivities,
  insertCustomers,
  type NewActivity,
  placeBlock,
} from '../../modules/customers/index.ts';
import {
  customerBalances,
  customerOfItem,
  firstActs,
  paymentHistory,
  placeHold,
  releaseHold,
} from '../../modules/ledger/index.ts';
import { type CommandTx, runCommand } from '../../platform/command/index.ts';
import { newId } from '../../platform/ids.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import { bankAccount } from '../customers/identifiers.ts';
import { contactName, contactText, noteText } from '../customers/people-and-notes.ts';
import { SLOTS } from '../history/events.ts';
import type { CompanyHistory } from '../history/history.ts';
import { type Random, randomOf } from '../random.ts';
import { grantCreditLimits } from './credit-limits.ts';
import type { CompanyPlace } from './load-company.ts';
import type { Registry } from './registry.ts';

export const LEDGER: CustomerLedger = {
  customerBalances,
  firstActs,
  paymentHistory,
  customerOfItem,
  placeHold,
  releaseHold,
};
const NOTES_MAX = 120;
/** Before the days whose statements and invoices still wait as files: the latest that a page shows is an act of the ledger. */
const NOTE_DAYS_LEAST = 9;
const NOTE_DAYS_BACK = 60;
const DUPLICATES = 2;

export async function careForCustomers(
  place: CompanyPlace,
  history: CompanyHistory,
  registry: Registry,
): Promise<void> {
  const { customers, period } = history.trade;
  const random = randomOf(`${place.seed} ${place.company.code} care`);
  const idOf = (customer: DemoCustomer): string => registry.customerId(customer);
  const work = (by: 'collections_analyst' | 'manager', act: string, acts: (tx: CommandTx) => Promise<unknown>) => {
    place.clock.turnTo(period.through, SLOTS.management.minute);
    const scope = { company: place.company, actor: place.actors[by] };
    return runCommand(
      place.database,
      scope,
      { action: `demo.${act}`, body: null },
      async (tx) => void (await acts(tx)),
    );
  };
  const notes = notesOf(customers, idOf, { random, through: period.through });
  await work('collections_analyst', 'notes', (tx) => insertActivities(tx, notes, null));
  const contacted = contactsOfLastWeeks(customers, idOf, { random, through: period.through });
  await work('collections_analyst', 'contacted', (tx) => insertActivities(tx, contacted, null));
  await work('manager', 'credit_limits', (tx) => grantCreditLimits(tx, customers.map(idOf), random));
  await work('manager', 'duplicates', (tx) => insertCustomers(tx, duplicatesOf(customers), null));
  await askAndDecide(work, { customers, idOf, random });
  const [blocked] = customers.filter((customer) => customer.insolventFrom !== null).concat(customers.slice(-1));
  if (!blocked) return;
  for (const what of ['orders', 'dunning'] as const) {
    const block = { customerId: idOf(blocked), what, reason: 'Insolvency proceedings: claim filed, the lawyer writes' };
    await work('collections_analyst', 'block', (tx) => placeBlock(tx, LEDGER, block));
  }
}

type Work = (
  by: 'collections_analyst' | 'manager',
  act: string,
  acts: (tx: CommandTx) => Promise<unknown>,
) => Promise<unknown>;

/** A bank account that shall change and a new customer wait; another new customer was approved and waits for its first invoice. */
async function askAndDecide(
  work: Work,
  {
    customers,
    idOf,
    random,
  }: { customers: readonly DemoCustomer[]; idOf: (one: DemoCustomer) => string; random: Random },
): Promise<void> {
  const [, moved] = customers;
  if (!moved) return;
  const asked = { channel: 'email', askedBy: contactName(moved.language, random) } as const;
  const accounts = [{ account: bankAccount(moved.country, random), holder: moved.name }];
  const change = {
    customerId: idOf(moved),
    wish: { bankAccounts: accounts },
    reason: 'They write that they changed their bank',
  };
  await work('collections_analyst', 'ask_change', (tx) => askForChange(tx, { ...change, ...asked }));
  const unknown = { timeZone: null, phone: null };
  const newcomer = (number: string, name: string) => ({
    ...{ number, name, country: moved.country, language: moved.language, terms: moved.terms, email: null, ...unknown },
  });
  const reason = 'First order taken at the trade fair';
  await work('collections_analyst', 'ask_new', (tx) =>
    askForCustomer(tx, { wish: newcomer('990001', 'Aldermoor Outfitters'), reason, ...asked }),
  );
  let approvable = '';
  await work('collections_analyst', 'ask_new', async (tx) => {
    approvable = await askForCustomer(tx, { wish: newcomer('990002', 'Brightwater Fixtures'), reason, ...asked });
  });
  await work('manager', 'approve', (tx) =>
    approveRequest(tx, LEDGER, { id: approvable, reason: 'credit report seen' }),
  );
}

function notesOf(
  customers: readonly DemoCustomer[],
  idOf: (one: DemoCustomer) => string,
  { random, through }: { random: Random; through: CompanyHistory['trade']['period']['through'] },
): NewActivity[] {
  const count = Math.min(NOTES_MAX, customers.length * 2);
  return Array.from({ length: count }, (_, index) => {
    const customer = index < 4 ? customers[0] : random.pick(customers);
    if (!customer) throw new Error('the demo has customers');
    const { kind, text } = noteText(random);
    const happenedAt = inTheDay(addDays(through, -random.int(NOTE_DAYS_LEAST, NOTE_DAYS_BACK)), random);
    const durationSeconds = kind === 'call' ? random.int(2, 18) * 60 : null;
    return { id: newId(), customerId: idOf(customer), kind, text, happenedAt, durationSeconds };
  });
}

const SLOW_SHARE = 0.3;
const SLOW_MAX = 80;
const CONTACT_DAYS_BACK = 21;

/** Who pays slowly was called or written to in the last three weeks, some more than once. */
function contactsOfLastWeeks(
  customers: readonly DemoCustomer[],
  idOf: (one: DemoCustomer) => string,
  { random, through }: { random: Random; through: CompanyHistory['trade']['period']['through'] },
): NewActivity[] {
  const slow = customers
    .filter((one) => !one.isLargest)
    .sort((one, other) => other.payer.slowness - one.payer.slowness)
    .slice(0, Math.min(SLOW_MAX, Math.ceil(customers.length * SLOW_SHARE)));
  return slow.flatMap((customer) =>
    Array.from({ length: random.int(1, 3) }, () => {
      const { kind, text } = contactText(random);
      const on = addDays(through, -random.int(1, CONTACT_DAYS_BACK));
      const durationSeconds = kind === 'call' ? random.int(2, 18) * 60 : null;
      return { id: newId(), customerId: idOf(customer), kind, text, happenedAt: inTheDay(on, random), durationSeconds };
    }),
  );
}

function inTheDay(on: string, random: Random): string {
  return `${on}T${String(random.int(8, 15)).padStart(2, '0')}:${String(random.int(10, 59))}:00Z`;
}

/** Customers that somebody entered a second time: the same tax number, the name in capitals. They buy nothing yet. */
function duplicatesOf(customers: readonly DemoCustomer[]) {
  const quiet = customers.filter((one) => !one.isLargest && one.parentNumber === null).slice(-DUPLICATES);
  return quiet.map(({ number, name, country, language, taxId, email, terms }) => ({
    ...{ id: newId(), number: `9${number}`, name: name.toUpperCase(), country, language, taxId, email, terms },
  }));
}
