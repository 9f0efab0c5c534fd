/** The ways to explain a receipt, one for each family of files in `explanations/`. */
export type ExplanationKind =
  | 'cited_references'
  | 'single_amount'
  | 'advice'
  | 'account_structure'
  | 'on_account'
  | 'not_receivables';
