/** Who works in a company and in which roles. Nobody changes their own; nobody opens a company they do not manage. */
import type { Role } from '@quittance/core/permissions';
import { type Command, type CommandTx, insertAudit, runCommand } from '../../platform/command/index.ts';
import type { Scope, Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { Principal } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids.ts';
import { accountEventInsert } from './account-events.queries.ts';
import { type IdentityContext, instantIn } from './identity.context.ts';
import {
  companiesOfPerson,
  findAdministrator,
  findPersonByEmail,
  insertActor,
  insertPerson,
  listMembers,
  type MemberRow,
  rolesOf,
  saveRoles,
  setDisabled,
} from './people.queries.ts';
import { deleteSessionsOf, type Run } from './sessions.queries.ts';
import { makeSignInLink } from './sign-in.usecase.ts';

export interface PersonDraft {
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

/** Adds a person who works in no company yet. Throws `email_is_taken`. */
export async function addPerson(
  context: IdentityContext,
  draft: PersonDraft & { isAdministrator?: boolean },
  addedBy: { id: string; name: string } | null,
): Promise<string> {
  return context.database.globalTransaction(async (run) => {
    const id = await writePerson(run, draft);
    if (id === undefined) throw emailTaken(draft.email);
    await run(
      accountEventInsert(instantIn(context), { action: 'person.add', actor: addedBy, personId: id, detail: draft }),
    );
    return id;
  });
}

/** Undefined when somebody has the address already. */
async function writePerson(run: Run, draft: PersonDraft & { isAdministrator?: boolean }): Promise<string | undefined> {
  const id = newId();
  await insertActor(run, { id, kind: 'person', name: draft.name });
  const { email, locale, isAdministrator = false } = draft;
  return (await insertPerson(run, { id, email, locale, isAdministrator })) ? id : undefined;
}

const FIRST_ADMINISTRATOR = { email: 'administrator@quittance.local', name: 'Administrator', locale: 'en' };

/** The installation's first administrator, made when there is none yet: the way in for whoever holds the machine. */
export async function ensureAdministrator(context: IdentityContext): Promise<string> {
  const run: Run = (query) => context.database.global(query);
  const known = await findAdministrator(run);
  if (known) return known.id;
  try {
    return await addPerson(context, { ...FIRST_ADMINISTRATOR, isAdministrator: true }, null);
  } catch (error) {
    const faster = await findAdministrator(run); // another process, started at the same time
    if (faster) return faster.id;
    throw error;
  }
}

export interface AddedMember {
  readonly person: MemberRow;
  /** Null when the person has an account already and signs in as before. */
  readonly signInLink: { readonly secret: string; readonly expiresAt: string } | null;
}

/**
 * Gives a person roles in the company, and an account if the address has none. Only a new account comes with a sign-in link:
 * an existing one belongs to its owner. Throws `member_already` when the person has roles here.
 */
export async function addMember(
  context: IdentityContext,
  scope: Scope,
  { command, draft, roles }: { command: Command; draft: PersonDraft; roles: readonly Role[] },
): Promise<AddedMember> {
  const run: Run = (query) => context.database.global(query);
  const known = await findPersonByEmail(run, draft.email);
  const personId = known?.id ?? (await addPerson(context, draft, scope.actor));
  const answer = await runCommand(context.database, scope, command, async (tx) => {
    const before = await rolesOf(tx, personId);
    if (before.length > 0) {
      const message = `${draft.email} works in this company already. Change the roles instead.`;
      throw new AppError('member_already', message, { status: 409 });
    }
    await changeRoles(tx, { personId, before, after: roles });
    return { personId };
  });
  const person = await memberOf(context, scope, answer.personId);
  const isNew = known === undefined;
  return { person, signInLink: isNew ? await makeSignInLink(context, { personId, madeBy: scope.actor }) : null };
}

/** To whom somebody's work goes as their roles are taken; as it was looked at before. */
export interface HandingOver {
  /** Null: to the owner of each customer, else to the team. */
  readonly toId: string | null;
  readonly fingerprint: string;
  readonly reason: string;
}

/** Kept above this module: what there is to hand over is theirs to know. */
export type HandOver = (
  tx: CommandTx,
  order: HandingOver & {
    readonly fromId: string;
    readonly roles: readonly Role[];
    readonly rolesBefore: readonly Role[];
  },
) => Promise<{ id: string }>;

/**
 * Makes the person's roles these; none takes the person out of the company. Their work goes with the same act where it is asked for, else
 * it stays to be seen as nobody's. Answers the hand-over's id. Throws `own_roles`, `not_found`, and what the hand-over refuses.
 */
export async function setRoles(
  context: IdentityContext & { readonly handOver: HandOver },
  scope: Scope,
  given: {
    readonly command: Command;
    readonly personId: string;
    readonly roles: readonly Role[];
    readonly handingOver: HandingOver | null;
  },
): Promise<{ handOverId: string | null }> {
  const { command, personId, roles, handingOver } = given;
  return runCommand(context.database, scope, command, async (tx) => {
    const before = await rolesOf(tx, personId);
    if (before.length === 0) throw notFound('person', personId);
    await changeRoles(tx, { personId, before, after: roles });
    if (handingOver === null) return { handOverId: null };
    const order = { ...handingOver, fromId: personId, roles, rolesBefore: before };
    return { handOverId: (await context.handOver(tx, order)).id };
  });
}

/** Throws `own_roles`. */
export async function changeRoles(
  tx: CommandTx,
  { personId, before, after }: { personId: string; before: readonly Role[]; after: readonly Role[] },
): Promise<void> {
  if (personId === tx.actor.id) {
    const message = 'Nobody changes their own roles. Ask another person who manages people.';
    throw new AppError('own_roles', message, { status: 403 });
  }
  await saveRoles(tx, personId, after);
  tx.audit({ action: 'person.roles', subjectKind: 'person', subjectId: personId, before, after });
}

/** Gives the first roles in a new company to whoever made it, in the transaction that makes it. */
export async function grantFirstRoles(tx: Tx, personId: string, roles: readonly Role[]): Promise<void> {
  await saveRoles(tx, personId, roles);
  await insertAudit(tx, [
    { action: 'person.roles', subjectKind: 'person', subjectId: personId, before: [], after: roles },
  ]);
}

/** A disabled person signs in nowhere; sessions end at once. Throws `own_account`, `person_of_other_companies`. */
export async function disablePerson(
  context: IdentityContext,
  principal: Principal,
  { personId, isDisabled }: { personId: string; isDisabled: boolean },
): Promise<void> {
  if (personId === principal.actor.id) {
    throw new AppError('own_account', 'Nobody disables their own account.', { status: 403 });
  }
  await requireAllCompaniesManaged(context, principal, personId);
  await context.database.globalTransaction(async (run) => {
    await setDisabled(run, personId, isDisabled ? instantIn(context) : null);
    await deleteSessionsOf(run, personId, null);
    const action = isDisabled ? 'person.disable' : 'person.enable';
    await run(accountEventInsert(instantIn(context), { action, actor: principal.actor, personId }));
  });
}

/** A new link for somebody who lost the password. Throws `own_account`, `person_of_other_companies`. */
export async function makeLinkFor(
  context: IdentityContext,
  principal: Principal,
  personId: string,
): Promise<{ secret: string; expiresAt: string }> {
  await requireAllCompaniesManaged(context, principal, personId);
  return makeSignInLink(context, { personId, madeBy: principal.actor });
}

/** One company's administrator must not open another company through a person who works in both. */
async function requireAllCompaniesManaged(
  context: IdentityContext,
  principal: Principal,
  personId: string,
): Promise<void> {
  const companies = await companiesOfPerson((query) => context.database.global(query), personId);
  const isManaged = companies.every(({ companyId }) =>
    principal.companies.some((access) => access.company.id === companyId && access.permissions.has('people.manage')),
  );
  if (isManaged && companies.length > 0) return;
  const message =
    'This person also works where you do not manage people. Ask somebody who manages people in all of their companies.';
  throw new AppError('person_of_other_companies', message, { status: 403 });
}

export async function memberOf(context: IdentityContext, scope: Scope, personId: string): Promise<MemberRow> {
  const [member] = await context.database.read(scope, (tx) =>
    listMembers(tx, { after: undefined, limit: 1, id: personId }),
  );
  if (member === undefined) throw notFound('person', personId);
  return member;
}

function emailTaken(email: string): AppError {
  return new AppError('email_is_taken', `${email} has an account already.`, { status: 409 });
}
