/** Carries out the steps of collections through the use cases that the screens call; nothing is handed to a mail server. */
import { localDate } from '@quittance/core/calendar';
import { currencyCode, minorDigits } from '@quittance/core/money';
import { planParts, usualPromisePolicy } from '@quittance/core/promises';
import type { CollectionsAction, StepStatement, WrittenPromise } from '@quittance/core/scenario';
import { USUAL_STRATEGY } from '@quittance/core/strategies';
import {
  carryOutRun,
  insertTerms,
  makePromises,
  objectionToSending,
  proposeStrategies,
  recordCall,
  saveReferenceRate,
  setPromisePolicy,
  startRun,
  switchStrategies,
  withdrawPromise,
} from '../modules/collections/index.ts';
import { addMailbox } from '../modules/correspondence/index.ts';
import { type CommandTx, runCommand } from '../platform/command/index.ts';
import { hasMailbox, insertBankStatement, lettersOfRun } from './collections.queries.ts';
import { currencyOf, customerId, functionalOf, itemsOf, minorOf } from './names.ts';
import { interestAct } from './step-interest.ts';
import { type CalledStep, lineProblem, type NamedPromise, type Place, readIn } from './world.ts';

const NOTHING_WRITTEN: CalledStep = { entryIds: [], pendingIds: [] };

/** Null: the step is none of collections. */
export async function collectionsStep(place: Place, step: StepStatement): Promise<CalledStep | null> {
  const { action } = step;
  switch (action.kind) {
    case 'promise':
      await promise(place, step, action);
      return NOTHING_WRITTEN;
    case 'withdraw_promise':
      await withdraw(place, step, action.name);
      return NOTHING_WRITTEN;
    case 'promise_policy':
      await policy(place, step, action);
      return NOTHING_WRITTEN;
    case 'strategy':
      await strategy(place, step, action);
      return NOTHING_WRITTEN;
    case 'bank_statement':
      await place.world.database.write(place.scope, (tx) => insertBankStatement(tx, action.through ?? place.day));
      return NOTHING_WRITTEN;
    case 'dunning_run':
      await dun(place, step);
      return NOTHING_WRITTEN;
    case 'check_letters':
      await checkLetters(place, action.run);
      return NOTHING_WRITTEN;
    case 'call':
      await call(place, step, action);
      return NOTHING_WRITTEN;
    case 'interest_terms':
      await interestTerms(place, step, action);
      return NOTHING_WRITTEN;
    case 'reference_rate': {
      const rate = { validFrom: action.fromOn, rateE4: action.rateE4 };
      await command(place, step, async (tx) => ({ done: await saveReferenceRate(tx, rate) }));
      return NOTHING_WRITTEN;
    }
    case 'charge_interest':
    case 'waive_interest':
      return interestAct(place, step, action);
    default:
      return null;
  }
}

type Of<Kind extends CollectionsAction['kind']> = Extract<CollectionsAction, { kind: Kind }>;

function command<T>(place: Place, step: StepStatement, work: (tx: CommandTx) => Promise<T>): Promise<T> {
  return runCommand(place.world.database, place.scope, commandOf(step), work);
}

function commandOf(step: StepStatement) {
  return { action: `scenario.${step.action.kind}`, key: step.key ?? undefined, body: step.action };
}

async function promise(place: Place, step: StepStatement, action: Of<'promise'>): Promise<void> {
  const { isPlan, interest, name } = action;
  const owner = customerId(place, action.customer);
  const { itemIds, parts } = await promised(place, action);
  const common = { channel: 'other' as const, contactId: null, activityId: null, note: step.note };
  const made = await command(place, step, (tx) =>
    makePromises(tx, { ...common, customerId: owner, itemIds, parts, isPlan, interest }),
  );
  remember(place, name, { customerId: owner, ids: made.promiseIds, planId: made.planId });
}

function remember({ book, line }: Place, name: string, promise: NamedPromise): void {
  if (book.promises.has(name)) {
    const message = `There is a promise ${name} already. Give this one another name.`;
    lineProblem(line, { field: name, code: 'promise_named_twice', message });
  }
  book.promises.set(name, promise);
}

async function promised(place: Place, { parts, items }: Pick<WrittenPromise, 'parts' | 'items'>) {
  const found = [];
  for (const item of items) found.push(...(await itemsOf(place, item)));
  const written = parts.kind === 'written' ? parts.parts.map(({ amount }) => amount) : [parts.amount];
  const currency = found[0]?.currency ?? currencyOf(place, written[0]);
  const money = (amountMinor: bigint) => ({ amountMinor, currency: currencyCode(currency) });
  const itemIds = items.length === 0 ? null : found.map(({ id }) => id);
  if (parts.kind === 'written') {
    const all = parts.parts.map(({ amount, promisedOn }) => ({
      promisedOn,
      amount: money(minorOf(place, amount, currency)),
    }));
    return { itemIds, parts: all };
  }
  const { count, rhythm, firstOn } = parts;
  const amountMinor = minorOf(place, parts.amount, currency);
  const spread = planParts({ amountMinor, parts: count, firstOn, rhythm });
  return { itemIds, parts: spread.map((part) => ({ promisedOn: part.promisedOn, amount: money(part.amountMinor) })) };
}

async function withdraw(place: Place, step: StepStatement, name: string): Promise<void> {
  const { ids } = namedPromise(place, name);
  await command(place, step, (tx) => withdrawPromise(tx, ids[0] ?? '', step.reason ?? 'withdrawn'));
}

export function namedPromise(place: Place, name: string): NamedPromise {
  const found = place.book.promises.get(name);
  if (found !== undefined) return found;
  const message = `No promise or plan was called ${name}. Does its line stand before this one?`;
  return lineProblem(place.line, { field: name, code: 'promise_unknown', message });
}

async function policy(place: Place, step: StepStatement, action: Of<'promise_policy'>): Promise<void> {
  const currency = functionalOf(place);
  const { days: toleranceDays, countsBusinessDays, basisPoints: toleranceBasisPoints } = action;
  const toleranceMax = { amountMinor: minorOf(place, action.most, currency), currency: currencyCode(currency) };
  const reason = step.reason ?? 'scenario';
  const { daysAheadMax } = usualPromisePolicy(minorDigits(currency));
  await command(place, step, (tx) =>
    setPromisePolicy(tx, {
      toleranceDays,
      countsBusinessDays,
      toleranceBasisPoints,
      toleranceMax,
      daysAheadMax,
      reason,
    }),
  );
}

/** The usual strategy with what is said otherwise, switched on; and a mailbox that letters would go out from. */
async function strategy(place: Place, step: StepStatement, action: Of<'strategy'>): Promise<void> {
  const { database } = place.world;
  const { limits } = USUAL_STRATEGY;
  const changed = {
    ...limits,
    quietDays: action.quietDays ?? limits.quietDays,
    bankDataDaysMax: action.bankDataDays ?? limits.bankDataDaysMax,
    customerUnitsMin: action.customerUnitsMin ?? limits.customerUnitsMin,
  };
  const given = { command: commandOf(step), reason: step.reason ?? 'scenario' };
  const strategies = [{ ...USUAL_STRATEGY, limits: changed }];
  const { number } = await proposeStrategies(database, place.scope, { strategies, ...given });
  await switchStrategies(database, place.scope, { number, ...given });
  if (await readIn(place.world, place.book, hasMailbox)) return;
  await command(place, step, async (tx) => ({ id: await addMailbox(tx, MAILBOX) }));
}

/** Nobody connects to it: letters are written and stay. */
const MAILBOX = {
  name: 'Scenario',
  address: 'receivables@scenario.example',
  smtp: { host: 'localhost', port: 25, security: 'none' as const, user: null, passwordFrom: null },
  imap: null,
  hasAddressTokens: false,
  authority: null,
  isDefault: true,
  isEnabled: true,
};

async function dun(place: Place, step: StepStatement): Promise<void> {
  const { database } = place.world;
  const { id } = await startRun(database, place.scope, { origin: 'hand', command: commandOf(step) });
  await carryOutRun(database, place.scope, id);
  place.book.lastRun = id;
  if (step.called !== null) place.book.runs.set(step.called, id);
}

export function namedRun({ book, line }: Place, name: string | null): string {
  const id = name === null ? book.lastRun : book.runs.get(name);
  if (id !== null && id !== undefined) return id;
  const message = `No dunning run was ${name === null ? 'made' : `called ${name}`} before this line. Write: dunning run called D1.`;
  return lineProblem(line, { field: name ?? 'run', code: 'run_unknown', message });
}

/** What sending asks in the transaction that claims a letter: whom something speaks against is withdrawn. */
async function checkLetters(place: Place, name: string | null): Promise<void> {
  const run = namedRun(place, name);
  const ids = await readIn(place.world, place.book, (tx) => lettersOfRun(tx, run));
  for (const id of ids) await place.world.database.write(place.scope, (tx) => objectionToSending(tx, id));
}

async function call(place: Place, step: StepStatement, action: Of<'call'>): Promise<void> {
  const owner = customerId(place, action.customer);
  const { outcome } = action;
  const next =
    action.promise === null ? null : { kind: 'promise' as const, ...(await promised(place, action.promise)) };
  const common = { contactId: null, number: null, scriptLanguage: 'en' as const, scriptNumber: 0, callBackId: null };
  const made = await command(place, step, (tx) =>
    recordCall(tx, {
      ...{ ...common, customerId: owner, outcome, next, situation: 'first_call', note: step.note ?? '' },
      ...{ startedAt: tx.recordedAt, durationSeconds: 60 },
    }),
  );
  if (action.promise === null || made.next === null) return;
  remember(place, action.promise.name, { customerId: owner, ids: [made.next.id], planId: null });
}

async function interestTerms(place: Place, step: StepStatement, action: Of<'interest_terms'>): Promise<void> {
  const currency = functionalOf(place);
  const { scheme, rateE4, dayCount, graceDays, fee, minimum } = action;
  const terms = {
    ...{ scheme, rateE4, dayCount, graceDays, noteDueDays: 14 },
    minimumMinor: minimum === null ? 0n : minorOf(place, minimum, currency),
    feeMinor: fee === null ? 0n : minorOf(place, fee, currencyOf(place, fee)),
    feeCurrency: currencyOf(place, fee),
    fromOn: action.fromOn ?? localDate(place.day),
  };
  await command(place, step, async (tx) => ({ number: await insertTerms(tx, terms, step.reason ?? 'scenario') }));
}
