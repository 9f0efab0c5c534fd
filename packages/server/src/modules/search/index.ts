export { registerSearchRoutes } from './search.routes.ts';
export { type Findings, searchEverything } from './search.usecase.ts';
