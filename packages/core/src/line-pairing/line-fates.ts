/**
 * What becomes of lines of money in that came, given what stands. The rule: a statement makes receipts at once, for it lists
 * all that moved; other files only where the account's receipts come by them, else their lines wait for the statement.
 * Whatever the order, money is posted once, in as much detail as is known: details take the place of their sum as long as
 * nothing was done with its receipt. What may be known money, but does not add up, waits for a person.
 */
import { mayBeSumOf, mayBeTwin, type PairableLine, type Pairing, pairLines } from './line-pairing.ts';

export interface CameLine extends PairableLine {
  /** Whether it becomes a receipt when nothing speaks against it. */
  readonly postsAtOnce: boolean;
}

export interface StoodLine extends PairableLine {
  readonly isReceipt: boolean;
  /** Its receipt can be replaced: nothing was done with it. */
  readonly isUntouched: boolean;
}

export type Fate =
  /** New money. */
  | { readonly kind: 'receipt'; readonly came: readonly string[] }
  /** Until the statement tells of it. */
  | { readonly kind: 'waits'; readonly came: readonly string[] }
  /** It may be the money of `stood`, and differs from it in amount or day. */
  | { readonly kind: 'doubtful'; readonly came: readonly string[]; readonly stood: readonly string[] }
  /** The money of lines that stand already. */
  | { readonly kind: 'known'; readonly came: string; readonly stood: readonly string[] }
  /** What waited has come: this line is the receipt, the one that waited counts with it. */
  | { readonly kind: 'confirms'; readonly came: string; readonly stood: string }
  /** Details that waited become receipts in the place of their sum, which came. */
  | { readonly kind: 'releases'; readonly came: string; readonly stood: readonly string[] }
  /** Details that came become receipts in the place of their sum, which stood. */
  | { readonly kind: 'replaces'; readonly came: readonly string[]; readonly stood: string }
  /** Details of a sum whose receipt is in use. */
  | { readonly kind: 'too_late'; readonly came: readonly string[]; readonly stood: string };

/** Each line that came has one fate. 60.00 and 40.00 of a lockbox waited, the deposit of 100.00 came: it `releases` them. */
export function decideFates(came: readonly CameLine[], stood: readonly StoodLine[]): Fate[] {
  const lines = { came: byId(came), stood: byId(stood) };
  const pairings = pairLines(came, stood);
  const fates = pairings.map((pairing) => fateOf(pairing, lines));
  for (const pairing of pairings) {
    for (const id of [pairing.came].flat()) lines.came.delete(id);
    for (const id of [pairing.stood].flat()) lines.stood.delete(id);
  }
  return [...fates, ...fatesAlone([...lines.came.values()], [...lines.stood.values()])];
}

interface Lines {
  readonly came: Map<string, CameLine>;
  readonly stood: Map<string, StoodLine>;
}

function fateOf(pairing: Pairing, lines: Lines): Fate {
  switch (pairing.kind) {
    case 'same':
      return fateOfTwin(pairing, lines);
    case 'sum_came':
      return fateOfSum(pairing, lines);
    case 'details_came':
      return fateOfDetails(pairing, lines);
  }
}

function fateOfTwin({ came, stood }: { came: string; stood: string }, lines: Lines): Fate {
  const isWaiting = lines.stood.get(stood)?.isReceipt === false;
  if (isWaiting && lines.came.get(came)?.postsAtOnce === true) return { kind: 'confirms', came, stood };
  return { kind: 'known', came, stood: [stood] };
}

function fateOfSum({ came, stood }: { came: string; stood: readonly string[] }, lines: Lines): Fate {
  const receipts = stood.filter((id) => lines.stood.get(id)?.isReceipt === true);
  if (receipts.length === stood.length) return { kind: 'known', came, stood };
  if (receipts.length > 0) return { kind: 'doubtful', came: [came], stood };
  return lines.came.get(came)?.postsAtOnce === true
    ? { kind: 'releases', came, stood }
    : { kind: 'waits', came: [came] };
}

function fateOfDetails({ came, stood }: { came: readonly string[]; stood: string }, lines: Lines): Fate {
  const total = lines.stood.get(stood);
  if (total?.isReceipt === true) return { kind: total.isUntouched ? 'replaces' : 'too_late', came, stood };
  const isPosted = came.every((id) => lines.came.get(id)?.postsAtOnce === true);
  return isPosted ? { kind: 'replaces', came, stood } : { kind: 'waits', came };
}

/** Lines without a partner: new money, unless they are nearly what other files told of. */
function fatesAlone(came: readonly CameLine[], stood: readonly StoodLine[]): Fate[] {
  const fates: Fate[] = [];
  const receipts = stood.filter((line) => line.isReceipt);
  let open = came.filter((line) => line.postsAtOnce);
  for (const sum of receipts.filter((line) => line.isOfStatement)) {
    const details = mayBeSumOf(
      sum,
      open.filter((line) => !line.isOfStatement),
    ).map(({ id }) => id);
    if (details.length > 0) fates.push({ kind: 'doubtful', came: details, stood: [sum.id] });
    open = open.filter(({ id }) => !details.includes(id));
  }
  const told = receipts.filter((line) => !line.isOfStatement);
  const twins = twinsOf(open, receipts);
  for (const line of open) {
    const near = twins.get(line.id) ?? (line.isOfStatement ? mayBeSumOf(line, told).map(({ id }) => id) : []);
    if (near.length > 0) fates.push({ kind: 'doubtful', came: [line.id], stood: near });
    else fates.push({ kind: 'receipt', came: [line.id] });
  }
  const waiting = came.filter((line) => !line.postsAtOnce).map(({ id }) => id);
  if (waiting.length > 0) fates.push({ kind: 'waits', came: waiting });
  return fates;
}

/** Each line that stands speaks against one line at most. */
function twinsOf(open: readonly CameLine[], receipts: readonly StoodLine[]): Map<string, string[]> {
  const byAmount = new Map<bigint, Set<StoodLine>>();
  for (const line of receipts) byAmount.set(line.amountMinor, (byAmount.get(line.amountMinor) ?? new Set()).add(line));
  const twins = new Map<string, string[]>();
  for (const line of open) {
    const equal = byAmount.get(line.amountMinor);
    const twin = [...(equal ?? [])].find((stood) => mayBeTwin(line, stood));
    if (twin === undefined) continue;
    equal?.delete(twin);
    twins.set(line.id, [twin.id]);
  }
  return twins;
}

function byId<Line extends PairableLine>(lines: readonly Line[]): Map<string, Line> {
  return new Map(lines.map((line) => [line.id, line]));
}
