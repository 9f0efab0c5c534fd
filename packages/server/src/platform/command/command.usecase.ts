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

/**
 * Runs a command in a posting transaction. `T` must survive JSON: a repeated key gets it back from the database. The key
 * is looked up only when something fails, since a repeated command fails at the latest on its own row.
 */
export async function runCommand<T>(
  database: Database,
  scope: Scope,
  command: Command,
  work: (tx: CommandTx) => Promise<T>,
): Promise<T> {
  return orEarlierAnswer(database, scope, command, () => database.post(scope, (tx) => inCommand(tx, command, work)));
}

/** Runs a command during which nobody else posts in the company: closing a period. */
export async function runClosingCommand<T>(
  database: Database,
  scope: Scope,
  command: Command,
  work: (tx: CommandTx) => Promise<T>,
): Promise<T> {
  return orEarlierAnswer(database, scope, command, () => database.close(scope, (tx) => inCommand(tx, command, work)));
}

async function orEarlierAnswer<T>(
  database: Database,
  scope: Scope,
  command: Command,
  attempt: () => Promise<T>,
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const { key } = command;
    const earlier = key === undefined ? undefined : await database.read(scope, (tx) => findCommand(tx, key));
    if (key === undefined || !earlier) throw error;
    return repeated<T>(earlier, { key, bodyHash: hashOf(command) });
  }
}

/** Runs a command inside a transaction that is already open, and writes its row and audit lines at the end. */
export async function inCommand<T>(tx: Tx, command: Command, work: (tx: CommandTx) => Promise<T>): Promise<T> {
  const lines: AuditLine[] = [];
  const commandId = newId();
  const result = await work({ ...tx, commandId, audit: (line) => lines.push(line) });
  await insertCommand(tx, {
    id: commandId,
    key: command.key ?? commandId,
    bodyHash: hashOf(command),
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
