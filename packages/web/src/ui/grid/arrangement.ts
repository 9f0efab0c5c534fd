/**
 * Which columns are shown, in which order. An arrangement names the columns shown and, with a minus, those taken away. A
 * column it does not name came later (a new bucket of the aging): it stands where it usually does, after its neighbour.
 */

interface Arranged {
  readonly id: string;
  readonly isHiddenAtFirst?: boolean;
}

/** `arrange([a, b, c], ["c", "-a"])` is b and c: b is not named, has nothing before it, and so comes first. */
export function arrange<Column extends Arranged>(
  columns: readonly Column[],
  arrangement: readonly string[] | null,
): readonly Column[] {
  if (arrangement === null) return columns.filter((column) => !column.isHiddenAtFirst);
  const known = new Map(columns.map((column) => [column.id, column]));
  const named = new Set(arrangement.map((name) => name.replace(/^-/, '')));
  const shown = arrangement.flatMap((name) => known.get(name) ?? []);
  const unique = [...new Set(shown)];
  for (const [index, column] of columns.entries()) {
    if (named.has(column.id) || column.isHiddenAtFirst) continue;
    const neighbour = columns.slice(0, index).findLast((candidate) => unique.includes(candidate));
    unique.splice(neighbour ? unique.indexOf(neighbour) + 1 : 0, 0, column);
  }
  return unique.length > 0 ? unique : columns.slice(0, 1);
}

/** What to keep of the columns shown, or null when they are the usual ones. */
export function arrangementOf<Column extends Arranged>(
  columns: readonly Column[],
  shown: readonly string[],
): readonly string[] | null {
  const usual = arrange(columns, null).map(({ id }) => id);
  if (usual.length === shown.length && usual.every((id, index) => id === shown[index])) return null;
  return [...shown, ...usual.filter((id) => !shown.includes(id)).map((id) => `-${id}`)];
}

/** The ids with one of them `by` places further on: `movedId(['a','b','c'], 'c', -1)` is `['a','c','b']`. */
export function movedId(ids: readonly string[], id: string, by: number): string[] {
  const from = ids.indexOf(id);
  if (from < 0) return [...ids];
  const to = Math.max(0, Math.min(ids.length - 1, from + by));
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
