/** Requests and their approval. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { textIn, viewIn, withoutBlanks } from '../search.ts';
import { company } from './company.ts';

const approvalsStart = createRoute({
  getParentRoute: () => company,
  path: '/approvals',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/approvals/$part', params: { company: params.company, part: 'for_me' } });
  },
});

const approvals = createRoute({
  getParentRoute: () => company,
  path: '/approvals/$part',
  staticData: { title: 'approvals.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ request: textIn(raw, 'request'), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../../features/approvals/approvals.page.tsx'), 'ApprovalsPage'),
});

export const approvalsRoutes = [approvalsStart, approvals] as const;
