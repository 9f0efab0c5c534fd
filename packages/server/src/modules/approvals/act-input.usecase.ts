/** What the API was asked for as an act of the ledger: items' currencies checked, companies found, refunds with their account. */
import type { Money } from '@quittance/core/money';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { Principal } from '../../platform/http/index.ts';
import { findItem } from '../ledger/index.ts';
import type { ApprovalAct } from './approval-act.ts';
import type { ActInput } from './approvals.schemas.ts';

export interface AskedAct {
  readonly act: ApprovalAct;
  readonly account: string | null;
}

/** Throws `not_found`, `currencies_differ`, `company_not_found`. */
export async function askedAct(tx: Tx, input: ActInput, principal: Principal): Promise<AskedAct> {
  switch (input.kind) {
    case 'refund': {
      const amountMinor = await amountIn(tx, input.itemId, input.amount);
      const { itemId, effectiveOn, account } = input;
      return { act: { kind: 'adjustment', adjustment: 'refund', itemId, amountMinor, effectiveOn }, account };
    }
    case 'adjustment': {
      const { itemId, adjustment, effectiveOn } = input;
      const amountMinor = await amountIn(tx, itemId, input.amount);
      return plain({ kind: 'adjustment', itemId, adjustment, amountMinor, effectiveOn });
    }
    case 'transfer': {
      const { itemId, effectiveOn } = input;
      const amountMinor = await amountIn(tx, itemId, input.amount);
      const { id: toCompanyId, code: toCompanyCode } = ownCompany(principal, input.toCompany);
      return plain({ kind: 'transfer', itemId, amountMinor, toCompanyId, toCompanyCode, effectiveOn });
    }
    case 'move': {
      const { itemId, customerId, effectiveOn } = input;
      return plain({ kind: 'identification', itemId, customerId, effectiveOn });
    }
    case 'credit': {
      const { document: kind, customerId, number, issuedOn, amount } = input;
      const { currency, amountMinor } = amount;
      const instalments = [{ dueOn: issuedOn, amountMinor }];
      return plain({ kind: 'document', document: { kind, customerId, number, issuedOn, currency, instalments } });
    }
    case 'reversal': {
      const { entryId, amount, effectiveOn, withDependents } = input;
      const reversal = { entryId, amountMinor: amount?.amountMinor, effectiveOn, withDependents };
      return plain({ kind: 'reversal', ...reversal, reason: '' });
    }
  }
}

function plain(act: ApprovalAct): AskedAct {
  return { act, account: null };
}

async function amountIn(tx: Tx, itemId: string, amount: Money): Promise<bigint> {
  const item = await findItem(tx, itemId);
  if (!item) throw notFound('item', itemId);
  if (item.currency === amount.currency) return amount.amountMinor;
  throw new AppError('currencies_differ', `${item.number} is in ${item.currency}; say the amount in it.`);
}

/** Whoever asks must work in both companies: nobody learns of a company by guessing its code. */
function ownCompany(principal: Principal, code: string) {
  const found = principal.companies.find((access) => access.company.code === code);
  if (found !== undefined) return found.company;
  throw new AppError('company_not_found', `You work in no company ${code}.`, { status: 404 });
}
