/**
 * A statement that does not foot has lines too many, too few, or with a turned sign: posted, it would make money that is not there.
 * Its lines wait until somebody else than who wants to post it has looked at balances and lines, and lets it in.
 */
import { createHash } from 'node:crypto';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { findBatch, lockBatch } from '../batches.queries.ts';
import type { ImportBatch } from '../import-batch.ts';
import { notInPreview, theBatch } from '../read-batch.usecase.ts';
import type { StatementReview } from '../statement-review.ts';
import { insertRelease, releasesOf, type StatementRelease, saveDecision } from './releases.queries.ts';

type Reviewed = Pick<ImportBatch, 'id' | 'statements'>;

function notFooting({ statements }: Reviewed): readonly StatementReview[] {
  return statements.filter(({ footing }) => footing === 'off');
}

/** Of what whoever decides looks at; null when all statements foot. */
export function fingerprintOf(batch: Reviewed): string | null {
  const off = notFooting(batch);
  if (off.length === 0) return null;
  const seen = off.map(({ account, number, opening, closing, moved, difference, lineCount }) => [
    ...[account, number, lineCount],
    ...[opening, closing, moved, difference].map((money) => money && [money.amount, money.currency]),
  ]);
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url');
}

export interface Standing {
  /** Null when nothing has to be let in. */
  readonly fingerprint: string | null;
  /** The latest of these statements as they are now. */
  readonly release: StatementRelease | null;
}

export async function standingOf(tx: Tx, batch: Reviewed): Promise<Standing> {
  const fingerprint = fingerprintOf(batch);
  if (fingerprint === null) return { fingerprint, release: null };
  const release = (await releasesOf(tx, batch.id)).find((one) => one.fingerprint === fingerprint) ?? null;
  return { fingerprint, release };
}

/** Throws `statement_does_not_foot` unless somebody else has let it in as it is. */
export async function requireFooting(tx: Tx, batch: Reviewed): Promise<void> {
  const { fingerprint, release } = await standingOf(tx, batch);
  if (fingerprint === null || release?.state === 'given') return;
  const [first, ...others] = notFooting(batch);
  const { difference = null, account = null, number = null } = first ?? {};
  const by = difference === null ? '' : ` by ${difference.amount} ${difference.currency}`;
  const more = others.length === 0 ? '' : `, and ${others.length} more of this file`;
  const way =
    release?.state === 'waiting'
      ? 'It waits for another person to look at it.'
      : 'Bring a whole file, or ask for it on the page of the import: another person looks at it.';
  const message = `Statement ${number ?? ''} of ${account ?? 'an account'} does not foot${by}${more}. ${way}`;
  throw new AppError('statement_does_not_foot', message, {
    status: 409,
    details: { account: account ?? '', number: number ?? '', ...(difference === null ? {} : { difference }) },
  });
}

/** Asks for it. Returns the release's id. Throws `statement_foots`, `release_is_asked_already`, `release_is_outdated`, `import_is_not_in_preview`. */
export async function askRelease(tx: CommandTx, asked: { batchId: string; reason: string }): Promise<string> {
  await lockBatch(tx, asked.batchId);
  const batch = theBatch(await findBatch(tx, asked.batchId), asked.batchId);
  if (batch.status !== 'preview') throw notInPreview(batch);
  const { fingerprint, release } = await standingOf(tx, batch);
  if (fingerprint === null) {
    throw new AppError('statement_foots', 'Every statement of this file foots: post it.', { status: 409 });
  }
  if (release?.state === 'waiting' || release?.state === 'given') {
    const message = `${release.askedByName} has asked for this already.`;
    throw new AppError('release_is_asked_already', message, { status: 409 });
  }
  const id = newId();
  await requireNoneWaits(tx, batch.id);
  await insertRelease(tx, { id, batchId: batch.id, fingerprint, reason: asked.reason });
  const after = { batchId: batch.id, fileName: batch.fileName, statements: notFooting(batch).length };
  tx.audit({
    action: 'intake.release_asked',
    subjectKind: 'statement_release',
    subjectId: id,
    after,
    reason: asked.reason,
  });
  return id;
}

/** One that waits for other lines than the file has now is decided first. Throws `release_is_outdated`. */
async function requireNoneWaits(tx: Tx, batchId: string): Promise<void> {
  const waiting = (await releasesOf(tx, batchId)).find(({ state }) => state === 'waiting');
  if (waiting === undefined) return;
  const message = `The file is read otherwise since ${waiting.askedByName} asked. Let another person refuse that request first.`;
  throw new AppError('release_is_outdated', message, { status: 409 });
}

export interface ReleaseDecision {
  readonly batchId: string;
  /** The fingerprint of what was looked at. */
  readonly seen: string;
  readonly isGiven: boolean;
  readonly words: string | null;
}

/** Throws `release_is_your_own`, `release_is_not_waiting`, `statement_changed`, `release_refusal_needs_words`. */
export async function decideRelease(tx: CommandTx, { batchId, seen, isGiven, words }: ReleaseDecision): Promise<void> {
  await lockBatch(tx, batchId);
  const batch = theBatch(await findBatch(tx, batchId), batchId);
  const waiting = (await releasesOf(tx, batchId)).find(({ state }) => state === 'waiting');
  if (waiting === undefined) {
    throw new AppError('release_is_not_waiting', 'Nobody waits for a decision on this file.', { status: 409 });
  }
  if (waiting.askedBy === tx.actor.id) {
    const message = 'You asked for this yourself; another person decides.';
    throw new AppError('release_is_your_own', message, { status: 403 });
  }
  if (!isGiven && (words ?? '') === '') {
    throw new AppError('release_refusal_needs_words', 'Say why it is not let in.');
  }
  if (isGiven && (waiting.fingerprint !== seen || fingerprintOf(batch) !== seen)) {
    const message = 'The file is read otherwise than when you looked. Look at it again.';
    throw new AppError('statement_changed', message, { status: 409 });
  }
  await saveDecision(tx, { id: waiting.id, state: isGiven ? 'given' : 'refused', words });
  tx.audit({
    action: isGiven ? 'intake.release_given' : 'intake.release_refused',
    subjectKind: 'statement_release',
    subjectId: waiting.id,
    after: { batchId, fileName: batch.fileName },
    ...(words === null ? {} : { reason: words }),
  });
}
