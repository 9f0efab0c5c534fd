/**
 * A bank account belongs to one company: the first whose statement of it is posted. Its statements are kept out of the
 * others, where the same cash would count again, until an expert says that the account is shared.
 */
import { createHash } from 'node:crypto';
import { impliedIban } from '@quittance/core/bank-account';
import type { BankReport } from '@quittance/core/bank-formats';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { knowsCompany } from '../../identity/index.ts';
import { findBatch, moveBatch } from '../batches.queries.ts';
import type { TakingContext } from '../file-taker.ts';
import type { AccountQuestion } from '../reading/messages.ts';
import { type KnownAccount, listSpellingWords } from './account-spellings.queries.ts';
import { type AccountSpellings, createSpellings } from './account-spellings.ts';
import {
  claimAccount,
  deleteOwnAccounts,
  findOtherOwner,
  findSharedWord,
  insertOwnAccount,
  listToldAccounts,
  releaseClaims,
  saveSharedWord,
} from './own-accounts.queries.ts';

export const OTHERS_ACCOUNT = 'account_of_another_company';

export interface AccountGate {
  /** Lets the lines of an account pass once its owner is known; throws `account_of_another_company`. */
  readonly letPass: (account: string | null, report: BankReport) => Promise<void>;
  /** Whether accounts of the file are known by another number: nothing is posted before it is said. */
  readonly questions: () => readonly AccountQuestion[];
}

/** The gate of one file; a posting claims the account that nobody has claimed, a preview only looks. */
export async function createAccountGate(
  { tx, batchId, commandId }: TakingContext,
  spellings: AccountSpellings,
): Promise<AccountGate> {
  const shared = (await findSharedWord(tx, batchId)) ?? null;
  const passed = new Set<string>();
  const questions: AccountQuestion[] = [];
  return {
    questions: () => questions,
    async letPass(account, report) {
      if (account === null || passed.has(account)) return;
      const key = spellings.mainKey(account);
      const hashes = hashesOf(spellings.keysOf(account));
      if (commandId !== null) await claimAccount(tx, hashes);
      const owner = await findOtherOwner(tx, { key, hashes });
      if (owner !== undefined && shared === null) throw await refusal(tx, account, owner);
      if (commandId !== null) {
        await insertOwnAccount(tx, { key, account, batchId, receiptsBy: report, shared: owner ? shared : null });
      }
      // A lockbox has a number of its own, and is compared with every account anyway.
      if (report !== 'lockbox') questions.push(...spellings.doubts(account).map((known) => mayBe(account, known)));
      passed.add(account);
    },
  };
}

function mayBe(account: string, known: KnownAccount): AccountQuestion {
  const message = `Is ${account} the account ${known.account}? If it is, the same money may be told of under both numbers, and is posted once.`;
  return {
    field: 'account',
    code: 'account_may_be_known',
    message,
    choices: [account, known.account],
    isBlocking: true,
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

/**
 * What was learned from statements that were all undone, under whatever number, is forgotten: another company may have the
 * account then.
 */
export async function releaseAccounts(tx: Tx): Promise<void> {
  const told = await listToldAccounts(tx);
  const { keysOf } = createSpellings(told, await listSpellingWords(tx));
  const posted = new Set(told.filter(({ isPosted }) => isPosted).map(({ key }) => key));
  const gone = told.filter(({ isOwn, key }) => isOwn && !keysOf(key).some((spelling) => posted.has(spelling)));
  if (gone.length === 0) return;
  await deleteOwnAccounts(
    tx,
    gone.map(({ key }) => key),
  );
  await releaseClaims(tx, hashesOf(gone.flatMap(({ key }) => keysOf(key))));
}

/** Claims are found by any number of the account, and by the IBAN that follows from one. */
function hashesOf(keys: readonly string[]): string[] {
  const all = new Set(keys.flatMap((key) => [key, impliedIban(key) ?? key]));
  return [...all].map((key) => createHash('sha256').update(key).digest('hex'));
}
