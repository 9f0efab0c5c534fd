/** The figures whose receipts can be listed; apart, because an address is read before the page is fetched. */
export const FIGURES = [
  'received',
  'auto',
  'by_hand',
  'corrected',
  'applied',
  'applied_by_people',
  'waiting',
  'without_remittance',
  'lines',
  'auto_lines',
] as const;
export type Figure = (typeof FIGURES)[number];
