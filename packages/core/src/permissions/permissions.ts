/** What a person or a program may do in a company. The list is closed: a route names one of these or does not start. */

export const PERMISSIONS = [
  'ledger.read',
  'ledger.post',
  'ledger.adjust',
  'ledger.reverse',
  'ledger.close_period',
  'ledger.post_in_closing',
  'journals.export',
  'rates.manage',
  'verify.run',
  'imports.read',
  'imports.write',
  'cash.read',
  'cash.apply',
  'customers.read',
  'customers.write',
  'people.read',
  'people.manage',
  'tokens.manage',
  'audit.read',
  'organisation.manage',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** What each permission allows, as the administration screen says it. */
export const PERMISSION_MEANINGS: Readonly<Record<Permission, string>> = {
  'ledger.read': 'see items, agings, postings, periods',
  'ledger.post': 'enter documents and change due dates',
  'ledger.adjust': 'write off, grant discounts, charge, refund',
  'ledger.reverse': 'reverse and partly undo entries',
  'ledger.close_period': 'start closing a period and close it',
  'ledger.post_in_closing': 'post into a period that is being closed',
  'journals.export': 'hand journals to the general ledger',
  'rates.manage': 'enter exchange rates',
  'verify.run': 'check the books against their rules',
  'imports.read': 'see imports and their problems',
  'imports.write': 'upload, post and undo imports',
  'cash.read': 'see receipts and why they were applied',
  'cash.apply': 'confirm, correct and undo applications',
  'customers.read': 'see customers',
  'customers.write': 'add and change customers',
  'people.read': 'see who works in the company and in which roles',
  'people.manage': 'add people, give and take roles',
  'tokens.manage': 'issue and revoke API tokens',
  'audit.read': 'read the audit trail',
  'organisation.manage': 'change the company and its account codes',
};
