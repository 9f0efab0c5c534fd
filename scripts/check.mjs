/** npm run check: types, lint and format, the dependency law, dead code, generated files. Stops at nothing, reports all. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, run, tool } from './run.mjs';

await ensureInstalled();

const node = process.execPath;
const tsc = tool('typescript', 'bin/tsc');
const steps = [
  ['types: core', node, [tsc, '-p', 'packages/core']],
  ['types: client', node, [tsc, '-p', 'packages/client']],
  ['types: server', node, [tsc, '-p', 'packages/server']],
  ['types: cli', node, [tsc, '-p', 'packages/cli']],
  ['types: web', node, [tsc, '-p', 'packages/web']],
  ['types: tests and scripts', node, [tsc, '-p', '.']],
  ['lint and format', node, [tool('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.']],
  ['dependency law', node, ['scripts/dependency-law.mjs']],
  ['dead code', node, [tool('knip', 'bin/knip.js'), '--no-progress']],
  ['generated files', node, ['scripts/generate.mjs', '--check']],
];

/** @type {string[]} */
const failed = [];
for (const [name, command, args] of steps) {
  const startedAt = performance.now();
  const code = await run(/** @type {string} */ (command), /** @type {string[]} */ (args), { quiet: true });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (code !== 0) failed.push(/** @type {string} */ (name));
}
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
process.stdout.write(failed.length === 0 ? `check of ${version}: all clean\n` : `check failed: ${failed.join(', ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);
