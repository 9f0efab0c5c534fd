/** The built screens: made anew when they are older than what they are made of. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, run, tool } from './run.mjs';

const SOURCES = ['packages/web', 'packages/core/src', 'packages/client/src'];

/** Builds packages/web/dist when it is missing or stale. Throws when that fails; why stands on the terminal. */
export async function ensureScreens() {
  if (changedAt('packages/web/dist/index.html') > Math.max(...SOURCES.map(newestIn))) return;
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
