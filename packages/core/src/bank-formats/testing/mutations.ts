/** Damage as it happens to files: bytes changed, lines lost, doubled or swapped, digits altered, fields grown, ends cut. */

/** A generator of pseudo-random numbers from a seed (mulberry32): the same seed damages the same way. */
export type Random = (below: number) => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Signs that mean something in one of the formats, and some that never should be in a file. */
const SIGNS = [
  ',',
  '/',
  ';',
  ':',
  '*',
  '~',
  '<',
  '>',
  '&',
  '"',
  '-',
  '+',
  '.',
  '?',
  '{',
  '}',
  '\t',
  '\r',
  '\n',
  '\0',
  '\u001a',
  '\ufeff',
  '\ud800',
  'é',
  '&#0;',
  ']]>',
  '<![CDATA[',
  '<Ntry>',
  '</Stmt>',
  '</OFX>',
  ':61:',
  ':86:',
  '-}',
  '88,',
  '16,',
  '99,',
  'SE*1*1~',
  'NaN',
  '1e9',
  '0',
  '99999999999999999999',
];

export function mutate(text: string, random: Random): string {
  const at = random(text.length + 1);
  switch (random(12)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random(80));
    case 2:
      return withLines(text, (lines) => lines.splice(random(lines.length), 1 + random(3)));
    case 3:
      return withLines(text, (lines) => {
        const line = random(lines.length);
        lines.splice(line, 0, lines[line] ?? '');
      });
    case 4:
      return withLines(text, (lines) => {
        const [one, other] = [random(lines.length), random(lines.length)];
        [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
      });
    case 5:
      return changeDigit(text, at, random);
    case 6:
      return text.slice(0, at) + (SIGNS[random(SIGNS.length)] ?? '') + text.slice(at);
    case 7:
      return text.slice(0, at) + (SIGNS[random(SIGNS.length)] ?? '') + text.slice(at + 1);
    case 8:
      return text.slice(0, at) + String.fromCharCode(random(0x300)) + text.slice(at + 1);
    case 9:
      return text.slice(0, at) + text.slice(at, at + 1 + random(40)).repeat(1 + random(200)) + text.slice(at);
    case 10:
      return text.slice(0, at) + text.slice(at, at + 200).toLowerCase() + text.slice(at + 200);
    default:
      return withLines(text, (lines) => lines.splice(random(lines.length), 0, lines[random(lines.length)] ?? ''));
  }
}

function withLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}

function changeDigit(text: string, from: number, random: Random): string {
  const at = text.slice(from).search(/\d/);
  if (at < 0) return text;
  return text.slice(0, from + at) + String(random(10)) + text.slice(from + at + 1);
}

/** The text in pieces of any size, some of them empty. */
export function inChunks(text: string, random: Random): string[] {
  const chunks: string[] = [];
  const sizeMax = [1, 3, 17, 200, 5_000][random(5)] ?? 17;
  // Single characters only for a while: the rest comes at once.
  for (let at = 0; at < text.length && chunks.length < 400; ) {
    const size = random(sizeMax + 1);
    chunks.push(text.slice(at, at + size));
    at += size;
  }
  chunks.push(text.slice(chunks.join('').length));
  return chunks;
}
