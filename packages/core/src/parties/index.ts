export { type AccountDoubt, compactAccount, doubtAboutAccount, remainderBy97 } from './account-number.ts';
export {
  type BankAccount,
  BLOCKS,
  type Block,
  doubtsAbout,
  type GuardedChange,
  type GuardedField,
  type GuardedFields,
  newAccounts,
  outdatedFields,
  type RequestDoubt,
  type RequestedChange,
  requestedChange,
  type TaxId,
} from './customer-request.ts';
export { type DuplicateEvidence, type DuplicatePair, findDuplicates, type Party } from './duplicate.ts';
export { closesCircle, type Link, survivorsOf } from './family.ts';
export { FIRST_STEPS, type FirstStep, nextFirstStep, type StepsDone } from './first-steps.ts';
export { phoneNumber } from './phone.ts';
export { doubtAboutTaxNumber, type TaxDoubt } from './tax-number.ts';
