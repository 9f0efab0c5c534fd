/** Before a company is chosen: where to begin, who one is, and what to do when there is none. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NoCompany } from '../errors.component.tsx';
import { homeOf } from '../home.ts';
import { textIn, withoutBlanks } from '../search.ts';
import { sessionQuery } from '../session.ts';
import { root } from './root.ts';

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: {} });
    const [company] = session.companies;
    if (!company) throw redirect({ to: session.isAdministrator ? '/new-company' : '/no-company' });
    throw redirect({ to: homeOf(company), params: { company: company.code, queue: 'to_confirm' } });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ to: textIn(raw, 'to') }),
  component: lazyRouteComponent(() => import('../../features/identity/sign-in.page.tsx'), 'SignInPage'),
});

const newCompany = createRoute({
  getParentRoute: () => root,
  path: '/new-company',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { to: '/new-company' } });
  },
  component: lazyRouteComponent(() => import('../../features/organisation/new-company.page.tsx'), 'NewCompanyPage'),
});

const noCompany = createRoute({ getParentRoute: () => root, path: '/no-company', component: NoCompany });

export const entryRoutes = [start, signIn, newCompany, noCompany] as const;
