/**
 * Receipts of an extract, for money that comes without a bank statement: each becomes a receipt on its customer's account,
 * or waits to be identified when the file names none. What the file says of the payer is kept as a bank line, so that cash
 * application reads it like any other. A receipt is taken once: known by its number, else by all its facts.
 */
import { createHash } from 'node:crypto';
import type { BankEntry } from '@quittance/core/bank-formats';
import type { ReceiptRow } from '@quittance/core/extracts';
import { formatAmount } from '@quittance/core/money';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { ensureUnidentifiedCustomer, findUnidentified } from '../customers/index.ts';
import { type DocumentPoster, documentPoster } from '../ledger/index.ts';
import { findTakenIdentities, insertBankLines, type NewBankLine } from './bank-lines.queries.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';
import { createRowAccounts, type RowAccounts, unknownCustomer } from './row-accounts.ts';
import { findStandingReceipts, type StandingReceipt } from './standing.queries.ts';

export async function takeReceipts(context: TakingContext): Promise<FileTaker> {
  const { tx, commandId } = context;
  const known: Known = {
    accounts: createRowAccounts(context),
    unidentifiedId:
      commandId === null ? ((await findUnidentified(tx))?.id ?? newId()) : await ensureUnidentifiedCustomer(tx),
    occurrences: new Map(),
    numbers: new Map(),
  };
  return {
    async take(message) {
      if (message.type === 'receipts') await takeBlock(context, message.receipts, known);
    },
    finish: async () => undefined,
  };
}

interface Known {
  readonly accounts: RowAccounts;
  readonly unidentifiedId: string;
  /** How often the same facts came in this file: true twins are two receipts. */
  readonly occurrences: Map<string, number>;
  /** Numbers of this file, and the row each stands in. */
  readonly numbers: Map<string, number>;
}

interface NumberedReceipt {
  readonly row: ReceiptRow;
  readonly number: string;
  readonly identity: string;
}

async function takeBlock(context: TakingContext, rows: readonly ReceiptRow[], known: Known): Promise<void> {
  const { tx, recorder, batchId, commandId } = context;
  await known.accounts.know(rows.map((row) => row.customerNumber));
  const receipts = rows.map((row) => numbered(row, known.occurrences));
  const taken = await findTakenIdentities(
    tx,
    receipts.map(({ identity }) => identity),
  );
  const standing = new Map(
    (
      await findStandingReceipts(
        tx,
        receipts.map(({ number }) => number),
      )
    ).map((one) => [one.number, one]),
  );
  const currencies = new Set(rows.map((row) => row.currency));
  const poster = await documentPoster(tx, currencies, { commandId: commandId ?? batchId, batchId });
  const lines: NewBankLine[] = [];
  for (const receipt of receipts) {
    const earlierRow = known.numbers.get(receipt.number);
    const earlier = standing.get(receipt.number);
    if (earlierRow !== undefined) recorder.refuse(twiceInFile(receipt, earlierRow));
    else if (earlier !== undefined) compare(context, receipt, earlier);
    else if (taken.has(receipt.identity)) recorder.count('unchanged', () => shown(receipt));
    else {
      const line = post(context, receipt, { known, poster });
      if (line !== null) lines.push(line);
    }
    known.numbers.set(receipt.number, earlierRow ?? receipt.row.row);
  }
  if (commandId === null) return;
  await poster.flush();
  await insertBankLines(tx, batchId, lines);
}

const HASH_CHARS = 8;

/** Without a number of its own a receipt is called by its day and a piece of the hash of its facts. */
function numbered(row: ReceiptRow, occurrences: Map<string, number>): NumberedReceipt {
  const { customerNumber, currency, receivedOn, reference, payerName, payerAccount, text } = row;
  const facts = [
    row.number,
    customerNumber,
    currency,
    row.amountMinor.toString(),
    receivedOn,
    reference,
    payerName,
    payerAccount,
    text,
  ];
  const hash = createHash('sha256')
    .update(facts.map((fact) => fact ?? '').join('\u001f'))
    .digest('base64url');
  const occurrence = row.number === null ? (occurrences.get(hash) ?? 0) + 1 : 1;
  occurrences.set(hash, occurrence);
  const number = row.number ?? `${receivedOn}-${hash.slice(0, HASH_CHARS)}.${occurrence}`;
  return { row, number, identity: `receipt.${hash}.${occurrence}` };
}

function post(
  { recorder }: TakingContext,
  receipt: NumberedReceipt,
  { known, poster }: { readonly known: Known; readonly poster: DocumentPoster },
): NewBankLine | null {
  const { row, number } = receipt;
  const customerId =
    row.customerNumber === null ? known.unidentifiedId : known.accounts.find(row.customerNumber)?.accountId;
  if (customerId === undefined) {
    recorder.refuse({ ...unknownCustomer(row.row, row.customerNumber ?? ''), label: number });
    return null;
  }
  try {
    const posted = poster.add({
      kind: 'receipt',
      number,
      customerId,
      currency: row.currency,
      issuedOn: row.receivedOn,
      instalments: [{ dueOn: row.receivedOn, amountMinor: row.amountMinor }],
      reference: row.reference ?? undefined,
    });
    recorder.count('added', () => shown(receipt));
    const [itemId = null] = posted.itemIds;
    const entry = entryOf(receipt);
    return {
      id: newId(),
      identity: receipt.identity,
      entry,
      disposition: 'receipt',
      origin: null,
      linksTo: null,
      documentId: posted.documentId,
      itemId,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const field = error.code === 'fx_rate_missing' ? 'currency' : 'receivedOn';
    recorder.refuse({
      row: row.row,
      label: number,
      faults: [{ row: row.row, field, code: error.code, message: error.message, parameters: error.details }],
    });
    return null;
  }
}

/** The receipt as a bank would have said it. */
function entryOf({ row, number }: NumberedReceipt): BankEntry {
  return {
    line: row.row,
    account: null,
    bookedOn: row.receivedOn,
    valueOn: row.receivedOn,
    currency: row.currency,
    amountMinor: row.amountMinor,
    isReversal: false,
    status: 'booked',
    bankReference: number,
    customerReference: row.customerNumber,
    endToEndId: row.reference,
    typeCode: null,
    counterparty: { name: row.payerName, account: row.payerAccount, ultimateName: null },
    structuredReference: null,
    documents: [],
    textLines: row.text === null ? [] : [row.text],
    bankInformation: null,
  };
}

/** A receipt of that number stands. What differs is shown; the ledger stays as it is. */
function compare({ recorder }: TakingContext, receipt: NumberedReceipt, earlier: StandingReceipt): void {
  const { row, number } = receipt;
  const differences: string[] = [];
  if (earlier.currency !== row.currency || earlier.amountMinor !== row.amountMinor) {
    const there = `${formatAmount(earlier.amountMinor, earlier.currency)} ${earlier.currency}`;
    differences.push(`${there} there, ${formatAmount(row.amountMinor, row.currency)} ${row.currency} here`);
  }
  if (earlier.issuedOn !== row.receivedOn)
    differences.push(`received ${earlier.issuedOn} there, ${row.receivedOn} here`);
  if (differences.length === 0) {
    recorder.count('unchanged', () => shown(receipt));
    return;
  }
  const differs = differences.join('; ');
  recorder.count('changed', () => {
    const { fields, ...rest } = shown(receipt);
    return { ...rest, fields: { ...fields, differs } };
  });
  const message = `Receipt ${number} stands in the ledger and differs: ${differs}. Nothing was changed; correct it in the ledger.`;
  recorder.note({ row: row.row, field: 'number', code: 'differs_from_ledger', message });
}

function twiceInFile({ row, number }: NumberedReceipt, earlierRow: number) {
  const message = `Receipt ${number} stands in row ${earlierRow} already. Keep one of the two rows.`;
  return { row: row.row, label: number, faults: [{ row: row.row, field: 'number', code: 'twice_in_file', message }] };
}

function shown({ row, number }: NumberedReceipt) {
  return {
    row: row.row,
    label: number,
    fields: {
      customerNumber: row.customerNumber ?? '',
      amount: formatAmount(row.amountMinor, row.currency),
      currency: row.currency,
      receivedOn: row.receivedOn,
      payerName: row.payerName ?? '',
      reference: row.reference ?? '',
      text: row.text ?? '',
    },
  };
}
