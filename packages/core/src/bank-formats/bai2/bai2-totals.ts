/**
 * BAI2 counts and adds up at three levels: account (`49`), group (`98`), file (`99`). A dropped or doubled line shows
 * here and nowhere else. A level whose amounts could not all be read is not compared: its lines have their own problems.
 */
import type { FileProblem } from '../statement.ts';
import { type Bai2Record, createFieldCursor } from './bai2-record.ts';

export type Bai2Level = 'account' | 'group' | 'file';

export interface Bai2Tally {
  /** Sum of the stated amounts below, in minor units as written; null when one could not be read. */
  sumMinor: bigint | null;
  /** Accounts of a group, groups of a file. */
  children: number;
  /** Lines of the file from the header of the level to its trailer, both included. */
  lineCount: number;
}

export function emptyTally(): Bai2Tally {
  return { sumMinor: 0n, children: 0, lineCount: 0 };
}

export function addToTally(tally: Bai2Tally, amountMinor: bigint | null): void {
  tally.sumMinor = tally.sumMinor === null || amountMinor === null ? null : tally.sumMinor + amountMinor;
}

const CHILDREN: Readonly<Record<Bai2Level, string | null>> = { account: null, group: 'accounts', file: 'groups' };
const TRAILER: Readonly<Record<Bai2Level, string>> = { account: '49', group: '98', file: '99' };

/** What a trailer states against what was seen; fields left empty are not compared. Returns the stated sum for the level above. */
export function checkTrailer(
  level: Bai2Level,
  record: Bai2Record,
  tally: Bai2Tally,
): { readonly statedMinor: bigint | null; readonly problems: readonly FileProblem[] } {
  const fields = createFieldCursor(record.lines);
  const problems: FileProblem[] = [];
  const compare = (what: string, code: string, stated: string, seen: bigint | null) => {
    const number = readWhole(stated);
    if (stated === '' || seen === null || number === seen) return;
    problems.push({
      line: record.line,
      field: what,
      code,
      message:
        `The ${level} trailer (${TRAILER[level]}) states ${what} ${stated.slice(0, 40)}, the lines before it give ${seen}: ` +
        'lines may be missing, doubled or changed. Compare with the bank before you post.',
    });
  };
  const statedTotal = fields.next();
  compare('control total', 'control_total_off', statedTotal.replace('.', ''), tally.sumMinor);
  const children = CHILDREN[level];
  if (children !== null) compare(`number of ${children}`, 'count_off', fields.next(), BigInt(tally.children));
  compare('number of records', 'count_off', fields.next(), BigInt(tally.lineCount));
  return { statedMinor: readWhole(statedTotal.replace('.', '')), problems };
}

function readWhole(text: string): bigint | null {
  const match = /^([+-]?)(\d{1,24})([+-]?)$/.exec(text);
  if (match === null) return null;
  const whole = BigInt(match[2] ?? '');
  return match[1] === '-' || match[3] === '-' ? -whole : whole;
}
