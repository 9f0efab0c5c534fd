/**
 * A bank account belongs to one company: the first whose statement of it is posted. Its statements are kept out of the
 * others, where the same cash would count again, until an expert says that the account is shared.
 */
import { createHash } from 'node:crypto';
import type { BankReport } from '@quittance/core/bank-formats';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { knowsCompany } from '../../identity/index.ts';
import { findBatch, moveBatch } from '../batches.queries.ts';
import type { TakingContext } from '../file-taker.ts';
import { accountKey } from './account-key.ts';
import {
  claimAccount,
  findOtherOwner,
  findSharedWord,
  forgetUnusedAccounts,
  insertOwnAccount,
  releaseClaims,
  saveSharedWord,
} from './own-accounts.queries.ts';

export const OTHERS_ACCOUNT = 'account_of_another_company';

/** Lets the lines of an account pass once its owner is known; throws `account_of_another_company`. */
export type AccountGate = (account: string | null, report: BankReport) => Promise<void>;

/** The gate of one file; a posting claims the account that nobody has claimed, a preview only looks. */
export async function createAccountGate({ tx, batchId, commandId }: TakingContext): Promise<AccountGate> {
  const shared = (await findSharedWord(tx, batchId)) ?? null;
  const passed = new Set<string>();
  return async (account, report) => {
    if (account === null || passed.has(account)) return;
    const key = accountKey(account);
    const hash = accountHash(key);
    if (commandId !== null) await claimAccount(tx, hash);
    const owner = await findOtherOwner(tx, { key, hash });
    if (owner !== undefined && shared === null) throw await refusal(tx, account, owner);
    if (commandId !== null) {
      await insertOwnAccount(tx, { key, account, batchId, receiptsBy: report, shared: owner ? shared : null });
    }
    passed.add(account);
  };
}

async function refusal(tx: Tx, account: string, owner: { id: string; code: string }): Promise<AppError> {
  const isKnown = await knowsCompany(tx, { actorId: tx.actor.id, companyId: owner.id });
  const whose = isKnown ? `company ${owner.code}` : 'another company of this installation';
  const message = `The account ${account} belongs to ${whose}. Upload its statements there. If both companies use it, an expert can say here that the account is shared.`;
  return new AppError(OTHERS_ACCOUNT, message, { status: 409 });
}

/** An expert's answer to the refusal: the file is then to be read again. Throws `import_waits_for_no_account`. */
export async function shareAccounts(tx: CommandTx, batchId: string, reason: string): Promise<void> {
  const batch = await findBatch(tx, batchId);
  if (batch === undefined) throw notFound('import', batchId);
  const isAsked = batch.errorCode === OTHERS_ACCOUNT;
  if (!isAsked || !(await moveBatch(tx, batchId, { from: ['failed', 'preview'], to: 'reading' }))) {
    const message = `${batch.fileName} is ${batch.status} and was not refused for an account of another company.`;
    throw new AppError('import_waits_for_no_account', message, { status: 409 });
  }
  await saveSharedWord(tx, batchId, reason);
  const before = { refused: batch.error };
  tx.audit({ action: 'intake.share_accounts', subjectKind: 'import', subjectId: batchId, before, reason });
}

/** What was learned from statements that were all undone is forgotten: another company may have the account then. */
export async function releaseAccounts(tx: Tx): Promise<void> {
  const keys = await forgetUnusedAccounts(tx);
  if (keys.length > 0) await releaseClaims(tx, keys.map(accountHash));
}

function accountHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
