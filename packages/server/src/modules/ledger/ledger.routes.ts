import type { HttpApp } from '../../platform/http/index.ts';
import { registerAccountRoutes } from './accounts.routes.ts';
import { registerActRoutes } from './acts.routes.ts';
import { type BooksOptions, registerBooksRoutes } from './books.routes.ts';
import { registerHoldRoutes } from './holds.routes.ts';
import { registerReadingRoutes } from './reading.routes.ts';
import { registerTransferRoutes } from './transfers.routes.ts';

export function registerLedgerRoutes(app: HttpApp, options: BooksOptions): void {
  registerReadingRoutes(app, options);
  registerAccountRoutes(app, options);
  registerActRoutes(app, options);
  registerHoldRoutes(app, options);
  registerTransferRoutes(app, options);
  registerBooksRoutes(app, options);
}
