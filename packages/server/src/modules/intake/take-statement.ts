/**
 * Bank files: money in becomes receipts on the UNIDENTIFIED customer, each line once, whichever files tell of it. Money out and
 * returned payments are kept as bank lines and post nothing: what came back must be undone by whoever knows what it paid.
 */
import { createHash } from 'node:crypto';
import { type BankEntry, type BankStatement, createLineIdentities } from '@quittance/core/bank-formats';
import { formatAmount } from '@quittance/core/money';
import type { Tx } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { ensureUnidentifiedCustomer, findUnidentified } from '../customers/index.ts';
import { findTakenOrigins, insertBankLines, insertStatement, type NewBankLine } from './bank-lines.queries.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';
import { createMoneyDesk, type MoneyDesk } from './known-money/money-desk.ts';
import { createAccountGate } from './own-accounts/own-accounts.usecase.ts';
import type { ReadingMessage } from './reading/messages.ts';
import { createReceiptNumbers, originOf, type SeenLine, shownLine, toLine } from './statement-lines.ts';

export async function takeStatement(context: TakingContext): Promise<FileTaker> {
  const { tx, batchId, commandId, recorder } = context;
  const customerId =
    commandId === null ? ((await findUnidentified(tx))?.id ?? newId()) : await ensureUnidentifiedCustomer(tx);
  const identities = createLineIdentities((facts) => createHash('sha256').update(facts).digest('base64url'));
  const desk = createMoneyDesk(context, { customerId, numbers: createReceiptNumbers(context) });
  const letPass = await createAccountGate(context);
  return {
    async take(message: ReadingMessage) {
      if (message.type === 'lines') {
        for (const { account, report } of message.lines) await letPass(account, report ?? 'statement');
        const lines = message.lines.map((entry) => toLine(entry, message.format, identities));
        await takeBlock(context, desk, lines);
      }
      if (message.type !== 'statement') return;
      const { statement, format } = message;
      const report = statement.report ?? 'statement';
      await letPass(statement.account, report);
      await desk.settle();
      if (statement.footing === 'off') recorder.note(doesNotFoot(statement));
      const origin = originOf(format, report);
      if (commandId !== null) await insertStatement(tx, batchId, { id: newId(), origin, statement });
    },
    finish: desk.finish,
  };
}

async function takeBlock(context: TakingContext, desk: MoneyDesk, lines: readonly SeenLine[]): Promise<void> {
  const { tx, recorder, batchId, commandId } = context;
  const booked = lines.filter((line) => line.entry.status === 'booked');
  recorder.leaveOut(lines.length - booked.length);
  const { fresh, taken } = await divide(tx, booked);
  for (const line of taken) recorder.count('unchanged', () => shownLine(line));
  const others = fresh.filter((line) => line.disposition !== 'receipt');
  recorder.leaveOut(others.length);
  for (const { entry, disposition } of others) if (disposition === 'returned') recorder.note(returnedPayment(entry));
  await desk.take(fresh.filter((line) => line.disposition === 'receipt'));
  const kept = others.map((line): NewBankLine => ({ ...line, documentId: null, itemId: null, linksTo: null }));
  if (commandId !== null) await insertBankLines(tx, batchId, kept);
}

/**
 * Lines that came before in a file of this kind are taken. A line with the same facts in a file of another kind is a line of
 * its own, under an identity of its own: whether it is the same money is decided with all others.
 */
async function divide(tx: Tx, lines: readonly SeenLine[]): Promise<{ fresh: SeenLine[]; taken: SeenLine[] }> {
  const withOrigin = (line: SeenLine) => `${line.origin} ${line.identity}`;
  const standing = await findTakenOrigins(
    tx,
    lines.flatMap((line) => [line.identity, withOrigin(line)]),
  );
  const fresh: SeenLine[] = [];
  const taken: SeenLine[] = [];
  for (const line of lines) {
    const origin = standing.get(line.identity);
    if (standing.has(withOrigin(line)) || origin === null || origin === line.origin) taken.push(line);
    else fresh.push(origin === undefined ? line : { ...line, identity: withOrigin(line) });
  }
  return { fresh, taken };
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
