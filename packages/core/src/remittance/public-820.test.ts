/** Public 820 files, read from beside the repository when they are there, against the facts counted by others. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatAmount, sum } from '../money/index.ts';
import { edi820, parseEdi820Text } from './index.ts';

const SHARED = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const MANIFEST = `${SHARED}/fixtures/MANIFEST.tsv`;
const FILES = existsSync(MANIFEST)
  ? readFileSync(MANIFEST, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('x12-820'))
      .map((line) => line.split('\t'))
  : [];

describe.skipIf(FILES.length === 0)('public 820 files', () => {
  it.each(FILES.map((columns) => ({ file: columns[0] ?? '', facts: columns[6] ?? '' })))('$file', ({ file, facts }) => {
    const text = readFileSync(`${SHARED}/fixtures/${file}`, 'utf8');
    const stated = (name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(facts)?.[1] ?? '';
    expect(edi820.recognises(text.slice(0, 4096))).toBe(true);
    const { remittances, problems, isComplete } = parseEdi820Text(text);
    expect({ problems, isComplete }).toEqual({ problems: [], isComplete: true });
    expect(remittances).toHaveLength(Number(stated('ST')));
    const lines = remittances.flatMap((remittance) => remittance.lines);
    const adjustments = lines.flatMap((line) => line.adjustments);
    expect(lines).toHaveLength(Number(stated('RMR')));
    expect(adjustments).toHaveLength(Number(stated('ADX')));
    const total = (amounts: readonly (bigint | null)[]) => formatAmount(sum(amounts.map((one) => one ?? 0n)), 'USD');
    expect(total(remittances.map((remittance) => remittance.amountMinor))).toBe(stated('BPR02'));
    expect(total(lines.map((line) => line.paidMinor))).toBe(stated('sum_RMR04'));
    expect(total(adjustments.map((one) => one.amountMinor))).toBe(stated('sum_ADX01'));
    expect(remittances.map((remittance) => remittance.footing)).toEqual(['ok']);
  });
});
