/** Letters that come and go. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textIn, viewIn, withoutBlanks } from '../search.ts';
import { company } from './company.ts';

const inbox = createRoute({
  getParentRoute: () => company,
  path: '/inbox/$part',
  staticData: { title: 'mail.inbox' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({ conversation: textIn(raw, 'conversation'), portfolio: textIn(raw, 'portfolio'), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../../features/correspondence/inbox.page.tsx'), 'InboxPage'),
});

export const correspondenceRoutes = [inbox] as const;
