/** Customers. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { CUSTOMER_PARTS } from '../../features/customers/parts.ts';
import { dateIn, oneOf, textIn, viewIn, withoutBlanks } from '../search.ts';
import { company } from './company.ts';

const customers = createRoute({
  getParentRoute: () => company,
  path: '/customers',
  staticData: { title: 'customers.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../../features/customers/customers.page.tsx'), 'CustomersPage'),
});

const customer = createRoute({
  getParentRoute: () => company,
  path: '/customers/$customerId',
  staticData: { title: 'customers.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      show: oneOf(raw, 'show', CUSTOMER_PARTS),
      conversation: textIn(raw, 'conversation'),
      sorts: textIn(raw, 'sorts'),
      since: dateIn(raw, 'since'),
      through: dateIn(raw, 'through'),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(() => import('../../features/customers/customer.page.tsx'), 'CustomerPage'),
});

const customerWork = createRoute({
  getParentRoute: () => company,
  path: '/customers/work/$part',
  staticData: { title: 'customers.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../../features/customers/customer-work.page.tsx'), 'CustomerWorkPage'),
});

export const customersRoutes = [customers, customer, customerWork] as const;
