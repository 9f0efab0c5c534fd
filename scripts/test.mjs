/**
 * npm test: every test on a real PostgreSQL, then the browser journeys where there is a Chromium. Installs what npm can
 * install and nothing else. The last line counts: N passed, N failed, N skipped.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, findChromium, root, run, tool } from './run.mjs';

await ensureInstalled();
const cache = path.join(root, 'node_modules', '.cache', 'quittance');
mkdirSync(cache, { recursive: true });

const counts = { passed: 0, failed: 0, skipped: 0 };
let isBroken = false;

const vitestReport = path.join(cache, 'vitest.json');
rmSync(vitestReport, { force: true });
const vitestCode = await run(process.execPath, [
  tool('vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
  ...process.argv.slice(2),
]);
if (existsSync(vitestReport)) {
  const report = JSON.parse(readFileSync(vitestReport, 'utf8'));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests + (report.numTodoTests ?? 0);
  if (vitestCode !== 0 && report.numFailedTests === 0) isBroken = true;
} else isBroken = true;

if (existsSync(path.join(root, 'e2e', 'playwright.config.ts')) && process.argv.length <= 2) {
  const chromium = findChromium();
  if (chromium) await journeys(chromium);
  else {
    const listed = readFileSync(path.join(root, 'e2e', 'journeys.count'), 'utf8').trim();
    counts.skipped += Number(listed);
    process.stdout.write(`No Chromium on this machine: ${listed} browser journeys are skipped.\n`);
  }
}

if (isBroken && counts.failed === 0) counts.failed = 1;
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exit(counts.failed > 0 ? 1 : 0);

/** @param {string} chromium */
async function journeys(chromium) {
  const report = path.join(cache, 'playwright.json');
  rmSync(report, { force: true });
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const args = [
    tool('@playwright/test', 'cli.js'),
    'test',
    '--config',
    'e2e/playwright.config.ts',
    '--reporter=list,json',
  ];
  const code = await run(process.execPath, args, { env });
  if (!existsSync(report)) {
    isBroken = true;
    return;
  }
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  counts.passed += stats.expected + stats.flaky;
  counts.failed += stats.unexpected;
  counts.skipped += stats.skipped;
  if (code !== 0 && stats.unexpected === 0) isBroken = true;
}
