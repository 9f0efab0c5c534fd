/**
 * Lines that one act made stand as one, which opens to show them all: a receipt applied to thirty invoices, an import of forty. They are
 * beside each other, of the same instant, kind and person, and say the same.
 *
 * `foldLines` of a note, three applications of one receipt and an invoice gives three folds: of one, three and one line.
 */
import type { LineKind, TimelineLine } from './timeline.queries.ts';

export interface Fold {
  readonly id: string;
  /** The latest first; never empty. */
  readonly lines: readonly [TimelineLine, ...TimelineLine[]];
}

/** What comes by the dozen; of other things each line is worth reading. */
const FOLDED: readonly LineKind[] = [
  'account',
  'invoice',
  'debit_note',
  'chargeback',
  'credit_note',
  'receipt',
  'on_account_credit',
  'dispute_placed',
  'dispute_lifted',
  'hold_placed',
  'hold_lifted',
  'promise_withdrawn',
];

export function foldLines(lines: readonly TimelineLine[]): Fold[] {
  const folds: { id: string; lines: [TimelineLine, ...TimelineLine[]] }[] = [];
  for (const line of lines) {
    const last = folds.at(-1);
    if (last && isOneAct(last.lines[0], line)) last.lines.push(line);
    else folds.push({ id: line.id, lines: [line] });
  }
  return folds;
}

function isOneAct(one: TimelineLine, other: TimelineLine): boolean {
  if (!FOLDED.includes(one.kind)) return false;
  return actOf(one) === actOf(other);
}

function actOf({ at, kind, what, by, text, day, takenBack, items }: TimelineLine): string {
  const credit = kind === 'account' && what === 'application' ? items[0]?.id : null;
  return JSON.stringify([at, kind, what, by, text, day, takenBack, credit]);
}
