/** What the API was asked for as an act of the ledger: items' currencies checked, companies found, refunds with their account. */
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import type { Principal } from '../../platform/http/index.ts';
import { findItem, statedOfEntry, statedOfItem } from '../ledger/index.ts';
import type { ApprovalAct, PartMoveAct } from './approval-act.ts';
import type { ActInput } from './approvals.schemas.ts';

export interface AskedAct {
  readonly act: ApprovalAct;
  readonly account: string | null;
}

/** Throws `not_found`, `currencies_differ`, `company_not_found`. */
export async function askedAct(tx: Tx, input: ActInput, principal: Principal): Promise<AskedAct> {
  switch (input.kind) {
    case 'refund': {
      const amountMinor = await statedOfItem(tx, input.itemId, input.amount);
      const { itemId, effectiveOn, account } = input;
      return { act: { kind: 'adjustment', adjustment: 'refund', itemId, amountMinor, effectiveOn }, account };
    }
    case 'adjustment': {
      const { itemId, adjustment, effectiveOn } = input;
      const amountMinor = await statedOfItem(tx, itemId, input.amount);
      return plain({ kind: 'adjustment', itemId, adjustment, amountMinor, effectiveOn });
    }
    case 'transfer': {
      const { itemId, effectiveOn } = input;
      const amountMinor = await statedOfItem(tx, itemId, input.amount);
      const { id: toCompanyId, code: toCompanyCode } = ownCompany(principal, input.toCompany);
      return plain({ kind: 'transfer', itemId, amountMinor, toCompanyId, toCompanyCode, effectiveOn });
    }
    case 'move': {
      const { itemId, customerId, amount, effectiveOn } = input;
      if (amount === undefined) return plain({ kind: 'identification', itemId, customerId, effectiveOn });
      const amountMinor = await statedOfItem(tx, itemId, amount);
      return plain(await moveOf(tx, { itemId, customerId, amountMinor, effectiveOn }));
    }
    case 'credit': {
      const { document: kind, customerId, number, issuedOn, amount } = input;
      const { currency, amountMinor } = amount;
      const instalments = [{ dueOn: issuedOn, amountMinor }];
      return plain({ kind: 'document', document: { kind, customerId, number, issuedOn, currency, instalments } });
    }
    case 'reversal': {
      const { entryId, amount, effectiveOn, withDependents } = input;
      const amountMinor = amount && (await statedOfEntry(tx, entryId, amount));
      return plain({ kind: 'reversal', entryId, amountMinor, effectiveOn, withDependents, reason: '' });
    }
    case 'interest_charge':
    case 'interest_waiver':
      return plain(interestOf(tx, input));
  }
}

function interestOf(tx: Tx, input: Extract<ActInput, { kind: 'interest_charge' | 'interest_waiver' }>): ApprovalAct {
  const { kind, customerId, planId, itemIds, total } = input;
  const asked = {
    customerId,
    planId,
    itemIds,
    currency: total.currency,
    totalMinor: total.amountMinor,
    toOn: tx.today,
  };
  if (input.kind === 'interest_waiver' || input.letter === null) return { kind, ...asked, letter: null };
  const { language, ...to } = input.letter;
  return { kind, ...asked, letter: { to, language, senderName: tx.actor.name } };
}

/** All that is open moves with the receipt itself. */
async function moveOf(tx: Tx, move: Omit<PartMoveAct, 'kind'>): Promise<ApprovalAct> {
  const { amountMinor, ...whole } = move;
  const open = (await findItem(tx, move.itemId))?.openMinor ?? 0n;
  return amountMinor === -open ? { kind: 'identification', ...whole } : { kind: 'move_part', ...move };
}

function plain(act: ApprovalAct): AskedAct {
  return { act, account: null };
}

/** Whoever asks must work in both companies: nobody learns of a company by guessing its code. */
function ownCompany(principal: Principal, code: string) {
  const found = principal.companies.find((access) => access.company.code === code);
  if (found !== undefined) return found.company;
  throw new AppError('company_not_found', `You work in no company ${code}.`, { status: 404 });
}
