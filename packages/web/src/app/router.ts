/** The addresses of the product, by area in `routes`. Each feature is fetched when it is first opened. */
import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { NotFound, PageProblem } from './errors.component.tsx';
import type { TextKey } from './i18n.ts';
import { approvalsRoutes } from './routes/approvals.ts';
import { cashRoutes } from './routes/cash.ts';
import { collectionsRoutes } from './routes/collections.ts';
import { company } from './routes/company.ts';
import { correspondenceRoutes } from './routes/correspondence.ts';
import { customersRoutes } from './routes/customers.ts';
import { entryRoutes } from './routes/entry.ts';
import { intakeRoutes } from './routes/intake.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { organisationRoutes } from './routes/organisation.ts';
import { root } from './routes/root.ts';
import { shortAddresses } from './routes/short-addresses.ts';

const tree = root.addChildren([
  ...entryRoutes,
  company.addChildren([
    ...collectionsRoutes,
    ...approvalsRoutes,
    ...cashRoutes,
    ...correspondenceRoutes,
    ...intakeRoutes,
    ...ledgerRoutes,
    ...customersRoutes,
    ...organisationRoutes,
    ...shortAddresses,
  ]),
]);

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: PageProblem,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
  interface StaticDataRouteOption {
    /** The name of the page, for the window's title. */
    readonly title?: TextKey;
    /** The page shows the ledger as of a day that the person may choose. */
    readonly hasAsOf?: boolean;
  }
}
