/**
 * Texts in the order of a reader's alphabet, a hundred thousand at once. A collator that reads numbers inside texts takes a second
 * for them; most texts of a list are plain letters, signs and figures, for which the collator is asked only once for each sign.
 * Each such text becomes a key that plain comparison puts where the collator would: accents and case do not count, figures
 * count as the number they are.
 */

import { atOnce, eachPlace, type Slices, sorted } from './slices.ts';

const PLAIN = /^[ -~]*$/;
const MARKS = /[\u0300-\u036f]/g;
const FIRST_SIGN = 0x20;
const LAST_SIGN = 0x7e;
/**
 * Keys are built of these: signs before figures, figures by how many there are, letters after them. All below 256, so that
 * texts of them take a byte a sign and compare twice as fast.
 */
const SIGNS_FROM = 0x01;
const FIGURES_FROM = 0x30;
const LETTERS_FROM = 0x60;
/** Longer numbers are left to the collator. */
const FIGURES_MAX = LETTERS_FROM - FIGURES_FROM - 1;
const ZERO = 0x30;
const NINE = 0x39;

/** By each text its place, the same for those that the collator calls equal: `a`, `A` and `b` are 0, 0 and 1. */
export function placesOf(texts: readonly string[], collator: Intl.Collator): ReadonlyMap<string, number> {
  return atOnce(placesIn(texts, collator));
}

/** The same in slices; blanks have no place. */
export function* placesIn(
  texts: readonly (string | null)[],
  collator: Intl.Collator,
): Slices<ReadonlyMap<string, number>> {
  const keyOf = keyMaker(collator);
  const keyed: { text: string; key: string }[] = [];
  const others: string[] = [];
  const seen = new Set<string>();
  yield* eachPlace(texts.length, (at) => {
    const text = texts[at] ?? null;
    if (text === null || seen.has(text)) return;
    seen.add(text);
    const key = keyOf(text);
    if (key === null) others.push(text);
    else keyed.push({ text, key });
  });
  const byKey = yield* sorted(keyed, (left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  const inOrder = yield* merged(byKey, yield* sorted(others, collator.compare), collator);
  const places = new Map<string, number>();
  let place = -1;
  let before: Keyed | null = null;
  yield* eachPlace(inOrder.length, (at) => {
    const one = inOrder[at] as Keyed;
    if (before === null || !isEqual(before, one, collator)) place += 1;
    places.set(one.text, place);
    before = one;
  });
  return places;
}

interface Keyed {
  readonly text: string;
  readonly key: string | null;
}

function isEqual(left: Keyed, right: Keyed, collator: Intl.Collator): boolean {
  if (left.key !== null && right.key !== null) return left.key === right.key;
  return collator.compare(left.text, right.text) === 0;
}

/** The few that have no key are put in where the collator says: each asks it some twenty times. */
function* merged(
  keyed: readonly Keyed[],
  others: readonly string[],
  collator: Intl.Collator,
): Slices<readonly Keyed[]> {
  if (others.length === 0) return keyed;
  const result: Keyed[] = [];
  let from = 0;
  yield* eachPlace(others.length, (at) => {
    const text = others[at] ?? '';
    let low = from;
    let high = keyed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (collator.compare(keyed[middle]?.text ?? '', text) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from += 1) result.push(keyed[from] as Keyed);
    result.push({ text, key: null });
  });
  for (; from < keyed.length; from += 1) result.push(keyed[from] as Keyed);
  return result;
}

/** Null for a text with signs beyond those of plain ASCII and its accents: only the collator knows their place. */
function keyMaker(collator: Intl.Collator): (text: string) => string | null {
  const weights = weightsOf(collator);
  return (text) => {
    const plain = PLAIN.test(text) ? text : text.normalize('NFD').replace(MARKS, '');
    if (!PLAIN.test(plain)) return null;
    let key = '';
    for (let index = 0; index < plain.length; ) {
      const code = plain.charCodeAt(index);
      if (code < ZERO || code > NINE) {
        key += weights[code - FIRST_SIGN] ?? '';
        index += 1;
        continue;
      }
      let start = index;
      while (index < plain.length && isFigure(plain.charCodeAt(index))) index += 1;
      while (start < index && plain.charCodeAt(start) === ZERO) start += 1;
      if (index - start > FIGURES_MAX) return null;
      key += String.fromCharCode(FIGURES_FROM + index - start) + plain.slice(start, index);
    }
    return key;
  };
}

function isFigure(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** For each sign of plain ASCII the one that stands for it in keys; '' for a sign that the collator passes over. */
function weightsOf(collator: Intl.Collator): readonly string[] {
  const signs = Array.from({ length: LAST_SIGN - FIRST_SIGN + 1 }, (_, index) =>
    String.fromCharCode(FIRST_SIGN + index),
  );
  const sorted = signs.filter((sign) => collator.compare(sign, '') !== 0).sort(collator.compare);
  const weights = new Map<string, string>();
  let weight = 0;
  for (const [index, sign] of sorted.entries()) {
    if (index > 0 && collator.compare(sorted[index - 1] ?? '', sign) !== 0) weight += 1;
    const from = collator.compare(sign, '9') > 0 ? LETTERS_FROM : SIGNS_FROM;
    weights.set(sign, String.fromCharCode(from + weight));
  }
  return signs.map((sign) => weights.get(sign) ?? '');
}
