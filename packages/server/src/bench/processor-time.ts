/** Processor time that a bench took here and in the database, which tells more than the clock on a machine that is shared. */
import { readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import type pg from 'pg';

const TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux

export interface ProcessorTime {
  /** Of this process and of those it started and waited for. */
  readonly ownSeconds: number;
  /** Of all processes of the database server; null where they cannot be seen. */
  readonly databaseSeconds: number | null;
  /** How many processes wanted a processor, on average over the last minute. */
  readonly load: number;
}

/** What `work` takes. */
export async function withProcessorTime<T>(
  database: pg.Pool,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly time: ProcessorTime }> {
  const [own, server] = [await ticksOf(process.pid), await serverTicks(database)];
  const result = await work();
  const [ownAfter, serverAfter] = [await ticksOf(process.pid), await serverTicks(database)];
  const databaseSeconds = server === null || serverAfter === null ? null : seconds(serverAfter - server);
  const load = Math.round((os.loadavg()[0] ?? 0) * 10) / 10;
  return { result, time: { ownSeconds: seconds(total(ownAfter) - total(own)), databaseSeconds, load } };
}

interface Ticks {
  readonly parent: number;
  readonly own: number;
  readonly ended: number;
}

/** Of the postmaster, with its children that ended, and of those that run. */
async function serverTicks(database: pg.Pool): Promise<number | null> {
  const asked = await database.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = (await ticksOf(asked.rows[0]?.pid ?? 0))?.parent;
  if (postmaster === undefined || postmaster <= 1) return null;
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  let sum = total(await ticksOf(postmaster));
  for (const pid of processes) {
    const ticks = await ticksOf(pid);
    if (ticks?.parent === postmaster) sum += ticks.own;
  }
  return sum;
}

function total(ticks: Ticks | undefined): number {
  return ticks === undefined ? 0 : ticks.own + ticks.ended;
}

/** From /proc/PID/stat; the name of the program, which may hold anything, stands in brackets before. */
async function ticksOf(pid: number): Promise<Ticks | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = text
    ?.slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  if (fields === undefined) return undefined;
  const [parent = 0, own = 0, system = 0, ended = 0, endedSystem = 0] = [fields[1], ...fields.slice(11, 15)];
  return { parent, own: own + system, ended: ended + endedSystem };
}

function seconds(ticks: number): number {
  return Math.round((ticks / TICKS_PER_SECOND) * 10) / 10;
}
