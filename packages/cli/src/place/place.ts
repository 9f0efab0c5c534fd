/** The database that a command works on, and the application on it, for as long as the command runs. */
import path from 'node:path';
import {
  type App,
  createApp,
  type DatabaseHandle,
  migrate,
  openDatabase,
  readConfig,
  type Scope,
} from '@quittance/server';
import { UsageError } from '../command-io.ts';

/** Options of every command that works on the ledger. */
export const PLACE_OPTIONS = {
  data: { type: 'string' },
  company: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** A directory that is named on the command line goes before DATABASE_URL: it was said last. */
export function placeOf(data: string | undefined): { databaseUrl: string } | { dataDir: string } {
  const config = readConfig(process.env);
  if (data !== undefined) return { dataDir: path.resolve(data) };
  return config.databaseUrl === undefined ? { dataDir: config.dataDirectory } : { databaseUrl: config.databaseUrl };
}

/** Opens the database, brings it to the program's schema, and runs the work with the application on it. */
export function withApp<T>(data: string | undefined, work: (app: App) => Promise<T>): Promise<T> {
  return onDatabase(openDatabase({ ...placeOf(data), mustExist: true }), work);
}

/** As `withApp`, and makes the database where there is none: for the command that begins an installation. */
export function withNewApp<T>(data: string | undefined, work: (app: App) => Promise<T>): Promise<T> {
  return onDatabase(openDatabase(placeOf(data)), work);
}

async function onDatabase<T>(opening: Promise<DatabaseHandle>, work: (app: App) => Promise<T>): Promise<T> {
  const database = await opening;
  try {
    await migrate(database.connection);
    const app = await createApp({ connection: database.connection, config: readConfig(process.env) });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
}

/** The company of --company, or the only one there is, as the operator of this machine works in it. */
export async function operatorScope(app: App, code: string | undefined): Promise<Scope> {
  if (code !== undefined) return app.services.operatorScope(code);
  const companies = await app.services.listCompanies();
  const [only] = companies;
  if (only === undefined) throw noCompany();
  if (companies.length > 1) {
    throw new UsageError(`name the company with --company: ${companies.map((company) => company.code).join(', ')}`);
  }
  return app.services.operatorScope(only.code);
}

export function noCompany(): UsageError {
  return new UsageError('there is no company yet; add one with: quittance company add CODE ...');
}
