import { describe, expect, it } from 'vitest';
import { skewOf } from './deskew.ts';

/** Forty lines of text on a page of 600 by 800, turned by so many degrees. */
function turned(degrees: number) {
  const xs: number[] = [];
  const ys: number[] = [];
  const slope = Math.tan((degrees * Math.PI) / 180);
  for (let line = 0; line < 40; line += 1) {
    for (let x = 40; x < 560; x += 2) {
      for (let thick = 0; thick < 4; thick += 1) {
        xs.push(x);
        ys.push(Math.round(60 + line * 17 + thick + slope * x));
      }
    }
  }
  return { width: 600, height: 800, xs, ys };
}

describe('a page that was laid askew on the scanner', () => {
  it.each([-5, -2.3, -0.4, 0, 0.7, 1.2, 4.9])('by %s degrees is known to a quarter of a degree', (degrees) => {
    expect(Math.abs(skewOf(turned(degrees)) - degrees)).toBeLessThanOrEqual(0.25);
  });

  it('without anything on it is level', () => {
    expect(skewOf({ width: 600, height: 800, xs: [1], ys: [1] })).toBe(0);
  });
});
