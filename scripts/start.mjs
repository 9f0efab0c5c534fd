/**
 * npm start: a look at Quittance on an invented company. Installs what is missing, builds the screens when they are older
 * than their sources, and runs `quittance start --demo` with whatever else was said after `npm start --`.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, run, tool } from './run.mjs';

await ensureInstalled();
await ensureBuilt();
process.argv.splice(2, 0, 'start', '--demo');
await import(pathToFileURL(path.join(root, 'packages/cli/bin/quittance.mjs')).href);

async function ensureBuilt() {
  const sources = ['packages/web', 'packages/core/src', 'packages/client/src'];
  const builtAt = changedAt('packages/web/dist/index.html');
  if (builtAt > Math.max(...sources.map(newestIn))) return;
  process.stderr.write('Building the screens…\n');
  const code = await run(process.execPath, [
    tool('vite', 'bin/vite.js'),
    'build',
    'packages/web',
    '--logLevel',
    'warn',
  ]);
  if (code !== 0) throw new Error('the screens could not be built; see above');
}

/**
 * When a file was last changed; 0 when it is not there.
 * @param {string} file
 */
function changedAt(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * The latest change below a directory, leaving out what is made and not written.
 * @param {string} directory
 * @returns {number}
 */
function newestIn(directory) {
  const entries = readdirSync(path.join(root, directory), { withFileTypes: true });
  const times = entries
    .filter((entry) => entry.name !== 'dist' && entry.name !== 'node_modules')
    .map((entry) => {
      const file = path.join(directory, entry.name);
      return entry.isDirectory() ? newestIn(file) : changedAt(file);
    });
  return Math.max(0, ...times);
}
