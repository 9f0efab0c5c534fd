/** What belongs by name to somebody who cannot go on with it: it stands in the team's way until it is handed over. */
import { PERMISSION_FOR, WORK_KINDS, type WorkKind } from '@quittance/core/hand-over';
import { permissionsOf, type Role } from '@quittance/core/permissions';
import type { Tx } from '../../../platform/database/transaction.ts';
import { researchByPerson } from '../../cash-application/index.ts';
import { conversationsByPerson } from '../../correspondence/index.ts';
import { memberRoles } from '../../identity/index.ts';
import { findSchedule } from '../dunning/schedule.queries.ts';
import { listOwners, namesOf } from '../portfolios/cover.queries.ts';
import { peopleHere } from '../portfolios/people-on-duty.queries.ts';
import { rulesInForce } from '../portfolios/portfolio-rules.queries.ts';
import { findEscalation } from '../tasks/tasks.queries.ts';
import { type CountOfPerson, countsByPerson, customerCounts } from './work.queries.ts';

export interface WorkOfNobody {
  readonly personId: string;
  readonly personName: string;
  /** What they may still do here: work that it covers stays theirs. */
  readonly roles: readonly Role[];
  readonly work: readonly { readonly kind: WorkKind; readonly count: number }[];
}

/** By name. In a fixed number of statements but for those who left. */
export async function workOfNobody(tx: Tx): Promise<WorkOfNobody[]> {
  const granted = new Map((await peopleHere(tx)).map(({ id, roles }) => [id, new Set(permissionsOf(roles))]));
  const cannot = ({ personId, kind }: Pick<CountOfPerson, 'personId' | 'kind'>): boolean =>
    !(granted.get(personId)?.has(PERMISSION_FOR[kind]) ?? false);
  const counts = (await allCounts(tx, cannot)).filter(cannot);
  const people = await namesOf(tx, [...new Set(counts.map(({ personId }) => personId))]);
  const rows: WorkOfNobody[] = [];
  for (const { id, name } of people) {
    const work = counts
      .filter(({ personId }) => personId === id)
      .map(({ kind, count }) => ({ kind, count }))
      .sort((left, right) => WORK_KINDS.indexOf(left.kind) - WORK_KINDS.indexOf(right.kind));
    const roles = granted.has(id) ? await memberRoles(tx, id) : [];
    rows.push({ personId: id, personName: name, roles, work });
  }
  return rows;
}

async function allCounts(
  tx: Tx,
  cannot: (of: Pick<CountOfPerson, 'personId' | 'kind'>) => boolean,
): Promise<CountOfPerson[]> {
  const strangers = (await listOwners(tx)).filter((personId) => cannot({ personId, kind: 'customer' }));
  const counts = strangers.length === 0 ? [] : await customerCounts(tx, strangers);
  counts.push(...(await countsByPerson(tx)));
  for (const one of await conversationsByPerson(tx)) counts.push({ ...one, kind: 'conversation' });
  for (const one of await researchByPerson(tx)) counts.push({ ...one, kind: 'research' });
  const rules = await rulesInForce(tx);
  const named = rules === undefined ? [] : [...rules.rules.map(({ ownerId }) => ownerId), rules.defaultOwnerId];
  for (const personId of new Set(named)) counts.push({ personId, kind: 'portfolio_rule', count: 1 });
  const escalatesTo = (await findEscalation(tx))?.toPersonId;
  if (escalatesTo !== undefined) counts.push({ personId: escalatesTo, kind: 'escalation_rule', count: 1 });
  const actsTo = (await findSchedule(tx))?.actsTo ?? null;
  if (actsTo !== null) counts.push({ personId: actsTo, kind: 'dunning_rule', count: 1 });
  return counts;
}
