/** Public BAI2 files, read from beside the repository when they are there, against the facts counted by others. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { detectFormat, parseStatementText, toJson } from './index.ts';

const SHARED = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const MANIFEST = `${SHARED}/fixtures/MANIFEST.tsv`;
const FILES = existsSync(MANIFEST)
  ? readFileSync(MANIFEST, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('bai2'))
      .map((line) => line.split('\t'))
  : [];

/** Amounts of the entries, and how the statements open, close and foot, as their records say. */
const SEEN: Readonly<Record<string, { readonly entries: readonly string[]; readonly statements: readonly string[] }>> =
  {
    account_trailer_amount_blank_example: { entries: [], statements: ['? ? unknown', '? ? unknown'] },
    // 100.00 + 0.01 is not 100.00: the file does not foot.
    citi_example: { entries: ['0.01'], statements: ['100.00 100.00 off'] },
    nwb_example: { entries: ['-9.71', '-1.00', '-1.23', '-15.71', '0.89'], statements: ['365.21 338.45 ok'] },
    svb_us_example: {
      entries: ['4901.96', '9058.00'],
      statements: ['347269.79 352171.75 ok', '352171.75 361229.75 ok'],
    },
  };

describe.skipIf(FILES.length === 0)('public BAI2 files', () => {
  it.each(FILES.map((columns) => ({ file: columns[0] ?? '', facts: columns[6] ?? '' })))('$file', ({ file, facts }) => {
    const text = readFileSync(`${SHARED}/fixtures/${file}`, 'utf8');
    const format = detectFormat(text.slice(0, 4096)) ?? expect.unreachable('recognised');
    expect(format.name).toBe('bai2');
    const parsed = parseStatementText(format, text);
    // No problem: the counts of records, accounts and groups and all control totals that the facts list agree.
    expect({ problems: parsed.problems, isComplete: parsed.isComplete }).toEqual({ problems: [], isComplete: true });
    const stated = (name: string) => Number(new RegExp(`(?:^|; )${name}=(\\d+)`).exec(facts)?.[1]);
    expect(parsed.statements).toHaveLength(stated('03'));
    const { statements } = toJson(parsed);
    const entries = statements.flatMap((statement) => statement.entries);
    expect(entries).toHaveLength(stated('16'));
    const seen = SEEN[/([^/]+)\.bai2$/.exec(file)?.[1] ?? ''];
    expect(entries.map((entry) => entry.amount)).toEqual(seen?.entries);
    const balances = statements.map(
      (one) => `${one.openingBalance?.amount ?? '?'} ${one.closingBalance?.amount ?? '?'} ${one.footing}`,
    );
    expect(balances).toEqual(seen?.statements);
    const changed = text.replace(`\n99,${stated('file_control_total')},`, '\n99,1,');
    if (changed === text) return;
    expect(parseStatementText(format, changed).problems).toMatchObject([{ code: 'control_total_off' }]);
  });
});
