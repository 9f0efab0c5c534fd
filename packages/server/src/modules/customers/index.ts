export {
  type Activity,
  activityHistory,
  findSameActivities,
  insertActivities,
  listActivities,
  type NewActivity,
  withdrawActivities,
  withdrawActivitiesOfBatch,
} from './activities.queries.ts';
export { placeBlock } from './blocks.usecase.ts';
export { type Refusal, refusals } from './contact-consent.queries.ts';
export { noteConsent } from './contact-consent.usecase.ts';
export {
  addressesOf,
  type Contact,
  type ContactChange,
  deleteContactsOfBatch,
  findContacts,
  findCustomersByAddress,
  insertContacts,
  type NewContact,
  updateContacts,
} from './contacts.queries.ts';
export { registerCustomFieldRoutes } from './custom-fields/custom-fields.routes.ts';
export {
  addBankAccounts,
  type BankAccountOf,
  type CustomerChange,
  deleteCustomers,
  findBankAccounts,
  findCustomersOfBatch,
  updateCustomers,
} from './customer-changes.queries.ts';
export type {
  AccountEventPage,
  Balance,
  CustomerLedger,
  FirstActs,
  PaymentHistory,
} from './customer-ledger.ts';
export { type AccountOfNumber, findAccountsByNumber, findCustomersByNumber } from './customer-numbers.queries.ts';
export { theCustomer } from './customers.errors.ts';
export {
  type Customer,
  findCustomer,
  findUnidentified,
  insertCustomers,
  type NewCustomer,
  searchCustomers,
} from './customers.queries.ts';
export { registerCustomersRoutes } from './customers.routes.ts';
export { ensureUnidentifiedCustomer, reviewAccount } from './customers.usecase.ts';
export { findMergeLinks, findParentsAbove, recordsOfParty, survivorOf } from './family.queries.ts';
export { listNoteMentions, markNoteSeen, type NoteMention } from './notes/mentions.queries.ts';
export { type Colleague, listColleagues, tellMentioned } from './notes/mentions.usecase.ts';
export type { ProfileFields } from './profile.queries.ts';
export { saveProfile } from './profile.usecase.ts';
export { approveRequest, askForChange, askForCustomer } from './requests.usecase.ts';
export { saysAll } from './timeline/timeline.queries.ts';
export {
  type LineKey,
  type LineKind,
  type LinesAsk,
  PLAIN_LINE,
  type TimelineLine,
  type TimelineSource,
} from './timeline/timeline-line.ts';
