/** Actors that are no signed-in person: the operator at the machine, and the product itself. */
import type { Actor } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { IdentityContext } from './identity.context.ts';
import { ensureOperator } from './people.queries.ts';

/** What the product does by itself, such as applying a receipt whose explanation is unique. */
export const SYSTEM_ACTOR: Actor = { id: '00000000-0000-7000-8000-000000000001', name: 'Quittance' };

const NAME_CHARS_MAX = 100;

/** Whoever runs commands on the machine that holds the data may do everything; the trail says who it was. */
export async function operatorActor(context: IdentityContext, userName: string): Promise<Actor> {
  const name = `${userName.slice(0, NAME_CHARS_MAX)} (command line)`;
  const id = await ensureOperator((query) => context.database.global(query), { id: newId(), name });
  return { id, name, mayPostInClosing: true };
}
