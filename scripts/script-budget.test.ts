/**
 * What a browser fetches and reads before the first use: the frame and the page on which a person begins (`app/home.ts`), with all
 * they import at once. What comes later (details, panels, the palette, the workbook library, the other language) is not
 * counted. Measured on the built screens.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const DIST = path.resolve(import.meta.dirname, '../packages/web/dist');
const BUDGET_KB = 250;
const FIRST_PAGES = /^(?:aging|cash|my-day)\.page-[\w-]+\.js$/;
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g;

/** The files that come with these, each once. */
function withImports(files: readonly string[], known = new Set<string>()): Set<string> {
  for (const file of files) {
    if (known.has(file)) continue;
    known.add(file);
    const text = readFileSync(path.join(DIST, 'assets', file), 'utf8');
    withImports(
      [...text.matchAll(STATIC_IMPORT)].map(([, name = '']) => name),
      known,
    );
  }
  return known;
}

function kilobytes(files: Iterable<string>): number {
  const bytes = [...files].map((file) => gzipSync(readFileSync(path.join(DIST, 'assets', file))).length);
  return Math.round(bytes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}

describe.skipIf(!existsSync(path.join(DIST, 'index.html')))(
  'script before the first use (skipped until the screens are built)',
  () => {
    it(`of the frame and the first page is under ${BUDGET_KB} kB gzip`, () => {
      const html = readFileSync(path.join(DIST, 'index.html'), 'utf8');
      const entries = [...html.matchAll(/assets\/([^"']+\.js)["']/g)].map(([, name = '']) => name);
      const pages = readdirSync(path.join(DIST, 'assets')).filter((file) => FIRST_PAGES.test(file));
      expect([entries.length > 0, pages.length]).toEqual([true, 3]);
      const sizes = pages.map(
        (page) => [page.replace(/-[\w-]{8}\.js$/, ''), kilobytes(withImports([...entries, page]))] as const,
      );
      expect(sizes.filter(([, size]) => size >= BUDGET_KB)).toEqual([]);
    });

    it('leaves the workbook library out', () => {
      const library = readdirSync(path.join(DIST, 'assets')).filter((file) => /export\.worker/.test(file));
      expect(library.length).toBeGreaterThan(0);
      const html = readFileSync(path.join(DIST, 'index.html'), 'utf8');
      const first = withImports([...html.matchAll(/assets\/([^"']+\.js)["']/g)].map(([, name = '']) => name));
      expect(library.filter((file) => first.has(file))).toEqual([]);
    });
  },
);
