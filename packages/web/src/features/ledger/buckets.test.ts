import { describe, expect, it } from 'vitest';
import { amountIn, bucketKeyOf, bucketLabels, readBuckets } from './buckets.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('buckets of an aging', () => {
  it('are named by their days, the last without an end', () => {
    expect(bucketLabels([30, 60, 90])).toEqual(['1–30', '31–60', '61–90', '90+']);
    expect(bucketLabels([15])).toEqual(['1–15', '15+']);
  });

  it('a person may type them as they like, as long as they rise', () => {
    expect(readBuckets('30 60,90')).toBe('30,60,90');
    expect(readBuckets(' 07; 14 ')).toBe('7,14');
    for (const typed of ['', '30,30', '60,30', 'a', '-5', '1,2,3,4,5,6,7,8,9,10,11,12,13']) {
      expect(readBuckets(typed)).toBeNull();
    }
  });

  it('the figure behind a column', () => {
    const row = { notDue: eur('1.00'), buckets: [eur('2.00'), eur('3.00')], unapplied: eur('-4.00') };
    expect(amountIn(row, 'notDue')).toEqual(eur('1.00'));
    expect(amountIn(row, 'b1')).toEqual(eur('3.00'));
    expect(amountIn(row, 'unapplied')).toEqual(eur('-4.00'));
    expect(amountIn(row, 'b7')).toBeNull();
  });

  it('an address may name a bucket that there is, and nothing else', () => {
    expect(bucketKeyOf('b3', 4)).toBe('b3');
    expect(bucketKeyOf('b4', 4)).toBeNull();
    expect(bucketKeyOf('total', 4)).toBeNull();
    expect(bucketKeyOf(undefined, 4)).toBeNull();
  });
});
