/**
 * Which lines are paid together. Of all payments 67 % settle one line, 15 % two, 7 % three, 5.5 % four or five, 4 % six to
 * twenty and 1.5 % more, as found in practice. Lines paid together fall due within days of each other, so only customers
 * with many invoices can pay many at once: the sparse ones choose first, the dense ones fill what is left of each size.
 */
import { daysBetween } from '@quittance/core/calendar';
import { type Random, randomOf } from '../random.ts';
import type { OpenLine } from './lines.ts';

interface SizeClass {
  readonly share: number;
  readonly least: number;
  readonly most: number;
  /** Above 1, small sizes of the class are commoner than large ones. */
  readonly skew: number;
}

const LINES_MAX = 45; // of one payment
const SIZE_CLASSES: readonly SizeClass[] = [
  { share: 0.67, least: 1, most: 1, skew: 1 },
  { share: 0.15, least: 2, most: 2, skew: 1 },
  { share: 0.07, least: 3, most: 3, skew: 1 },
  { share: 0.055, least: 4, most: 5, skew: 1 },
  { share: 0.04, least: 6, most: 20, skew: 1.8 },
  { share: 0.015, least: 21, most: LINES_MAX, skew: 2 },
];
const DUE_SPAN_DAYS_MAX = 5;
/** How strongly a payer with many lines due prefers a large payment: found by trial, so that the shares hold. */
const SIZE_PREFERENCE = 1;

/** The lines that are to be paid, in groups; each group is one customer's, in one currency. */
export function paymentGroups(lines: readonly OpenLine[], options: { readonly seed: string }): OpenLine[][] {
  const random = randomOf(`${options.seed} groups`);
  const queues = queuesByPayer(lines);
  const left = quotas(lines.length);
  const groups: OpenLine[][] = [];
  for (const queue of queues) {
    const wanted = [...left]; // the same mix from a payer's first day to its last
    for (let start = 0; start < queue.length; ) {
      const size = drawSize({ wanted, left, most: linesDueTogether(queue, start), random });
      groups.push(queue.slice(start, start + size));
      start += size;
    }
  }
  return groups;
}

/** Lines by customer in the order of their due dates, the customers with the fewest lines first. */
function queuesByPayer(lines: readonly OpenLine[]): OpenLine[][] {
  const queues = new Map<OpenLine['customer'], OpenLine[]>();
  for (const line of lines) {
    const queue = queues.get(line.customer);
    if (queue) queue.push(line);
    else queues.set(line.customer, [line]);
  }
  for (const queue of queues.values())
    queue.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
  return [...queues.values()].sort((one, other) => one.length - other.length);
}

/** How many payments of each size are still to be made. */
function quotas(lineCount: number): number[] {
  const meanSize = SIZE_CLASSES.reduce((mean, one) => mean + one.share * meanOf(one), 0);
  return SIZE_CLASSES.map(({ share }) => (share * lineCount) / meanSize);
}

function meanOf({ least, most, skew }: SizeClass): number {
  return least + (most - least) / (1 + skew);
}

function linesDueTogether(queue: readonly OpenLine[], start: number): number {
  const first = queue[start];
  let end = start + 1;
  for (; first && end < queue.length && end - start < LINES_MAX; end++) {
    const line = queue[end];
    if (!line || daysBetween(first.dueOn, line.dueOn) > DUE_SPAN_DAYS_MAX) break;
  }
  return end - start;
}

/** A size of one of the classes still wanted, by how much each is; it then counts against what is left. */
function drawSize({
  wanted,
  left,
  most,
  random,
}: {
  wanted: readonly number[];
  left: number[];
  most: number;
  random: Random;
}): number {
  const fitting = SIZE_CLASSES.map((one, index) => ({ one, index, quota: wanted[index] ?? 0 })).filter(
    ({ one, quota }) => one.least <= most && quota > 0,
  );
  if (fitting.length === 0) return 1;
  const preference = most < LINES_MAX ? SIZE_PREFERENCE : 0; // who can fill every class need not be pushed
  const { one, index } = random.weighted(
    fitting.map((choice) => [choice, choice.quota * choice.one.least ** preference] as const),
  );
  left[index] = (left[index] ?? 0) - 1;
  return Math.min(most, one.least + Math.floor((one.most - one.least + 1) * random.next() ** one.skew));
}
