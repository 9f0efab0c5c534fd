/** Whoever a note names by an @ is told, once; only people who may read the company's customers can be named. */
import { permissionsOf } from '@quittance/core/permissions';
import { mentionedIn } from '@quittance/core/tasks';
import type { Tx } from '../../../platform/database/transaction.ts';
import { listMembers } from '../../identity/index.ts';
import { insertNoteMentions } from './mentions.queries.ts';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

const PEOPLE_MAX = 1_000; // of a company

/** Who can be named: works here, may sign in, and may read customers. By name. */
export async function listColleagues(tx: Tx): Promise<Colleague[]> {
  const members = await listMembers(tx, { after: undefined, limit: PEOPLE_MAX });
  return members
    .filter(({ roles, disabledAt }) => disabledAt === null && permissionsOf(roles).includes('customers.read'))
    .map(({ id, name }) => ({ id, name }));
}

/** Who is named now and was not before; never whoever writes. */
export async function tellMentioned(
  tx: Tx,
  line: { readonly firstId: string; readonly text: string; readonly before?: string },
): Promise<void> {
  if (!line.text.includes('@')) return;
  const colleagues = await listColleagues(tx);
  const known = new Set(mentionedIn(line.before ?? '', colleagues));
  const personIds = mentionedIn(line.text, colleagues).filter((id) => id !== tx.actor.id && !known.has(id));
  if (personIds.length > 0) await insertNoteMentions(tx, { firstId: line.firstId, personIds });
}
