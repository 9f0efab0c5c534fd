/** The work of collecting: the day, tasks, calls, promises, dunning. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { FIGURES as HUDDLE_FIGURES } from '../../features/collections/huddle/huddle-figures.ts';
import { oneOf, textIn, viewIn, withoutBlanks } from '../search.ts';
import { company } from './company.ts';

const myDay = createRoute({
  getParentRoute: () => company,
  path: '/my-day',
  staticData: { title: 'myDay.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      customer: textIn(raw, 'customer'),
      whose: oneOf(raw, 'whose', ['mine', 'team']),
      show: oneOf(raw, 'show', ['open', 'aside']),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(() => import('../../features/collections/my-day.page.tsx'), 'MyDayPage'),
});

const tasks = createRoute({
  getParentRoute: () => company,
  path: '/tasks',
  staticData: { title: 'tasks.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ task: textIn(raw, 'task') }),
  component: lazyRouteComponent(() => import('../../features/collections/tasks/tasks.page.tsx'), 'TasksPage'),
});

const calls = createRoute({
  getParentRoute: () => company,
  path: '/calls/$part',
  staticData: { title: 'calls.title' },
  component: lazyRouteComponent(() => import('../../features/collections/calls/calls.page.tsx'), 'CallsPage'),
});

const huddle = createRoute({
  getParentRoute: () => company,
  path: '/huddle',
  staticData: { title: 'huddle.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      owner: textIn(raw, 'owner'),
      figure: oneOf(raw, 'figure', HUDDLE_FIGURES),
      screen: oneOf(raw, 'screen', ['on']),
    }),
  component: lazyRouteComponent(() => import('../../features/collections/huddle/huddle.page.tsx'), 'HuddlePage'),
});

const review = createRoute({
  getParentRoute: () => company,
  path: '/review',
  staticData: { title: 'huddle.reviewTitle' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({ owner: textIn(raw, 'owner'), figure: oneOf(raw, 'figure', HUDDLE_FIGURES), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../../features/collections/huddle/review.page.tsx'), 'ReviewPage'),
});

const promises = createRoute({
  getParentRoute: () => company,
  path: '/promises/$list',
  staticData: { title: 'promises.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../../features/collections/promises/promises.page.tsx'), 'PromisesPage'),
});

const dunning = createRoute({
  getParentRoute: () => company,
  path: '/dunning/$part',
  staticData: { title: 'dunning.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../../features/collections/dunning/dunning.page.tsx'), 'DunningPage'),
});

const interest = createRoute({
  getParentRoute: () => company,
  path: '/interest/$part',
  staticData: { title: 'interest.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ ...viewIn(raw), note: textIn(raw, 'note') }),
  component: lazyRouteComponent(() => import('../../features/collections/interest/interest.page.tsx'), 'InterestPage'),
});

export const collectionsRoutes = [myDay, tasks, calls, huddle, review, promises, dunning, interest] as const;
