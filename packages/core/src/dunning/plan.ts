/**
 * What a customer gets today: which items take a step, in which letters, and what is held back for which reason. The rule of rules:
 * nothing is sent that somebody could rightly object to. What is held, what money of the customer's already covers, and what we may
 * not know to be paid waits; so does a customer who heard from us a moment ago. What rests or is covered in part is asked for less that part.
 * Items that may go are gathered into as few letters as there are matters: notices, statements, reminders before the due date.
 */
import { addDays, type LocalDate } from '../calendar/index.ts';
import { type LadderStep, STEP_PURPOSES, type StepKind, type StepPurpose, type Strategy } from '../strategies/index.ts';
import { type NextStep, nextStep, type TakenStep } from './next-step.ts';
import { askedFunctional, type ItemShare, inOrder, type OwedItem, sharesOf, wholeShare } from './shares.ts';

/** Why an item that was to take a step does not: what is so of the item itself first, then what is so of all. */
export const HELD_REASONS = [
  'customer_hold',
  'item_hold',
  'credits_cover',
  'task_open',
  'letter_not_printed',
  'item_small',
  'bank_data_stale',
  'nobody_to_do_it',
  'customer_small',
  'no_address',
  'quiet_days',
  'daily_cap',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

export interface DunningItem extends OwedItem {
  /** What is open, in the company's currency. */
  readonly functionalMinor: bigint;
  readonly taken: readonly TakenStep[];
}

export interface DunningCustomer {
  readonly items: readonly DunningItem[];
  /** Kinds of holds in force on the customer as a whole. */
  readonly holds: readonly string[];
  /** By currency, what it has with us: receipts not applied yet and credit notes, above zero. */
  readonly credits: ReadonlyMap<string, bigint>;
  /** What becomes of its items, where `items` are not all that it owes: worked out of all by `sharesOf`. */
  readonly shares?: ReadonlyMap<string, ItemShare>;
  /** Letters decided today already. */
  readonly messagesToday: number;
  /** Any contact before today. */
  readonly lastContactOn: LocalDate | null;
  /** Somebody takes mail. */
  readonly hasAddress: boolean;
  /** It is known where letters on paper go. */
  readonly hasPostalAddress?: boolean;
  /** Nobody is there to do what a person is to do. */
  readonly hasNobodyToAct?: boolean;
}

export interface DunningGround {
  readonly today: LocalDate;
  /** The day through which the bank's statements tell who has paid; null when there are none. */
  readonly bankDataOn: LocalDate | null;
  /** Minor units in one unit of the company's currency: 100 for euro. */
  readonly minorPerUnit: bigint;
}

export interface StepTaken {
  readonly item: DunningItem;
  readonly step: LadderStep;
  readonly level: number;
  /** What becomes of the item: of 500.00 with 120.00 that wait to be applied, 380.00 are asked for. */
  readonly share: ItemShare;
  /** What is asked for in the company's currency. */
  readonly askedFunctionalMinor: bigint;
}

export type LetterChannel = 'mail' | 'paper';

export interface PlannedLetter {
  readonly kind: StepKind;
  readonly channel: LetterChannel;
  /** The firmest of its items' texts. */
  readonly purpose: StepPurpose;
  readonly taken: readonly StepTaken[];
}

/** What a person is to do for these items: a call, an escalation. */
export interface PlannedAct {
  readonly step: LadderStep;
  readonly taken: readonly StepTaken[];
}

export interface HeldBack extends StepTaken {
  readonly reason: HeldReason;
  /** The kind of the hold. */
  readonly detail: string | null;
}

export interface CustomerPlan {
  readonly letters: readonly PlannedLetter[];
  readonly acts: readonly PlannedAct[];
  readonly heldBack: readonly HeldBack[];
  /** Items whose next step comes on a later day. */
  readonly waiting: number;
  /** Items that have taken all steps. */
  readonly ended: number;
}

/**
 * Three items late by 6, 21 and 3 days under the usual ladder (notices at 5 and 20): the first takes notice 1, the second, which had it,
 * notice 2, both in one letter with the text of notice 2; the third waits. Dispute the second, and the letter is notice 1 for one item.
 */
export function planCustomer(strategy: Strategy, customer: DunningCustomer, ground: DunningGround): CustomerPlan {
  const planning = planInTurns(strategy, customer, ground);
  for (;;) {
    const turn = planning.next();
    if (turn.done) return turn.value;
  }
}

/** Others get their turn after so many items: some customers have ten thousand. */
export const ITEMS_A_TURN = 1_000;

/** The same, yielding as it goes. */
export function* planInTurns(
  strategy: Strategy,
  customer: DunningCustomer,
  ground: DunningGround,
): Generator<void, CustomerPlan> {
  const { steps, waiting, ended } = yield* stepsDue(strategy, customer, ground);
  const heldBack: HeldBack[] = [];
  const free: StepTaken[] = [];
  for (const [index, step] of steps.entries()) {
    if (index % ITEMS_A_TURN === ITEMS_A_TURN - 1) yield;
    const held = holdBack(step, { strategy, customer, ground });
    if (held === null) free.push(step);
    else heldBack.push({ ...step, ...held });
  }
  const letters: PlannedLetter[] = [];
  for (const letter of gather(free.filter(({ step }) => step.channel !== 'person'))) {
    const way = wayOf(letter, customer);
    const reason = letterHeldBack(letter, way, letters.length, { strategy, customer, ground });
    if (reason !== null) heldBack.push(...letter.taken.map((step) => ({ ...step, reason, detail: null })));
    else if (way !== null) letters.push({ ...letter, channel: way });
  }
  return {
    letters,
    acts: actsOf(free.filter(({ step }) => step.channel === 'person')),
    heldBack,
    waiting,
    ended,
  };
}

function* stepsDue({ ladder }: Strategy, customer: DunningCustomer, { today, minorPerUnit }: DunningGround) {
  const items = inOrder(customer.items);
  const shares = customer.shares ?? sharesOf(items, customer.credits);
  const steps: StepTaken[] = [];
  let [waiting, ended] = [0, 0];
  for (const [index, item] of items.entries()) {
    if (index % ITEMS_A_TURN === ITEMS_A_TURN - 1) yield;
    const next = nextStep(ladder, { dueOn: item.dueOn, taken: item.taken, today });
    if (next === null) ended += 1;
    else if (next.on > today) waiting += 1;
    else {
      const step = taking(item, next, shares.get(item.id));
      // Nothing is kept from whom nothing is owed yet: too small for a reminder is no reason worth telling.
      if (item.dueOn >= today && isSmall(step, minorPerUnit)) waiting += 1;
      else steps.push(step);
    }
  }
  return { steps, waiting, ended };
}

function taking(item: DunningItem, { step, level }: NextStep, known: ItemShare | undefined): StepTaken {
  const share = known ?? wholeShare(item);
  return { item, step, level, share, askedFunctionalMinor: askedFunctional(item, share.askedMinor) };
}

function isSmall({ step, share, askedFunctionalMinor }: StepTaken, minorPerUnit: bigint): boolean {
  return share.askedMinor > 0n && askedFunctionalMinor < BigInt(step.itemUnitsMin) * minorPerUnit;
}

interface Matter {
  readonly strategy: Strategy;
  readonly customer: DunningCustomer;
  readonly ground: DunningGround;
}

function holdBack(
  taken: StepTaken,
  { strategy, customer, ground }: Matter,
): { readonly reason: HeldReason; readonly detail: string | null } | null {
  const { item, step, share } = taken;
  const kept = keptFrom(item, customer.holds, share);
  if (kept !== null) return kept;
  const open = item.taken.find(({ isUnfinished }) => isUnfinished === true);
  if (open !== undefined) {
    return { reason: open.isUnprinted === true ? 'letter_not_printed' : 'task_open', detail: open.key };
  }
  if (isSmall(taken, ground.minorPerUnit)) return { reason: 'item_small', detail: null };
  if (isStale(ground, strategy.limits.bankDataDaysMax)) return { reason: 'bank_data_stale', detail: ground.bankDataOn };
  const isNobodys = step.channel === 'person' && customer.hasNobodyToAct === true;
  return isNobodys ? { reason: 'nobody_to_do_it', detail: null } : null;
}

/** Whether nobody can say who has paid: a statement of 16 November tells on the 20th with 4 days allowed, not on the 21st. */
export function isStale({ bankDataOn, today }: Pick<DunningGround, 'bankDataOn' | 'today'>, daysMax: number): boolean {
  return bankDataOn === null || addDays(bankDataOn, daysMax) < today;
}

/** What forbids to ask for anything of an item, whatever its step: of it nothing is left that neither rests nor is covered. */
export function keptFrom(
  { holds }: Pick<DunningItem, 'holds'>,
  customerHolds: readonly string[],
  { askedMinor }: Pick<ItemShare, 'askedMinor'>,
): { readonly reason: 'customer_hold' | 'item_hold' | 'credits_cover'; readonly detail: string | null } | null {
  if (customerHolds.length > 0) return { reason: 'customer_hold', detail: [...customerHolds].sort()[0] ?? null };
  if (askedMinor > 0n) return null;
  const [onItem] = holds.map(({ kind }) => kind).sort();
  return onItem === undefined ? { reason: 'credits_cover', detail: null } : { reason: 'item_hold', detail: onItem };
}

/** In the order in which a day's letters are used up. */
const LETTER_KINDS = ['notice', 'statement', 'pre_due'] as const;

type GatheredLetter = Omit<PlannedLetter, 'channel'>;

function gather(steps: readonly StepTaken[]): GatheredLetter[] {
  const kindOf = ({ step }: StepTaken): StepKind =>
    step.kind === 'statement' || step.kind === 'pre_due' ? step.kind : 'notice';
  return LETTER_KINDS.flatMap((kind) => {
    const taken = steps.filter((one) => kindOf(one) === kind);
    const firmest = Math.max(
      ...taken.map(({ step }) => (step.purpose === null ? -1 : STEP_PURPOSES.indexOf(step.purpose))),
    );
    const purpose = STEP_PURPOSES[firmest];
    return purpose === undefined ? [] : [{ kind, purpose, taken }];
  });
}

/** On paper where one of its steps says so, or nobody takes mail; null when it reaches nobody so. */
function wayOf({ taken }: GatheredLetter, { hasAddress, hasPostalAddress = false }: DunningCustomer) {
  const isPaperWanted = taken.some(({ step }) => step.channel === 'paper');
  if (hasAddress && !isPaperWanted) return 'mail';
  return hasPostalAddress ? 'paper' : null;
}

function letterHeldBack(
  letter: GatheredLetter,
  way: LetterChannel | null,
  planned: number,
  { strategy, customer, ground }: Matter,
): HeldReason | null {
  const { customerUnitsMin, quietDays, messagesPerDayMax } = strategy.limits;
  const asked = letter.taken.reduce((sum, { askedFunctionalMinor }) => sum + askedFunctionalMinor, 0n);
  if (asked < BigInt(customerUnitsMin) * ground.minorPerUnit) return 'customer_small';
  if (way === null) return 'no_address';
  const { lastContactOn, messagesToday } = customer;
  if (lastContactOn !== null && addDays(lastContactOn, quietDays) > ground.today) return 'quiet_days';
  return messagesToday + planned >= messagesPerDayMax ? 'daily_cap' : null;
}

function actsOf(steps: readonly StepTaken[]): PlannedAct[] {
  const acts = new Map<string, { step: LadderStep; taken: StepTaken[] }>();
  for (const one of steps) {
    const act = acts.get(one.step.key) ?? { step: one.step, taken: [] };
    act.taken.push(one);
    acts.set(one.step.key, act);
  }
  return [...acts.values()];
}
