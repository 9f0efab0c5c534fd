/** The people of the demo: one for each role, two more who collect, and an administrator who has all working roles. */
import {
  addPerson,
  findPersonByEmail,
  grantFirstRoles,
  type IdentityContext,
  SYSTEM_ACTOR,
} from '../../modules/identity/index.ts';
import type { Actor, Tx } from '../../platform/database/transaction.ts';
import { DEMO_ADMINISTRATOR, DEMO_COLLEAGUES, DEMO_PEOPLE } from '../companies.ts';
import type { DemoActors } from './load-company.ts';

type PeopleActors = Omit<DemoActors, 'system'>;

const EVERYBODY = [...DEMO_PEOPLE.map((person) => ({ key: person.role, ...person })), ...DEMO_COLLEAGUES];

/** Adds those who are not there yet; the ledger names them as who entered what. */
export async function ensurePeople(identity: IdentityContext): Promise<DemoActors> {
  const { name, email } = DEMO_ADMINISTRATOR;
  const administrator = { id: await ensurePerson(identity, { name, email, isAdministrator: true }), name };
  const actors: [string, Actor][] = [['administrator', administrator]];
  for (const { key, role, ...person } of EVERYBODY) {
    const id = await ensurePerson(identity, { ...person, isAdministrator: false });
    actors.push([key, { id, name: person.name, mayPostInClosing: role === 'manager' }]);
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
export async function grantDemoRoles(tx: Tx, actors: DemoActors): Promise<void> {
  for (const { key, role } of EVERYBODY) await grantFirstRoles(tx, actors[key].id, [role]);
  await grantFirstRoles(tx, actors.administrator.id, DEMO_ADMINISTRATOR.roles);
}
