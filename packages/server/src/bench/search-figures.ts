/** How fast something is found: the same kind of search a hundred times, for another thing each time. */

export interface SearchFigures {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  /** Of the searches, how many found what they were for: "100 of 100". */
  readonly found: string;
}

export const ROUNDS = 100;

/** `isFound` is asked outside the time that is measured. */
export async function figuresOf<Found>(
  search: (round: number) => Promise<Found>,
  isFound: (found: Found, round: number) => boolean,
  rounds = ROUNDS,
): Promise<SearchFigures> {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    const one = await search(round);
    times.push(performance.now() - startedAt);
    if (isFound(one, round)) found += 1;
  }
  const sorted = times.sort((left, right) => left - right);
  const at = (share: number): number => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
  return { medianMs: at(0.5), p95Ms: at(0.95), maxMs: at(1), found: `${found} of ${rounds}` };
}

/** Each kind in turn. */
export async function figuresByKind<Search, Found>(
  kinds: Readonly<Record<string, (round: number) => Search>>,
  search: (asked: Search) => Promise<Found>,
  isFound: (found: Found, asked: Search) => boolean,
): Promise<{ readonly byKind: Readonly<Record<string, SearchFigures>>; readonly worstP95Ms: number }> {
  const byKind: Record<string, SearchFigures> = {};
  for (const [kind, searchOf] of Object.entries(kinds)) {
    byKind[kind] = await figuresOf(
      (round) => search(searchOf(round)),
      (found, round) => isFound(found, searchOf(round)),
    );
  }
  return { byKind, worstP95Ms: Math.max(...Object.values(byKind).map(({ p95Ms }) => p95Ms)) };
}
