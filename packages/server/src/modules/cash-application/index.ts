export { endAdviceWaits } from './advices/end-waits.usecase.ts';
export { registerCashApplicationRoutes } from './cash-application.routes.ts';
export type { ImportedLink } from './knowledge/knowledge.queries.ts';
export { importLinks } from './knowledge/knowledge.usecase.ts';
export { type ApplyReport, type ApplyRequest, applyUnapplied } from './runs/apply-unapplied.usecase.ts';
export { cashApplicationCheck } from './verify.queries.ts';
