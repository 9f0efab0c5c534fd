/** Every route of the product, module by module. */
import {
  type AppParts,
  applyAsSystem,
  COMPANY_SETUPS,
  CUSTOMER_LEDGER,
  PROMISE_IMPORTS,
  TIMELINE,
  VERIFY_CHECKS,
} from './app-wiring.ts';
import { limitGuard, registerApprovalRoutes } from './modules/approvals/index.ts';
import { exchangeSpread, registerCashApplicationRoutes } from './modules/cash-application/index.ts';
import {
  handOver,
  INTEREST_DESK,
  registerCallRoutes,
  registerDunningRoutes,
  registerHandOverRoutes,
  registerHuddleRoutes,
  registerInterestRoutes,
  registerMentionRoutes,
  registerPortfolioRoutes,
  registerPromiseRoutes,
  registerResolutionRoutes,
  registerSimulationRoutes,
  registerStrategyRoutes,
  registerTaskRoutes,
  registerWorklistRoutes,
} from './modules/collections/index.ts';
import { registerCorrespondenceRoutes } from './modules/correspondence/index.ts';
import { findCustomer, registerCustomersRoutes, registerCustomFieldRoutes } from './modules/customers/index.ts';
import {
  grantFirstRoles,
  registerPeopleRoutes,
  registerSessionRoutes,
  registerTokenRoutes,
  registerViewRoutes,
} from './modules/identity/index.ts';
import {
  type IntakeContext,
  registerArrivalRoutes,
  registerImportFileRoutes,
  registerIntakeRoutes,
  registerSnapshotRoutes,
  unpostedStatements,
} from './modules/intake/index.ts';
import { findItem, registerLedgerRoutes } from './modules/ledger/index.ts';
import { listCompanies, registerCalendarRoutes, registerOrganisationRoutes } from './modules/organisation/index.ts';
import { registerSearchRoutes } from './modules/search/index.ts';
import type { HttpApp } from './platform/http/index.ts';

export function registerRoutes(
  app: HttpApp,
  { database, identity, arrivals, correspondence, onCrash }: AppParts,
): void {
  registerSessionRoutes(app, identity);
  registerPeopleRoutes(app, { ...identity, handOver });
  registerTokenRoutes(app, identity);
  registerViewRoutes(app, identity);
  registerSearchRoutes(app, { database });
  registerOrganisationRoutes(app, { database, setups: COMPANY_SETUPS, grantFirstRoles });
  registerCalendarRoutes(app, { database, findPlace: findCustomer });
  registerCustomersRoutes(app, { database, ledger: CUSTOMER_LEDGER, timeline: TIMELINE });
  registerCustomFieldRoutes(app, { database, findItem });
  registerLedgerRoutes(app, {
    ...{ database, closingChecks: [unpostedStatements], verifyChecks: VERIFY_CHECKS },
    ...{ limitGuard, exchangeSpread },
  });
  registerApprovalRoutes(app, { database, listCompanies: () => listCompanies(database), interest: INTEREST_DESK });
  const intake: IntakeContext = {
    database,
    promises: PROMISE_IMPORTS,
    onCrash,
    onPosted: ({ company }) => applyAsSystem(database, company),
  };
  registerIntakeRoutes(app, intake);
  registerImportFileRoutes(app, intake);
  registerSnapshotRoutes(app, intake);
  registerArrivalRoutes(app, arrivals);
  registerCashApplicationRoutes(app, { database, limitGuard, onCrash });
  registerCorrespondenceRoutes(app, correspondence);
  registerWorklistRoutes(app, { database, clock: identity.clock });
  registerTaskRoutes(app, { database });
  registerMentionRoutes(app, { database });
  registerCallRoutes(app, { database });
  registerResolutionRoutes(app, { database });
  registerPortfolioRoutes(app, { database });
  registerHandOverRoutes(app, { database });
  registerPromiseRoutes(app, { database });
  registerInterestRoutes(app, { database, limitGuard });
  registerStrategyRoutes(app, { database });
  registerSimulationRoutes(app, { database, onCrash });
  registerDunningRoutes(app, { database, onCrash });
  registerHuddleRoutes(app, { database });
}
