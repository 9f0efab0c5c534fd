export type { ApprovalAct } from './approval-act.ts';
export { type ApprovalsOptions, registerApprovalRoutes } from './approvals.routes.ts';
export { ask, draftWish } from './ask.usecase.ts';
export { approve } from './decide.usecase.ts';
export { limitGuard } from './post-alone.usecase.ts';
export { approvalsCheck } from './verify.queries.ts';
