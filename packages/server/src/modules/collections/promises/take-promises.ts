/**
 * A sheet of promises: each row is checked as if somebody wrote the promise down, shown in the preview, and judged by the ledger
 * once it is posted. What stands already is taken once; a promise whose deadline is over is refused, for the ledger cannot judge
 * what it did not see.
 */
import { instantInZone } from '@quittance/core/calendar';
import type { PromiseRow } from '@quittance/core/extracts';
import { formatAmount } from '@quittance/core/money';
import { referenceKey } from '@quittance/core/references';
import { inCommand } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { recordsOfParty } from '../../customers/index.ts';
import { createRowAccounts, type FileTaker, type TakingContext, unknownCustomer } from '../../intake/index.ts';
import { findItemsByKey, type ItemView } from '../../ledger/index.ts';
import { judgeParty } from './judge-promises.usecase.ts';
import { promisesOfParty } from './promise-facts.queries.ts';
import { lockCustomerPromises } from './promise-judgements.queries.ts';
import { type PromiseTermsOf, promiseTerms } from './promise-terms.usecase.ts';
import { insertPromises, type NewPromise, type PromiseChannel } from './promises.queries.ts';

const NOON = '12:00'; // of a promise whose hour nobody knows

interface Known {
  readonly accounts: ReturnType<typeof createRowAccounts>;
  readonly termsOf: PromiseTermsOf;
  /** Of each customer: its records, and the keys of its open promises, with those of this file. */
  readonly parties: Map<string, Party>;
}

interface Party {
  readonly customerIds: readonly string[];
  readonly standing: Set<string>;
}

export async function takePromises(context: TakingContext): Promise<FileTaker> {
  const { tx, commandId, batchId } = context;
  const known: Known = {
    accounts: createRowAccounts(context),
    termsOf: await promiseTerms(tx),
    parties: new Map(),
  };
  return {
    async take(message) {
      if (message.type === 'promises') await takeBlock(context, message.promises, known);
    },
    async finish() {
      if (commandId === null || known.parties.size === 0) return;
      await inCommand(tx, { action: 'promises.judge', body: { batchId } }, async (commandTx) => {
        for (const customerId of [...known.parties.keys()].sort()) await judgeParty(commandTx, customerId, 'made');
        return null;
      });
    },
  };
}

async function takeBlock(context: TakingContext, rows: readonly PromiseRow[], known: Known): Promise<void> {
  const { tx, recorder, batchId, commandId } = context;
  await known.accounts.know(rows.map((row) => row.customerNumber));
  const items = await itemsNamed(tx, rows);
  const added: NewPromise[] = [];
  for (const row of rows) {
    const account = known.accounts.find(row.customerNumber);
    if (account === undefined) {
      recorder.refuse(unknownCustomer(row.row, row.customerNumber));
      continue;
    }
    const customerId = account.accountId;
    const party = known.parties.get(customerId) ?? (await partyOf(tx, customerId, commandId !== null));
    known.parties.set(customerId, party);
    const draft = { ...draftOf(tx, row, known.termsOf), customerId, batchId };
    const of = row.itemNumbers.map((number) => openItem(items, party, row, number));
    const fault = faultOf(tx, { row, draft, items: of });
    if (fault !== null) {
      recorder.refuse({ row: row.row, label: row.customerNumber, faults: [{ row: row.row, ...fault }] });
      continue;
    }
    const itemIds = of.length === 0 ? null : of.flatMap((item) => item?.id ?? []);
    const promise: NewPromise = { ...draft, itemIds };
    const isThere = party.standing.has(keyOf(promise));
    party.standing.add(keyOf(promise));
    recorder.count(isThere ? 'unchanged' : 'added', () => shown(row, promise));
    if (!isThere) added.push(promise);
  }
  if (commandId !== null && added.length > 0) await insertPromises(tx, added);
}

async function partyOf(tx: Tx, customerId: string, isPosting: boolean): Promise<Party> {
  if (isPosting) await lockCustomerPromises(tx, customerId);
  const customerIds = await recordsOfParty(tx, customerId);
  const open = (await promisesOfParty(tx, customerIds)).filter(({ state }) => state === 'open');
  return { customerIds, standing: new Set(open.map(keyOf)) };
}

type PromiseFacts = Pick<NewPromise, 'promisedOn' | 'amountMinor' | 'currency' | 'itemIds'>;

function keyOf({ promisedOn, amountMinor, currency, itemIds }: PromiseFacts): string {
  return `${promisedOn} ${amountMinor} ${currency} ${[...(itemIds ?? ['account'])].sort().join(' ')}`;
}

async function itemsNamed(tx: Tx, rows: readonly PromiseRow[]): Promise<Map<string, ItemView[]>> {
  const keys = [...new Set(rows.flatMap(({ itemNumbers }) => itemNumbers.map(referenceKey)))];
  const found = new Map<string, ItemView[]>();
  if (keys.length === 0) return found;
  for (const item of await findItemsByKey(tx, keys)) {
    const key = referenceKey(item.documentNumber);
    found.set(key, [...(found.get(key) ?? []), item]);
  }
  return found;
}

/** Of a document in instalments the one due first that is open. */
function openItem(
  items: ReadonlyMap<string, readonly ItemView[]>,
  { customerIds }: Party,
  { currency }: PromiseRow,
  number: string,
): ItemView | undefined {
  return (items.get(referenceKey(number)) ?? [])
    .filter((item) => customerIds.includes(item.customerId) && item.currency === currency && item.openMinor > 0n)
    .sort((left, right) => (left.dueOn < right.dueOn ? -1 : 1))[0];
}

function draftOf(tx: Tx, row: PromiseRow, termsOf: PromiseTermsOf) {
  const { amountMinor, currency, promisedOn, madeOn, author } = row;
  const channel: PromiseChannel = row.channel === 'note' ? 'other' : row.channel;
  const instant = madeOn === null ? null : instantInZone(madeOn, NOON, tx.company.timeZone);
  return {
    ...{
      id: newId(),
      planId: null,
      part: 1,
      currency,
      amountMinor,
      interestMinor: 0n,
      promisedOn,
      channel,
      note: row.text,
    },
    ...{ contactId: null, activityId: null, madeByName: author },
    ...termsOf(row),
    madeAt: instant !== null && instant < tx.recordedAt ? instant : null,
  };
}

interface Fault {
  readonly field: 'promisedOn' | 'happenedOn' | 'itemNumber' | 'amount';
  readonly code: string;
  readonly message: string;
}

function faultOf(
  tx: Tx,
  given: {
    readonly row: PromiseRow;
    readonly draft: Pick<NewPromise, 'deadlineOn'>;
    readonly items: readonly (ItemView | undefined)[];
  },
): Fault | null {
  const { row, draft, items } = given;
  const { madeOn, currency, amountMinor, itemNumbers } = row;
  if (draft.deadlineOn < tx.today) {
    const message = `Its last day in time was ${draft.deadlineOn}: the ledger cannot judge what it did not see. Bring it as a note.`;
    return { field: 'promisedOn', code: 'promise_day_is_over', message };
  }
  if (madeOn !== null && madeOn > tx.today) {
    const message = `It was made on ${madeOn}, which is to come. Correct the day, or leave it blank.`;
    return { field: 'happenedOn', code: 'promise_made_after_today', message };
  }
  const missing = itemNumbers.find((_, index) => items[index] === undefined);
  if (missing !== undefined) {
    const message = `${missing} is no open item of this customer in ${currency}. Correct it, or leave it blank: of the account.`;
    return { field: 'itemNumber', code: 'promise_item_not_open', message };
  }
  const openMinor = items.reduce((sum, item) => sum + (item?.openMinor ?? 0n), 0n);
  if (items.length === 0 || amountMinor <= openMinor) return null;
  const message = `Of these items ${formatAmount(openMinor, currency)} ${currency} are open. Lower the amount, or leave the items blank.`;
  return { field: 'amount', code: 'promise_above_open_amount', message };
}

function shown(row: PromiseRow, promise: Pick<NewPromise, 'deadlineOn'>) {
  const { customerNumber, currency, amountMinor, promisedOn, itemNumbers, author, text } = row;
  return {
    row: row.row,
    label: customerNumber,
    fields: {
      amount: `${formatAmount(amountMinor, currency)} ${currency}`,
      promisedOn,
      deadlineOn: promise.deadlineOn,
      itemNumber: itemNumbers.join(', '),
      author: author ?? '',
      text: text ?? '',
    },
  };
}
