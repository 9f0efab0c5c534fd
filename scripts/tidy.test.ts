/** The few rules of house style that a machine can see. Each names the reason; an exception is a sign to think again. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const LINES_MAX = 400; // a file is read at one sitting
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const sources = files.filter(
  (file) => /^packages\/[^/]+\/src\/.*\.tsx?$/.test(file) && !/\.gen\.ts$|\.d\.ts$/.test(file),
);
const product = sources.filter((file) => !/\.test\.tsx?$/.test(file));
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

function offenders(list: readonly string[], pattern: RegExp): string[] {
  return list.flatMap((file) =>
    text(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 100)}`] : [])),
  );
}

describe('house style', () => {
  it('sees the sources', () => {
    expect(product.length).toBeGreaterThan(100);
  });

  it('names files in kebab-case, and none utils, helpers, common, manager or misc', () => {
    const names = sources.filter((file) => !/^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*\.tsx?$/.test(path.basename(file)));
    const homeless = sources.filter((file) =>
      /(^|\/)(utils?|helpers?|common|managers?|misc)(\/|\.|-)/.test(file.replace(/^packages/, '')),
    );
    expect([...names, ...homeless]).toEqual([]);
  });

  it('keeps files short enough to be read whole', () => {
    const long = product.filter((file) => text(file).split('\n').length > LINES_MAX + 1 && !file.includes('/locales/'));
    expect(long).toEqual([]);
  });

  it('never makes money from floating point', () => {
    const handlesMoney = product.filter((file) => /^packages\/(core|web)\/|\/modules\//.test(file));
    expect(offenders(handlesMoney, /\bparseFloat\(|\.toFixed\(/)).toEqual([]);
  });

  it('makes dates from text or numbers only where calendars, clocks and formats live', () => {
    const elsewhere = product.filter(
      (file) => !/core\/src\/calendar\/|platform\/clock\.ts$|web\/src\/ui\/format\//.test(file),
    );
    expect(offenders(elsewhere, /new Date\([^)]/)).toEqual([]);
  });

  it('leaves no unfinished marks and switches no check off', () => {
    expect(
      offenders(sources, /\b(TODO|FIXME|XXX)\b|@ts-ignore|@ts-expect-error|\bas any\b|: any[;)\]=]|<any>/),
    ).toEqual([]);
  });

  it('runs every test', () => {
    const tests = files.filter((file) => /\.test\.tsx?$/.test(file) && file !== 'scripts/tidy.test.ts');
    expect(offenders(tests, /\b(it|test|describe)\.(only|todo|skip)\b/)).toEqual([]);
  });

  it('gives every server module a README and one door', () => {
    const modules = new Set(
      product.flatMap((file) => /^packages\/server\/src\/modules\/([^/]+)\//.exec(file)?.[1] ?? []),
    );
    for (const name of modules) {
      expect(files).toContain(`packages/server/src/modules/${name}/README.md`);
      expect(files).toContain(`packages/server/src/modules/${name}/index.ts`);
    }
  });

  it('locks the optional packages of every platform, so that npm ci works on each', () => {
    const { packages } = JSON.parse(text('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names no download address and no path of one machine', () => {
    const committed = files.filter(
      (file) =>
        /\.(ts|tsx|mjs|json|md|sql|txt|css|html|yml|yaml)$|^\.ci\//.test(file) && file !== 'scripts/tidy.test.ts',
    );
    expect(
      offenders(committed, /registry\.npmjs|registry\.yarnpkg|"resolved": "http|\/work\/(main|shared)|\/root\//),
    ).toEqual([]);
  });
});
