/** Division of whole numbers. Every function names its rounding, and an allocation loses no unit. */
import { abs } from './money.ts';

/** numerator / denominator, rounded half away from zero: 5/2 is 3, -5/2 is -3. The denominator must not be 0. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const top = abs(numerator);
  const bottom = abs(denominator);
  const quotient = (2n * top + bottom) / (2n * bottom);
  return negative ? -quotient : quotient;
}

/** `amount × part / whole`, rounded half away from zero: the share of 100 that belongs to 1 of 3 is 33. */
export function shareHalfUp(amount: bigint, share: { part: bigint; whole: bigint }): bigint {
  return divideHalfUp(amount * share.part, share.whole);
}

/**
 * Splits an amount by weights without losing a unit. Each part is rounded toward zero; the units left over go one each
 * to the largest remainders, the earlier part first among equals: 100 by [1, 1, 1] is [34, 33, 33].
 * Throws a RangeError when no weight is positive or one is negative.
 */
export function allocateByLargestRemainder(amount: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((total, weight) => total + weight, 0n);
  if (whole <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('weights must be positive');
  const size = abs(amount);
  const parts = weights.map((weight) => (size * weight) / whole);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (size * weight) % whole }))
    .sort((left, right) =>
      left.remainder === right.remainder ? left.index - right.index : left.remainder < right.remainder ? 1 : -1,
    );
  let left = size - parts.reduce((total, part) => total + part, 0n);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return amount < 0n ? parts.map((part) => -part) : parts;
}
