import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Described {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses?: Readonly<Record<string, unknown>> }>>>
  >;
}

const described = JSON.parse(
  readFileSync(new URL('../packages/server/openapi.json', import.meta.url), 'utf8'),
) as Described;
const sources = new URL('../packages/web/src/', import.meta.url);
const texts = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(new URL(name, sources), 'utf8'));

describe('an answer without a body', () => {
  it('is not read for one: the page would call a thing that was done a failure', () => {
    const bodiless = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(
          ([, { responses = {} }]) =>
            '204' in responses && !Object.keys(responses).some((code) => /^20[0-3]$/.test(code)),
        )
        .map(([method]) => `api.${method.toUpperCase()}('${path}'`),
    );
    expect(bodiless.length).toBeGreaterThan(5);
    const read = texts.flatMap((text) =>
      [...text.matchAll(/dataOf\(\s*(api\.[A-Z]+\(\s*'[^']+')/g)].map(([, call = '']) => call.replace(/\s/g, '')),
    );
    expect(read.filter((call) => bodiless.includes(call))).toEqual([]);
  });
});
