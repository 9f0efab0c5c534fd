/**
 * Asked by whoever is about to hand a message to the mail server, in the transaction that claims it: what speaks against it now. A
 * letter that no longer says what is so is withdrawn; its items take their step again in the next run, as they stand then.
 */

import { laterDate, localDate } from '@quittance/core/calendar';
import { objections } from '@quittance/core/dunning';
import type { Tx } from '../../../platform/database/transaction.ts';
import { findVersion, strategiesInForce } from '../strategies/strategies.queries.ts';
import {
  type DecidedLetter,
  letterOfMessage,
  restoreAction,
  stepsOfAction,
  withdrawAction,
} from './actions.queries.ts';
import { askedInMessage } from './asked-by-hand.queries.ts';
import { askedOtherwise } from './asked-by-hand.ts';
import { creditsOf, loadParties } from './customer-facts.ts';
import {
  bankDataThrough,
  changedSinceWritten,
  type HoldInForce,
  holdsInForce,
  itemsAsTheyStand,
  openItems,
} from './facts.queries.ts';
import { findRun } from './runs.queries.ts';

/** Null: it may go, or is none of ours. Else why it was withdrawn. */
export async function objectionToSending(tx: Tx, messageId: string): Promise<string | null> {
  const letter = await letterOfMessage(tx, messageId);
  if (letter === undefined) return objectionToLetterByHand(tx, messageId);
  // It failed or was given up, and somebody sends it again.
  if (letter.isWithdrawn && !(await restoreAction(tx, letter.id))) return TAKEN_MEANWHILE;
  if (letter.runId !== null && (await strategiesInForce(tx)) === undefined) {
    await withdrawAction(tx, letter.id, [{ reason: 'stopped', detail: null }]);
    return STOPPED;
  }
  if (letter.runId === null) {
    const objection = await objectionToLetterByHand(tx, messageId);
    if (objection !== null) await withdrawAction(tx, letter.id, [{ reason: 'changed_since', detail: objection }]);
    return objection;
  }
  const steps = await stepsOfAction(tx, letter.id);
  const parties = await loadParties(tx);
  const ids = steps.map(({ itemId }) => itemId);
  const items = new Map((await itemsAsTheyStand(tx, ids)).map((item) => [item.id, item]));
  const owners = [letter.customerId, ...[...items.values()].map(({ customerId }) => customerId)].map(parties.standsFor);
  const records = [...new Set(owners)].flatMap((id) => [...parties.recordsOf(id)]);
  const holds = await holdsInForce(tx, records);
  const holdsOn = (id: string): HoldInForce[] => holds.filter(({ itemId }) => itemId === id);
  const lastDueOn = [...items.values()].reduce((latest, { dueOn }) => laterDate(latest, dueOn), tx.today);
  const open = await openItems(tx, records, lastDueOn);
  const customer = {
    holds: holds.filter(({ itemId }) => itemId === null).map(({ kind }) => kind),
    credits: creditsOf(open),
    items: open.filter(({ openMinor }) => openMinor > 0n).map((item) => ({ ...item, holds: holdsOn(item.id) })),
  };
  const asked = steps.flatMap(({ itemId, askedMinor, dueOn }) => {
    const item = items.get(itemId);
    return item === undefined
      ? []
      : [{ askedMinor, askedDueOn: localDate(dueOn), now: { ...item, holds: holdsOn(itemId) } }];
  });
  const bankDataDaysMax = await daysMaxOf(tx, letter);
  const found = objections(asked, customer, {
    today: tx.today,
    bankDataOn: await bankDataThrough(tx),
    bankDataDaysMax,
  });
  const [first] = found;
  if (first === undefined) return null;
  await withdrawAction(tx, letter.id, found);
  const number = items.get(first.itemId)?.number ?? '';
  return `Withdrawn before it was sent: ${number} ${WORDS[first.reason]}. What is still owed comes with the next run.`;
}

/** What a person wrote as things stood is theirs to say; what came since, while the letter waited, speaks against it. */
async function objectionToLetterByHand(tx: Tx, messageId: string): Promise<string | null> {
  const [changed] = [...(await changedSinceWritten(tx, messageId)), ...(await amountsChanged(tx, messageId))];
  if (changed === undefined) return null;
  return `Withdrawn before it was sent: ${changed.number} ${SINCE[changed.what]} since it was written. Write it again.`;
}

/** Money came or was used, or a part was promised: what is asked for is not what would be asked for now. */
async function amountsChanged(tx: Tx, messageId: string): Promise<{ number: string; what: 'amount' }[]> {
  const letter = await askedInMessage(tx, messageId);
  const [first] = letter;
  if (first === undefined) return [];
  const otherwise = await askedOtherwise(tx, {
    customerId: first.customerId,
    itemIds: letter.map(({ itemId }) => itemId),
    askedMinor: new Map(
      letter.flatMap(({ itemId, askedMinor }) => (askedMinor === null ? [] : [[itemId, askedMinor]])),
    ),
  });
  return letter.filter(({ itemId }) => itemId === otherwise).map(({ number }) => ({ number, what: 'amount' }));
}

const SINCE = {
  position: 'is not open as the letter says',
  amount: 'has another amount to pay, as money came or a part was promised',
  hold: 'was put on hold',
  credit: 'may be paid by money that came',
};

const STOPPED = 'Withdrawn before it was sent: dunning was stopped, no strategy is switched on.';
const TAKEN_MEANWHILE = 'Withdrawn before it was sent: its items took their step by another letter meanwhile.';

const WORDS = {
  bank_data_stale: 'may be paid, the bank’s statements are too old to tell',
  customer_hold: 'is of a customer on hold',
  item_hold: 'is on hold',
  credits_cover: 'is covered by money that waits to be applied',
  amount_changed: 'is not open as the letter says',
  due_date_changed: 'is due on another day',
} as const;

async function daysMaxOf(tx: Tx, letter: Pick<DecidedLetter, 'runId' | 'strategyName'>): Promise<number> {
  const run = letter.runId === null ? undefined : await findRun(tx, letter.runId);
  const version = run === undefined ? await strategiesInForce(tx) : await findVersion(tx, run.strategyNumber);
  const strategy = version?.strategies.find(({ name }) => name === letter.strategyName);
  return strategy?.limits.bankDataDaysMax ?? 0;
}
