/** The acts that can be asked for under four eyes, as data, and how each is carried out. */
import type { ApprovalKind } from '@quittance/core/approvals';
import type { LocalDate } from '@quittance/core/calendar';
import type { AdjustmentKind } from '@quittance/core/ledger';
import { z } from 'zod';
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError } from '../../platform/errors.ts';
import { localDateSchema } from '../../platform/http/index.ts';
import { type LedgerAct, ledgerActSchema, performAct, sendToCompany } from '../ledger/index.ts';
import { type InterestAct, type InterestDesk, interestActSchema, isInterest, subjectOfAct } from './interest-act.ts';
import { movePart } from './move-part.usecase.ts';

/** A receipt, or a part of it, for another company. */
export interface TransferAct {
  readonly kind: 'transfer';
  readonly itemId: string;
  readonly amountMinor: bigint;
  readonly toCompanyId: string;
  readonly toCompanyCode: string;
  readonly effectiveOn?: LocalDate | undefined;
}

/** A part of a receipt for another customer; all of it is an identification. */
export interface PartMoveAct {
  readonly kind: 'move_part';
  readonly itemId: string;
  readonly customerId: string;
  readonly amountMinor: bigint;
  readonly effectiveOn?: LocalDate | undefined;
}

export type ApprovalAct = TransferAct | PartMoveAct | InterestAct | LedgerAct;

const amountMinor = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform((text) => BigInt(text));

const partMoveSchema: z.ZodType<PartMoveAct, unknown> = z.object({
  kind: z.literal('move_part'),
  itemId: z.uuid(),
  customerId: z.uuid(),
  amountMinor,
  effectiveOn: localDateSchema.optional(),
});

const transferSchema: z.ZodType<TransferAct, unknown> = z.object({
  kind: z.literal('transfer'),
  itemId: z.uuid(),
  amountMinor,
  toCompanyId: z.uuid(),
  toCompanyCode: z.string(),
  effectiveOn: localDateSchema.optional(),
});

/** An act as it is kept: minor units as text. */
export const keptActSchema: z.ZodType<ApprovalAct, unknown> = z.union([
  transferSchema,
  partMoveSchema,
  interestActSchema,
  ledgerActSchema,
]);

export function keptJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? one.toString() : one));
}

const KINDS_OF_ADJUSTMENT: Readonly<Partial<Record<AdjustmentKind, ApprovalKind>>> = {
  refund: 'refund',
  write_off: 'write_off',
  cash_discount: 'discount',
  small_difference: 'small_difference',
  deduction: 'deduction',
  bank_fee: 'other_adjustment',
  withholding_tax: 'other_adjustment',
  suspense: 'other_adjustment',
  unclaimed_credit: 'other_adjustment',
  intercompany: 'transfer',
};

/** As which kind an adjustment is limited. */
export function kindOfAdjustment(adjustment: AdjustmentKind): ApprovalKind {
  return KINDS_OF_ADJUSTMENT[adjustment] ?? 'other_adjustment';
}

/** As which kind an act is limited. Throws `act_needs_no_approval`. */
export function kindOf(act: ApprovalAct): ApprovalKind {
  switch (act.kind) {
    case 'transfer':
      return 'transfer';
    case 'adjustment':
      return kindOfAdjustment(act.adjustment);
    case 'identification':
    case 'move_part':
      return 'move';
    case 'reversal':
      return 'reversal';
    case 'interest_charge':
    case 'interest_waiver':
      return act.kind;
    case 'document':
      if (act.document.kind === 'credit_note' || act.document.kind === 'on_account_credit') return 'credit';
      break;
    default:
  }
  throw new AppError('act_needs_no_approval', 'This is done directly, without a request.');
}

/** What a request is about: there is one open request about it at a time. */
export function subjectOf(act: ApprovalAct): { readonly key: string; readonly itemId: string | null } {
  switch (act.kind) {
    case 'reversal':
      return { key: `entry:${act.entryId}`, itemId: null };
    case 'document':
      return { key: `document:${act.document.kind}:${act.document.number}`, itemId: null };
    case 'interest_charge':
    case 'interest_waiver':
      return { key: subjectOfAct(act), itemId: null };
    case 'application':
      return { key: `item:${act.allocations[0]?.creditItemId}`, itemId: act.allocations[0]?.creditItemId ?? null };
    default:
      return { key: `item:${act.itemId}`, itemId: act.itemId };
  }
}

/** The amount an act names itself, if it does: what is held meanwhile. */
export function amountOf(act: ApprovalAct): bigint | undefined {
  return act.kind === 'adjustment' || act.kind === 'transfer' || act.kind === 'move_part' ? act.amountMinor : undefined;
}

export interface Carrying {
  readonly reason: string;
  /** Who charges interest; absent where nobody asks for it. */
  readonly interest?: InterestDesk | undefined;
}

/**
 * Carries out an act; the ids of its entries, its own first. Interest that is to be let go is charged by this: what is rehearsed shows
 * what is given up; letting it go posts nothing (`decide.usecase.ts`).
 */
export async function perform(
  tx: CommandTx,
  act: ApprovalAct,
  { reason, interest }: Carrying,
): Promise<readonly string[]> {
  if (isInterest(act)) return [await deskFor(interest).charge(tx, act)];
  if (act.kind === 'move_part') return movePart(tx, { ...act, effectiveOn: act.effectiveOn ?? tx.today, reason });
  if (act.kind !== 'transfer') return (await performAct(tx, withReason(act, reason))).entryIds;
  const { itemId, amountMinor, toCompanyId, toCompanyCode } = act;
  const toCompany = { id: toCompanyId, code: toCompanyCode };
  const effectiveOn = act.effectiveOn ?? tx.today;
  const { entryId } = await sendToCompany(tx, { itemId, amountMinor, toCompany, effectiveOn, reason });
  return [entryId];
}

/** Throws `act_needs_no_approval`. */
export function deskFor(interest: InterestDesk | undefined): InterestDesk {
  if (interest !== undefined) return interest;
  throw new AppError('act_needs_no_approval', 'Interest is charged under Late interest.');
}

function withReason(act: LedgerAct, reason: string): LedgerAct {
  return act.kind === 'document' ? act : { ...act, reason };
}

/** Whether the act says no day of its own: it then takes the day on which it is approved. */
export function isUndated(act: ApprovalAct): boolean {
  return isInterest(act) || (act.kind !== 'document' && act.effectiveOn === undefined);
}
