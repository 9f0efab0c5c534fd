export { createFreshness } from './keep-fresh.ts';
export { refreshWorklist } from './refresh-worklist.usecase.ts';
export { listEntries } from './worklist.queries.ts';
export { registerWorklistRoutes, type WorklistContext } from './worklist.routes.ts';
