/** Those who collect for one company of the demo: what they work with, and how an act of theirs is written down. */
import type { LocalDate } from '@quittance/core/calendar';
import { type Command, type CommandTx, runCommand } from '../../platform/command/index.ts';
import type { Actor, Scope } from '../../platform/database/transaction.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import { SLOTS } from '../history/events.ts';
import type { CompanyHistory } from '../history/history.ts';
import type { CompanyPlace, DemoActors } from '../loading/load-company.ts';
import type { Registry } from '../loading/registry.ts';
import { type Random, randomOf } from '../random.ts';
import { type Choice, chooseCustomers, type LateCustomer } from './choose-customers.ts';

export type Member = Exclude<keyof DemoActors, 'system' | 'auditor'>;

export interface Team {
  readonly place: CompanyPlace;
  readonly history: CompanyHistory;
  readonly registry: Registry;
  readonly choice: Choice;
  /** By instant transfer in the evening of the last day. */
  readonly payingTonight: readonly LateCustomer[];
  readonly isSmall: boolean;
  readonly random: Random;
  /** What days found out for later days, by words of their own: the letter that a reply answers. */
  readonly notes: Map<string, string>;
  /** Turns the clock to a minute of a day; later acts follow some minutes after each other. */
  turnTo(day: LocalDate, minute: number): void;
  /** Some minutes pass. */
  pause(): void;
  /** Of business days before the demo's last one. */
  day(daysBefore: number): LocalDate;
  actor(member: Member): Actor;
  scope(member: Member | 'system'): Scope;
  /** One act of one person, some minutes after the one before. */
  act<T>(by: Member, action: string, work: (tx: CommandTx) => Promise<T>): Promise<T>;
  /** The same for what opens its own transaction. */
  caller(
    by: Member,
    action: string,
  ): { readonly database: CompanyPlace['database']; readonly scope: Scope; readonly command: Command };
  customerId(customer: DemoCustomer): string;
}

const MINUTES_BETWEEN_ACTS = 2;
const PAYING_TONIGHT = 8;
/** With fewer customers than this, hardly anybody would be left on the list: nobody pays overnight, and nothing is disputed in calls. */
const SMALL_DEMO_CUSTOMERS = 60;

export function createTeam(of: Pick<Team, 'place' | 'history' | 'registry'>): Team {
  const { place, history, registry } = of;
  const { period } = history.trade;
  const choice = chooseCustomers(history);
  const isSmall = history.trade.customers.length < SMALL_DEMO_CUSTOMERS;
  const at = { day: period.from, minute: 0 };
  const scope = (member: Member | 'system'): Scope => ({ company: place.company, actor: place.actors[member] });
  const step = (): void => {
    at.minute += MINUTES_BETWEEN_ACTS;
    place.clock.turnTo(at.day, at.minute);
  };
  return {
    ...of,
    choice,
    isSmall,
    payingTonight: Array.from({ length: isSmall ? 0 : PAYING_TONIGHT }, () => choice.smallOn(period.through)).filter(
      (one) => one !== null,
    ),
    random: randomOf(`${place.seed} ${place.company.code} collecting`),
    notes: new Map(),
    turnTo(day, minute) {
      Object.assign(at, { day, minute });
      place.clock.turnTo(day, minute);
    },
    pause: step,
    day: (daysBefore) => period.businessDays.at(-1 - daysBefore) ?? period.through,
    actor: (member) => place.actors[member],
    scope,
    act(by, action, work) {
      step();
      return runCommand(place.database, scope(by), { action, body: null }, work);
    },
    caller(by, action) {
      step();
      return { database: place.database, scope: scope(by), command: { action, body: null } };
    },
    customerId: (customer) => registry.customerId(customer),
  };
}

/** When those who collect begin: after the bank statement and its money. */
export const MORNING = SLOTS.collections.minute;
