/** One scenario's world: its companies on the throwaway database, the clock they share, and what steps were called. */
import { dateInZone, type LocalDate } from '@quittance/core/calendar';
import { endOfDayMicros, type Moment, type ScenarioProblem, timeOfDayMicros } from '@quittance/core/scenario';
import type pg from 'pg';
import { ensureUnidentifiedCustomer } from '../modules/customers/index.ts';
import { releasePending, waitingActs } from '../modules/ledger/index.ts';
import { instantText } from '../platform/clock.ts';
import { type Company, Database, type Scope, type Tx } from '../platform/database/transaction.ts';
import { newId } from '../platform/ids.ts';
import { insertThrowawayCompany } from './scenario.queries.ts';
import { createScenarioClock, type ScenarioClock } from './scenario-clock.ts';

/** What a step wrote, under the name it was called. */
export interface CalledStep {
  readonly entryIds: readonly string[];
  readonly pendingIds: readonly string[];
}

export interface NamedPromise {
  readonly customerId: string;
  /** By their days: the parts of a plan. */
  readonly ids: readonly string[];
  readonly planId: string | null;
}

export interface CompanyBook {
  /** As written; the database's code differs, so that every scenario may have a HOME. */
  readonly code: string;
  readonly company: Company;
  readonly unidentifiedId: string;
  /** Ids by number. */
  readonly customers: Map<string, string>;
  readonly called: Map<string, CalledStep>;
  /** Names of pending acts by id. */
  readonly pendingNames: Map<string, string>;
  /** What promises and plans were called. */
  readonly promises: Map<string, NamedPromise>;
  /** Dunning runs by what they were called. */
  readonly runs: Map<string, string>;
  lastRun: string | null;
  lastStep: CalledStep;
}

export interface World {
  readonly connection: pg.ConnectionConfig;
  readonly database: Database;
  readonly clock: ScenarioClock;
  readonly books: Map<string, CompanyBook>;
  /** Instants by name. */
  readonly moments: Map<string, string>;
}

/** Where and when a statement happens. */
export interface Place {
  readonly world: World;
  readonly book: CompanyBook;
  readonly scope: Scope;
  readonly day: LocalDate;
  readonly line: number;
}

const MORNING = '06:00'; // when pending acts are released
const OFFICE_OPENS = '09:00'; // when the day's first step happens

export function createWorld(connection: pg.ConnectionConfig, pool: pg.Pool): World {
  const clock = createScenarioClock();
  return { connection, database: new Database(pool, clock), clock, books: new Map(), moments: new Map() };
}

/** What stops a scenario's line: a name that is not there, an amount that does not fit the currency. */
export class LineProblem extends Error {
  readonly problem: ScenarioProblem;

  constructor(problem: ScenarioProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

export function lineProblem(line: number, problem: Omit<ScenarioProblem, 'line'>): never {
  throw new LineProblem({ line, ...problem });
}

const ANALYST_ID = newId();
const MANAGER_ID = newId();

export function scopeOf(company: Company, byManager: boolean): Scope {
  const actor = byManager
    ? { id: MANAGER_ID, name: 'Scenario Manager', mayPostInClosing: true }
    : { id: ANALYST_ID, name: 'Scenario Analyst' };
  return { company, actor };
}

let companies = 0;

export async function addCompany(
  world: World,
  company: { code: string; name: string | null; currency: string; timeZone: string },
): Promise<void> {
  companies += 1;
  const made: Company = {
    id: newId(),
    code: `${company.code}-${companies.toString(36).toUpperCase()}`,
    name: company.name ?? company.code,
    functionalCurrency: company.currency,
    timeZone: company.timeZone,
  };
  await insertThrowawayCompany(world.connection, made);
  const unidentifiedId = await world.database.write(scopeOf(made, false), ensureUnidentifiedCustomer);
  world.books.set(company.code, {
    code: company.code,
    company: made,
    unidentifiedId,
    customers: new Map([['UNIDENTIFIED', unidentifiedId]]),
    called: new Map(),
    pendingNames: new Map(),
    promises: new Map(),
    runs: new Map(),
    lastRun: null,
    lastStep: { entryIds: [], pendingIds: [] },
  });
}

/** Lets time pass to a day: what is pending is carried out on its morning, day by day, in every company. */
export async function advance(world: World, to: { day: LocalDate; time: string | null; zone: string }): Promise<void> {
  for (let day = await nextPendingDay(world, to.day); day !== null; day = await nextPendingDay(world, to.day)) {
    for (const book of world.books.values()) {
      const { timeZone } = book.company;
      world.clock.moveTo(timeOfDayMicros(day, MORNING, timeZone));
      await releasePending(world.database, scopeOf(book.company, true));
    }
  }
  world.clock.moveTo(timeOfDayMicros(to.day, to.time ?? OFFICE_OPENS, to.zone));
}

/** The earliest day through `last` on which something waits in any company. */
async function nextPendingDay(world: World, last: LocalDate): Promise<LocalDate | null> {
  let next: LocalDate | null = null;
  for (const book of world.books.values()) {
    const waiting = await readIn(world, book, waitingActs);
    for (const { effectiveOn } of waiting)
      if (effectiveOn <= last && (next === null || effectiveOn < next)) next = effectiveOn;
  }
  return next;
}

export function readIn<T>(world: World, book: CompanyBook, work: (tx: Tx) => Promise<T>): Promise<T> {
  return world.database.read(scopeOf(book.company, false), work);
}

/** The instant of a moment as the ledger is asked for it; undefined when the name is not known. */
export function momentInstant(world: World, moment: Moment, timeZone: string): string | undefined {
  if (moment.kind === 'named') return world.moments.get(moment.name);
  if (moment.time === null) return instantText(endOfDayMicros(moment.day, timeZone));
  return instantText(timeOfDayMicros(moment.day, moment.time, timeZone));
}

/** False when the clock of another zone is past that day already. */
export function isToday(world: World, day: LocalDate, timeZone: string): boolean {
  return dateInZone(world.clock.current(), timeZone) === day;
}
