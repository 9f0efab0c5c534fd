/**
 * Who sees an owner's customers today: the owner; while they are away or may not act here any more, whoever covers them; and of an
 * owner who may not act here and has nobody, the one to whom the rules give the rest.
 */
import { permissionsOf } from '@quittance/core/permissions';
import { ownersOnDuty } from '@quittance/core/portfolios';
import type { Tx } from '../../../platform/database/transaction.ts';
import { awayToday, listCovers } from './cover.queries.ts';
import { peopleHere } from './people-on-duty.queries.ts';
import { rulesInForce } from './portfolio-rules.queries.ts';

const TO_ACT = 'activities.write';

export interface DutyToday {
  /** Null: nobody is there. */
  readonly seenBy: (ownerId: string) => string | null;
  readonly mayAct: (personId: string) => boolean;
}

/** In a fixed number of statements, however many owners. */
export async function dutyToday(tx: Tx, owners: readonly string[]): Promise<DutyToday> {
  const able = await peopleWhoAct(tx);
  const covers = new Map((await listCovers(tx)).map(({ personId, coverId }) => [personId, coverId]));
  const restId = (await rulesInForce(tx))?.defaultOwnerId;
  const named = restId === undefined ? owners : [...owners, restId];
  const absent = [...named, ...covers.values()].filter((id) => !able.has(id));
  const duty = ownersOnDuty(named, { covers, away: new Set([...(await awayToday(tx)), ...absent]) });
  const ofRest = restId === undefined ? null : (duty.get(restId) ?? null);
  return {
    seenBy: (ownerId) => duty.get(ownerId) ?? (able.has(ownerId) ? null : ofRest),
    mayAct: (personId) => able.has(personId),
  };
}

/** Who may speak with customers here, and may still sign in. */
export async function peopleWhoAct(tx: Tx): Promise<Set<string>> {
  return new Set((await namedWhoAct(tx)).map(({ id }) => id));
}

/** By name. */
export async function namedWhoAct(tx: Tx): Promise<{ id: string; name: string }[]> {
  const people = (await peopleHere(tx)).filter(({ roles }) => permissionsOf(roles).includes(TO_ACT));
  return people.map(({ id, name }) => ({ id, name })).sort((left, right) => left.name.localeCompare(right.name));
}
