/** Vitest's global setup: the server that the test files started or joined stops with the run, when no other run uses it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openEmbedded } from '../database/embedded/launcher.ts';
import { testDataDirectory } from './database.ts';

export async function teardown(): Promise<void> {
  const dataDir = testDataDirectory();
  if (!existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))) return;
  const server = await openEmbedded({ dataDir });
  await server.stop();
}
