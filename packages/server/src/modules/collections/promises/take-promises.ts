/**
 * A sheet of promises: each row is checked as if somebody wrote the promise down, shown in the preview, and judged by the ledger
 * once it is posted. What stands already is taken once; a promise whose deadline is over is refused, for the ledger cannot judge
 * what it did not see.
 */
import { instantInZone } from '@quittance/core/calendar';
import type { PromiseRow } from '@quittance/core/extracts';
import { formatAmount } from '@quittance/core/money';
import type { StandingPromise } from '@quittance/core/promises';
import { referenceKey } from '@quittance/core/references';
import { inCommand } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { recordsOfParty } from '../../customers/index.ts';
import { createRowAccounts, type FileTaker, type TakingContext, unknownCustomer } from '../../intake/index.ts';
import { findItemsByKey, type ItemView } from '../../ledger/index.ts';
import { judgeParty } from './judge-promises.usecase.ts';
import { aboveOpen, standingIn, tooFar } from './promise-bounds.ts';
import { type OpenItem, openDebits, promisesOfParty, type StoredPromise } from './promise-facts.queries.ts';
import { lockCustomerPromises } from './promise-judgements.queries.ts';
import { policyInForce } from './promise-policy.queries.ts';
import { type PromiseTermsOf, promiseTerms } from './promise-terms.usecase.ts';
import { insertPromises, type NewPromise, type PromiseChannel } from './promises.queries.ts';

const NOON = '12:00'; // of a promise whose hour nobody knows

interface Known {
  readonly accounts: ReturnType<typeof createRowAccounts>;
  readonly termsOf: PromiseTermsOf;
  readonly daysAheadMax: number;
  /** Of each customer: its records, and the keys of its open promises, with those of this file. */
  readonly parties: Map<string, Party>;
}

interface Party {
  readonly customerIds: readonly string[];
  readonly standing: Set<string>;
  readonly promises: readonly StoredPromise[];
  /** By currency, what is open, and the promises on it with those of this file. */
  readonly books: Map<string, Book>;
}

interface Book {
  readonly open: readonly OpenItem[];
  readonly standing: StandingPromise[];
}

export async function takePromises(context: TakingContext): Promise<FileTaker> {
  const { tx, commandId, batchId } = context;
  const known: Known = {
    accounts: createRowAccounts(context),
    termsOf: await promiseTerms(tx),
    daysAheadMax: (await policyInForce(tx)).daysAheadMax,
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
    const itemIds = of.length === 0 ? null : [...new Set(of.flatMap((item) => item?.id ?? []))];
    const promise: NewPromise = { ...draft, itemIds };
    const isThere = party.standing.has(keyOf(promise));
    const book = await bookIn(tx, party, row.currency);
    const fault = isThere ? null : faultOf(tx, { row, promise, items: of, book, daysAheadMax: known.daysAheadMax });
    if (fault !== null) {
      recorder.refuse({ row: row.row, label: row.customerNumber, faults: [{ row: row.row, ...fault }] });
      continue;
    }
    recorder.count(isThere ? 'unchanged' : 'added', () => shown(row, promise));
    if (isThere) continue;
    party.standing.add(keyOf(promise));
    book.standing.push({ itemIds, leftMinor: promise.amountMinor });
    added.push(promise);
  }
  if (commandId !== null && added.length > 0) await insertPromises(tx, added);
}

async function partyOf(tx: Tx, customerId: string, isPosting: boolean): Promise<Party> {
  if (isPosting) await lockCustomerPromises(tx, customerId);
  const customerIds = await recordsOfParty(tx, customerId);
  const promises = (await promisesOfParty(tx, customerIds)).filter(({ state }) => state === 'open');
  return { customerIds, standing: new Set(promises.map(keyOf)), promises, books: new Map() };
}

async function bookIn(tx: Tx, { customerIds, promises, books }: Party, currency: string): Promise<Book> {
  const known = books.get(currency);
  if (known !== undefined) return known;
  const open = await openDebits(tx, { customerIds, currency });
  const book = { open, standing: standingIn(promises, currency) };
  books.set(currency, book);
  return book;
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
    ...{ contactId: null, activityId: null, messageId: null, madeByName: author },
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
    readonly promise: NewPromise;
    readonly items: readonly (ItemView | undefined)[];
    readonly book: Book;
    readonly daysAheadMax: number;
  },
): Fault | null {
  const { row, promise, items, book, daysAheadMax } = given;
  const { madeOn, currency, itemNumbers } = row;
  if (promise.deadlineOn < tx.today) {
    const message = `Its last day in time was ${promise.deadlineOn}: the ledger cannot judge what it did not see. Bring it as a note.`;
    return { field: 'promisedOn', code: 'promise_day_is_over', message };
  }
  const far = tooFar(promise.promisedOn, { today: tx.today, daysAheadMax });
  if (far !== null) return { field: 'promisedOn', code: far.code, message: far.message };
  if (madeOn !== null && madeOn > tx.today) {
    const message = `It was made on ${madeOn}, which is to come. Correct the day, or leave it blank.`;
    return { field: 'happenedOn', code: 'promise_made_after_today', message };
  }
  const missing = itemNumbers.find((_, index) => items[index] === undefined);
  if (missing !== undefined) {
    const message = `${missing} is no open item of this customer in ${currency}. Correct it, or leave it blank: of the account.`;
    return { field: 'itemNumber', code: 'promise_item_not_open', message };
  }
  const above = aboveOpen(promise, book);
  return above === null ? null : { field: 'amount', code: above.code, message: above.message };
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
