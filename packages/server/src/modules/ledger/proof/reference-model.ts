/**
 * The ledger as a bookkeeper with a sheet of paper would keep it: a list of facts, and sums over it. Written against
 * DESIGN 1 alone and slow on purpose; it shares no rule with core/ledger. What an item is worth when it opens is given; what its parts are worth follows.
 */
import { addDays, daysBetween, localDate } from '@quittance/core/calendar';

export type Day = string;
export type Instant = string;
export const END = '9999-12-31'; // after every day and every instant, as text

export interface Item {
  readonly id: string;
  readonly currency: string;
  readonly isUnapplied: boolean;
  /** Signed: debits positive. */
  readonly amount: bigint;
  readonly issuedOn: Day;
  readonly place: Place;
  readonly facts: Fact[];
  readonly moves: Move[];
}
export interface Place {
  readonly customerId: string;
  readonly dueOn: Day;
}
interface Fact {
  readonly amount: bigint;
  /** In functional currency. */
  readonly worth: bigint;
  readonly on: Day;
  readonly at: Instant;
}
interface Move extends Place {
  readonly entryId: string;
  readonly on: Day;
  readonly at: Instant;
  undone?: { readonly on: Day; readonly at: Instant };
}
/** What an entry did to items, less what was undone of it. */
export interface Entry {
  readonly id: string;
  readonly kind: 'opening' | 'application' | 'adjustment' | 'move' | 'revaluation' | 'undo';
  readonly on: Day;
  readonly amount: bigint;
  readonly effects: { readonly item: Item; left: bigint; leftWorth: bigint }[];
  readonly dependsOn?: string | undefined;
  /** Of the document it opened. */
  readonly number?: string;
  readonly step: number;
  left: bigint;
  isUndone: boolean;
}

export interface Sheet {
  readonly items: Map<string, Item>;
  readonly entries: Map<string, Entry>;
  readonly numbers: Set<string>;
  today: Day;
  closedThrough: Day;
  /** Takes back what the act under way has done so far. */
  readonly takeBack: (() => void)[];
}

export class Refused extends Error {}
const refuseIf = (condition: boolean, why: string): void => {
  if (condition) throw new Refused(why);
};

export function emptySheet(today: Day): Sheet {
  return { items: new Map(), entries: new Map(), numbers: new Set(), today, closedThrough: '', takeBack: [] };
}

/** Carries out an act whole or not at all. The reason when it is refused. */
export function attempt(sheet: Sheet, act: () => void): string | undefined {
  sheet.takeBack.length = 0;
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const step of sheet.takeBack.reverse()) step();
    return error.message;
  }
}

const sizeOf = (amount: bigint) => (amount < 0n ? -amount : amount);
const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const known = (item: Item, on: Day, at: Instant) => item.facts.filter((fact) => fact.on <= on && fact.at <= at);
export const openOf = (item: Item, on: Day = END, at: Instant = END): bigint =>
  sum(known(item, on, at).map((fact) => fact.amount));
export const worthOf = (item: Item, on: Day = END, at: Instant = END): bigint =>
  sum(known(item, on, at).map((fact) => fact.worth));

/** Where the last move that holds on that day took the item, as known at that instant. */
export function placeOf(item: Item, on: Day = END, at: Instant = END): Place {
  const holds = ({ undone }: Move) => !(undone && undone.on <= on && undone.at <= at);
  return item.moves.filter((move) => move.on <= on && move.at <= at && holds(move)).at(-1) ?? item.place;
}

const samePlace = (left: Place, right: Place) => left.customerId === right.customerId && left.dueOn === right.dueOn;
export const firstOpenDay = (sheet: Sheet): Day =>
  sheet.closedThrough === '' ? '' : addDays(localDate(sheet.closedThrough), 1);
const later = (left: Day, right: Day): Day => (left > right ? left : right);

function requireDay(sheet: Sheet, day: Day): void {
  refuseIf(day > sheet.today, 'in the future');
  refuseIf(day <= sheet.closedThrough, 'in a closed period');
}

/** Changes what is open of an item; refused when some day would then be outside zero and the amount. */
function change(sheet: Sheet, item: Item, fact: Fact): void {
  item.facts.push(fact);
  sheet.takeBack.push(() => item.facts.splice(item.facts.indexOf(fact), 1));
  for (const day of new Set(item.facts.map((one) => one.on))) {
    const open = openOf(item, day);
    const isWithin = item.amount > 0n ? open >= 0n && open <= item.amount : open <= 0n && open >= item.amount;
    refuseIf(!isWithin, `${open} open on ${day} of ${item.amount}`);
  }
}

export function note(sheet: Sheet, entry: Omit<Entry, 'left' | 'isUndone' | 'step'>): void {
  sheet.entries.set(entry.id, { ...entry, left: entry.amount, isUndone: false, step: sheet.entries.size });
  sheet.takeBack.push(() => sheet.entries.delete(entry.id));
}

export interface OpenAct {
  readonly entryId: string;
  readonly at: Instant;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly isUnapplied: boolean;
  readonly sign: 1n | -1n;
  readonly issuedOn: Day;
  readonly instalments: readonly {
    readonly itemId: string;
    readonly dueOn: Day;
    readonly amount: bigint;
    readonly worth: bigint;
  }[];
}

export function open(sheet: Sheet, act: OpenAct): void {
  const on = later(act.issuedOn, firstOpenDay(sheet));
  requireDay(sheet, on);
  refuseIf(sheet.numbers.has(act.number), 'number stands already');
  refuseIf(
    act.instalments.some((one) => one.amount <= 0n),
    'amount not positive',
  );
  const items = act.instalments.map(({ itemId, dueOn, amount, worth }): Item => {
    const { currency, isUnapplied, issuedOn, customerId } = act;
    const signed = act.sign * amount;
    const place = { customerId, dueOn };
    return {
      id: itemId,
      currency,
      isUnapplied,
      amount: signed,
      issuedOn,
      place,
      facts: [{ amount: signed, worth: act.sign * worth, on, at: act.at }],
      moves: [],
    };
  });
  for (const item of items) sheet.items.set(item.id, item);
  sheet.numbers.add(act.number);
  sheet.takeBack.push(() => sheet.numbers.delete(act.number));
  const effects = items.map((item) => ({ item, left: item.amount, leftWorth: worthOf(item) }));
  const amount = sizeOf(sum(items.map((item) => item.amount)));
  note(sheet, { id: act.entryId, kind: 'opening', on, amount, effects, number: act.number });
}

/** Takes parts of items, all in one entry: an application takes of two, an adjustment of one. */
export function settle(
  sheet: Sheet,
  act: {
    entryId: string;
    at: Instant;
    on: Day;
    amount: bigint;
    parts: { item: Item; amount: bigint }[];
    dependsOn?: string | undefined;
  },
): void {
  requireDay(sheet, act.on);
  for (const { item, amount } of act.parts) {
    refuseIf(amount <= 0n, 'amount not positive');
    refuseIf(act.on < item.issuedOn, 'before the item');
    refuseIf(sizeOf(openOf(item)) < amount, 'more than is open');
  }
  if (act.parts.length === 2) {
    const [first, second] = act.parts;
    refuseIf(!(first && second && first.item.amount < 0n && second.item.amount > 0n), 'needs a credit and a debit');
    refuseIf(first?.item.currency === second?.item.currency && first?.amount !== second?.amount, 'amounts differ');
  }
  const effects = act.parts.map(({ item, amount }) => {
    const [open, left] = [openOf(item), item.amount > 0n ? -amount : amount];
    return { item, left, leftWorth: -shareOf(worthOf(item), -left, open) };
  });
  for (const { item, left, leftWorth } of effects) {
    change(sheet, item, { amount: left, worth: leftWorth, on: act.on, at: act.at });
  }
  const kind = act.parts.length === 2 ? 'application' : 'adjustment';
  note(sheet, { id: act.entryId, kind, on: act.on, amount: act.amount, effects, dependsOn: act.dependsOn });
}

export function move(sheet: Sheet, act: { entryId: string; at: Instant; on: Day; item: Item; target: Place }): void {
  const { item, on, at, entryId } = act;
  requireDay(sheet, on);
  refuseIf(openOf(item) === 0n, 'closed');
  requireMovable(item, on, act.target);
  const moved: Move = { ...act.target, entryId, on, at };
  item.moves.push(moved);
  sheet.takeBack.push(() => item.moves.splice(item.moves.indexOf(moved), 1));
  note(sheet, {
    id: entryId,
    kind: 'move',
    on,
    amount: sizeOf(openOf(item, on)),
    effects: [{ item, left: 0n, leftWorth: 0n }],
  });
}

function requireMovable(item: Item, on: Day, target: Place): void {
  const standing = placeOf(item, on);
  refuseIf(samePlace(standing, target), 'stands there already');
  const days = item.moves.flatMap((one) => [one.on, one.undone?.on ?? one.on]).filter((day) => day > on);
  refuseIf(
    days.some((day) => !samePlace(placeOf(item, day), standing)),
    'moved later',
  );
  refuseIf(openOf(item, on) === 0n, 'nothing open that day');
}

/** Entries that stand on this one and are not wholly undone, with theirs in turn; the latest first. */
export function dependentsOf(sheet: Sheet, entry: Entry, found = new Set<Entry>()): Entry[] {
  const opened = entry.kind === 'opening' ? new Set(entry.effects.map((effect) => effect.item)) : undefined;
  for (const other of sheet.entries.values()) {
    if (other === entry || other.kind === 'undo' || other.isUndone || found.has(other)) continue;
    if (other.dependsOn !== entry.id && !other.effects.some((effect) => opened?.has(effect.item))) continue;
    found.add(other);
    dependentsOf(sheet, other, found);
  }
  return [...found].sort((left, right) => right.step - left.step);
}

export interface UndoAct {
  readonly entry: Entry;
  readonly undoIds: readonly string[];
  readonly at: Instant;
  readonly amount?: bigint | undefined;
  readonly on?: Day | undefined;
  readonly withDependents: boolean;
}

export function undo(sheet: Sheet, act: UndoAct): void {
  const dependents = dependentsOf(sheet, act.entry);
  refuseIf(dependents.length > 0 && (act.amount !== undefined || !act.withDependents), 'others depend on it');
  [...dependents, act.entry].forEach((entry, index) => {
    const on = act.on ?? later(entry.on, firstOpenDay(sheet));
    const amount = (entry === act.entry ? act.amount : undefined) ?? entry.left;
    undoOne(sheet, entry, { on, amount, at: act.at, undoId: act.undoIds[index] ?? `undo ${index}` });
  });
}

function undoOne(sheet: Sheet, entry: Entry, act: { on: Day; amount: bigint; at: Instant; undoId: string }): void {
  requireDay(sheet, act.on);
  refuseIf(entry.kind === 'undo', 'is itself an undo');
  refuseIf(entry.isUndone, 'undone already');
  refuseIf(act.on < entry.on, 'before the entry');
  refuseIf(act.amount > entry.left || (act.amount <= 0n && entry.amount !== 0n), 'not so much left');
  const isDivisible = entry.kind === 'application' || entry.kind === 'adjustment';
  refuseIf(!isDivisible && act.amount !== entry.amount, 'only as a whole');
  if (entry.kind === 'move') moveBack(sheet, entry, act);
  for (const effect of entry.effects) {
    const part = shareOf(effect.left, act.amount, entry.left);
    const worth = effect.left === 0n ? 0n : shareOf(effect.leftWorth, part, effect.left);
    if (part !== 0n) change(sheet, effect.item, { amount: -part, worth: -worth, on: act.on, at: act.at });
    effect.left -= part;
    effect.leftWorth -= worth;
    sheet.takeBack.push(() => {
      effect.left += part;
      effect.leftWorth += worth;
    });
  }
  const { number } = entry;
  if (number !== undefined) {
    sheet.numbers.delete(number);
    sheet.takeBack.push(() => sheet.numbers.add(number));
  }
  const before = { left: entry.left, isUndone: entry.isUndone };
  sheet.takeBack.push(() => Object.assign(entry, before));
  entry.left -= act.amount;
  entry.isUndone = entry.left === 0n;
  note(sheet, { id: act.undoId, kind: 'undo', on: act.on, amount: act.amount, effects: [] });
}

function moveBack(sheet: Sheet, entry: Entry, act: { on: Day; at: Instant }): void {
  const item = entry.effects[0]?.item;
  const last = item?.moves.filter((one) => !one.undone).at(-1);
  refuseIf(last?.entryId !== entry.id, 'moved again since');
  if (!item || !last) return;
  const before = item.moves.filter((one) => !one.undone && one !== last).at(-1) ?? item.place;
  requireMovable(item, act.on, before);
  last.undone = { on: act.on, at: act.at };
  sheet.takeBack.push(() => delete last.undone);
}

/** amount × part / whole, half away from zero; all of it for the whole. Part and whole have one sign. */
function shareOf(amount: bigint, part: bigint, whole: bigint): bigint {
  if (part === whole) return amount;
  const [share, of] = [sizeOf(part), sizeOf(whole)];
  const rounded = (sizeOf(amount) * share * 2n + of) / (of * 2n);
  return amount < 0n ? -rounded : rounded;
}

/** What the control accounts hold, by account and currency, in that currency and in functional. */
export function controlOf(sheet: Sheet, on: Day, at: Instant): Map<string, [bigint, bigint]> {
  const totals = new Map<string, [bigint, bigint]>();
  for (const item of sheet.items.values()) {
    const key = `${item.isUnapplied ? 'unapplied' : 'receivable'} ${item.currency}`;
    const [amount, worth] = totals.get(key) ?? [0n, 0n];
    totals.set(key, [amount + openOf(item, on, at), worth + worthOf(item, on, at)]);
  }
  return totals;
}

export interface AgingLine {
  readonly customerId: string;
  readonly figures: bigint[];
}

/** Aging as of a day, as known at an instant, by item or customer: not due, 1–30, 31–60, 61–90, older, unapplied, total. */
export function agingOf(
  sheet: Sheet,
  question: { on: Day; at: Instant; by: 'item' | 'customer' },
): Map<string, AgingLine> {
  const lines = new Map<string, AgingLine>();
  for (const item of sheet.items.values()) {
    const amount = openOf(item, question.on, question.at);
    if (amount === 0n) continue;
    const { customerId, dueOn } = placeOf(item, question.on, question.at);
    const days = daysBetween(localDate(dueOn), localDate(question.on));
    const column = item.isUnapplied ? 5 : days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4;
    const key = `${question.by === 'item' ? item.id : customerId} ${item.currency}`;
    const line = lines.get(key) ?? { customerId, figures: [0n, 0n, 0n, 0n, 0n, 0n, 0n] };
    line.figures[column] = (line.figures[column] ?? 0n) + amount;
    line.figures[6] = (line.figures[6] ?? 0n) + amount;
    lines.set(key, line);
  }
  for (const [key, line] of lines) if (line.figures.every((figure) => figure === 0n)) lines.delete(key);
  return lines;
}
