/** Public MT940 and MT942 files, read from beside the repository when they are there: the facts about them are others'. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sum } from '../money/index.ts';
import { detectFormat, type ParsedFile, parseStatementText } from './index.ts';

const SHARED = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const FIXTURES = `${SHARED}/fixtures`;
const FACTS = existsSync(`${FIXTURES}/MANIFEST.tsv`)
  ? readFileSync(`${FIXTURES}/MANIFEST.tsv`, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('mt94'))
      .map((line) => line.split('\t'))
      .map((columns) => ({ file: columns[0] ?? '', format: columns[1] ?? '', facts: columns[6] ?? '' }))
  : [];

function read(file: string): ParsedFile {
  const bytes = readFileSync(`${FIXTURES}/${file}`);
  const utf8 = bytes.toString('utf8');
  const text = utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8;
  const format = detectFormat(text.slice(0, 4096));
  if (format === null) throw new Error(`${file}: format not recognised`);
  return parseStatementText(format, text);
}

describe.skipIf(FACTS.length === 0)('counted facts of public MT940 and MT942 files', () => {
  it.each(FACTS)('$file', ({ file, format, facts }) => {
    const parsed = read(file);
    const stated = (name: string) =>
      new RegExp(`(?:^|; )${name.replace(/[()]/g, '\\$&')}=([^;]*)`).exec(facts)?.[1] ?? '';
    const entries = parsed.statements.flatMap((statement) => statement.entries);
    expect(parsed.format).toBe(format);
    expect(entries.length).toBe(Number(stated('n_61')));
    const minor = (amount: string) => BigInt(Math.round(Number(amount) * 100));
    const amounts = entries.map((entry) => entry.amountMinor);
    expect(sum(amounts.filter((amount) => amount > 0n))).toBe(minor(stated('sum_credit')));
    expect(-sum(amounts.filter((amount) => amount < 0n))).toBe(minor(stated('sum_debit')));
  });
});
