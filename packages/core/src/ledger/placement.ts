/**
 * Where a change of an item's open amount is posted. From each effective day on, all of the item's open amount stands on
 * the customer and due date that held that day: a change dated before a later move is posted where the item stood, and
 * moved along with it. At every effective day the open amount stays between 0 and the item's amount (DESIGN 1, Time).
 */
import type { LocalDate } from '../calendar/index.ts';
import { formatAmount } from '../money/index.ts';
import { accepted, type ControlPosting, type Outcome, type Position, refused } from './entry.ts';
import type { ItemState } from './item.ts';

export interface Change {
  readonly effectiveOn: LocalDate;
  readonly amountMinor: bigint;
  readonly functionalMinor: bigint;
}

/**
 * The postings of one change. An item of 100.00 moved from 31 Jan to 28 Feb on 20 Jan, with 40.00 applied as of 10 Jan:
 * −40.00 on 31 Jan as of 10 Jan, then +40.00 on 31 Jan and −40.00 on 28 Feb as of 20 Jan.
 */
export function placeChange(item: ItemState, change: Change): Outcome<ControlPosting[]> {
  const refusal = overdrawn(item, change);
  if (refusal) return refusal;
  let standing = positionOn(item, change.effectiveOn);
  const postings = [controlPosting(item, change, standing)];
  for (const effectiveOn of daysOfMoves(item, change.effectiveOn)) {
    const next = positionOn(item, effectiveOn);
    if (samePosition(standing, next)) continue;
    const moved = { ...change, effectiveOn };
    postings.push(controlPosting(item, negated(moved), standing), controlPosting(item, moved, next));
    standing = next;
  }
  return accepted(postings);
}

/**
 * The postings that move all of an item to another position from a day on, with what happened to it after that day.
 * Refuses when nothing is open that day, when nothing would change, or when a later move exists.
 */
export function placeMove(item: ItemState, target: Position, effectiveOn: LocalDate): Outcome<ControlPosting[]> {
  const standing = positionOn(item, effectiveOn);
  if (samePosition(standing, target)) {
    return refused({ code: 'position_unchanged', message: `${item.number} already stands there.`, itemId: item.id });
  }
  if (daysOfMoves(item, effectiveOn).some((day) => !samePosition(positionOn(item, day), standing))) {
    const message = `${item.number} was moved again on a later day. Reverse that change first.`;
    return refused({ code: 'position_moved_later', message, itemId: item.id });
  }
  if (openOn(item, effectiveOn) === 0n) {
    const message = `${item.number} has nothing open on ${effectiveOn}, so there is nothing to move.`;
    const details = { number: item.number, day: effectiveOn };
    return refused({ code: 'item_not_open_on_day', message, itemId: item.id, details });
  }
  const postings: ControlPosting[] = [];
  for (const change of changesFrom(item, effectiveOn)) {
    postings.push(controlPosting(item, negated(change), standing), controlPosting(item, change, target));
  }
  return accepted(postings);
}

/** Where the item stands on a day: where the last move that holds that day took it. */
export function positionOn(item: ItemState, day: LocalDate): Position {
  if (!item.history) return { customerId: item.customerId, dueOn: item.dueOn };
  const held = item.history.moves.findLast(
    (move) => move.effectiveOn <= day && (move.undoneOn === null || move.undoneOn > day),
  );
  const { customerId, dueOn } = held ?? item.history.opening;
  return { customerId, dueOn };
}

/** The days after the given one on which the item may stand elsewhere, in order. */
function daysOfMoves(item: ItemState, after: LocalDate): LocalDate[] {
  const days = (item.history?.moves ?? []).flatMap(({ effectiveOn, undoneOn }) =>
    undoneOn === null ? [effectiveOn] : [effectiveOn, undoneOn],
  );
  return [...new Set(days)].filter((day) => day > after).sort();
}

/** The open amount on the day, then each later change; those that are zero are left out. */
function changesFrom(item: ItemState, day: LocalDate): Change[] {
  if (!item.history) {
    return item.openMinor === 0n
      ? []
      : [{ effectiveOn: day, amountMinor: item.openMinor, functionalMinor: item.carryingMinor }];
  }
  const byDay = new Map<LocalDate, { amountMinor: bigint; functionalMinor: bigint }>();
  for (const change of item.history.changes) {
    const at = change.effectiveOn <= day ? day : change.effectiveOn;
    const sums = byDay.get(at) ?? { amountMinor: 0n, functionalMinor: 0n };
    byDay.set(at, {
      amountMinor: sums.amountMinor + change.amountMinor,
      functionalMinor: sums.functionalMinor + change.functionalMinor,
    });
  }
  return [...byDay]
    .filter(([, sums]) => sums.amountMinor !== 0n || sums.functionalMinor !== 0n)
    .map(([effectiveOn, sums]) => ({ effectiveOn, ...sums }))
    .sort((left, right) => (left.effectiveOn < right.effectiveOn ? -1 : 1));
}

/** A refusal when the change would take the open amount below 0 or above the item's amount on any day. */
function overdrawn(
  item: ItemState,
  change: Change,
): { ok: false; refusal: { code: string; message: string } } | undefined {
  const days = [change.effectiveOn, ...laterDays(item, change.effectiveOn)];
  for (const day of days) {
    const before = openOn(item, day);
    const after = before + change.amountMinor;
    const within =
      item.amountMinor > 0n ? after >= 0n && after <= item.amountMinor : after <= 0n && after >= item.amountMinor;
    if (within) continue;
    const held = formatAmount(before, item.currency);
    const asked = formatAmount(change.amountMinor, item.currency);
    const { number, currency } = item;
    return refused({
      code: 'open_amount_exceeded',
      message: `${item.number} has ${held} ${item.currency} open on ${day} of ${formatAmount(item.amountMinor, item.currency)}; a change of ${asked} does not fit.`,
      itemId: item.id,
      details: { number, day, open: { amount: held, currency }, asked: { amount: asked, currency } },
    });
  }
  return undefined;
}

function laterDays(item: ItemState, day: LocalDate): LocalDate[] {
  const days = new Set<LocalDate>();
  for (const change of item.history?.changes ?? []) if (change.effectiveOn > day) days.add(change.effectiveOn);
  return [...days];
}

/** The open amount at the end of a day. Without history, today's: the caller has checked that nothing is dated later. */
export function openOn(item: ItemState, day: LocalDate): bigint {
  if (!item.history) return item.openMinor;
  return item.history.changes
    .filter((change) => change.effectiveOn <= day)
    .reduce((open, change) => open + change.amountMinor, 0n);
}

function controlPosting(item: ItemState, change: Change, position: Position): ControlPosting {
  return {
    account: item.account,
    itemId: item.id,
    currency: item.currency,
    customerId: position.customerId,
    dueOn: position.dueOn,
    effectiveOn: change.effectiveOn,
    amountMinor: change.amountMinor,
    functionalMinor: change.functionalMinor,
  };
}

function negated(change: Change): Change {
  return { ...change, amountMinor: -change.amountMinor, functionalMinor: -change.functionalMinor };
}

function samePosition(left: Position, right: Position): boolean {
  return left.customerId === right.customerId && left.dueOn === right.dueOn;
}
