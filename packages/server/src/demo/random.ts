/** Random numbers that are the same for the same seed, on every machine: the demo data of a seed and a day never change. */

export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** One of the choices, by their weights. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** Of the standard normal distribution. */
  normal(): number;
  /** Around the median, skewed to the right as amounts are: `spread` is the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number;
}

/** A generator of its own for each name: what one part of the data draws does not shift the others. */
export function randomOf(name: string): Random {
  const next = sfc32(hashOf(name));
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    int: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (choices) => elementAt(choices, Math.floor(next() * choices.length)),
    weighted(choices) {
      let left = next() * choices.reduce((total, [, weight]) => total + weight, 0);
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return elementAt(choices, choices.length - 1)[0];
    },
    normal,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
  };
}

function elementAt<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError('nothing to choose from');
  return list[index] as T;
}

/** Four 32-bit words of a text (FNV-1a with four offsets). */
function hashOf(text: string): [number, number, number, number] {
  const word = (offset: number) => {
    let hash = 0x811c9dc5 ^ offset;
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return hash >>> 0;
  };
  return [word(0x9e3779b9), word(0x243f6a88), word(0xb7e15162), word(0xdeadbeef)];
}

/** Chris Doty-Humphrey's Small Fast Counter: tiny, and passes the usual batteries of tests. */
function sfc32([first, second, third, fourth]: [number, number, number, number]): () => number {
  let [a, b, c, counter] = [first, second, third, fourth];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum || 0;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}
