/** API tokens: shown once, stored as a hash, of one company, with few roles, revocable at once. */
import { type Command, runCommand } from '../../platform/command/index.ts';
import type { Scope } from '../../platform/database/transaction.ts';
import { notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { type IdentityContext, instantIn } from './identity.context.ts';
import { hashOfSecret, newApiToken } from './secrets.ts';
import { findToken, insertToken, revokeToken, type TokenRow } from './tokens.queries.ts';

/** Roles that a token may have: it works for programs, so it neither manages people nor decides what needs a person. */
export const TOKEN_ROLES = ['api_client', 'auditor'] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];

export interface IssuedToken {
  readonly row: TokenRow;
  /** Null when this repeats an earlier command: the secret was shown then and is not kept. */
  readonly token: string | null;
}

const MINUTES_PER_DAY = 24 * 60;

export async function issueToken(
  context: IdentityContext,
  scope: Scope,
  issue: { command: Command; name: string; roles: readonly TokenRole[]; expiresInDays: number | null },
): Promise<IssuedToken> {
  const { name, roles, expiresInDays } = issue;
  const id = newId();
  const token = newApiToken(scope.company.id);
  const expiresAt = expiresInDays === null ? null : instantIn(context, expiresInDays * MINUTES_PER_DAY);
  const answer = await runCommand(context.database, scope, issue.command, async (tx) => {
    await insertToken(tx, { id, name, hash: hashOfSecret(token), roles, expiresAt });
    tx.audit({ action: 'token.issue', subjectKind: 'api_token', subjectId: id, after: { name, roles, expiresAt } });
    return { id };
  });
  const row = await context.database.read(scope, (tx) => findToken(tx, answer.id));
  if (row === undefined) throw notFound('token', answer.id);
  return { row, token: answer.id === id ? token : null };
}

export async function withdrawToken(
  context: IdentityContext,
  scope: Scope,
  { command, id }: { command: Command; id: string },
): Promise<void> {
  await runCommand(context.database, scope, command, async (tx) => {
    if (!(await revokeToken(tx, id))) throw notFound('token', id);
    tx.audit({ action: 'token.revoke', subjectKind: 'api_token', subjectId: id });
    return null;
  });
}
