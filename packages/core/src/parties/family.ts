/** Customers as a family: who stands above whom, and which records are one party. */

export interface Link {
  readonly from: string;
  readonly to: string;
}

/**
 * Whether making `to` the parent of `from` closes a circle: with A under B, B under A does. `parents` holds those that stand,
 * at least on the way up from `to`.
 */
export function closesCircle(parents: ReadonlyMap<string, string | null>, link: Link): boolean {
  const seen = new Set<string>();
  let above: string | null = link.to;
  while (above !== null) {
    if (above === link.from) return true;
    if (seen.has(above)) return false; // a circle that stood before and does not pass here
    seen.add(above);
    above = parents.get(above) ?? null;
  }
  return false;
}

/** Where each merged record ends: with A into B and B into C, both A and B are C. A record that was merged nowhere is itself. */
export function survivorsOf(merges: readonly Link[]): (id: string) => string {
  const next = new Map(merges.map((merge) => [merge.from, merge.to]));
  return (id) => {
    let at = id;
    for (let steps = 0; steps <= next.size; steps++) {
      const to = next.get(at);
      if (to === undefined) return at;
      at = to;
    }
    throw new Error(`the merges of ${id} go round in a circle`);
  };
}
