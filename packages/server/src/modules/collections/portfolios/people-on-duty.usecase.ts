/**
 * Who answers for a customer today: the owner, or while they are away whoever covers them. Whoever may not act here any more counts as
 * away; where nobody of the chain is there, the one whom the company named for such work, else nobody.
 */
import { permissionsOf } from '@quittance/core/permissions';
import { ownersOnDuty } from '@quittance/core/portfolios';
import type { Tx } from '../../../platform/database/transaction.ts';
import { awayToday, listCovers } from './cover.queries.ts';
import { ownersOfCustomers, peopleHere } from './people-on-duty.queries.ts';

export interface PersonOnDuty {
  readonly id: string;
  readonly name: string;
  /** As they set it for themselves. */
  readonly locale: string;
}

const TO_ACT = 'activities.write';

/** Answers for the customers named, in a fixed number of statements. */
export async function peopleOnDuty(
  tx: Tx,
  asked: { readonly customerIds: readonly string[]; readonly otherwiseId: string | null },
): Promise<(customerId: string) => PersonOnDuty | null> {
  const owners = await ownersOfCustomers(tx, asked.customerIds);
  const everybody = await peopleHere(tx);
  const able = new Map(
    everybody.filter(({ roles }) => permissionsOf(roles).includes(TO_ACT)).map((one) => [one.id, one]),
  );
  const covers = new Map((await listCovers(tx)).map(({ personId, coverId }) => [personId, coverId]));
  const named = [...new Set([...owners.values(), ...(asked.otherwiseId === null ? [] : [asked.otherwiseId])])];
  const absent = [...named, ...covers.values()].filter((id) => !able.has(id));
  const duty = ownersOnDuty(named, { covers, away: new Set([...(await awayToday(tx)), ...absent]) });
  const otherwise = asked.otherwiseId === null ? null : (duty.get(asked.otherwiseId) ?? asked.otherwiseId);
  return (customerId) => {
    const owner = owners.get(customerId);
    const person = (owner === undefined ? null : duty.get(owner)) ?? otherwise;
    return person === null ? null : (able.get(person) ?? null);
  };
}
