/** What every page of a company stands in: the frame, and the day of which the ledger is shown. */
import { createRoute, redirect } from '@tanstack/react-router';
import { Frame } from '../frame.component.tsx';
import { dateIn, textIn, withoutBlanks } from '../search.ts';
import { sessionQuery } from '../session.ts';
import { root } from './root.ts';

export const company = createRoute({
  getParentRoute: () => root,
  path: '/c/$company',
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({ asOf: dateIn(raw, 'asOf'), knownAt: textIn(raw, 'knownAt') }),
  beforeLoad: async ({ context, params, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { to: location.href } });
    if (!session.companies.some((candidate) => candidate.code === params.company)) throw redirect({ to: '/' });
  },
  component: Frame,
});
