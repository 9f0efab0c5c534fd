/**
 * How the server is reached. Over a Unix socket in a directory that only its user can enter: no password, nothing on the
 * network. Where sockets do not serve (Windows), over TCP on the loopback with a random password that lies in the data
 * directory. A database is made for one of the two and keeps it: the password file says which.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type pg from 'pg';
import type { Layout } from './directory.ts';
import type { Postmaster } from './postmaster.ts';

export type Transport = 'socket' | 'tcp';

export const SUPERUSER = 'quittance';
export const USUAL_TRANSPORT: Transport = process.platform === 'win32' ? 'tcp' : 'socket';
const PASSWORD_FILE = 'quittance.password';
const LOOPBACK = '127.0.0.1';
const SOCKET_PORTS = [5432, 5433, 5434, 5435]; // names of the socket file only

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

export function passwordFile(data: string): string {
  return path.join(data, PASSWORD_FILE);
}

export function transportOf(layout: Layout): Transport {
  return existsSync(passwordFile(layout.data)) ? 'tcp' : 'socket';
}

/** Undefined while the server's lock file does not say yet where it listens. */
export function connectionTo(layout: Layout, postmaster: Postmaster, database: string): pg.ClientConfig | undefined {
  const { port, socketDirectory } = postmaster;
  const account = { user: SUPERUSER, database, port, ssl: false };
  if (!port) return undefined;
  if (transportOf(layout) === 'tcp') {
    return { ...account, host: LOOPBACK, password: readFileSync(passwordFile(layout.data), 'utf8').trim() };
  }
  return socketDirectory ? { ...account, host: socketDirectory } : undefined;
}

/**
 * The port of the n-th attempt to start. Over TCP first the one of last time, so that running clients find a restarted
 * server again; then any free one.
 */
export async function portFor(layout: Layout, attempt: number): Promise<number> {
  if (transportOf(layout) === 'socket') return SOCKET_PORTS[attempt % SOCKET_PORTS.length] ?? 5432;
  return (attempt === 0 ? lastPort(layout) : undefined) ?? freePort();
}

function lastPort(layout: Layout): number | undefined {
  const file = path.join(layout.data, 'postmaster.opts');
  const port = existsSync(file) ? /"port=(\d+)"/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return port === undefined ? undefined : Number(port);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The server settings that make it reachable so, and in no other way. */
export function listening(layout: Layout, sockets: string, port: number): Record<string, string> {
  return transportOf(layout) === 'tcp'
    ? { unix_socket_directories: '', listen_addresses: LOOPBACK, port: String(port) }
    : { unix_socket_directories: `"${sockets.replaceAll('"', '""')}"`, listen_addresses: '', port: String(port) };
}
