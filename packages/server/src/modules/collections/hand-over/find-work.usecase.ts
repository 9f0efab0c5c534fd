/** Everything of a person's in the company, and the team that could go on with it. */
import type { PieceOfWork, Team } from '@quittance/core/hand-over';
import { PERMISSION_FOR } from '@quittance/core/hand-over';
import { type Permission, permissionsOf, type Role } from '@quittance/core/permissions';
import type { Tx } from '../../../platform/database/transaction.ts';
import { researchOf } from '../../cash-application/index.ts';
import { conversationsOf } from '../../correspondence/index.ts';
import { findSchedule } from '../dunning/schedule.queries.ts';
import { awayToday, listCovers } from '../portfolios/cover.queries.ts';
import { ownersOfCustomers, peopleHere } from '../portfolios/people-on-duty.queries.ts';
import { rulesInForce } from '../portfolios/portfolio-rules.queries.ts';
import { findEscalation } from '../tasks/tasks.queries.ts';
import { customersOf, ROW_KINDS, rowsOf } from './work.queries.ts';

/** Whose work, and the roles with which the person goes on; none: everything goes. */
export interface Leaver {
  readonly fromId: string;
  readonly roles: readonly Role[];
}

/** What the person cannot go on with under these roles. */
export async function workOf(tx: Tx, { fromId, roles }: Leaver): Promise<PieceOfWork[]> {
  const keeps = new Set(permissionsOf(roles));
  const pieces = await allWorkOf(tx, fromId);
  return pieces.filter(({ kind }) => !keeps.has(PERMISSION_FOR[kind]));
}

async function allWorkOf(tx: Tx, fromId: string): Promise<PieceOfWork[]> {
  const pieces: PieceOfWork[] = [];
  for (const { id } of await customersOf(tx, fromId)) pieces.push({ kind: 'customer', id, customerId: id });
  const rules = await rulesInForce(tx);
  const isNamed = rules?.defaultOwnerId === fromId || rules?.rules.some(({ ownerId }) => ownerId === fromId);
  if (isNamed) pieces.push({ kind: 'portfolio_rule', id: tx.company.id, customerId: null });
  for (const kind of ROW_KINDS) {
    for (const { id, customerId } of await rowsOf(tx, kind, fromId)) pieces.push({ kind, id, customerId });
  }
  for (const { id, customerId } of await conversationsOf(tx, fromId)) {
    pieces.push({ kind: 'conversation', id, customerId });
  }
  for (const id of await researchOf(tx, fromId)) pieces.push({ kind: 'research', id, customerId: null });
  const ofCompany = { id: tx.company.id, customerId: null };
  if ((await findEscalation(tx))?.toPersonId === fromId) pieces.push({ kind: 'escalation_rule', ...ofCompany });
  if ((await findSchedule(tx))?.actsTo === fromId) pieces.push({ kind: 'dunning_rule', ...ofCompany });
  return pieces;
}

/** With the leaver as they will be. */
export async function teamFor(tx: Tx, { fromId, roles }: Leaver, pieces: readonly PieceOfWork[]): Promise<Team> {
  const everybody = await peopleHere(tx);
  const granted = new Map(everybody.map((one) => [one.id, new Set(permissionsOf(one.roles))]));
  granted.set(fromId, new Set(permissionsOf(roles)));
  const owners = await ownersOfCustomers(tx, [...new Set(pieces.flatMap(({ customerId }) => customerId ?? []))]);
  return {
    may: (personId: string, permission: Permission) => granted.get(personId)?.has(permission) ?? false,
    ownerOf: (customerId) => owners.get(customerId) ?? null,
    covers: new Map((await listCovers(tx)).map(({ personId, coverId }) => [personId, coverId])),
    away: await awayToday(tx),
    restId: (await rulesInForce(tx))?.defaultOwnerId ?? null,
    escalationId: (await findEscalation(tx))?.toPersonId ?? null,
  };
}
