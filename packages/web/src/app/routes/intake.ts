/** What comes from files and mail. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, textIn, viewIn, withoutBlanks } from '../search.ts';
import { company } from './company.ts';

const imports = createRoute({
  getParentRoute: () => company,
  path: '/imports',
  staticData: { title: 'imports.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../../features/intake/imports.page.tsx'), 'ImportsPage'),
});

const arrivals = createRoute({
  getParentRoute: () => company,
  path: '/imports/part/$part',
  staticData: { title: 'imports.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ advice: textIn(raw, 'advice'), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../../features/intake/arrival/arrivals.page.tsx'), 'ArrivalsPage'),
});

const importBatch = createRoute({
  getParentRoute: () => company,
  path: '/imports/$importId',
  staticData: { title: 'imports.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      show: oneOf(raw, 'show', ['added', 'changed', 'unchanged', 'refused', 'statements', 'problems', 'columns']),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(() => import('../../features/intake/import.page.tsx'), 'ImportPage'),
});

export const intakeRoutes = [imports, arrivals, importBatch] as const;
