/**
 * A command changes something once: repeating its idempotency key returns the first answer, the same key with another
 * body is refused (409). The command's row and its audit line are written in the transaction of the change.
 */
import { createHash } from 'node:crypto';
import type { Database, Scope, Tx } from '../database/transaction.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { type AuditLine, findCommand, insertCommand } from './command.queries.ts';

export interface Command {
  /** Given by the caller; a fresh one when absent, and then the command is not repeatable. */
  readonly key?: string | undefined;
  readonly action: string;
  readonly body: unknown;
}

export interface CommandTx extends Tx {
  /** Groups what this command writes. */
  readonly commandId: string;
  /** Adds a line to the audit trail. Each command writes at least one of its own accord. */
  audit(line: AuditLine): void;
}

const UNIQUE_VIOLATION = '23505';

/** Runs a posting command. `T` must survive JSON: a repeated key gets it back from the database. */
export async function runCommand<T>(
  database: Database,
  scope: Scope,
  command: Command,
  work: (tx: CommandTx) => Promise<T>,
): Promise<T> {
  const attempt = () => database.post(scope, (tx) => inCommand(tx, command, work));
  try {
    return await attempt();
  } catch (error) {
    // The same key was used at the same time: the other one has committed, so its answer is there now.
    if (command.key !== undefined && isDuplicateCommand(error)) return attempt();
    throw error;
  }
}

/** Runs a command inside a transaction that is already open. */
export async function inCommand<T>(tx: Tx, command: Command, work: (tx: CommandTx) => Promise<T>): Promise<T> {
  const bodyHash = hashOf(command);
  if (command.key !== undefined) {
    const earlier = await findCommand(tx, command.key);
    if (earlier) return repeated<T>(earlier, { key: command.key, bodyHash });
  }
  const lines: AuditLine[] = [];
  const commandId = newId();
  const result = await work({ ...tx, commandId, audit: (line) => lines.push(line) });
  await insertCommand(tx, {
    id: commandId,
    key: command.key ?? commandId,
    bodyHash,
    response: result,
    audit: lines.length > 0 ? lines : [{ action: command.action, subjectKind: 'command', subjectId: commandId }],
  });
  return result;
}

function repeated<T>(earlier: { bodyHash: string; response: unknown }, now: { key: string; bodyHash: string }): T {
  if (earlier.bodyHash !== now.bodyHash) {
    throw new AppError(
      'idempotency_key_reused',
      `The idempotency key ${now.key} was used before with another request. Use a fresh key for a new request.`,
      { status: 409 },
    );
  }
  return earlier.response as T;
}

function hashOf(command: Command): string {
  const body = JSON.stringify([command.action, command.body], (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(body).digest('base64url');
}

function isDuplicateCommand(error: unknown): boolean {
  return error instanceof AppError
    ? error.code === 'command_pkey'
    : error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}
