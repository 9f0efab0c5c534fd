/**
 * Bank statements: money in becomes receipts on the UNIDENTIFIED customer, each line once. Money out and returned
 * payments are kept as bank lines and post nothing: what came back must be undone by whoever knows what it paid.
 */
import { createHash } from 'node:crypto';
import {
  type BankEntry,
  type BankStatement,
  createLineIdentities,
  type LineIdentities,
} from '@quittance/core/bank-formats';
import { formatAmount } from '@quittance/core/money';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { ensureUnidentifiedCustomer, findUnidentified } from '../customers/index.ts';
import { type DocumentPoster, documentPoster, type PostedDocument } from '../ledger/index.ts';
import {
  findReceiptNumbers,
  findTakenIdentities,
  insertBankLines,
  insertStatement,
  type LineDisposition,
  type NewBankLine,
} from './bank-lines.queries.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';
import { createAccountGate } from './own-accounts/own-accounts.usecase.ts';
import type { ReadingMessage } from './reading/messages.ts';

export async function takeStatement(context: TakingContext): Promise<FileTaker> {
  const { tx, batchId, commandId, recorder } = context;
  const customerId =
    commandId === null ? ((await findUnidentified(tx))?.id ?? newId()) : await ensureUnidentifiedCustomer(tx);
  const identities = createLineIdentities((facts) => createHash('sha256').update(facts).digest('base64url'));
  const numbers = createReceiptNumbers(context);
  const letPass = await createAccountGate(context);
  return {
    async take(message: ReadingMessage) {
      if (message.type === 'lines') {
        for (const { account } of message.lines) await letPass(account);
        const lines = message.lines.map((entry) => toLine(entry, identities));
        await takeBlock(context, lines, { customerId, numbers });
      }
      if (message.type !== 'statement') return;
      await letPass(message.statement.account);
      if (message.statement.footing === 'off') recorder.note(doesNotFoot(message.statement));
      if (commandId !== null) await insertStatement(tx, batchId, newId(), message.statement);
    },
    finish: async () => undefined,
  };
}

interface SeenLine {
  readonly entry: BankEntry;
  readonly identity: string;
  readonly disposition: LineDisposition;
}

function toLine(entry: BankEntry, identities: LineIdentities): SeenLine {
  const identity = entry.status === 'booked' ? identities.next(entry).replace('\u001f', '.') : '';
  return { entry, identity, disposition: dispositionOf(entry) };
}

function dispositionOf(entry: BankEntry): LineDisposition {
  if (entry.amountMinor === 0n) return 'zero';
  if (entry.amountMinor > 0n) return entry.isReversal ? 'returned' : 'receipt';
  return entry.isReversal ? 'returned' : 'money_out';
}

async function takeBlock(
  context: TakingContext,
  lines: readonly SeenLine[],
  known: { readonly customerId: string; readonly numbers: ReceiptNumbers },
): Promise<void> {
  const { tx, recorder, batchId, commandId } = context;
  const booked = lines.filter((line) => line.entry.status === 'booked');
  recorder.leaveOut(lines.length - booked.length);
  const taken = await findTakenIdentities(
    tx,
    booked.map((line) => line.identity),
  );
  const fresh = booked.filter((line) => !taken.has(line.identity));
  for (const line of booked) {
    if (taken.has(line.identity)) recorder.count('unchanged', () => shownLine(line));
  }
  await known.numbers.prepare(fresh);
  const currencies = new Set(fresh.map((line) => line.entry.currency));
  const poster = await documentPoster(tx, currencies, { commandId: commandId ?? batchId, batchId });
  const kept: NewBankLine[] = [];
  for (const line of fresh) {
    if (line.disposition !== 'receipt') {
      recorder.leaveOut(1);
      if (line.disposition === 'returned') recorder.note(returnedPayment(line.entry));
      kept.push({ ...line, id: newId(), documentId: null, itemId: null });
      continue;
    }
    const posted = postReceipt(context, line, { ...known, poster });
    if (posted === null) continue;
    kept.push({ ...line, id: newId(), documentId: posted.documentId, itemId: posted.itemIds[0] ?? null });
  }
  if (commandId === null) return;
  await poster.flush();
  await insertBankLines(tx, batchId, kept);
}

function postReceipt(
  { recorder }: TakingContext,
  line: SeenLine,
  known: { readonly customerId: string; readonly numbers: ReceiptNumbers; readonly poster: DocumentPoster },
): PostedDocument | null {
  const { entry } = line;
  const day = entry.bookedOn ?? entry.valueOn;
  const shown = shownLine(line);
  if (day === null) {
    const message = 'The line has neither a booking nor a value date. Ask the bank for a correct file.';
    recorder.refuse({ ...shown, faults: [{ row: entry.line, field: 'bookedOn', code: 'missing', message }] });
    return null;
  }
  try {
    const posted = known.poster.add({
      kind: 'receipt',
      number: known.numbers.next(line, day),
      customerId: known.customerId,
      currency: entry.currency,
      issuedOn: day,
      instalments: [{ dueOn: day, amountMinor: entry.amountMinor }],
      reference: entry.structuredReference ?? entry.endToEndId ?? undefined,
    });
    recorder.count('added', () => shown);
    return posted;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const field = error.code === 'fx_rate_missing' ? 'currency' : 'bookedOn';
    const fault = { row: entry.line, field, code: error.code, message: error.message };
    recorder.refuse({ ...shown, faults: [fault] });
    return null;
  }
}

interface ReceiptNumbers {
  readonly prepare: (lines: readonly SeenLine[]) => Promise<void>;
  readonly next: (line: SeenLine, day: string) => string;
}

/** A receipt is known by the bank's reference; when another receipt has it, or there is none, a piece of its identity tells it apart. */
function createReceiptNumbers({ tx }: TakingContext): ReceiptNumbers {
  const taken = new Set<string>();
  return {
    async prepare(lines) {
      const wanted = lines.flatMap((line) => line.entry.bankReference ?? []);
      for (const number of await findReceiptNumbers(tx, wanted)) taken.add(number);
    },
    next({ entry, identity }, day) {
      const tail = `${identity.slice(0, IDENTITY_CHARS)}${identity.slice(identity.lastIndexOf('.'))}`;
      const plain = entry.bankReference ?? `${day}-${tail}`;
      const number = taken.has(plain) ? `${plain}-${tail}` : plain;
      taken.add(number);
      return number;
    },
  };
}

const IDENTITY_CHARS = 8;

function shownLine({ entry }: SeenLine) {
  return {
    row: entry.line,
    label: entry.bankReference ?? entry.counterparty.name ?? entry.textLines[0] ?? `line ${entry.line}`,
    fields: {
      bookedOn: entry.bookedOn ?? '',
      amount: formatAmount(entry.amountMinor, entry.currency),
      currency: entry.currency,
      payer: entry.counterparty.name ?? '',
      text: entry.textLines.join(' '),
      account: entry.account ?? '',
    },
  };
}

function returnedPayment(entry: BankEntry) {
  const amount = `${formatAmount(entry.amountMinor, entry.currency)} ${entry.currency}`;
  const message = `${amount} is a payment that was returned or reversed. Nothing was posted for it: undo the receipt it takes back.`;
  return { row: entry.line, field: null, code: 'payment_returned', message };
}

function doesNotFoot(statement: BankStatement) {
  const message = `Statement ${statement.number ?? ''} of ${statement.account ?? 'an account'} does not foot: opening and lines do not give the closing balance. Ask the bank whether lines are missing.`;
  return { row: 1, field: null, code: 'does_not_foot', message };
}
