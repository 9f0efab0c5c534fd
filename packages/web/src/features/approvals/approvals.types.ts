/** Shapes of the API that only the approvals' screens use. */
import type { components, paths } from '@quittance/client';

type Schemas = components['schemas'];

export type ApprovalRow = Schemas['ApprovalRow'];
export type ApprovalDetail = Schemas['ApprovalDetail'];
export type ApprovalKind = ApprovalRow['kind'];
export type DraftedEntry = Schemas['DraftedEntry'];
export type RefundPayment = Schemas['RefundPayment'];
export type Limits =
  paths['/api/v1/companies/{company}/approval-limits']['get']['responses'][200]['content']['application/json'];
export type TotalKind = Limits['ownTotals'][number]['kind'];
export type AskedAct =
  paths['/api/v1/companies/{company}/approvals']['post']['requestBody']['content']['application/json']['act'];

export const APPROVAL_PARTS = ['for_me', 'waiting', 'mine', 'settled', 'payments', 'limits'] as const;
export type ApprovalPart = (typeof APPROVAL_PARTS)[number];
export type ApprovalView = Exclude<ApprovalPart, 'payments' | 'limits'>;
