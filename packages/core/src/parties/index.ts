export { type AccountDoubt, compactAccount, doubtAboutAccount } from './account-number.ts';
export { type DuplicateEvidence, type DuplicatePair, findDuplicates, type Party } from './duplicate.ts';
export { closesCircle, type Link, survivorsOf } from './family.ts';
export { compactTaxNumber, doubtAboutTaxNumber, type TaxDoubt } from './tax-number.ts';
