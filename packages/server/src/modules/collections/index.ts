export { refreshWorklist } from './refresh-worklist.usecase.ts';
export { registerWorklistRoutes, type WorklistContext } from './worklist.routes.ts';
