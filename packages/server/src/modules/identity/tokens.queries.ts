import type { Role } from '@quittance/core/permissions';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Run } from './sessions.queries.ts';

export interface TokenAccess {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly companyId: string;
  readonly code: string;
  readonly companyName: string;
  readonly functionalCurrency: string;
  readonly timeZone: string;
}

export async function findTokenAccess(
  run: Run,
  token: { companyId: string; hash: string },
): Promise<TokenAccess | undefined> {
  const [row] = await run<TokenAccess>(sql`
    select id, name, roles, expires_at as "expiresAt", last_used_at as "lastUsedAt", company_id as "companyId", code,
        company_name as "companyName", functional_currency as "functionalCurrency", time_zone as "timeZone"
      from api_token_of(${token.companyId}, ${token.hash})`);
  return row;
}

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

const TOKEN = sql`
  select t.id, t.name, t.roles, coalesce(a.name, '') as "createdBy", t.created_at as "createdAt", t.last_used_at as "lastUsedAt",
      t.expires_at as "expiresAt"
    from api_token t left join actor a on a.id = t.created_by`;

/** Tokens that are not revoked, newest first. */
export function listTokens(tx: Tx, page: { before: string | undefined; limit: number }): Promise<TokenRow[]> {
  const before = page.before === undefined ? sql`` : sql`and t.id < ${page.before}::uuid`;
  return tx.all(sql`
    ${TOKEN} where t.company_id = ${tx.company.id} and t.revoked_at is null ${before} order by t.id desc limit ${page.limit}`);
}

export function findToken(tx: Tx, id: string): Promise<TokenRow | undefined> {
  return tx.maybe(sql`${TOKEN} where t.company_id = ${tx.company.id} and t.id = ${id} and t.revoked_at is null`);
}

export async function insertToken(
  tx: Tx,
  token: { id: string; name: string; hash: string; roles: readonly Role[]; expiresAt: string | null },
): Promise<void> {
  await tx.run(sql`insert into actor (id, kind, name) values (${token.id}, 'api_client', ${token.name})`);
  await tx.run(sql`
    insert into api_token (company_id, id, name, token_hash, roles, created_by, created_at, expires_at)
      values (${tx.company.id}, ${token.id}, ${token.name}, ${token.hash}, ${token.roles}, ${tx.actor.id}, ${tx.recordedAt},
        ${token.expiresAt})`);
}

/** False when there is none of this id that still works. */
export async function revokeToken(tx: Tx, id: string): Promise<boolean> {
  const count = await tx.run(sql`
    update api_token set revoked_by = ${tx.actor.id}, revoked_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and id = ${id} and revoked_at is null`);
  return count === 1;
}

export async function touchToken(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update api_token set last_used_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`);
}
