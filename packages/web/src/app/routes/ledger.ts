/** Items, aging and the books. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, textIn, viewIn, withoutBlanks } from '../search.ts';
import { company } from './company.ts';

const aging = createRoute({
  getParentRoute: () => company,
  path: '/aging',
  staticData: { title: 'aging.title', hasAsOf: true },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      by: oneOf(raw, 'by', ['customer', 'item']),
      buckets: textIn(raw, 'buckets'),
      currency: textIn(raw, 'currency'),
      customer: textIn(raw, 'customer'),
      bucket: textIn(raw, 'bucket'),
      of: textIn(raw, 'of'),
      item: textIn(raw, 'item'),
      entry: textIn(raw, 'entry'),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(() => import('../../features/ledger/aging.page.tsx'), 'AgingPage'),
});

const item = createRoute({
  getParentRoute: () => company,
  path: '/items/$itemId',
  staticData: { title: 'item.title', hasAsOf: true },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ entry: textIn(raw, 'entry'), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../../features/ledger/item.page.tsx'), 'ItemPage'),
});

const books = createRoute({
  getParentRoute: () => company,
  path: '/books/$book',
  staticData: { title: 'books.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ journal: textIn(raw, 'journal'), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../../features/ledger/books.page.tsx'), 'BooksPage'),
});

export const ledgerRoutes = [aging, item, books] as const;
