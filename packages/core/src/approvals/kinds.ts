/** What can be asked for under four eyes, as limits are given for it. */

export const APPROVAL_KINDS = [
  'refund',
  'write_off',
  'discount',
  'small_difference',
  'deduction',
  'other_adjustment',
  'credit',
  'transfer',
  'move',
  'reversal',
] as const;

export type ApprovalKind = (typeof APPROVAL_KINDS)[number];
