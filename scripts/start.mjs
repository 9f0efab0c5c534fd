/**
 * npm start: a look at Quittance on three invented companies. Installs what is missing, builds the screens when they are
 * older than their sources, and runs `quittance start --demo` with whatever else was said after `npm start --`.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './run.mjs';
import { ensureScreens } from './screens.mjs';

await ensureInstalled();
await ensureScreens();
process.argv.splice(2, 0, 'start', '--demo');
await import(pathToFileURL(path.join(root, 'packages/cli/bin/quittance.mjs')).href);
