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
  'interest_charge',
  'interest_waiver',
] as const;

export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** Of what a person posts alone, what is added up whatever its kind: for one item, for one customer in some days, in one day. */
export const TOTAL_KINDS = ['item_total', 'customer_total', 'day_total'] as const;

export type TotalKind = (typeof TOTAL_KINDS)[number];

/** What gives up money that is owed to us, and so counts in the totals. Moving money within the group does not, nor does asking for more. */
export const COUNTED_KINDS: readonly ApprovalKind[] = [
  'write_off',
  'discount',
  'small_difference',
  'deduction',
  'other_adjustment',
  'credit',
  'interest_waiver',
];

/** What is limited by customer instead of by item: a note asks for many items. */
export const KINDS_BY_CUSTOMER: readonly ApprovalKind[] = ['interest_charge', 'interest_waiver'];

/** How many days a customer’s total looks back, today included. */
export const CUSTOMER_TOTAL_DAYS = 30;

export function isTotalKind(kind: string): kind is TotalKind {
  return (TOTAL_KINDS as readonly string[]).includes(kind);
}
