/**
 * Long work in slices, so that the page answers between them: a list of a hundred thousand rows is ordered, filtered and grouped
 * without holding up a key. Work is a generator that pauses every few thousand steps; short work is done at once.
 */

/** Work that pauses now and then, and ends with its result. */
export type Slices<Result> = Generator<void, Result, void>;

/** Steps between two pauses: well under a millisecond of plain work, a few of the heaviest. */
const STEPS = 1_000;
/** Values sorted by the engine at once; larger lists are merged from such pieces. */
const SORTED_AT_ONCE = 1_024;

export function atOnce<Result>(slices: Slices<Result>): Result {
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}

/** Each place from 0 on, in slices. */
export function* eachPlace(count: number, act: (place: number) => void): Slices<void> {
  for (let place = 0; place < count; place += 1) {
    act(place);
    if (place % STEPS === STEPS - 1) yield;
  }
}

export function* mapped<Value, Result>(values: readonly Value[], to: (value: Value) => Result): Slices<Result[]> {
  const results: Result[] = [];
  yield* eachPlace(values.length, (place) => results.push(to(values[place] as Value)));
  return results;
}

export function* numbersOf<Value>(values: readonly Value[], to: (value: Value) => number): Slices<Float64Array> {
  const numbers = new Float64Array(values.length);
  yield* eachPlace(values.length, (place) => {
    numbers[place] = to(values[place] as Value);
  });
  return numbers;
}

/** A new list in order, equal values as they stood: `sorted([3, 1, 2], minus)` is 1, 2, 3. */
export function* sorted<Value>(
  values: readonly Value[],
  compare: (left: Value, right: Value) => number,
): Slices<Value[]> {
  let from: Value[] = [];
  for (let start = 0; start < values.length; start += SORTED_AT_ONCE) {
    for (const value of values.slice(start, start + SORTED_AT_ONCE).sort(compare)) from.push(value);
    yield;
  }
  let to: Value[] = new Array(from.length);
  for (let width = SORTED_AT_ONCE; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) yield* merge(from, to, { start, width, compare });
    [from, to] = [to, from];
  }
  return from;
}

/** Two neighbouring pieces that are in order become one. */
function* merge<Value>(
  from: readonly Value[],
  to: Value[],
  piece: { readonly start: number; readonly width: number; readonly compare: (left: Value, right: Value) => number },
): Slices<void> {
  const { start, width, compare } = piece;
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at += 1) {
    const isLeft = right >= end || (left < middle && compare(from[left] as Value, from[right] as Value) <= 0);
    to[at] = from[isLeft ? left : right] as Value;
    if (isLeft) left += 1;
    else right += 1;
    if (at % STEPS === STEPS - 1) yield;
  }
}

/** Slices of this length leave a frame of 16 ms room for what else it does. */
const SLICE_MS = 8;

/** Runs the work a slice at a time; `stop` forgets it. */
export function runInSlices<Result>(slices: Slices<Result>, onDone: (result: Result) => void): { stop: () => void } {
  // A message comes at once, where a timer may wait and an idle moment may never come.
  const channel = new MessageChannel();
  const stop = (): void => {
    channel.port1.onmessage = null;
    channel.port1.close();
  };
  channel.port1.onmessage = () => {
    const until = performance.now() + SLICE_MS;
    do {
      const step = slices.next();
      if (step.done) {
        stop();
        onDone(step.value);
        return;
      }
    } while (performance.now() < until);
    channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
  return { stop };
}
