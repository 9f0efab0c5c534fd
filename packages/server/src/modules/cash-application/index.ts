export { type ApplyReport, type ApplyRequest, applyUnapplied } from './apply-unapplied.usecase.ts';
export { registerCashApplicationRoutes } from './cash-application.routes.ts';
export type { ImportedLink } from './knowledge.queries.ts';
export { importLinks } from './knowledge.usecase.ts';
export { cashApplicationCheck } from './verify.queries.ts';
