/**
 * Fills an empty database with the demo: three invented companies with 18 months of trade, entered day by day through the
 * ledger's own use cases. A database that was left half filled is emptied and filled anew.
 */
import { dateInZone, earlierDate, type LocalDate } from '@quittance/core/calendar';
import type pg from 'pg';
import { ensureUnidentifiedCustomer } from '../modules/customers/index.ts';
import { createCompany } from '../modules/organisation/index.ts';
import { systemClock } from '../platform/clock.ts';
import { runCommand } from '../platform/command/index.ts';
import { fillingPool, ownerPool } from '../platform/database/pool.ts';
import { Database } from '../platform/database/transaction.ts';
import { AppError } from '../platform/errors.ts';
import { endTheDay } from './collecting/end-of-day.ts';
import { DEMO_COMPANIES } from './companies.ts';
import { demoFiles, writeDemoFiles } from './files/demo-files.ts';
import { type CompanyHistory, companyHistory } from './history/history.ts';
import { demoTrade } from './history/trade.ts';
import { askForApprovals } from './loading/asked-approvals.ts';
import { researchCash } from './loading/cash-research.ts';
import { careForCustomers } from './loading/customer-care.ts';
import {
  analyzeLedger,
  COMPLETE_KEY,
  demoState,
  emptyCompanies,
  setCompanyClocks,
  withDemoLock,
} from './loading/demo.queries.ts';
import { demoClock } from './loading/demo-clock.ts';
import { type CompanyPlace, loadCompany } from './loading/load-company.ts';
import { ensurePeople, grantDemoRoles } from './loading/people.ts';
import { type LoadedCompany, transferReceipts } from './loading/transfers.ts';

export interface SeedDemoOptions {
  /** As the owner of a migrated database. */
  readonly connection: pg.ClientConfig;
  /** The demo's last day is the business day before. A day that has not come everywhere yet counts as the day before. */
  readonly today: LocalDate;
  readonly onProgress?: (text: string) => void;
  /** Where to write the files that wait to be imported; none are written when absent. */
  readonly filesDirectory?: string;
  readonly seed?: string;
  /** 1 is the whole demo; less in tests. */
  readonly scale?: number;
}

const SEED = 'quittance';
const CONNECTIONS_PER_COMPANY = 4; // cash application posts with four at once

/**
 * Does nothing when the demo is there already: `{ seeded: false }`. Throws `demo_needs_an_empty_database` when somebody
 * else's companies are.
 */
export async function seedDemo(options: SeedDemoOptions): Promise<{ seeded: boolean }> {
  const owner = ownerPool(options.connection, 2);
  try {
    return await withDemoLock(owner, async () => {
      const { state, companyCodes } = await demoState(owner);
      if (state === 'complete') return { seeded: false };
      requireOnlyDemoCompanies(companyCodes);
      if (state === 'half_done') await emptyCompanies(owner);
      await fill(owner, options);
      return { seeded: true };
    });
  } finally {
    await owner.end();
  }
}

function requireOnlyDemoCompanies(codes: readonly string[]): void {
  const own = new Set<string>(DEMO_COMPANIES.map((company) => company.code));
  const others = codes.filter((code) => !own.has(code));
  if (others.length === 0) return;
  const message = `The demo goes into a database of its own; this one holds ${others.join(', ')}. Choose another directory.`;
  throw new AppError('demo_needs_an_empty_database', message, { status: 409 });
}

async function fill(owner: pg.Pool, options: SeedDemoOptions): Promise<void> {
  const { seed = SEED, scale = 1, onProgress = () => {} } = options;
  const today = earlierDate(options.today, dateInZone(systemClock.now(), 'America/New_York'));
  onProgress('inventing customers, invoices and payments');
  const histories = demoTrade({ seed, today, scale }).map((trade) => companyHistory(trade, { seed }));
  const pools: pg.Pool[] = [];
  try {
    const places: CompanyPlace[] = [];
    for (const history of histories) {
      const pool = await fillingPool(options.connection, CONNECTIONS_PER_COMPANY);
      pools.push(pool);
      places.push(await openCompany(pool, history, seed));
    }
    await setCompanyClocks(owner, 'given');
    const loaded = await loadAll(owner, { places, histories, onProgress });
    const [italian, , british] = loaded;
    if (italian && british) await transferReceipts({ from: italian, to: british });
    await Promise.all(loaded.map((one, index) => workOnTheLastDay(one, loaded[(index + 1) % loaded.length] ?? one)));
    await setCompanyClocks(owner, 'database');
    await analyzeLedger(owner);
    if (options.filesDirectory !== undefined)
      await writeDemoFiles(options.filesDirectory, demoFiles(histories, { seed }));
    await markComplete(places);
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
  }
}

async function openCompany(pool: pg.Pool, { trade }: CompanyHistory, seed: string): Promise<CompanyPlace> {
  const { code, name, functionalCurrency, timeZone, country, utcOffsetHours } = trade.company;
  const clock = demoClock(utcOffsetHours);
  clock.turnTo(trade.period.from, 0);
  const database = new Database(pool, clock);
  const identity = { database, clock };
  const actors = await ensurePeople(identity);
  const draft = { code, name, functionalCurrency, timeZone, country };
  const setups = [ensureUnidentifiedCustomer, (tx: Parameters<typeof grantDemoRoles>[0]) => grantDemoRoles(tx, actors)];
  const company = await createCompany(database, actors.expert, { draft, setups });
  return { database, clock, company, actors, seed };
}

/** The companies side by side: no transaction touches two of them. */
async function loadAll(
  owner: pg.Pool,
  {
    places,
    histories,
    onProgress,
  }: { places: readonly CompanyPlace[]; histories: readonly CompanyHistory[]; onProgress: (text: string) => void },
): Promise<LoadedCompany[]> {
  let months = 0;
  return Promise.all(
    histories.map(async (history, index) => {
      const place = places[index];
      if (!place) throw new Error('each history has its company');
      const team = await loadCompany(place, history, async (month) => {
        onProgress(`${place.company.code}: entering ${month}`);
        months += 1;
        if (ANALYZE_AT_MONTHS.has(months)) await analyzeLedger(owner);
      });
      return { place, history, registry: team.registry, team };
    }),
  );
}

/** Months of all companies together after which the tables have grown so much that plans should be made anew. */
const ANALYZE_AT_MONTHS: ReadonlySet<number> = new Set([6, 15, 36]);

/** What people do besides entering the past. Each company's receipts may have been meant for the `other`. */
async function workOnTheLastDay(loaded: LoadedCompany, other: LoadedCompany): Promise<void> {
  await careForCustomers(loaded.place, loaded.history, loaded.registry);
  await askForApprovals(loaded, other.place.company);
  await researchCash(loaded);
  await endTheDay(loaded.team);
}

async function markComplete(places: readonly CompanyPlace[]): Promise<void> {
  const [place] = places;
  if (!place) return;
  const scope = { company: place.company, actor: place.actors.system };
  const database = new Database(place.database.pool);
  await runCommand(database, scope, { key: COMPLETE_KEY, action: 'demo.complete', body: null }, async () => null);
}
