/**
 * Blocking is done at once by whoever sees the danger; releasing takes another person. A dunning block is also a hold of the
 * ledger, since whoever sends asks for holds.
 */
import type { Block } from '@quittance/core/parties';
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { type CustomerBlock, endBlock, findBlock, findBlocks, insertBlock } from './blocks.queries.ts';
import type { CustomerLedger } from './customer-ledger.ts';
import { theLivingCustomer } from './customers.errors.ts';
import type { CustomerRequest } from './requests.queries.ts';

type Holds = Pick<CustomerLedger, 'placeHold' | 'releaseHold'>;

const DUNNING_HOLD = 'dunning_block';

/** Blocks. Returns the block's id. Throws `block_is_in_force_once`. */
export async function placeBlock(
  tx: CommandTx,
  ledger: Holds,
  block: { readonly customerId: string; readonly what: Block; readonly reason: string },
): Promise<string> {
  const customer = await theLivingCustomer(tx, block.customerId);
  const standing = (await findBlocks(tx, [block.customerId])).find((one) => one.what === block.what);
  if (standing) {
    const message = `${customer.number} ${customer.name} is blocked for ${block.what} already, by ${standing.blockedByName}: ${standing.reason}`;
    throw new AppError('block_is_in_force_once', message, { status: 409 });
  }
  const { customerId, what, reason } = block;
  const holdId = what === 'dunning' ? await ledger.placeHold(tx, { customerId, kind: DUNNING_HOLD, reason }) : null;
  const id = newId();
  await insertBlock(tx, { id, customerId, what, reason, holdId });
  tx.audit({ action: 'customers.blocked', subjectKind: 'customer', subjectId: customerId, after: { what }, reason });
  return id;
}

/** Releases what another person blocked. Throws `block_is_your_own`, `block_is_released`. */
export async function releaseBlock(
  tx: CommandTx,
  ledger: Holds,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  const block = await findBlock(tx, id);
  if (!block) throw notFound('block', id);
  if (block.blockedBy === tx.actor.id) {
    const message =
      'You placed this block yourself; another person must release it. You may ask for it with a request.';
    throw new AppError('block_is_your_own', message, { status: 403 });
  }
  await release(tx, ledger, { block, reason });
}

/** By an approved request: of the two people in it, the one who did not place the block stands for the release. */
export async function releaseForRequest(
  tx: CommandTx,
  ledger: Holds,
  { block, request }: { readonly block: CustomerBlock; readonly request: CustomerRequest },
): Promise<void> {
  const asker = { id: request.requestedBy, name: request.requestedByName };
  const releaser = block.blockedBy === tx.actor.id ? asker : tx.actor;
  await release({ ...tx, actor: releaser }, ledger, { block, reason: request.reason });
}

async function release(
  tx: CommandTx,
  ledger: Holds,
  { block, reason }: { readonly block: CustomerBlock; readonly reason: string },
): Promise<void> {
  if (!(await endBlock(tx, block.id, reason))) {
    const message = `${block.releasedByName ?? 'Somebody'} has released this block already.`;
    throw new AppError('block_is_released', message, { status: 409 });
  }
  if (block.holdId !== null) await ledger.releaseHold(tx, block.holdId);
  const before = { what: block.what, reason: block.reason };
  tx.audit({ action: 'customers.released', subjectKind: 'customer', subjectId: block.customerId, before, reason });
}
