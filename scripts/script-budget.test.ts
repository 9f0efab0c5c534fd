/**
 * What a browser fetches and reads before the first use of a page: the frame and the page, with all they import at once. What
 * comes later (details, panels, the palette, the workbook library, the other language) is not counted. Measured on
 * screens built for this test, of which the manifest names every page that the router fetches.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, run, tool } from './run.mjs';

const BUDGET_KB = 250;
const ROUTES = path.join(root, 'packages/web/src/app/routes');
const PAGES = /\.page\.tsx$/;
const PAGE_IMPORTED_BY_ROUTES = /import\('\.\.\/\.\.\/(features\/[\w./-]+\.page\.tsx)'\)/g;

/** What the manifest says of a file: its name when built, and the others it imports at once, by their keys. */
interface Built {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const dist = mkdtempSync(path.join(tmpdir(), 'quittance-screens-'));
let manifest: Readonly<Record<string, Built>> = {};

beforeAll(async () => {
  const options = ['--outDir', dist, '--emptyOutDir', '--manifest', '--sourcemap', 'false', '--logLevel', 'warn'];
  const env = { NODE_ENV: 'production' }; // tests have another, with which React would be its slow and heavy self
  const code = await run(process.execPath, [tool('vite', 'bin/vite.js'), 'build', 'packages/web', ...options], { env });
  if (code !== 0) throw new Error('the screens could not be built; see above');
  manifest = JSON.parse(readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8'));
});
afterAll(() => rmSync(dist, { recursive: true }));

/** The keys that come with these, each once. */
function withImports(keys: readonly string[], known = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (known.has(key)) continue;
    known.add(key);
    withImports(manifest[key]?.imports ?? [], known);
  }
  return known;
}

function kilobytes(keys: Iterable<string>): number {
  const bytes = [...keys].map((key) => gzipSync(readFileSync(path.join(dist, manifest[key]?.file ?? ''))).length);
  return Math.round(bytes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}

const keysOf = (wanted: (key: string, built: Built) => boolean): string[] =>
  Object.entries(manifest).flatMap(([key, built]) => (wanted(key, built) ? [key] : []));

describe('script before the first use', () => {
  it(`of every page, with the frame, is under ${BUDGET_KB} kB gzip`, () => {
    const entries = keysOf((_, { isEntry }) => isEntry === true);
    const pages = keysOf((key) => PAGES.test(key));
    const routes = readdirSync(ROUTES)
      .map((name) => readFileSync(path.join(ROUTES, name), 'utf8'))
      .join('\n');
    const routed = [...routes.matchAll(PAGE_IMPORTED_BY_ROUTES)].map(([, page]) => `src/${page}`);
    expect(entries.length).toBe(1);
    expect([...pages].sort()).toEqual(routed.sort());
    const sizes = pages.map((page) => [page, kilobytes(withImports([...entries, page]))] as const);
    expect(sizes.filter(([, size]) => size >= BUDGET_KB)).toEqual([]);
  });

  it('leaves the workbook library and the time zones of the server out', () => {
    const first = withImports(keysOf((key, { isEntry }) => isEntry === true || PAGES.test(key)));
    const texts = [...first].map((key) => readFileSync(path.join(dist, manifest[key]?.file ?? ''), 'utf8'));
    expect(texts.filter((text) => /spreadsheetml|ZonedDateTime/.test(text)).length).toBe(0);
  });
});
