/**
 * Notices and reminders that a person writes, from the composer or after a call: they ask for what a run would ask for, and take the steps of
 * the ladder. What is held, covered or not far enough is left out of the words, with its reason; the person may ask for what is held all the
 * same. A firmer text than an item's next step is refused.
 */
import { addDays } from '@quittance/core/calendar';
import {
  askedFunctional,
  keptFrom,
  type NoticeByHand,
  noticeByHand,
  sharesOf,
  wholeShare,
} from '@quittance/core/dunning';
import { STEP_PURPOSES, type StepPurpose, type Strategy, strategyFor } from '@quittance/core/strategies';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { LeftOut, LetterWarning, TakenOffItems, WrittenByHand } from '../../correspondence/index.ts';
import { strategiesInForce } from '../strategies/strategies.queries.ts';
import { insertActions, insertSteps } from './actions.queries.ts';
import { takenOff } from './asked-by-hand.ts';
import { type KnownCustomer, type KnownItem, loadCustomers, loadParties } from './customer-facts.ts';
import { daysAhead } from './plan-customers.ts';

const NO_LADDER_DAYS = 60; // without a ladder, how far ahead a reminder before due may look

interface Desk {
  readonly customer: KnownCustomer;
  /** Undefined: nobody said by which ladder the customer is written to; then any text may be. */
  readonly strategy: Strategy | undefined;
}

async function deskOf(tx: Tx, customerId: string): Promise<Desk | undefined> {
  const parties = await loadParties(tx);
  const version = await strategiesInForce(tx);
  const ahead = version === undefined ? NO_LADDER_DAYS : daysAhead(version.strategies);
  const ids = [parties.standsFor(customerId)];
  const [customer] = await loadCustomers(tx, { ids, parties, daysAhead: ahead });
  return customer && { customer, strategy: strategyFor(version?.strategies ?? [], customer.record) };
}

function purposeOf(text: string): StepPurpose | undefined {
  return text === 'statement' ? undefined : STEP_PURPOSES.find((purpose) => purpose === text);
}

/** Undefined for letters that dun nobody: they speak of everything that is open. */
export async function itemsToAskFor(
  tx: Tx,
  { customerId, purpose: text }: { readonly customerId: string; readonly purpose: string },
): Promise<{ itemIds: string[]; leftOut: LeftOut[]; warnings: LetterWarning[] } | undefined> {
  const purpose = purposeOf(text);
  const desk = purpose === undefined ? undefined : await deskOf(tx, customerId);
  if (purpose === undefined || desk === undefined) return undefined;
  const { customer } = desk;
  const shares = sharesOf(customer.items, customer.credits);
  const itemIds: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const item of dueFor(tx, customer, purpose)) {
    const { id: itemId } = item;
    const share = shares.get(itemId) ?? wholeShare(item);
    const reason = keptFrom(item, customer.holds, share) ?? notYet(tx, desk, item, purpose);
    if (reason === null) itemIds.push(itemId);
    else leftOut.push({ ...reason, itemId, number: item.row.number });
  }
  return { itemIds, leftOut, warnings: warningsOf(tx, desk) };
}

/** A notice is of what is late, a reminder of what is not due yet; the oldest first. */
function dueFor({ today }: Tx, { items }: KnownCustomer, purpose: StepPurpose): KnownItem[] {
  return items
    .filter(({ dueOn }) => (purpose === 'pre_due' ? dueOn >= today : dueOn < today))
    .sort((left, right) => (left.dueOn < right.dueOn || (left.dueOn === right.dueOn && left.id < right.id) ? -1 : 1));
}

function stepOf({ today }: Tx, { strategy }: Desk, item: KnownItem, purpose: StepPurpose): NoticeByHand {
  if (strategy === undefined) return { kind: 'repeats' };
  return noticeByHand(strategy.ladder, { dueOn: item.dueOn, taken: item.taken, today }, purpose);
}

function notYet(tx: Tx, desk: Desk, item: KnownItem, purpose: StepPurpose): Pick<LeftOut, 'reason' | 'detail'> | null {
  const step = stepOf(tx, desk, item, purpose);
  if (step.kind === 'too_firm') return { reason: 'too_firm', detail: step.before };
  return step.kind === 'too_soon' ? { reason: 'too_soon', detail: step.on } : null;
}

function warningsOf({ today }: Tx, { customer, strategy }: Desk): LetterWarning[] {
  if (strategy === undefined) return [];
  const { messagesPerDayMax, quietDays } = strategy.limits;
  const { messagesToday, lastContactOn } = customer;
  const isQuiet = lastContactOn !== null && addDays(lastContactOn, quietDays) > today;
  return [
    ...(messagesToday >= messagesPerDayMax ? (['daily_cap'] as const) : []),
    ...(isQuiet ? (['quiet_days'] as const) : []),
  ];
}

/**
 * Told of a letter in the transaction that puts it on its way. Throws `notice_too_firm`, `notice_too_soon` with the item, and
 * `notice_asks_for_nothing`. Items that are held take no step: the letter mentions them because its writer wants so.
 */
export async function noteWritten(tx: CommandTx, letter: WrittenByHand): Promise<void> {
  const purpose = purposeOf(letter.purpose);
  const desk = purpose === undefined ? undefined : await deskOf(tx, letter.customerId);
  if (purpose === undefined || desk === undefined) return;
  if (letter.itemIds.length === 0) throw asksForNothing();
  const { customer, strategy } = desk;
  const listed = new Set(letter.itemIds);
  const asked = customer.items.filter(({ id }) => listed.has(id));
  const shares = sharesOf(customer.items, customer.credits);
  const askedOf = amountsOf(await takenOff(tx, letter));
  const steps = asked.flatMap((item) => {
    const step = stepOf(tx, desk, item, purpose);
    if (step.kind === 'too_firm' || step.kind === 'too_soon') throw refusal(item, step);
    const isHeld = customer.holds.length > 0 || (item.holds.length > 0 && shares.get(item.id)?.askedMinor === 0n);
    return step.kind === 'takes' && !isHeld && askedOf(item) > 0n ? [{ item, ...step.next }] : [];
  });
  if (asked.length === 0) return;
  const actionId = newId();
  const kind = purpose === 'pre_due' ? 'pre_due' : 'notice';
  const functionalMinor = asked.reduce((sum, item) => sum + askedFunctional(item, askedOf(item)), 0n);
  await insertActions(tx, [
    {
      ...{ id: actionId, runId: null, customerId: customer.record.id, channel: 'mail', kind, purpose },
      ...{ strategyName: strategy?.name ?? '', contactId: null, address: letter.address, messageId: letter.messageId },
      ...{ taskId: null, itemCount: asked.length, functionalMinor },
    },
  ]);
  await insertSteps(
    tx,
    steps.map(({ item, step, level }) => ({
      ...{ itemId: item.id, key: step.key, level, attempt: (item.attempts.get(step.key) ?? 0) + 1, actionId },
      ...{ customerId: customer.record.id, currency: item.currency, askedMinor: askedOf(item) },
      ...{ functionalMinor: askedFunctional(item, askedOf(item)), dueOn: item.dueOn },
    })),
  );
}

function amountsOf(off: TakenOffItems): (item: KnownItem) => bigint {
  return ({ id, openMinor }) => {
    const { creditMinor, restingMinor } = off.get(id) ?? { creditMinor: 0n, restingMinor: 0n };
    return openMinor - creditMinor - restingMinor;
  };
}

function refusal({ row }: KnownItem, step: NoticeByHand & { kind: 'too_firm' | 'too_soon' }): AppError {
  const details = { item: row.number };
  if (step.kind === 'too_soon') {
    const message = `${row.number} was written about a moment ago: this text comes from ${step.on} on. Leave it out, or choose a milder text.`;
    return new AppError('notice_too_soon', message, { status: 409, details });
  }
  const first = step.before === null ? 'it is at the end of its ladder' : `its next step is ${step.before}`;
  const message = `This text is too firm for ${row.number}: ${first}. Choose a milder text, or leave the item out.`;
  return new AppError('notice_too_firm', message, { status: 409, details });
}

export function asksForNothing(): AppError {
  const message =
    'There is nothing to ask for with this text: every item is held, covered, or not as far as that. Choose another text, or tick the items that it is to ask for.';
  return new AppError('notice_asks_for_nothing', message, { status: 409 });
}
