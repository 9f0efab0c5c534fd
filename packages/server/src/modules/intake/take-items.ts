/** Items of an extract: compared with the documents that stand, and posted through the ledger. */
import { formatAmount, sum } from '@quittance/core/money';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { type AccountOfNumber, findAccountsByNumber, insertCustomers, type NewCustomer } from '../customers/index.ts';
import { type DocumentDraft, type DocumentPoster, documentPoster } from '../ledger/index.ts';
import { createDocumentParties } from './document-parties.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';
import type { DocumentRow } from './reading/messages.ts';
import { findStandingDocuments, hasDocuments, type StandingDocument } from './standing.queries.ts';

/** Customers remembered between blocks; beyond it they are looked up again. */
const CUSTOMERS_REMEMBERED_MAX = 200_000;

export async function takeItems(given: TakingContext): Promise<FileTaker> {
  const canRepeat = await hasDocuments(given.tx);
  const posting = createPosting(given);
  const context = { ...given, tx: betweenWrites(given.tx, posting.settled) };
  const customers = createCustomerLookup(context);
  const parties = createDocumentParties(context);
  return {
    async take(message) {
      if (message.type !== 'documents') return;
      const documents = await parties.named(message.documents);
      const standing = canRepeat ? await standingByKey(context, documents) : NOTHING_STANDS;
      await customers.know(documents);
      await posting.prepare(documents);
      for (const document of documents) {
        const earlier = standing.get(keyOf(document));
        const account = customers.accountOf(document.customerNumber);
        if (earlier !== undefined) compare(context, document, { earlier, account });
        else postOrRefuse(context, document, { customerId: account.accountId, posting });
      }
      await posting.flushIfFull();
    },
    async finish() {
      await posting.finish();
      await parties.complete();
    },
  };
}

const NOTHING_STANDS: ReadonlyMap<string, StandingDocument> = new Map();

function keyOf(document: { readonly kind: string; readonly number: string }): string {
  return `${document.kind} ${document.number}`;
}

async function standingByKey(
  { tx }: TakingContext,
  documents: readonly DocumentRow[],
): Promise<ReadonlyMap<string, StandingDocument>> {
  const numbers = documents.map((document) => document.number);
  return new Map((await findStandingDocuments(tx, numbers)).map((document) => [keyOf(document), document]));
}

/** A document that stands is never posted again. What differs is shown; the ledger stays as it is. */
function compare(
  { recorder }: TakingContext,
  document: DocumentRow,
  { earlier, account }: { readonly earlier: StandingDocument; readonly account: Account },
): void {
  const differences = differencesOf(document, earlier, account);
  if (differences.length === 0) {
    recorder.count('unchanged', () => ({ row: document.row, label: document.number, fields: fieldsOf(document) }));
    return;
  }
  recorder.count('changed', () => ({
    row: document.row,
    label: document.number,
    fields: { ...fieldsOf(document), differs: differences.join('; ') },
  }));
  const message = `${document.number} stands in the ledger and differs: ${differences.join('; ')}. Nothing was changed; correct it in the ledger.`;
  recorder.note({ row: document.row, field: 'number', code: 'differs_from_ledger', message });
}

function differencesOf(document: DocumentRow, earlier: StandingDocument, account: Account): string[] {
  const amountMinor = totalOf(document);
  const differences: string[] = [];
  // Items posted before a merge stand on the duplicate, later ones on the survivor.
  const isTheirs = earlier.customerId === account.accountId || earlier.customerId === account.customerId;
  if (!isTheirs) differences.push('another customer');
  if (earlier.currency !== document.currency) differences.push(`${earlier.currency} there, ${document.currency} here`);
  else if (earlier.amountMinor !== amountMinor) {
    const there = formatAmount(earlier.amountMinor, earlier.currency);
    differences.push(`${there} there, ${formatAmount(amountMinor, document.currency)} here`);
  }
  if (earlier.issuedOn !== document.issuedOn)
    differences.push(`issued ${earlier.issuedOn} there, ${document.issuedOn} here`);
  const dueHere = document.instalments.map((instalment) => instalment.dueOn).join(', ');
  const dueThere = earlier.dueOn.join(', ');
  if (dueThere !== dueHere) differences.push(`due ${dueThere} there, ${dueHere} here`);
  return differences;
}

function postOrRefuse(
  { recorder }: TakingContext,
  document: DocumentRow,
  { customerId, posting }: { readonly customerId: string; readonly posting: Posting },
): void {
  try {
    posting.add(draftOf(document, customerId));
    recorder.count('added', () => ({ row: document.row, label: document.number, fields: fieldsOf(document) }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fault = {
      row: document.row,
      field: fieldOf(error),
      code: error.code,
      message: error.message,
      parameters: error.details,
    };
    recorder.refuse({ row: document.row, label: document.number, faults: [fault] });
  }
}

/** Of the ledger's refusals of a new document, all but a missing rate are about its day. */
function fieldOf(error: AppError): string {
  return error.code === 'fx_rate_missing' ? 'currency' : 'issuedOn';
}

function draftOf(document: DocumentRow, customerId: string): DocumentDraft {
  return {
    kind: document.kind,
    number: document.number,
    customerId,
    currency: document.currency,
    issuedOn: document.issuedOn,
    instalments: document.instalments,
    terms: document.terms ?? undefined,
    purchaseOrder: document.purchaseOrder ?? undefined,
    orderNumber: document.orderNumber ?? undefined,
    deliveryNote: document.deliveryNote ?? undefined,
    reference: document.reference ?? undefined,
  };
}

function totalOf(document: DocumentRow): bigint {
  return sum(document.instalments.map((instalment) => instalment.amountMinor));
}

function fieldsOf(document: DocumentRow): Record<string, string> {
  const [first] = document.instalments;
  return {
    kind: document.kind,
    customerNumber: document.customerNumber,
    customerName: document.customerName ?? '',
    amount: formatAmount(totalOf(document), document.currency),
    currency: document.currency,
    issuedOn: document.issuedOn,
    dueOn: first?.dueOn ?? '',
  };
}

/** The transaction for what is asked between writes: it waits for the one that goes on behind. */
function betweenWrites(tx: Tx, settled: () => Promise<void>): Tx {
  const after =
    <Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) =>
    async (...args: Args) => {
      await settled();
      return ask(...args);
    };
  const { all, lists, one, maybe, run, copyIn } = tx;
  return {
    ...tx,
    all: after(all) as Tx['all'],
    lists: after(lists) as Tx['lists'],
    one: after(one) as Tx['one'],
    maybe: after(maybe) as Tx['maybe'],
    run: after(run),
    copyIn: after(copyIn),
  };
}

interface Posting {
  readonly prepare: (documents: readonly DocumentRow[]) => Promise<void>;
  readonly add: (draft: DocumentDraft) => void;
  readonly flushIfFull: () => Promise<void>;
  readonly finish: () => Promise<void>;
  /** Ends when nothing is being written. */
  readonly settled: () => Promise<void>;
}

/** The ledger's poster knows the rates of its currencies from the start: a new currency in the file asks for a new one. */
function createPosting({ tx, batchId, commandId }: TakingContext): Posting {
  const isPosting = commandId !== null;
  const currencies = new Set<string>();
  let poster: DocumentPoster | null = null;
  return {
    async prepare(documents) {
      const known = currencies.size;
      for (const document of documents) currencies.add(document.currency);
      if (poster !== null && currencies.size === known) return;
      await poster?.flush();
      poster = await documentPoster(tx, currencies, { commandId: commandId ?? batchId, batchId });
    },
    add: (draft) => void (isPosting ? poster?.add(draft) : poster?.check(draft)),
    async flushIfFull() {
      if (poster?.isFull()) await poster.flushBehind();
    },
    finish: async () => poster?.flush(),
    settled: async () => poster?.settled(),
  };
}

interface CustomerLookup {
  /** Makes sure that the customers of these documents are known, adding those that the company does not have. */
  readonly know: (documents: readonly DocumentRow[]) => Promise<void>;
  readonly accountOf: (number: string) => Account;
}

type Account = Pick<AccountOfNumber, 'accountId' | 'customerId'>;

/** A customer that only the items name is added with the name the file gives, or its number. */
function createCustomerLookup({ tx, batchId, commandId, recorder }: TakingContext): CustomerLookup {
  const accounts = new Map<string, Account>();
  return {
    async know(documents) {
      if (accounts.size > CUSTOMERS_REMEMBERED_MAX && commandId !== null) accounts.clear();
      const unknown = new Map<string, string | null>();
      for (const { customerNumber, customerName } of documents) {
        if (accounts.has(customerNumber)) continue;
        unknown.set(customerNumber, unknown.get(customerNumber) ?? customerName);
      }
      if (unknown.size === 0) return;
      for (const found of await findAccountsByNumber(tx, [...unknown.keys()])) accounts.set(found.number, found);
      const added: NewCustomer[] = [];
      for (const [number, name] of unknown) {
        if (accounts.has(number)) continue;
        const id = newId();
        accounts.set(number, { accountId: id, customerId: id });
        added.push({ id, number, name: name ?? number });
        recorder.addCustomer();
      }
      if (commandId !== null && added.length > 0) await insertCustomers(tx, added, batchId);
    },
    accountOf(number) {
      const account = accounts.get(number);
      if (account === undefined) throw new Error(`customer ${number} was not made known`);
      return account;
    },
  };
}
