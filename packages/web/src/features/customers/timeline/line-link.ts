/** Where a line is read whole. */
import type { LinkProps } from '@tanstack/react-router';
import type { TimelineLine } from './timeline.queries.ts';

export function linkOfLine(line: TimelineLine, place: { code: string; customerId: string }): LinkProps | null {
  const company = { company: place.code };
  const customer = {
    to: '/c/$company/customers/$customerId',
    params: { ...company, customerId: place.customerId },
  } as const;
  const { about, items } = line;
  const [item] = items;
  switch (about?.kind) {
    case undefined:
    case 'call':
      return null;
    case 'activity':
      return { ...customer, search: { show: 'notes' } };
    case 'conversation':
      return { ...customer, search: { show: 'mail', conversation: about.id } };
    case 'promise':
    case 'plan':
      return { ...customer, search: { show: 'promises' } };
    case 'session':
      return { ...customer, search: { show: 'sessions' } };
    case 'run':
      return { ...customer, search: { show: 'dunning' } };
    case 'request':
      return { ...customer, search: { show: 'requests' } };
    case 'task':
      return { to: '/c/$company/tasks', params: company, search: { task: about.id } };
    case 'entry':
      if (item === undefined) return null;
      return { to: '/c/$company/items/$itemId', params: { ...company, itemId: item.id }, search: { entry: about.id } };
  }
}
