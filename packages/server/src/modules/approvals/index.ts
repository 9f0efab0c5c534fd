export type { ApprovalAct } from './approval-act.ts';
export { type ApprovalsOptions, registerApprovalRoutes } from './approvals.routes.ts';
export { ask, draftWish } from './ask.usecase.ts';
export { approve } from './decide.usecase.ts';
export { type InterestAct, type InterestDesk, type InterestLetter, subjectOfInterest } from './interest-act.ts';
export { limitGuard } from './post-alone.usecase.ts';
export { approvalsCheck } from './verify.queries.ts';
