/**
 * By how much a scanned page is turned. Rows of dark dots and empty rows alternate most sharply when lines of text lie level
 * (the projection profile): the angle with the largest change from row to row is the one.
 */

/** Dark dots of a page, in a grid small enough to try many angles. */
export interface DarkDots {
  readonly width: number;
  readonly height: number;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

const DEGREES_MAX = 6;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.1;

/** Degrees by which the page has to be turned back, to a tenth: a page turned by 1.2 gives 1.2. */
export function skewOf(dots: DarkDots): number {
  if (dots.xs.length < DOTS_MIN) return 0;
  const coarse = best(dots, -DEGREES_MAX, DEGREES_MAX, COARSE_STEP);
  const fine = best(dots, coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP);
  return Math.round(fine * 10) / 10;
}

/** A page with fewer is empty. */
const DOTS_MIN = 200;

function best(dots: DarkDots, from: number, to: number, step: number): number {
  let found = 0;
  let most = sharpness(dots, 0);
  for (let degrees = from; degrees <= to + step / 2; degrees += step) {
    const sharp = sharpness(dots, degrees);
    if (sharp > most) {
      most = sharp;
      found = degrees;
    }
  }
  return found;
}

function sharpness({ width, height, xs, ys }: DarkDots, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Float64Array(height + 2 * margin + 2);
  for (let at = 0; at < xs.length; at += 1) {
    const row = Math.round((ys[at] ?? 0) - slope * (xs[at] ?? 0)) + margin;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}
