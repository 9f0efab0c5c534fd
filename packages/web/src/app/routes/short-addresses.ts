/** Addresses as people type and remember them: a place without its part opens on its first one. */
import { createRoute, redirect } from '@tanstack/react-router';
import { company } from './company.ts';

const inbox = createRoute({
  getParentRoute: () => company,
  path: '/inbox',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/inbox/$part', params: { ...params, part: 'unassigned' } });
  },
});

const dunning = createRoute({
  getParentRoute: () => company,
  path: '/dunning',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/dunning/$part', params: { ...params, part: 'preview' } });
  },
});

const calls = createRoute({
  getParentRoute: () => company,
  path: '/calls',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/calls/$part', params: { ...params, part: 'backs' } });
  },
});

const interest = createRoute({
  getParentRoute: () => company,
  path: '/interest',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/interest/$part', params: { ...params, part: 'proposals' } });
  },
});

const promises = createRoute({
  getParentRoute: () => company,
  path: '/promises',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/promises/$list', params: { ...params, list: 'due' } });
  },
});

const companyArea = createRoute({
  getParentRoute: () => company,
  path: '/company',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/company/$part', params: { ...params, part: 'accounts' } });
  },
});

export const shortAddresses = [inbox, dunning, calls, interest, promises, companyArea] as const;
