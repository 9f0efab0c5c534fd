/** The buckets of an aging and their names: days late from one to the next, the last without an end. */
import type { AgingRow } from '../../app/api.types.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';

/** `bucketLabels([30, 60, 90])` is ["1–30", "31–60", "61–90", "90+"]. */
export function bucketLabels(buckets: readonly number[]): string[] {
  const closed = buckets.map((end, index) => `${(buckets[index - 1] ?? 0) + 1}–${end}`);
  return [...closed, `${buckets.at(-1) ?? 0}+`];
}

/** Where a figure of the aging stands: not due, one of the buckets by its place, or unapplied. */
export type BucketKey = 'notDue' | 'unapplied' | `b${number}`;

export function amountIn(row: Pick<AgingRow, 'notDue' | 'buckets' | 'unapplied'>, key: BucketKey): MoneyText | null {
  if (key === 'notDue') return row.notDue;
  if (key === 'unapplied') return row.unapplied;
  return row.buckets[Number(key.slice(1))] ?? null;
}

export function bucketKeyOf(text: string | undefined, bucketCount: number): BucketKey | null {
  if (text === 'notDue' || text === 'unapplied') return text;
  const match = /^b(\d{1,2})$/.exec(text ?? '');
  return match && Number(match[1]) < bucketCount ? (text as BucketKey) : null;
}

/** What a person typed as buckets: rising whole days; null when it is none. "30 60,90" is "30,60,90". */
export function readBuckets(typed: string): string | null {
  const days = typed.split(/[\s,;]+/).filter(Boolean);
  const isRising = days.every((day, index) => /^\d{1,4}$/.test(day) && Number(day) > Number(days[index - 1] ?? 0));
  return days.length > 0 && days.length <= 12 && isRising ? days.map(Number).join(',') : null;
}
