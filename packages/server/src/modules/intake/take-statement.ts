/**
 * Bank files: money in becomes receipts on the UNIDENTIFIED customer, each line once, whichever files tell of it. Money out and
 * returned payments are kept as bank lines and post nothing: what came back must be undone by whoever knows what it paid.
 */
import { createHash } from 'node:crypto';
import { type BankEntry, createLineIdentities } from '@quittance/core/bank-formats';
import { formatAmount } from '@quittance/core/money';
import type { Tx } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { ensureUnidentifiedCustomer, findUnidentified } from '../customers/index.ts';
import { findTakenOrigins, insertBankLines, insertStatement, type NewBankLine } from './bank-lines.queries.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';
import { createMoneyDesk, type MoneyDesk } from './known-money/money-desk.ts';
import { accountKey } from './own-accounts/account-key.ts';
import { loadSpellings } from './own-accounts/account-spellings.ts';
import { createAccountGate } from './own-accounts/own-accounts.usecase.ts';
import type { ImportMapping, ReadingMessage, RowFault } from './reading/messages.ts';
import { createReceiptNumbers, originOf, type SeenLine, shownLine, toLine } from './statement-lines.ts';
import { createStatementReviews, type StatementReview } from './statement-review.ts';

export async function takeStatement(context: TakingContext): Promise<FileTaker> {
  const { tx, batchId, commandId, recorder } = context;
  const customerId =
    commandId === null ? ((await findUnidentified(tx))?.id ?? newId()) : await ensureUnidentifiedCustomer(tx);
  const identities = createLineIdentities((facts) => createHash('sha256').update(facts).digest('base64url'));
  const spellings = await loadSpellings(tx);
  const desk = createMoneyDesk(context, { customerId, numbers: createReceiptNumbers(context), spellings });
  const { letPass, questions } = await createAccountGate(context, spellings);
  let isAccountSaid = true;
  const otherAccountsOf = (account: string | null) => {
    const own = accountKey(account);
    const others = spellings.keysOf(account).filter((key) => key !== own);
    return isAccountSaid || own === '' ? others : [...others, ''];
  };
  const reviews = createStatementReviews(tx, spellings);
  return {
    questions,
    async take(message: ReadingMessage) {
      if (message.type === 'mapping') isAccountSaid = saysAccount(message.mapping);
      if (message.type === 'lines') {
        for (const entry of message.lines) reviews.line(entry);
        for (const { account, report } of message.lines) await letPass(account, report ?? 'statement');
        const lines = message.lines.map((entry) =>
          toLine(entry, message.format, { identities, otherAccounts: otherAccountsOf(entry.account) }),
        );
        await takeBlock(context, desk, lines);
      }
      if (message.type !== 'statement') return;
      const { statement, format } = message;
      const report = statement.report ?? 'statement';
      await letPass(statement.account, report);
      await desk.settle();
      const review = await reviews.statement(statement);
      recorder.review(review);
      if (review.footing === 'off') recorder.note(doesNotFoot(review));
      if (review.chain?.place === 'gap') recorder.note(followsGap(review));
      const origin = originOf(format, report);
      if (commandId !== null) await insertStatement(tx, batchId, { id: newId(), origin, statement });
    },
    finish: desk.finish,
  };
}

/** False when a person or an earlier file said it, so that the same lines may have come without any account. */
function saysAccount(mapping: ImportMapping): boolean {
  return mapping.kind !== 'statement' || mapping.account === null;
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
  const withOrigin = ({ origin }: SeenLine, identity: string) => `${origin} ${identity}`;
  const isTaken = (line: SeenLine, identity: string) => {
    const origin = standing.get(identity);
    return standing.has(withOrigin(line, identity)) || origin === null || origin === line.origin;
  };
  const standing = await findTakenOrigins(
    tx,
    lines.flatMap((line) => [line.identity, ...line.otherIdentities].flatMap((one) => [one, withOrigin(line, one)])),
  );
  const fresh: SeenLine[] = [];
  const taken: SeenLine[] = [];
  for (const line of lines) {
    const isKnown = [line.identity, ...line.otherIdentities].some((identity) => isTaken(line, identity));
    if (isKnown) taken.push(line);
    else if (!standing.has(line.identity)) fresh.push(line);
    else fresh.push({ ...line, identity: withOrigin(line, line.identity) });
  }
  return { fresh, taken };
}

function returnedPayment(entry: BankEntry) {
  const amount = `${formatAmount(entry.amountMinor, entry.currency)} ${entry.currency}`;
  const message = `${amount} is a payment that was returned or reversed. Nothing was posted for it: undo the receipt it takes back.`;
  return { row: entry.line, field: null, code: 'payment_returned', message };
}

const FAULT_WORDS = {
  superfluous: 'it foots without it',
  wrong_sign: 'it foots with the other sign',
  twin_missing: 'it foots when the same line comes once more',
} as const;

function doesNotFoot({ account, number, difference, suspects }: StatementReview): RowFault {
  const [first] = suspects;
  const money = difference === null ? '' : ` by ${difference.amount} ${difference.currency}`;
  const where =
    first === undefined
      ? 'No single line explains it.'
      : `Look at line ${first.row}, ${first.amount.amount} ${first.amount.currency}: ${FAULT_WORDS[first.fault]}.`;
  return {
    row: first?.row ?? 1,
    field: null,
    code: 'does_not_foot',
    message: `Statement ${number ?? ''} of ${account ?? 'an account'} does not foot: opening and lines differ from the closing balance${money}. ${where} Ask the bank whether lines are missing.`,
    parameters: {
      account: account ?? '',
      number: number ?? '',
      ...(difference === null ? {} : { difference }),
      ...(first === undefined ? {} : { row: first.row, [first.fault]: first.amount }),
    },
  };
}

function followsGap({ account, number, chain }: StatementReview): RowFault {
  const { difference, previousClosing } = chain ?? {};
  const money = difference ? `${difference.amount} ${difference.currency}` : 'money';
  const day = previousClosing?.on ?? 'the day before';
  return {
    row: 1,
    field: null,
    code: 'statement_gap',
    message: `Between the statement of ${day} and this one of ${account ?? 'an account'}, ${money} came or went that no statement shows. Bring the statement that is missing.`,
    parameters: {
      account: account ?? '',
      number: number ?? '',
      ...(difference ? { difference } : {}),
      on: previousClosing?.on,
    },
  };
}
