/** Writes down what some customers get: letters on their way, tasks for people, the steps of the items, and what is held back. */
import { daysBetween } from '@quittance/core/calendar';
import type { PlannedAct, PlannedLetter, StepTaken } from '@quittance/core/dunning';
import type { CommandTx } from '../../../platform/command/index.ts';
import { assert } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { type LetterItem, type LetterOrder, queueLetters } from '../../correspondence/index.ts';
import { insertActions, insertHeld, insertSteps, type NewAction, type NewStep } from './actions.queries.ts';
import type { KnownCustomer, KnownItem } from './customer-facts.ts';
import { functionalOf, type PlannedCustomer } from './plan-customers.ts';
import { giveTask } from './task-of-act.ts';

export async function writePage(tx: CommandTx, planned: readonly PlannedCustomer[], runId: string): Promise<void> {
  const letters = planned.flatMap((one) => one.plan.letters.map((letter) => ({ ...one, letter, id: newId() })));
  const orders = letters.map(({ customer, letter }) => orderOf(tx, customer, letter));
  const messageIds = await queueLetters(tx, orders);
  const actions: NewAction[] = letters.map(({ id, customer, strategy, letter }, index) => ({
    ...actionOf(runId, { id, customer, strategyName: strategy.name, action: letter }),
    ...{ channel: letter.channel, kind: letter.kind, purpose: letter.purpose },
    contactId: letter.channel === 'mail' ? (customer.reader?.id ?? null) : null,
    address: letter.channel === 'mail' ? (customer.reader?.email ?? null) : customer.postalAddress,
    messageId: messageIds[index] ?? null,
  }));
  const acts = planned.flatMap((one) => one.plan.acts.map((act) => ({ ...one, act, id: newId() })));
  for (const { id, customer, strategy, act } of acts) {
    const { person } = customer;
    assert(person !== null, 'what a person is to do was planned for somebody');
    const taskId = await giveTask(tx, { customer, act, person });
    const action = actionOf(runId, { id, customer, strategyName: strategy.name, action: act });
    actions.push({ ...action, channel: 'person', kind: act.step.kind, taskId });
  }
  await insertActions(tx, actions);
  await insertSteps(tx, [
    ...letters.flatMap(({ id, customer, letter }) => letter.taken.map((step) => stepOf(step, id, customer))),
    ...acts.flatMap(({ id, customer, act }) => act.taken.map((step) => stepOf(step, id, customer))),
  ]);
  await insertHeld(
    tx,
    planned.flatMap(({ customer, plan }) =>
      plan.heldBack.map(({ item, step, level, reason, detail }) => ({
        ...{ runId, customerId: customer.record.id, itemId: item.id, key: step.key, level, reason, detail },
        ...{ currency: item.currency, openMinor: item.openMinor, functionalMinor: item.functionalMinor },
      })),
    ),
  );
}

function actionOf(
  runId: string,
  of: {
    readonly id: string;
    readonly customer: KnownCustomer;
    readonly strategyName: string;
    readonly action: PlannedLetter | PlannedAct;
  },
) {
  const { id, customer, strategyName, action } = of;
  return {
    ...{ id, runId, customerId: customer.record.id, strategyName, purpose: null, contactId: null, address: null },
    ...{ messageId: null, taskId: null, itemCount: action.taken.length, functionalMinor: functionalOf(action) },
  };
}

function orderOf(tx: CommandTx, customer: KnownCustomer, letter: PlannedLetter): LetterOrder {
  const { record, reader, person, postalAddress } = customer;
  const to = letter.channel === 'mail' ? { address: reader?.email } : { postalAddress: postalAddress ?? undefined };
  assert(
    Object.values(to).every((one) => one !== undefined),
    'a letter was planned for whom has an address',
  );
  return {
    customer: record,
    contact: letter.channel === 'paper' || reader === null || reader.id === null ? null : reader,
    ...to,
    senderName: person?.name ?? '',
    purpose: letter.purpose,
    items: letter.taken.map((step) => letterItem(tx, step, customer)),
    keys: letter.taken.map((step) => keyOf(step, knownItem(step, customer))),
  };
}

function knownItem({ item }: StepTaken, { items }: KnownCustomer): KnownItem {
  const known = items.find(({ id }) => id === item.id);
  assert(known !== undefined, 'what is planned is of the customer');
  return known;
}

function letterItem(tx: CommandTx, step: StepTaken, customer: KnownCustomer): LetterItem {
  const { id, number, issuedOn, dueOn, currency, amountMinor, openMinor } = knownItem(step, customer).row;
  const { coveredMinor: creditMinor, promisedMinor, disputedMinor } = step.share;
  const daysLate = daysBetween(dueOn, tx.today);
  const off = { creditMinor, restingMinor: promisedMinor + disputedMinor };
  return { id, number, issuedOn, dueOn, currency, amountMinor, openMinor, ...off, daysLate };
}

/** Once and for ever: an item, its step, and which time it takes it (again only after its letter was withdrawn unsent). */
function keyOf({ step }: StepTaken, item: KnownItem): string {
  return `dunning/${item.id}/${step.key}/${attemptOf(item, step.key)}`;
}

function attemptOf({ attempts }: KnownItem, key: string): number {
  return (attempts.get(key) ?? 0) + 1;
}

function stepOf(taken: StepTaken, actionId: string, customer: KnownCustomer): NewStep {
  const { item, step, level, share, askedFunctionalMinor: functionalMinor } = taken;
  return {
    ...{ itemId: item.id, key: step.key, attempt: attemptOf(knownItem(taken, customer), step.key), level, actionId },
    ...{ customerId: customer.record.id, currency: item.currency, functionalMinor, dueOn: item.dueOn },
    askedMinor: share.askedMinor,
  };
}
