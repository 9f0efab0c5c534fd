/**
 * Merged customers are one party: in an aging known since the merge their rows are one, with the survivor's name; in one known
 * before, or after its undoing, they are two. No posting moves, so totals are the same in all of them (docs/decisions/0007).
 */
import { type Link, survivorsOf } from '@quittance/core/parties';
import type { AgingRow } from './aging.queries.ts';

/** The customers whose rows answer a question about one: its party, whichever record was named. */
export function recordsOfQuestion(links: readonly Link[], customerId: string): string[] {
  const survivorOf = survivorsOf(links);
  const party = survivorOf(customerId);
  return [party, ...links.map((link) => link.from).filter((id) => survivorOf(id) === party)];
}

/** Rows by customer with those of merged records added to their survivor's: 100.00 of A and 50.00 of B, into which A was merged, are 150.00 of B. */
export function rowsByParty(rows: readonly AgingRow[], links: readonly Link[]): AgingRow[] {
  if (links.length === 0) return [...rows];
  const survivorOf = survivorsOf(links);
  const folded = new Map<string, AgingRow>();
  for (const row of rows) {
    const key = survivorOf(row.key);
    const place = `${key} ${row.currency}`;
    const earlier = folded.get(place);
    const own = { ...row, key, customerId: key };
    folded.set(place, earlier ? plus(earlier, own) : own);
  }
  return [...folded.values()].filter(isNotEmpty);
}

function plus(left: AgingRow, right: AgingRow): AgingRow {
  return {
    ...left,
    notDueMinor: left.notDueMinor + right.notDueMinor,
    bucketsMinor: left.bucketsMinor.map((amount, index) => amount + (right.bucketsMinor[index] ?? 0n)),
    unappliedMinor: left.unappliedMinor + right.unappliedMinor,
    totalMinor: left.totalMinor + right.totalMinor,
  };
}

function isNotEmpty(row: AgingRow): boolean {
  return row.notDueMinor !== 0n || row.unappliedMinor !== 0n || row.bucketsMinor.some((amount) => amount !== 0n);
}
