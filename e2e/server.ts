/** Before the journeys: screens built, a small demo in a fresh directory, the server as a person starts it, people signed in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { request } from '@playwright/test';
import { ensureScreens } from '../scripts/screens.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** A few dozen customers are enough for every story; the pictures show more. */
const SCALE = process.env.QUITTANCE_PICTURES === '1' ? '0.4' : '0.02';

export default async function startServer(): Promise<() => Promise<void>> {
  await ensureScreens();
  const place = mkdtempSync(path.join(tmpdir(), 'quittance-journeys-'));
  try {
    const dataDir = path.join(place, 'data');
    const links = JSON.parse(await outputOf(['--import', 'tsx', 'e2e/demo.child.ts', dataDir, SCALE])) as Links;
    const server = await serve(dataDir);
    const stop = async () => {
      await end(server.process);
      rmSync(place, { recursive: true, force: true });
    };
    try {
      // What the journeys know of it: they run in processes that inherit this one's environment.
      process.env.QUITTANCE_JOURNEY_URL = server.address;
      process.env.QUITTANCE_JOURNEY_LINK = server.link;
      process.env.QUITTANCE_JOURNEY_SESSIONS = path.join(place, 'sessions');
      await signEverybodyIn(links, server.address);
    } catch (error) {
      await stop();
      throw error;
    }
    return stop;
  } catch (error) {
    rmSync(place, { recursive: true, force: true });
    throw error;
  }
}

type Links = Readonly<Record<string, string>>;

async function signEverybodyIn(links: Links, address: string): Promise<void> {
  const directory = process.env.QUITTANCE_JOURNEY_SESSIONS ?? '';
  mkdirSync(directory);
  for (const [email, token] of Object.entries(links)) {
    const context = await request.newContext({ baseURL: address });
    const answer = await context.post('/api/v1/session/link', {
      data: { token },
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    });
    if (!answer.ok()) throw new Error(`${email} could not sign in: ${await answer.text()}`);
    await context.storageState({ path: path.join(directory, `${email}.json`) });
    await context.dispose();
  }
}

interface Server {
  readonly process: ChildProcess;
  readonly address: string;
  /** Signs the administrator in, once. */
  readonly link: string;
}

/** `quittance start`, and what it says on the terminal. */
async function serve(dataDir: string): Promise<Server> {
  const args = ['packages/cli/bin/quittance.mjs', 'start', '--data', dataDir, '--port', '0'];
  // The password of the mailbox that a journey opens, as a person sets it on the server.
  const env = { ...process.env, QUITTANCE_SECRET_JOURNEY: 'correct horse' };
  const server = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env });
  let address = '';
  for await (const line of createInterface({ input: server.stdout })) {
    address = / is at (http\S+)$/.exec(line)?.[1] ?? address;
    const link = /^Sign in, .* (http\S+)$/.exec(line)?.[1];
    if (link) {
      server.stdout.resume();
      return { process: server, address, link };
    }
  }
  throw new Error('the server ended before it could be reached; see above');
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill('SIGTERM');
  const [code] = await once(server, 'exit');
  if (code !== 0) throw new Error(`the server ended with code ${code}`);
}

/** What a program of this Node prints. Throws when it fails; what it complains of is seen on the terminal. */
async function outputOf(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with code ${code}`);
  return output;
}
