export { type ApprovalsOptions, registerApprovalRoutes } from './approvals.routes.ts';
export { limitGuard } from './limits.usecase.ts';
export { approvalsCheck } from './verify.queries.ts';
