export { registerInterestRoutes } from './interest/interest.routes.ts';
export { judgeAll } from './promises/judge-promises.usecase.ts';
export { registerPromiseRoutes } from './promises/promises.routes.ts';
export { registerTaskRoutes } from './tasks/tasks.routes.ts';
export { escalateTasks } from './tasks/tasks.usecase.ts';
export { createFreshness } from './worklist/keep-fresh.ts';
export { refreshWorklist } from './worklist/refresh-worklist.usecase.ts';
export { listEntries } from './worklist/worklist.queries.ts';
export { registerWorklistRoutes, type WorklistContext } from './worklist/worklist.routes.ts';
