/**
 * A reader of QR codes for tests, written from ISO/IEC 18004 and sharing nothing with what draws them: from pixels to modules, mask
 * taken off, codewords put back in order, each block's check polynomial verified, the bytes read. Level M, versions 1 to 12.
 */
import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly isDark: (x: number, y: number) => boolean;
}

/** Of a PNG with one bit of grey a pixel and no filters. */
export function pixelsOfPng(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const rows = inflateSync(Buffer.concat(data));
  const stride = Math.ceil(width / 8);
  return {
    width,
    height,
    isDark: (x, y) => (((rows[y * (stride + 1) + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0,
  };
}

/** Throws where the picture holds no code, or one whose checks fail. */
export function readQr(pixels: Pixels): string {
  const modules = modulesOf(pixels);
  const version = (modules.length - 17) / 4;
  const { level, mask } = formatOf(modules);
  if (level !== 0) throw new Error(`error correction ${level} is not M`);
  return textOf(dataOf(codewordsOf(modules, { version, mask }), version), version);
}

type Modules = readonly (readonly boolean[])[];

function modulesOf({ width, height, isDark }: Pixels): Modules {
  const dark: [number, number][] = [];
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (isDark(x, y)) dark.push([x, y]);
  const [left, right] = [Math.min(...dark.map(([x]) => x)), Math.max(...dark.map(([x]) => x))];
  const top = Math.min(...dark.map(([, y]) => y));
  let run = 0;
  while (isDark(left + run, top)) run += 1;
  const unit = run / 7; // the upper edge of a finder pattern
  const size = Math.round((right - left + 1) / unit);
  if ((size - 17) % 4 !== 0) throw new Error(`${size} modules are no code`);
  if (left < 4 * unit) throw new Error('the quiet zone is narrower than four modules');
  const at = (from: number, module: number): number => Math.floor(from + (module + 0.5) * unit);
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => isDark(at(left, x), at(top, y))),
  );
}

function formatOf(modules: Modules): { level: number; mask: number } {
  const places = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((y): [number, number] => [8, y]),
    ...[7, 5, 4, 3, 2, 1, 0].map((x): [number, number] => [x, 8]),
  ];
  const bits = places.reduce((sum, [x, y], bit) => sum | (modules[y]?.[x] ? 1 << bit : 0), 0) ^ 0x5412;
  let check = bits >> 10;
  for (let step = 0; step < 10; step += 1) check = (check << 1) ^ ((check >> 9) * 0x537);
  if ((check & 0x3ff) !== (bits & 0x3ff)) throw new Error('the format information is damaged');
  return { level: bits >> 13, mask: (bits >> 10) & 7 };
}

const ALIGNED: Readonly<Record<number, readonly number[]>> = {
  ...{ 1: [], 2: [6, 18], 3: [6, 22], 4: [6, 26], 5: [6, 30], 6: [6, 34], 7: [6, 22, 38], 8: [6, 24, 42] },
  ...{ 9: [6, 26, 46], 10: [6, 28, 50], 11: [6, 30, 54], 12: [6, 32, 58] },
};

function isFunction(x: number, y: number, version: number): boolean {
  const size = version * 4 + 17;
  const far = size - 8;
  if ((x < 9 && y < 9) || (x >= far && y < 9) || (x < 9 && y >= far) || x === 6 || y === 6) return true;
  if (version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6))) return true;
  const near = (value: number): number | undefined => ALIGNED[version]?.find((centre) => Math.abs(centre - value) <= 2);
  const [column, row] = [near(x), near(y)];
  if (column === undefined || row === undefined) return false;
  const last = size - 7;
  const isFinder = (column === 6 && (row === 6 || row === last)) || (column === last && row === 6);
  return !isFinder;
}

function isMasked(x: number, y: number, mask: number): boolean {
  const rules = [
    ...[(x + y) % 2, y % 2, x % 3, (x + y) % 3, (Math.floor(x / 3) + Math.floor(y / 2)) % 2],
    ...[((x * y) % 2) + ((x * y) % 3), (((x * y) % 2) + ((x * y) % 3)) % 2, (((x + y) % 2) + ((x * y) % 3)) % 2],
  ];
  return rules[mask] === 0;
}

function codewordsOf(modules: Modules, { version, mask }: { version: number; mask: number }): number[] {
  const size = modules.length;
  const bits: number[] = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const isUpward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = isUpward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isFunction(x, y, version)) bits.push((modules[y]?.[x] ?? false) !== isMasked(x, y, mask) ? 1 : 0);
      }
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  );
}

/** Of level M: check words of each block, then how many blocks of how many data words (table 9 of the standard). */
const BLOCKS: Readonly<Record<number, readonly [number, ...(readonly [number, number])[]]>> = {
  ...{ 1: [10, [1, 16]], 2: [16, [1, 28]], 3: [26, [1, 44]], 4: [18, [2, 32]], 5: [24, [2, 43]], 6: [16, [4, 27]] },
  ...{ 7: [18, [4, 31]], 8: [22, [2, 38], [2, 39]], 9: [22, [3, 36], [2, 37]], 10: [26, [4, 43], [1, 44]] },
  ...{ 11: [30, [1, 50], [4, 51]], 12: [22, [6, 36], [2, 37]] },
};

function dataOf(codewords: readonly number[], version: number): number[] {
  const [checkCount, ...groups] = BLOCKS[version] ?? [0];
  const lengths = groups.flatMap(([count, words]) => Array.from({ length: count }, () => words));
  const blocks: number[][] = lengths.map(() => []);
  let at = 0;
  for (let word = 0; word < Math.max(...lengths); word += 1) {
    for (const [index, length] of lengths.entries()) if (word < length) blocks[index]?.push(codewords[at++] ?? 0);
  }
  const data = blocks.flat();
  for (let word = 0; word < checkCount; word += 1) for (const block of blocks) block.push(codewords[at++] ?? 0);
  for (const block of blocks) verifyBlock(block, checkCount);
  return data;
}

/** A whole block is a multiple of the generator: it is zero at each of the generator's roots. */
function verifyBlock(block: readonly number[], checkCount: number): void {
  for (let root = 0; root < checkCount; root += 1) {
    let value = 0;
    for (const word of block) value = times(value, power(root)) ^ word;
    if (value !== 0) throw new Error('a block does not agree with its check words');
  }
}

/** In the field of 256 elements with the polynomial 11D. */
function times(left: number, right: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((right >> bit) & 1) * left;
  }
  return product & 0xff;
}

function power(exponent: number): number {
  return Array.from({ length: exponent }).reduce((value: number) => times(value, 2), 1);
}

function textOf(data: readonly number[], version: number): string {
  const bits = data.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  let at = 0;
  const take = (count: number): number => {
    at += count;
    return Number.parseInt(bits.slice(at - count, at), 2);
  };
  const bytes: number[] = [];
  while (bits.length - at >= 4) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 7)
      take(8); // which letters: UTF-8 anyway
    else if (mode === 4) {
      const count = take(version < 10 ? 8 : 16);
      for (let byte = 0; byte < count; byte += 1) bytes.push(take(8));
    } else throw new Error(`mode ${mode} is not read here`);
  }
  return Buffer.from(bytes).toString('utf8');
}
