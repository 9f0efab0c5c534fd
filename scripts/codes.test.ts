/** Every code that can reach a screen has an Italian text: refusals, problems of files, checks of the ledger, audit lines. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codesEn } from '../packages/web/src/app/locales/codes.en.ts';
import { codesIt } from '../packages/web/src/app/locales/codes.it.ts';
import type { Saying } from '../packages/web/src/app/sentences/saying.ts';

const packages = path.resolve(import.meta.dirname, '../packages');

/** Sources whose refusals a person in the browser may meet; the database's and the command line's speak on a terminal. */
const SERVER = ['server/src/modules', 'server/src/platform/http', 'server/src/platform/command'];
const FILES = ['core/src', 'server/src/modules/intake'];
/** Of core, what reads files; the codes of the engine are checked by the compiler. */
const READERS = /^(extracts|bank-formats|remittance|workbook|ubl|json|text-encoding)\//;

function sourcesBelow(folders: readonly string[]): string {
  const texts = folders.flatMap((folder) => {
    const place = path.join(packages, folder);
    return readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$|(^|\/)proof\//.test(file))
      .filter((file) => folder !== 'core/src' || READERS.test(file))
      .map((file) => readFileSync(path.join(place, file), 'utf8'));
  });
  return texts.join('\n');
}

function codesIn(source: string, patterns: readonly RegExp[]): string[] {
  const found = patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''));
  return [...new Set(found)].sort();
}

const withoutText = (codes: readonly string[], texts: Readonly<Record<string, Saying>>): string[] =>
  codes.filter((code) => !Object.hasOwn(texts, code));

describe('codes and their Italian texts', () => {
  it('every refusal of the server has one', () => {
    const refusals = codesIn(sourcesBelow([...SERVER, 'core/src/ledger']), [
      /\bnew AppError\(\s*'([a-z_]+)'/g,
      /\bsuper\(\s*'([a-z_]+)',/g,
      /\brefuse\(\s*'([a-z_]+)'/g,
      /\brefused\(\{\s*code: '([a-z_]+)'/g,
    ]);
    expect(refusals.length).toBeGreaterThan(60);
    expect(withoutText(refusals, codesIt.refusal)).toEqual([]);
  });

  it('every problem, note and question of a file has one', () => {
    const problems = codesIn(sourcesBelow(FILES), [
      /\bcode: '([a-z_]+)'/g,
      /\b(?:problem|note)\(\s*'[A-Za-z]+',\s*'([a-z_]+)'/g,
      /\b(?:problem|note)\(\s*field,\s*'([a-z_]+)'/g,
      /\bproblem\(\s*'([a-z_]+)',\s*(?:`|'[A-Z]|message)/g,
      /\b(?:XmlRefused|FileRefused)\(\s*'([a-z_]+)'/g,
    ]);
    expect(problems.length).toBeGreaterThan(25);
    expect(withoutText(problems, { ...codesIt.refusal, ...codesIt.file })).toEqual([]);
  });

  it('every check of the ledger and every line of the audit trail has one, in English too', () => {
    const source = sourcesBelow(['server/src/modules']);
    const checks = codesIn(source, [/\binvariant: '([a-z_]+)'/g, /^ {4}name: '([a-z]+(?:_[a-z]+){2,})'/gm]);
    const acts = codesIn(source, [/\baudit\((?:[a-z]+, [a-z]+, )?\{\s*action: '([a-z_.]+)'/g]);
    expect(checks.length).toBeGreaterThan(15);
    expect(acts.length).toBeGreaterThan(20);
    for (const catalogue of [codesEn, codesIt]) {
      expect(withoutText(checks, catalogue.invariant)).toEqual([]);
      expect(withoutText(acts, catalogue.act)).toEqual([]);
    }
  });

  it('everything that a check can find has one', () => {
    const found = codesIn(sourcesBelow(['server/src/modules']), [/\bselect format\(\s*'([^']+)'/g]);
    expect(found.length).toBeGreaterThan(25);
    expect(withoutText(found, codesIt.failure)).toEqual([]);
  });
});
