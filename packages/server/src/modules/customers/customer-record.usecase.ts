/** Reading and writing the guarded part of a customer's record. Only approved requests write it. */

import { formatAmount, parseAmount } from '@quittance/core/money';
import type { GuardedFields } from '@quittance/core/parties';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { assert } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { findBlocks } from './blocks.queries.ts';
import { placeBlock, releaseForRequest } from './blocks.usecase.ts';
import type { CustomerLedger } from './customer-ledger.ts';
import {
  addAccountsOfRequest,
  findAccountRecords,
  findTaxIds,
  removeAccounts,
  replaceTaxIds,
  saveGuardedFields,
} from './customer-record.queries.ts';
import { type Customer, insertCustomers } from './customers.queries.ts';
import type { AskedFields, CustomerRequest } from './requests.queries.ts';

export async function guardedFieldsOf(tx: Tx, customer: Customer): Promise<GuardedFields> {
  const accounts = await findAccountRecords(tx, [customer.id]);
  const taxIds = await findTaxIds(tx, [customer.id]);
  const blocks = await findBlocks(tx, [customer.id]);
  const { creditLimitMinor, creditLimitCurrency } = customer;
  return {
    name: customer.name,
    parentId: customer.parentId,
    terms: customer.terms,
    creditLimit:
      creditLimitMinor === null || creditLimitCurrency === null
        ? null
        : { amount: formatAmount(creditLimitMinor, creditLimitCurrency), currency: creditLimitCurrency },
    taxId: customer.taxId,
    taxIds: taxIds.map(({ country, kind, number }) => ({ country, kind, number })),
    bankAccounts: accounts.map(({ account, holder }) => ({ account, holder })),
    blocks: blocks.map((block) => block.what),
  };
}

/** The customer that an approved on-boarding asked for. Returns its id. */
export async function createFromRequest(tx: CommandTx, requestId: string, after: AskedFields): Promise<string> {
  const { number, name } = after;
  assert(number !== undefined && name !== undefined, 'an on-boarding names the customer');
  const id = newId();
  const { country = null, language = null, timeZone = null, email = null, phone = null } = after;
  await insertCustomers(tx, [{ id, number, name, country, language, timeZone, email, phone }], null);
  await saveAll(tx, { id, requestId, fields: { ...NOTHING, ...after, name }, earlierAccounts: [] });
  return id;
}

const NOTHING: Omit<GuardedFields, 'name'> = {
  parentId: null,
  terms: null,
  creditLimit: null,
  taxId: null,
  taxIds: [],
  bankAccounts: [],
  blocks: [],
};

export async function changeGuardedFields(
  tx: CommandTx,
  ledger: CustomerLedger,
  change: { readonly customer: Customer; readonly current: GuardedFields; readonly request: CustomerRequest },
): Promise<void> {
  const { customer, current, request } = change;
  const fields: GuardedFields = { ...current, ...request.after };
  const earlierAccounts = current.bankAccounts.map((one) => one.account);
  await saveAll(tx, { id: customer.id, requestId: request.id, fields, earlierAccounts });
  for (const what of fields.blocks.filter((one) => !current.blocks.includes(one))) {
    await placeBlock(tx, ledger, { customerId: customer.id, what, reason: request.reason });
  }
  const released = (await findBlocks(tx, [customer.id])).filter((block) => !fields.blocks.includes(block.what));
  for (const block of released) await releaseForRequest(tx, ledger, { block, request });
}

async function saveAll(
  tx: Tx,
  record: {
    readonly id: string;
    readonly requestId: string;
    readonly fields: GuardedFields;
    readonly earlierAccounts: readonly string[];
  },
): Promise<void> {
  const { id, requestId, fields, earlierAccounts } = record;
  const { name, parentId, terms, taxId, creditLimit } = fields;
  const creditLimitMinor = creditLimit === null ? null : parseAmount(creditLimit.amount, creditLimit.currency);
  const creditLimitCurrency = creditLimit?.currency ?? null;
  await saveGuardedFields(tx, id, { name, parentId, terms, taxId, creditLimitMinor, creditLimitCurrency });
  await replaceTaxIds(tx, id, fields.taxIds);
  const kept = new Set(fields.bankAccounts.map((one) => one.account));
  await removeAccounts(
    tx,
    id,
    earlierAccounts.filter((account) => !kept.has(account)),
  );
  const earlier = new Set(earlierAccounts);
  const accounts = fields.bankAccounts.filter((one) => !earlier.has(one.account));
  await addAccountsOfRequest(tx, { customerId: id, requestId, accounts });
}
