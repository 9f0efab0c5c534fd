/** What the environment and the command line say, read once and checked. No other place reads the environment. */
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.ts';

export const DEFAULT_PORT = 3000;
/** Only settings named so can be asked for by what people configure. */
const SECRET_PREFIX = 'QUITTANCE_SECRET_';

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  HOST: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  QUITTANCE_DATA: z.string().min(1).optional(),
  QUITTANCE_DROP: z.string().min(1).optional(),
  QUITTANCE_PUBLIC_URL: z.url().optional(),
  QUITTANCE_METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  QUITTANCE_TRUST_PROXY: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
});

export interface Config {
  /** Undefined when nobody asked for one. */
  readonly port: number | undefined;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  /** Files for companies are dropped below it; undefined when nothing is said, and then it is with the data. */
  readonly dropDirectory: string | undefined;
  /** A secret that a setting holds, such as a mailbox's password; undefined when it is not set. */
  readonly secret: (name: string) => string | undefined;
  /** Where people reach the server, when that is not where it listens. */
  readonly publicUrl: string | undefined;
  readonly metricsToken: string | undefined;
  /** Addresses of the proxies whose X-Forwarded-* headers are believed, with commas. */
  readonly trustProxy: string | false;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/**
 * `readConfig({ PORT: '8080' })` listens on 8080 of this machine, with the data in the person's own directory. Throws
 * `setting_invalid`, naming the variable.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = environmentSchema.safeParse(set);
  if (!read.success) {
    const [issue] = read.error.issues;
    const message = `The setting ${issue?.path.join('.')} ${issue?.message ?? 'cannot be read'}.`;
    throw new AppError('setting_invalid', message, { status: 500 });
  }
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST ?? '127.0.0.1',
    databaseUrl: data.DATABASE_URL,
    dataDirectory: data.QUITTANCE_DATA ? path.resolve(data.QUITTANCE_DATA) : defaultDataDirectory(environment),
    dropDirectory: data.QUITTANCE_DROP ? path.resolve(data.QUITTANCE_DROP) : undefined,
    secret: (name) => (name.startsWith(SECRET_PREFIX) ? environment[name] || undefined : undefined),
    publicUrl: data.QUITTANCE_PUBLIC_URL?.replace(/\/+$/, ''),
    metricsToken: data.QUITTANCE_METRICS_TOKEN,
    trustProxy: data.QUITTANCE_TRUST_PROXY ?? false,
    logLevel: data.LOG_LEVEL ?? 'warn',
  };
}

/** Where this system keeps a person's application data. */
export function defaultDataDirectory(environment: NodeJS.ProcessEnv, platform = process.platform): string {
  const home = os.homedir();
  if (platform === 'win32')
    return path.join(environment.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'Quittance');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Quittance');
  return path.join(environment.XDG_DATA_HOME || path.join(home, '.local', 'share'), 'quittance');
}
