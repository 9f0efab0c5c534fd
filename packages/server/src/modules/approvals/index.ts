export { type ApprovalsOptions, registerApprovalRoutes } from './approvals.routes.ts';
export { APPROVAL_HOLD } from './ask.usecase.ts';
export { limitGuard } from './limits.usecase.ts';
export { approvalsCheck } from './verify.queries.ts';
