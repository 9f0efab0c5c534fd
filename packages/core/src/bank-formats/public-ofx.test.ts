/** Public OFX and QFX files, read from beside the repository when they are there: the facts about them are others'. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatAmount, sum } from '../money/index.ts';
import { detectFormat, type ParsedFile, parseStatementText } from './index.ts';

const SHARED = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const FIXTURES = `${SHARED}/fixtures`;
const FACTS = existsSync(`${FIXTURES}/MANIFEST.tsv`)
  ? readFileSync(`${FIXTURES}/MANIFEST.tsv`, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('ofx'))
      .map((line) => line.split('\t'))
      .map((columns) => ({ file: columns[0] ?? '', facts: columns[6] ?? '' }))
  : [];

function read(file: string): ParsedFile {
  const bytes = readFileSync(`${FIXTURES}/${file}`);
  const utf8 = bytes.toString('utf8');
  const text = utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8;
  const format = detectFormat(text.slice(0, 4096));
  if (format?.name !== 'ofx') throw new Error(`${file}: not recognised as OFX`);
  return parseStatementText(format, text);
}

describe.skipIf(FACTS.length === 0)('counted facts of public OFX files', () => {
  it.each(FACTS)('$file', ({ file, facts }) => {
    const { statements } = read(file);
    const stated = (name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(facts)?.[1] ?? '';
    const entries = statements.flatMap((statement) => statement.entries);
    expect(entries.length).toBe(Number(stated('n_TRNAMT_parsed')));
    expect(sum(entries.map((entry) => entry.amountMinor))).toBe(BigInt(Math.round(Number(stated('sum_TRNAMT')) * 100)));
    expect(statements.length).toBe(Number(stated('n_stmts')));
    const currencies = [...new Set(statements.map((statement) => statement.currency ?? ''))];
    expect(currencies.join(',')).toBe(stated('curdef'));
    const balances = statements.flatMap(({ closingBalance }) =>
      closingBalance === null ? [] : [formatAmount(closingBalance.amountMinor, closingBalance.currency)],
    );
    const expected = stated('ledgerbal')
      .split(/,(?=-?\d+\.)|,(?=-?\d+,\d\d\b(?!\.))/)
      .filter((text) => text !== '');
    expect(balances.map(Number).slice(0, expected.length)).toEqual(
      expected.map((text) => Number(text.replace(',', '.'))),
    );
  });
});
