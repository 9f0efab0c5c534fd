/** The company itself and its people. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { viewIn, withoutBlanks } from '../search.ts';
import { company } from './company.ts';

const companyArea = createRoute({
  getParentRoute: () => company,
  path: '/company/$part',
  staticData: { title: 'company.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../../features/organisation/company.page.tsx'), 'CompanyPage'),
});

/** Where people and tokens stood before they moved to their company. */
const people = createRoute({
  getParentRoute: () => company,
  path: '/people/$part',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/company/$part', params });
  },
});

export const organisationRoutes = [companyArea, people] as const;
