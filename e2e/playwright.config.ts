/** The journeys: one real server on a demo of its own, one real Chromium, one story after the other. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const here = import.meta.dirname;
const takesPictures = process.env.QUITTANCE_PICTURES === '1';

requireTrueCount();

export default defineConfig({
  testDir: here,
  testMatch: takesPictures ? 'pictures.spec.ts' : '*.spec.ts',
  testIgnore: takesPictures ? [] : 'pictures.spec.ts',
  outputDir: path.join(here, 'out'),
  globalSetup: path.join(here, 'server.ts'),
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    // Set by the server when it has started; the processes of the journeys read this file anew.
    baseURL: process.env.QUITTANCE_JOURNEY_URL ?? '',
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    permissions: ['clipboard-read', 'clipboard-write'],
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

function chromiumPath(): string {
  const named = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(named)) throw new Error(`There is no Chromium at ${named}; name one in CHROMIUM_PATH.`);
  return named;
}

/** `npm test` tells how many journeys it skips where there is no Chromium, and reads that from `journeys.count`. */
function requireTrueCount(): void {
  const specs = readdirSync(here).filter((file) => file.endsWith('.spec.ts') && file !== 'pictures.spec.ts');
  const count = specs.flatMap((file) => readFileSync(path.join(here, file), 'utf8').match(/^ *test\(/gm) ?? []).length;
  const listed = Number(readFileSync(path.join(here, 'journeys.count'), 'utf8'));
  if (count !== listed) throw new Error(`e2e/journeys.count says ${listed}; there are ${count} journeys.`);
}
