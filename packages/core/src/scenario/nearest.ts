/** The known word that was probably meant. */

const DISTANCE_MAX_SHARE = 0.4; // of the longer word's letters: "recipt" finds "receipt", "xyz" finds nothing

/** The candidate with the fewest changed letters, or null when none is near. "recipt" among ["receipt"] is "receipt". */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const distance = changedLetters(wanted, candidate.toLowerCase());
    const longer = Math.max(wanted.length, candidate.length);
    const most = Math.max(longer * DISTANCE_MAX_SHARE, longer > 1 ? 1 : 0); // C1 for C2
    if (distance <= most && (best === null || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}

/** Letters to insert, remove, replace or swap with their neighbour. */
function changedLetters(left: string, right: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1];
      let least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwapped) least = Math.min(least, (older[column - 2] ?? 0) + 1);
      current.push(least);
    }
    older = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
