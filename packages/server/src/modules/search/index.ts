export { registerSearchRoutes } from './search.routes.ts';
export { type Findings, searchEverything } from './search.usecase.ts';
export { searchWritten } from './written.usecase.ts';
