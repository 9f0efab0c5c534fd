export { operatorActor, SYSTEM_ACTOR } from './actors.usecase.ts';
export { authenticator } from './authenticate.usecase.ts';
export type { IdentityContext } from './identity.context.ts';
export { findPersonByEmail, knowsCompany, listMembers, rolesOf as memberRoles } from './people.queries.ts';
export { registerPeopleRoutes, registerTokenRoutes, signInPath } from './people.routes.ts';
export { addPerson, changeRoles, ensureAdministrator, grantFirstRoles, type PersonDraft } from './people.usecase.ts';
export { registerSessionRoutes } from './session.routes.ts';
export { forgetEnded, makeSignInLink } from './sign-in.usecase.ts';
export { registerViewRoutes } from './views.routes.ts';
