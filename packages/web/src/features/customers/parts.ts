/** The parts of a customer's page, as they stand in its address. */
export const CUSTOMER_PARTS = [
  'open',
  'all',
  'receipts',
  'applications',
  'promises',
  'tasks',
  'sessions',
  'dunning',
  'paying',
  'mail',
  'timeline',
  'notes',
  'contacts',
  'family',
  'record',
  'requests',
] as const;
export type CustomerPart = (typeof CUSTOMER_PARTS)[number];
