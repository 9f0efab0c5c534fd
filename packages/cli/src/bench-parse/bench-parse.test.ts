import { describe, expect, it } from 'vitest';
import { runBenchParse } from './index.ts';

describe('quittance bench parse', () => {
  it('reads a generated file of every format without problems, and a large one with its memory', async () => {
    let out = '';
    const io = {
      stdout: (text: string) => {
        out += text;
      },
      stderr: () => undefined,
    };
    expect(await runBenchParse(['--mb', '1', '--large-mb', '2', '--json'], io)).toBe(0);
    const result = JSON.parse(out) as {
      formats: { format: string; entries: number; problems: number; mbPerSecond: number; bareMbPerSecond: number }[];
      large: { entries: number; problems: number; peakMb: number };
    };
    expect(result.formats.map((one) => one.format)).toEqual(
      expect.arrayContaining(['camt', 'mt940', 'mt942', 'bai2', 'lockbox', 'ofx', 'csv', 'edi820']),
    );
    for (const one of result.formats) {
      expect(one).toMatchObject({ problems: 0 });
      expect(one.entries).toBeGreaterThan(1_000);
      expect(one.mbPerSecond).toBeGreaterThan(0);
    }
    expect(result.large).toMatchObject({ problems: 0 });
    expect(result.large.peakMb).toBeGreaterThan(10);
  });
});
