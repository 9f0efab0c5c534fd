/** A customer's items, holds and contacts as they stood, one day after the other. */
import type { LocalDate } from '../calendar/index.ts';
import { type DunningItem, sharesOf, type TakenStep, wholeShare } from '../dunning/index.ts';
import { divideHalfUp } from '../money/index.ts';
import type { CustomerFacts } from '../worklist/index.ts';
import type { PastChange, PastCustomer, PastHold } from './past.ts';

interface Position extends Omit<PastChange, 'from'> {}

export interface BooksByDay {
  /** Goes on to a day; true when something changed since the one before. Days come in their order. */
  readonly turnTo: (day: number, on: LocalDate) => boolean;
  /** What is owed now, each with the steps it has taken. */
  readonly items: () => readonly DunningItem[];
  readonly customerHolds: () => readonly string[];
  readonly credits: () => ReadonlyMap<string, bigint>;
  readonly lastContactOn: () => LocalDate | null;
  readonly take: (itemId: string, step: TakenStep) => void;
  readonly amounts: (on: LocalDate) => Amounts;
}

export type Amounts = Pick<CustomerFacts, 'openMinor' | 'overdueMinor' | 'heldMinor' | 'creditsMinor' | 'oldestDueOn'>;

export function openBooks(past: PastCustomer): BooksByDay {
  const changes = [...past.changes].sort((left, right) => left.from - right.from);
  const contacts = [...past.contacts].sort((left, right) => left.from - right.from);
  const positions = new Map<string, Position>();
  const taken = new Map<string, TakenStep[]>();
  for (const { itemId, ...step } of past.takenBefore) addTo(taken, itemId, step);
  let [nextChange, nextContact] = [0, 0];
  let lastContactOn: LocalDate | null = null;
  let holds: readonly PastHold[] = [];
  let items: readonly DunningItem[] | null = null;
  return {
    turnTo(day, on) {
      const before = nextChange + nextContact;
      for (let change = changes[nextChange]; change && change.from <= day; change = changes[++nextChange]) {
        move(positions, change);
      }
      for (let contact = contacts[nextContact]; contact && contact.from <= day; contact = contacts[++nextContact]) {
        if (lastContactOn === null || contact.on > lastContactOn) lastContactOn = contact.on;
      }
      const held = past.holds.filter((hold) => isInForce(hold, day, on));
      const isHeldOtherwise = held.length !== holds.length || held.some((hold, index) => hold !== holds[index]);
      holds = held;
      const isChanged = isHeldOtherwise || before !== nextChange + nextContact;
      if (isChanged) items = null;
      return isChanged;
    },
    items() {
      items ??= itemsOf(positions, taken, holds);
      return items;
    },
    customerHolds: () => holds.filter(({ itemId }) => itemId === null).map(({ kind }) => kind),
    credits() {
      const credits = new Map<string, bigint>();
      for (const { currency, minor } of positions.values()) {
        if (minor < 0n) credits.set(currency, (credits.get(currency) ?? 0n) - minor);
      }
      return credits;
    },
    lastContactOn: () => lastContactOn,
    take(itemId, step) {
      addTo(taken, itemId, step);
      items = null;
    },
    amounts: (on) => amountsOf([...positions.values()], holds, on),
  };
}

function itemsOf(
  positions: ReadonlyMap<string, Position>,
  taken: ReadonlyMap<string, readonly TakenStep[]>,
  holds: readonly PastHold[],
): DunningItem[] {
  const byItem = holdsByItem(holds);
  const owed = [...positions.values()].filter(({ isReceivable, minor }) => isReceivable && minor > 0n);
  return owed.map(({ itemId, dueOn, currency, minor, functionalMinor }) => ({
    ...{ id: itemId, dueOn, currency, openMinor: minor, functionalMinor },
    holds: byItem.get(itemId) ?? NO_HOLDS,
    taken: taken.get(itemId) ?? NO_STEPS,
  }));
}

const NO_HOLDS: readonly PastHold[] = [];
const NO_STEPS: readonly TakenStep[] = [];

function addTo(taken: Map<string, TakenStep[]>, itemId: string, step: TakenStep): void {
  const own = taken.get(itemId);
  if (own) own.push(step);
  else taken.set(itemId, [step]);
}

function move(positions: Map<string, Position>, { from: _, ...change }: PastChange): void {
  const key = `${change.itemId} ${change.dueOn} ${change.isReceivable}`;
  const was = positions.get(key);
  const minor = (was?.minor ?? 0n) + change.minor;
  const functionalMinor = (was?.functionalMinor ?? 0n) + change.functionalMinor;
  if (minor === 0n) positions.delete(key);
  else positions.set(key, { ...change, minor, functionalMinor });
}

function isInForce({ from, until, untilOn }: PastHold, day: number, on: LocalDate): boolean {
  return from <= day && (until === null || until > day) && (untilOn === null || untilOn >= on);
}

function holdsByItem(holds: readonly PastHold[]): Map<string, PastHold[]> {
  const byItem = new Map<string, PastHold[]>();
  for (const hold of holds) {
    if (hold.itemId === null) continue;
    const own = byItem.get(hold.itemId);
    if (own) own.push(hold);
    else byItem.set(hold.itemId, [hold]);
  }
  return byItem;
}

function amountsOf(positions: readonly Position[], holds: readonly PastHold[], on: LocalDate): Amounts {
  let [openMinor, overdueMinor, heldMinor, creditsMinor] = [0n, 0n, 0n, 0n];
  let oldestDueOn: LocalDate | null = null;
  const byItem = holdsByItem(holds);
  for (const position of positions) {
    const { itemId, minor, functionalMinor, dueOn } = position;
    if (minor < 0n) {
      creditsMinor -= functionalMinor;
      continue;
    }
    openMinor += functionalMinor;
    const own = byItem.get(itemId);
    const kept = own === undefined ? NOTHING_KEPT : keptOf(position, own);
    // What a proposal waits for is money that is counted as credit.
    creditsMinor -= kept.proposedMinor;
    if (dueOn >= on) continue;
    overdueMinor += functionalMinor;
    heldMinor += kept.heldMinor;
    if (oldestDueOn === null || dueOn < oldestDueOn) oldestDueOn = dueOn;
  }
  return { openMinor, overdueMinor, heldMinor, creditsMinor: creditsMinor < 0n ? 0n : creditsMinor, oldestDueOn };
}

const NOTHING_KEPT = { heldMinor: 0n, proposedMinor: 0n };

/** In the company's currency, what of an item rests or is proposed, and the latter alone. As the worklist has it. */
function keptOf({ minor, functionalMinor, ...position }: Position, holds: readonly PastHold[]): typeof NOTHING_KEPT {
  const item = { id: position.itemId, dueOn: position.dueOn, currency: position.currency, openMinor: minor, holds };
  const share = sharesOf([item], NO_CREDITS).get(item.id) ?? wholeShare(item);
  const inFunctional = (part: bigint): bigint => divideHalfUp(functionalMinor * part, minor);
  const [heldMinor, proposedMinor] = [inFunctional(minor - share.askedMinor), inFunctional(share.coveredMinor)];
  return { heldMinor, proposedMinor };
}

const NO_CREDITS: ReadonlyMap<string, bigint> = new Map();
