/**
 * PostgreSQL refuses to run as root. As root we run it as `postgres` or `nobody` where they can reach the programs and the
 * data; else as ourselves under another number (`unshare --map-user`), which leaves the files owned by root; else we say what to do.
 * A directory that exists already says by its owner which way it was made.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { AppError } from '../../errors.ts';
import type { Binaries } from './binaries.ts';

export interface RunAs {
  readonly kind: 'direct' | 'user' | 'mapped';
  /** Owner of the database's files, as this process sees it. Absent where it is this process's own user. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** The user number inside, for 'mapped'. */
  readonly mapped?: { readonly uid: number; readonly gid: number };
}

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ['postgres', 'nobody'];

/** A program and its arguments, so that it runs under that user. */
export function commandAs(runAs: RunAs, program: string, args: readonly string[]) {
  if (runAs.kind === 'mapped' && runAs.mapped) {
    const { uid, gid } = runAs.mapped;
    return { program: 'unshare', args: [`--map-user=${uid}`, `--map-group=${gid}`, program, ...args], options: {} };
  }
  return { program, args: [...args], options: runAs.owner ?? {} };
}

/**
 * How to run PostgreSQL here. `reach` is a directory that the user must be able to enter; `data` the database's own, which
 * may not exist yet. Throws `data_directory_of_another_user` or `database_cannot_run_as_root`.
 */
export function chooseRunAs(binaries: Binaries, reach: string, data: string): RunAs {
  const ownUid = process.getuid?.();
  if (ownUid === undefined) return { kind: 'direct' }; // Windows: pg_ctl drops the privileges itself
  const owner = existsSync(data) ? statSync(data) : undefined;
  if (ownUid !== 0) return direct(ownUid, owner, data);
  if (owner && owner.uid !== 0) return { kind: 'user', owner: { uid: owner.uid, gid: owner.gid } };
  const accounts = localAccounts();
  const user = owner
    ? undefined
    : accounts.find((account) => canRun({ kind: 'user', owner: account }, binaries, reach));
  if (user) return { kind: 'user', owner: { uid: user.uid, gid: user.gid } };
  const mapped = accounts.find((account) => canRun({ kind: 'mapped', mapped: account }, binaries, reach));
  if (mapped) return { kind: 'mapped', mapped: { uid: mapped.uid, gid: mapped.gid } };
  throw new AppError(
    'database_cannot_run_as_root',
    `PostgreSQL does not run as root, no other user can reach ${reach} and the programs beside it, and this system does not ` +
      'allow user namespaces. Run Quittance as an ordinary user, choose a data directory that others may enter, or set ' +
      'DATABASE_URL, for example DATABASE_URL=postgres://quittance:secret@localhost/quittance.',
    { status: 503 },
  );
}

function direct(ownUid: number, owner: { uid: number } | undefined, data: string): RunAs {
  if (!owner || owner.uid === ownUid) return { kind: 'direct' };
  throw new AppError(
    'data_directory_of_another_user',
    `The database in ${data} belongs to user ${owner.uid}. Run Quittance as that user, or choose another data directory.`,
    { status: 503 },
  );
}

/** `initdb` asks for the user's name, so only users of the password file will do. */
function localAccounts(): Account[] {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const all = lines.map((line) => {
    const [name = '', , uid, gid] = line.split(':');
    return { name, uid: Number(uid), gid: Number(gid) };
  });
  return CANDIDATES.flatMap((name) => all.filter((account) => account.name === name && account.uid > 0));
}

/** Tried, not computed from permission bits: namespaces, access lists and mount options all have their say. */
function canRun(runAs: RunAs, binaries: Binaries, reach: string): boolean {
  const attempt = (program: string, args: string[]) => {
    const command = commandAs(runAs, program, args);
    const environment = { ...process.env, ...binaries.environment };
    return spawnSync(command.program, command.args, {
      ...command.options,
      env: environment,
      cwd: '/',
      stdio: 'ignore',
    });
  };
  return (
    attempt(binaries.postgres, ['--version']).status === 0 &&
    attempt('/bin/sh', ['-c', 'cd -- "$1" && test -x .', 'sh', reach]).status === 0
  );
}
