/** Lines of money in that wait: posted by a person's word, or set aside as no further money. */
import type { BankReport } from '@quittance/core/bank-formats';
import { formatAmount } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { accountKey } from '../own-accounts/account-key.ts';
import { findReceiptsBy, saveReceiptsBy } from '../own-accounts/receipts-by.queries.ts';
import { changeLines, findLines, lockLine, type StandingLine, saveDecision } from './known-money.queries.ts';
import { postStanding } from './undo-known-money.ts';

/** The line becomes a receipt of the import that brought it. Throws `not_found`, `line_does_not_wait`. */
export async function postWaitingLine(tx: CommandTx, id: string): Promise<void> {
  const line = await theWaitingLine(tx, id);
  await postStanding(tx, [line]);
  await saveDecision(tx, id, null);
  tx.audit({ action: 'intake.post_waiting_line', subjectKind: 'bank_line', subjectId: id, after: factsOf(line) });
}

/** A person says that the line is no further money. Throws `not_found`, `line_does_not_wait`. */
export async function setAside(tx: CommandTx, id: string, reason: string): Promise<void> {
  const line = await theWaitingLine(tx, id);
  await changeLines(tx, [
    { id, disposition: 'set_aside', documentId: null, itemId: null, linksTo: null, settledBy: null },
  ]);
  await saveDecision(tx, id, reason);
  const before = factsOf(line);
  tx.audit({ action: 'intake.set_line_aside', subjectKind: 'bank_line', subjectId: id, before, reason });
}

async function theWaitingLine(tx: CommandTx, id: string): Promise<StandingLine> {
  await lockLine(tx, id);
  const [line] = await findLines(tx, [id]);
  if (line === undefined) throw notFound('bank line', id);
  if (line.disposition === 'waiting') return line;
  const message =
    'This line does not wait any more: somebody has decided it, or a statement has come. Look at the list again.';
  throw new AppError('line_does_not_wait', message, { status: 409 });
}

function factsOf({ fileName, bookedOn, amountMinor, currency, bankReference }: StandingLine) {
  return { fileName, bookedOn, amount: formatAmount(amountMinor, currency), currency, bankReference };
}

/** By which kind of file the receipts of an account come from now on; what waits stays for people. Throws `not_found`. */
export async function setReceiptsBy(
  tx: CommandTx,
  account: string,
  word: { readonly receiptsBy: BankReport; readonly reason: string },
): Promise<void> {
  const key = accountKey(account);
  const before = (await findReceiptsBy(tx, [key])).get(key);
  if (before === undefined) throw notFound('bank account', account);
  await saveReceiptsBy(tx, { key, ...word });
  const { receiptsBy, reason } = word;
  tx.audit({
    action: 'intake.set_receipts_by',
    subjectKind: 'bank_account',
    subjectId: key,
    before: { receiptsBy: before },
    after: { receiptsBy },
    reason,
  });
}
