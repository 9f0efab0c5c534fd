/** API tokens: shown once, stored as a hash, of one company, with few roles, revocable at once. */
import { type Command, inCommand } from '../../platform/command/index.ts';
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
  return context.database.write(scope, async (tx) => {
    const answer = await inCommand(tx, issue.command, async (inside) => {
      await insertToken(inside, { id, name, hash: hashOfSecret(token), roles, expiresAt });
      inside.audit({
        action: 'token.issue',
        subjectKind: 'api_token',
        subjectId: id,
        after: { name, roles, expiresAt },
      });
      return { id };
    });
    const row = await findToken(tx, answer.id);
    if (row === undefined) throw notFound('token', answer.id);
    return { row, token: answer.id === id ? token : null };
  });
}

export async function withdrawToken(
  context: IdentityContext,
  scope: Scope,
  { command, id }: { command: Command; id: string },
): Promise<void> {
  await context.database.write(scope, (tx) =>
    inCommand(tx, command, async (inside) => {
      if (!(await revokeToken(inside, id))) throw notFound('token', id);
      inside.audit({ action: 'token.revoke', subjectKind: 'api_token', subjectId: id });
      return null;
    }),
  );
}
