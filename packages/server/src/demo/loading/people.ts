/** The people of the demo: one for each role, and an administrator who has them all. */
import {
  addPerson,
  findPersonByEmail,
  grantFirstRoles,
  type IdentityContext,
  SYSTEM_ACTOR,
} from '../../modules/identity/index.ts';
import type { Actor, Tx } from '../../platform/database/transaction.ts';
import { DEMO_ADMINISTRATOR, DEMO_PEOPLE } from '../companies.ts';
import type { DemoActors } from './load-company.ts';

type PeopleActors = Omit<DemoActors, 'system'>;

/** Adds those who are not there yet; the ledger names them as who entered what. */
export async function ensurePeople(identity: IdentityContext): Promise<DemoActors> {
  await ensurePerson(identity, { ...DEMO_ADMINISTRATOR, isAdministrator: true });
  const actors: [string, Actor][] = [];
  for (const { role, name, email } of DEMO_PEOPLE) {
    const id = await ensurePerson(identity, { name, email, isAdministrator: false });
    actors.push([role, { id, name, mayPostInClosing: role === 'manager' }]);
  }
  return { ...(Object.fromEntries(actors) as PeopleActors), system: { ...SYSTEM_ACTOR, mayPostInClosing: true } };
}

async function ensurePerson(
  identity: IdentityContext,
  { name, email, isAdministrator }: { name: string; email: string; isAdministrator: boolean },
): Promise<string> {
  const known = await findPersonByEmail((query) => identity.database.global(query), email);
  return known?.id ?? addPerson(identity, { name, email, locale: 'en', isAdministrator }, null);
}

/** Their roles in a new company, in the transaction that makes it. */
export async function grantDemoRoles(tx: Tx, identity: IdentityContext, actors: DemoActors): Promise<void> {
  for (const { role } of DEMO_PEOPLE) await grantFirstRoles(tx, actors[role].id, [role]);
  const administrator = await findPersonByEmail((query) => identity.database.global(query), DEMO_ADMINISTRATOR.email);
  if (administrator) await grantFirstRoles(tx, administrator.id, DEMO_ADMINISTRATOR.roles);
}
