/**
 * PostgreSQL settings for a laptop of two cores that also runs the application. Durability is never traded: fsync,
 * full_page_writes and synchronous_commit stay on. Own changes by `alter system` win over these.
 */
import { existsSync, statfsSync } from 'node:fs';
import os from 'node:os';

const MEBIBYTE = 1024 * 1024;

/** The settings for a machine with that much memory. 8 GiB: shared_buffers 1024MB, effective_cache_size 4096MB. */
export function tunedSettings(memoryBytes: number): Record<string, string> {
  const megabytes = (share: number, least: number, most: number) =>
    `${Math.floor(Math.min(most, Math.max(least, memoryBytes / MEBIBYTE / share)))}MB`;
  return {
    shared_buffers: megabytes(8, 128, 1024),
    effective_cache_size: megabytes(2, 256, 65_536),
    work_mem: megabytes(256, 8, 64),
    maintenance_work_mem: megabytes(32, 64, 256),
    max_connections: '100',
    random_page_cost: '1.1',
    jit: 'off',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    wal_compression: 'on',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    max_parallel_workers_per_gather: '2',
    // Statements carry customers' names: a refusal is the application's to log, not the database's.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(hasSmallSharedMemory() ? { dynamic_shared_memory_type: 'mmap' } : {}),
  };
}

/** Memory that this process may use: the container's limit where there is one. */
export function usableMemoryBytes(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  return limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem();
}

const SHARED_MEMORY_LEAST = 256 * MEBIBYTE; // containers give 64 MiB, which a parallel hash join outgrows

function hasSmallSharedMemory(): boolean {
  if (process.platform !== 'linux' || !existsSync('/dev/shm')) return process.platform === 'linux';
  const { blocks, bsize } = statfsSync('/dev/shm');
  return blocks * bsize < SHARED_MEMORY_LEAST;
}

/** The text of postgresql.conf. */
export function settingsFile(settings: Readonly<Record<string, string>>): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written by Quittance at each start. Your own settings: alter system set ... (postgresql.auto.conf wins over this file).\n${lines.join('\n')}\n`;
}
