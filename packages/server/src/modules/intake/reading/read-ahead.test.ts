import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

async function* counting(log: { made: number; isEnded: boolean }, last: number): AsyncGenerator<number> {
  try {
    for (let value = 1; value <= last; value += 1) {
      log.made = value;
      yield value;
      await turn();
    }
  } finally {
    log.isEnded = true;
  }
}

describe('reading ahead', () => {
  it('gives everything in order, and is never more than so many values ahead', async () => {
    const log = { made: 0, isEnded: false };
    const seen: number[] = [];
    for await (const value of readAhead(counting(log, 50), 5)) {
      seen.push(value);
      for (let turns = 0; turns < 20; turns += 1) await turn();
      expect(log.made).toBeLessThanOrEqual(value + 6);
      if (value < 40) expect(log.made).toBeGreaterThan(value);
    }
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it('ends the source when its receiver stops', async () => {
    const log = { made: 0, isEnded: false };
    for await (const value of readAhead(counting(log, 1_000), 5)) if (value === 3) break;
    expect(log.isEnded).toBe(true);
    expect(log.made).toBeLessThan(20);
  });

  it('passes a failure on after what came before it', async () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new Error('broken');
    }
    const seen: number[] = [];
    const all = async () => {
      for await (const value of readAhead(failing(), 5)) seen.push(value);
    };
    await expect(all()).rejects.toThrow('broken');
    expect(seen).toEqual([1]);
  });
});
