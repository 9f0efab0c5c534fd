import type { HttpApp } from '../../platform/http/index.ts';
import { registerAccountRoutes } from './accounts.routes.ts';
import { registerActRoutes } from './acts.routes.ts';
import { type BooksOptions, registerBooksRoutes } from './books.routes.ts';
import type { ExchangeSpread } from './fair-exchange.ts';
import { registerHoldRoutes } from './holds.routes.ts';
import type { LimitGuard } from './limit-guard.ts';
import { registerReadingRoutes } from './reading.routes.ts';
import { registerTransferRoutes } from './transfers.routes.ts';

export interface LedgerOptions extends BooksOptions {
  readonly limitGuard: LimitGuard;
  readonly exchangeSpread: ExchangeSpread;
}

export function registerLedgerRoutes(app: HttpApp, options: LedgerOptions): void {
  registerReadingRoutes(app, options);
  registerAccountRoutes(app, options);
  registerActRoutes(app, options);
  registerHoldRoutes(app, options);
  registerTransferRoutes(app, options);
  registerBooksRoutes(app, options);
}
