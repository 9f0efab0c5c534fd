/** Carries out one step. A refusal of the ledger passes through as its AppError; a name that is not there is a problem. */
import { isTimeZone } from '@quittance/core/calendar';
import type { StepStatement } from '@quittance/core/scenario';
import { insertContacts, insertCustomers } from '../modules/customers/index.ts';
import {
  closePeriod,
  exportJournal,
  holdsOfCustomer,
  holdsOfItems,
  type LedgerAct,
  performOrWait,
  placeHold,
  receiveTransfers,
  releaseHold,
  revalue,
  saveRate,
  sealEntries,
  sendToCompany,
  startClosing,
  takeSnapshot,
  withdrawPending,
} from '../modules/ledger/index.ts';
import { instantText } from '../platform/clock.ts';
import { type CommandTx, inCommand, runCommand } from '../platform/command/index.ts';
import { newId } from '../platform/ids.ts';
import { customerId, itemsOf, minorOf, singleItem } from './names.ts';
import { adjustmentActs, amountOfItem, applicationAct, datedOf } from './step-applications.ts';
import { collectionsStep } from './step-collections.ts';
import { documentAct } from './step-documents.ts';
import { reversalActs } from './step-reversals.ts';
import { addCompany, type CalledStep, lineProblem, type Place, scopeOf, type World } from './world.ts';

/** The step that opens a company; all others happen in one. */
export async function openCompany(world: World, step: StepStatement): Promise<void> {
  if (step.action.kind !== 'company') return;
  const { code, timeZone } = step.action;
  const refuse = (field: string, message: string) =>
    lineProblem(step.line, { field, code: 'company_not_possible', message });
  if (world.books.has(code)) refuse(code, `There is a company ${code} already. Give this one another code.`);
  if (!isTimeZone(timeZone)) refuse(timeZone, `"${timeZone}" is no time zone. Write one as Europe/Rome.`);
  await addCompany(world, step.action);
}

export async function runStep(place: Place, step: StepStatement): Promise<void> {
  const written = await carryOut(place, step);
  place.book.lastStep = written ?? { entryIds: [], pendingIds: [] };
  if (step.called !== null) place.book.called.set(step.called, place.book.lastStep);
}

async function carryOut(place: Place, step: StepStatement): Promise<CalledStep | null> {
  const { action } = step;
  switch (action.kind) {
    case 'document':
      return perform(place, step, [await documentAct(place, step, action)], action.number);
    case 'apply':
      return perform(place, step, [await applicationAct(place, step, action)], 'application');
    case 'adjust':
      return perform(place, step, await adjustmentActs(place, step, action), action.adjustment);
    case 're_date': {
      const { id } = await singleItem(place, action.item);
      const act = { kind: 'due_date_change', itemId: id, dueOn: action.dueOn, ...datedOf(step) } as const;
      return perform(place, step, [act], action.item.number);
    }
    case 'identify': {
      const { id } = await singleItem(place, action.item);
      const act = { itemId: id, customerId: customerId(place, action.customer), ...datedOf(step) };
      return perform(place, step, [{ kind: 'identification', ...act }], action.item.number);
    }
    case 'reverse':
      return perform(place, step, await reversalActs(place, step, action), 'reversal');
    case 'revalue':
      return command(place, step, async (tx) => ({
        entryIds: await revalue(tx, action.asOf ?? step.effectiveOn ?? place.day),
        pendingIds: [],
      }));
    case 'transfer':
      return transfer(place, step, action);
    case 'company':
    case 'wait':
      return null;
    default:
      return (await collectionsStep(place, step)) ?? runBookStep(place, step);
  }
}

/** Steps that post nothing of their own. */
async function runBookStep(place: Place, step: StepStatement): Promise<null> {
  const { action } = step;
  const { world, scope } = place;
  switch (action.kind) {
    case 'customer':
      await addCustomer(place, action);
      return null;
    case 'rate': {
      const rate = { currency: action.currency, quotedOn: step.effectiveOn ?? place.day, rate: action.rate };
      await command(place, step, (tx) => saveRate(tx, rate));
      return null;
    }
    case 'start_closing':
      await command(place, step, (tx) => startClosing(tx, action.endsOn));
      return null;
    case 'close':
      await world.database.close(scope, (tx) =>
        inCommand(tx, commandOf(step), (inside) => closePeriod(inside, action.endsOn, [])),
      );
      return null;
    case 'snapshot':
      await world.database.write(scope, (tx) => takeSnapshot(tx, action.endsOn));
      return null;
    case 'seal':
      await world.database.write(scope, sealEntries);
      return null;
    case 'export_journal':
      await command(place, step, async (tx) => ({ number: (await exportJournal(tx))?.number.toString() ?? null }));
      return null;
    case 'receive_transfers':
      await receive(place, action.fromCompany);
      return null;
    case 'hold':
    case 'release_hold':
      await changeHold(place, step, action);
      return null;
    case 'withdraw':
      await withdraw(place, step, action.name);
      return null;
    case 'moment':
      world.moments.set(action.name, instantText(world.clock.now()));
      return null;
    default:
      throw new Error(`no runner for the step ${action.kind}`);
  }
}

/** All acts in one command: done now, or waiting when they are dated after today. */
async function perform(
  place: Place,
  step: StepStatement,
  acts: readonly LedgerAct[],
  pendingName: string,
): Promise<CalledStep> {
  const written = await command(
    place,
    step,
    async (tx) => {
      const entryIds: string[] = [];
      const pendingIds: string[] = [];
      for (const act of acts) {
        const done = await performOrWait(tx, act);
        if (done.state === 'pending') pendingIds.push(done.pendingId);
        else entryIds.push(...done.entryIds);
      }
      return { entryIds, pendingIds };
    },
    acts,
  );
  for (const id of written.pendingIds) place.book.pendingNames.set(id, step.called ?? pendingName);
  return written;
}

function command<T>(
  place: Place,
  step: StepStatement,
  work: (tx: CommandTx) => Promise<T>,
  body: unknown = step.action,
): Promise<T> {
  return runCommand(place.world.database, place.scope, { ...commandOf(step), body }, work);
}

function commandOf(step: StepStatement) {
  return { action: `scenario.${step.action.kind}`, key: step.key ?? undefined, body: step.action };
}

async function addCustomer(
  place: Place,
  customer: Extract<StepStatement['action'], { kind: 'customer' }>,
): Promise<void> {
  const { number, name, terms, mail } = customer;
  const id = newId();
  const parentId = customer.parent === null ? undefined : customerId(place, customer.parent);
  const row = { id, number, name: name ?? number, ...(parentId ? { parentId } : {}), ...(terms ? { terms } : {}) };
  await place.world.database.write(place.scope, async (tx) => {
    await insertCustomers(tx, [row], null);
    const reader = { id: newId(), customerId: id, name: name ?? number, email: mail ?? '', isPrimary: true };
    if (mail !== null) await insertContacts(tx, [reader], null);
  });
  place.book.customers.set(number, id);
}

function otherBook(place: Place, code: string) {
  const book = place.world.books.get(code);
  if (book) return book;
  const message = `There is no company ${code} in this scenario. Add a line before: company ${code} EUR.`;
  return lineProblem(place.line, { field: code, code: 'company_unknown', message });
}

async function transfer(
  place: Place,
  step: StepStatement,
  action: Extract<StepStatement['action'], { kind: 'transfer' }>,
): Promise<CalledStep> {
  const { item, amountMinor } = await amountOfItem(place, action.item, action.amount);
  const order = {
    itemId: item.id,
    amountMinor,
    toCompany: otherBook(place, action.toCompany).company,
    effectiveOn: step.effectiveOn ?? place.day,
    reason: step.reason ?? 'belongs to the other company',
  };
  await command(place, step, (tx) => sendToCompany(tx, order));
  return { entryIds: [], pendingIds: [] };
}

async function receive(place: Place, fromCompany: string): Promise<void> {
  const from = scopeOf(otherBook(place, fromCompany).company, false);
  const { unidentifiedId } = place.book;
  await receiveTransfers(place.world.database, { from, to: place.scope, unidentifiedId });
}

type HoldAction = Extract<StepStatement['action'], { kind: 'hold' | 'release_hold' }>;

async function changeHold(place: Place, step: StepStatement, action: HoldAction): Promise<void> {
  const { database } = place.world;
  const known = action.subject.kind === null ? place.book.customers.get(action.subject.number) : undefined;
  const items = known === undefined ? await itemsOf(place, action.subject) : [];
  if (action.kind === 'release_hold') {
    const isMeant = (kind: string) => action.holdKind === null || action.holdKind === kind;
    await database.write(place.scope, async (tx) => {
      const ids = items.map((item) => item.id);
      const holds = known === undefined ? await holdsOfItems(tx, ids) : await holdsOfCustomer(tx, known);
      const meant = holds.filter((hold) => isMeant(hold.kind));
      if (meant.length === 0) noHold(place, action.subject.number);
      for (const hold of meant) await releaseHold(tx, hold.id);
    });
    return;
  }
  const { amount, untilOn, holdKind: kind } = action;
  const reason = step.reason ?? 'scenario';
  const until = untilOn === null ? {} : { untilOn };
  await database.write(place.scope, async (tx) => {
    if (known !== undefined) await placeHold(tx, { customerId: known, kind, reason, ...until });
    for (const { id, customerId: owner, currency } of items) {
      const amountMinor = amount === null ? undefined : minorOf(place, amount, currency);
      await placeHold(tx, { itemId: id, customerId: owner, kind, reason, amountMinor, ...until });
    }
  });
}

function noHold(place: Place, subject: string): never {
  const message = `Nothing holds ${subject} today. Was the hold released before, or has its last day passed?`;
  return lineProblem(place.line, { field: subject, code: 'hold_unknown', message });
}

async function withdraw(place: Place, step: StepStatement, name: string): Promise<void> {
  const called = place.book.called.get(name)?.pendingIds ?? [];
  const named = [...place.book.pendingNames].filter(([, one]) => one === name).map(([id]) => id);
  const ids = [...new Set([...called, ...named])];
  if (ids.length === 0) {
    const message = `Nothing called ${name} waits as pending.`;
    lineProblem(place.line, { field: name, code: 'pending_unknown', message });
  }
  await command(place, step, async (tx) => {
    for (const id of ids) await withdrawPending(tx, id, step.reason ?? 'withdrawn');
  });
}
