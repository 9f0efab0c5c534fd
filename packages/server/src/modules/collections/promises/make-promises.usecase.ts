/**
 * Writing down what a customer promised: one part or several, or an instalment plan; on items, or on the account as a whole.
 * The contact it was made in goes to the timeline by itself, so that nobody fills in another form after the call.
 */
import type { LocalDate } from '@quittance/core/calendar';
import { formatAmount, type Money } from '@quittance/core/money';
import { type PlanInterest, type PlanPartWithInterest, withPlanInterest } from '@quittance/core/promises';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { customerOfMessage } from '../../correspondence/index.ts';
import { findContacts, findCustomer, insertActivities, recordsOfParty, survivorOf } from '../../customers/index.ts';
import { agreedInterest } from './agreed-interest.usecase.ts';
import { judgeParty } from './judge-promises.usecase.ts';
import { aboveOpen, type Bound, standingIn, tooFar, tooFarForPlan } from './promise-bounds.ts';
import { openDebits, promisesOfParty, type StoredPromise } from './promise-facts.queries.ts';
import { policyInForce } from './promise-policy.queries.ts';
import { promiseTerms } from './promise-terms.usecase.ts';
import { insertPlan, insertPromises, type NewPromise, type PromiseChannel } from './promises.queries.ts';

export interface PromiseRequest {
  readonly customerId: string;
  /** Null: of the account. */
  readonly itemIds: readonly string[] | null;
  /** At least one, in one currency. */
  readonly parts: readonly { readonly promisedOn: LocalDate; readonly amount: Money }[];
  /** The parts stand and fall together. */
  readonly isPlan: boolean;
  /** Agreed with a plan on items: on what is open of it, from today on. */
  readonly interest: Omit<PlanInterest, 'fromOn'> | null;
  readonly channel: PromiseChannel;
  readonly contactId: string | null;
  /** The call or mail it was made in, when it is written down already. */
  readonly activityId: string | null;
  /** The mail of the customer in which it was read. */
  readonly messageId?: string | null;
  readonly note: string | null;
}

/** Somebody was spoken with: what the timeline and the worklist count as a contact. */
const CONTACT_CHANNELS: readonly PromiseChannel[] = ['call', 'mail', 'meeting', 'letter'];

interface Checked {
  readonly customerId: string;
  readonly customerIds: readonly string[];
  readonly currency: string;
  readonly totalMinor: bigint;
}

/**
 * Returns the promises' ids by their days. Throws `not_found`, `promise_day_is_over`, `promise_day_too_far`,
 * `plan_day_too_far`, `currencies_differ`, `promise_item_not_open`, `promise_above_open_amount`, `promise_above_account`,
 * `promise_stands_already`, `plan_needs_parts`, `plan_interest_needs_items`, `plan_interest_runs_already`.
 */
export async function makePromises(
  tx: CommandTx,
  given: PromiseRequest,
): Promise<{ promiseIds: string[]; planId: string | null }> {
  const byDay = [...given.parts].sort((left, right) => (left.promisedOn < right.promisedOn ? -1 : 1));
  const itemIds = given.itemIds === null ? null : [...new Set(given.itemIds)];
  const request = { ...given, parts: byDay, itemIds };
  const checked = await check(tx, request);
  const interest = await agreedInterest(tx, request);
  await requireRoom(tx, request, checked);
  const activityId = request.activityId ?? (await noteContact(tx, request, checked));
  const planId = request.isPlan ? newId() : null;
  const schedule = withPlanInterest(request.parts.map(partOf), interest);
  if (planId !== null) await insertPlan(tx, { ...planOf(request, checked, schedule), interest, id: planId });
  const promises = await drafts(tx, { ...request, activityId }, { ...checked, planId, schedule });
  await insertPromises(tx, promises);
  for (const promise of promises) tx.audit(auditOf(promise));
  await judgeParty(tx, checked.customerId, 'made');
  return { promiseIds: promises.map((promise) => promise.id), planId };
}

async function check(tx: CommandTx, request: PromiseRequest): Promise<Checked> {
  const customerId = await survivorOf(tx, request.customerId);
  const customer = await findCustomer(tx, customerId);
  if (customer?.kind !== 'regular') throw notFound('customer', request.customerId);
  await judgeParty(tx, customerId, 'posting'); // what stands counts with the money that came a moment ago
  const customerIds = await recordsOfParty(tx, customerId);
  const currency = requireParts(tx, request);
  await requireNear(tx, request);
  const totalMinor = request.parts.reduce((sum, part) => sum + part.amount.amountMinor, 0n);
  const checked = { customerId, customerIds, currency, totalMinor };
  if (request.contactId !== null) {
    const contacts = await findContacts(tx, customerIds);
    if (!contacts.some((contact) => contact.id === request.contactId)) throw notFound('contact', request.contactId);
  }
  if (request.messageId && !customerIds.includes((await customerOfMessage(tx, request.messageId)) ?? '')) {
    throw notFound('message', request.messageId);
  }
  return checked;
}

function requireParts(tx: CommandTx, { parts, isPlan }: PromiseRequest): string {
  const currency = parts[0]?.amount.currency ?? '';
  if (isPlan && parts.length < 2) {
    throw new AppError('plan_needs_parts', 'A plan has two parts or more; write a single part down as a promise.');
  }
  for (const [index, { promisedOn, amount }] of parts.entries()) {
    const where = `part ${index + 1}`;
    if (amount.currency !== currency) {
      throw new AppError('currencies_differ', 'All parts of a promise are in one currency.');
    }
    if (amount.amountMinor <= 0n) throw new AppError('amount_not_positive', `Promise more than nothing in ${where}.`);
    if (promisedOn < tx.today) {
      const message = `${promisedOn} (${where}) is before today (${tx.today}); promise a day to come.`;
      throw new AppError('promise_day_is_over', message, { details: { day: promisedOn, today: tx.today } });
    }
  }
  return currency;
}

/** Parts are by their days. */
async function requireNear(tx: CommandTx, { parts, isPlan }: PromiseRequest): Promise<void> {
  const { daysAheadMax } = await policyInForce(tx);
  const days = parts.map(({ promisedOn }) => promisedOn);
  const alone = isPlan ? days.slice(0, 1) : days;
  for (const day of alone) refuseBeyond(tooFar(day, { today: tx.today, daysAheadMax }));
  for (const day of days) refuseBeyond(tooFarForPlan(day, tx.today));
}

async function requireRoom(tx: CommandTx, request: PromiseRequest, checked: Checked): Promise<void> {
  const { itemIds } = request;
  const { currency, totalMinor: amountMinor } = checked;
  const open = await openDebits(tx, checked);
  const missing = itemIds?.find((id) => !open.some((item) => item.id === id));
  if (missing !== undefined) {
    const message = `Not all of these items are open debits of this customer in ${checked.currency}. Look at the list again.`;
    throw new AppError('promise_item_not_open', message, { status: 409, details: { itemId: missing } });
  }
  const promises = await promisesOfParty(tx, checked.customerIds);
  requireNew(promises, request, checked);
  refuseBeyond(aboveOpen({ itemIds, amountMinor, currency }, { open, standing: standingIn(promises, currency) }));
}

function refuseBeyond(bound: Bound | null): void {
  if (bound !== null) throw new AppError(bound.code, bound.message, { status: 409, details: bound.details });
}

/** Two people on the same call, or a button pressed twice: the same part stands once. */
function requireNew(promises: readonly StoredPromise[], request: PromiseRequest, checked: Checked): void {
  const key = (itemIds: readonly string[] | null) => [...(itemIds ?? ['account'])].sort().join(' ');
  const standing = promises.filter((one) => one.state === 'open');
  const twin = standing.find((one) =>
    request.parts.some(
      (part) =>
        part.promisedOn === one.promisedOn &&
        part.amount.amountMinor === one.amountMinor &&
        checked.currency === one.currency &&
        key(request.itemIds) === key(one.itemIds),
    ),
  );
  if (twin === undefined) return;
  const amount = formatAmount(twin.amountMinor, twin.currency);
  const message = `${amount} ${twin.currency} for ${twin.promisedOn} is written down already. Withdraw that first if it changed.`;
  throw new AppError('promise_stands_already', message, { status: 409, details: { promiseId: twin.id } });
}

async function noteContact(tx: CommandTx, request: PromiseRequest, checked: Checked): Promise<string | null> {
  if (!CONTACT_CHANNELS.includes(request.channel)) return null;
  const id = newId();
  const parts = request.parts.map(({ promisedOn, amount }) => ({
    promisedOn,
    amount: { amount: formatAmount(amount.amountMinor, amount.currency), currency: amount.currency },
  }));
  const { customerId } = checked;
  const { channel: kind, contactId, note } = request;
  await insertActivities(
    tx,
    [{ id, customerId, kind, contactId, text: note ?? '', detail: { promised: parts } }],
    null,
  );
  return id;
}

async function drafts(
  tx: CommandTx,
  request: PromiseRequest,
  {
    customerId,
    currency,
    planId,
    schedule,
  }: Checked & { readonly planId: string | null; readonly schedule: readonly PlanPartWithInterest[] },
): Promise<NewPromise[]> {
  const termsOf = await promiseTerms(tx);
  const { itemIds, channel, contactId, activityId, messageId = null, note } = request;
  return schedule.map(({ promisedOn, amountMinor, interestMinor }, index): NewPromise => {
    const common = {
      id: newId(),
      customerId,
      planId,
      currency,
      itemIds,
      channel,
      contactId,
      activityId,
      messageId,
      note,
    };
    const part = planId === null ? 1 : index + 1;
    const here = { batchId: null, madeAt: null, madeByName: null };
    const terms = termsOf({ promisedOn, amountMinor, currency });
    return { ...common, ...here, part, amountMinor, interestMinor, promisedOn, ...terms };
  });
}

function partOf({ promisedOn, amount }: PromiseRequest['parts'][number]) {
  return { promisedOn, amountMinor: amount.amountMinor };
}

function planOf(
  request: PromiseRequest,
  { customerId, currency, totalMinor }: Checked,
  schedule: readonly PlanPartWithInterest[],
) {
  const interestMinor = schedule.reduce((sum, part) => sum + part.interestMinor, 0n);
  return { customerId, currency, amountMinor: totalMinor, interestMinor, note: request.note };
}

function auditOf(promise: NewPromise) {
  const { id, note, ...after } = promise;
  return {
    action: 'promise.make',
    subjectKind: 'promise',
    subjectId: id,
    after,
    ...(note === null ? {} : { reason: note }),
  };
}
