/** What every act of a person on a receipt shares: settling with deductions, keeping the decision, teaching, telling. */
import { abs } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { assert } from '../../../platform/errors.ts';
import { type LimitedAct, requireWaitingStaysOpen } from '../../ledger/index.ts';
import type { KeptAllocation, NewDecision } from '../deciding/decision.ts';
import { insertDecisions, rejectPairs, retireDecisions } from '../deciding/decisions.queries.ts';
import {
  adjustmentsOf,
  type DeductionDraft,
  postingSession,
  recordDeductions,
  type TreatedDeduction,
} from '../deductions/deduction-session.ts';
import { teach } from '../knowledge/knowledge.usecase.ts';
import { matchPolicy } from '../policies/policies.ts';
import {
  appliedMinor,
  type LockedReceipt,
  type lockReceipt,
  releaseHolds,
  type SettledByHand,
  settleLocked,
  settlingDay,
} from '../runs/settle-receipt.ts';
import { payerOfReceipt } from '../runs/settling.queries.ts';
import { cashOf, requireFreeOfClaims, requireWithinLimits } from './typed-application.ts';

/** Called after a deduction was posted beyond terms or caps. Throws `approval_needed` when the person may not post so much alone. */
export type ExceedGuard = (
  tx: Tx,
  posted: Pick<LimitedAct, 'kind' | 'itemId' | 'customerId' | 'posted'>,
) => Promise<void>;

interface Deducting {
  readonly customerId: string;
  readonly allocations: readonly KeptAllocation[];
  readonly deductions: readonly DeductionDraft[];
  /** Of the decision that it settles. */
  readonly number: number;
  /** Undefined when nothing beyond terms and caps is posted. */
  readonly exceedGuard: ExceedGuard | undefined;
  readonly reason: string;
}

/** Applies, posts what is posted of the deductions, records them all. Throws `approval_waits` when a request holds what would be settled. */
export async function settleWithDeductions(
  tx: CommandTx,
  locked: LockedReceipt,
  { customerId, allocations, deductions, number, exceedGuard, reason }: Deducting,
): Promise<SettledByHand & { readonly treated: readonly TreatedDeduction[] }> {
  const { receipt } = locked;
  const effectiveOn = settlingDay(tx, locked);
  const itemIds = deductions.map(({ itemId }) => itemId);
  const session = await postingSession(tx, { itemIds, days: [effectiveOn], isByItself: false });
  const payment = {
    cash: cashOf(allocations),
    paidOn: receipt.issuedOn,
    effectiveOn,
    mayExceed: exceedGuard !== undefined,
  };
  const treated = session.treat(deductions, payment);
  requireWithinLimits(treated);
  requireFreeOfClaims(treated, payment.cash, session.items);
  const adjustments = adjustmentsOf(treated);
  const settled = await settleLocked(tx, locked, { customerId, allocations, adjustments, reason });
  await requireWaitingStaysOpen(tx, [...payment.cash.keys(), ...itemIds]);
  await askForExceeding(tx, { exceedGuard, treated, entryIds: settled.adjustmentIds });
  await recordDeductions(tx, [
    {
      receiptItemId: receipt.id,
      receiptNumber: receipt.number,
      decisionNumber: number,
      effectiveOn,
      isByItself: false,
      treated,
      entryIds: settled.adjustmentIds,
    },
  ]);
  return { ...settled, treated };
}

async function askForExceeding(
  tx: CommandTx,
  settled: {
    readonly exceedGuard: ExceedGuard | undefined;
    readonly treated: readonly TreatedDeduction[];
    /** One for each that is posted, in their order. */
    readonly entryIds: readonly string[];
  },
): Promise<void> {
  const entryIds = settled.entryIds.values();
  for (const { adjustment, exceeds, itemId, customerId } of settled.treated) {
    if (adjustment === null) continue;
    const entryId = entryIds.next().value;
    assert(entryId !== undefined, 'what is posted has its entry');
    if (exceeds !== null)
      await settled.exceedGuard?.(tx, { kind: adjustment.kind, itemId, customerId, posted: { entryId } });
  }
}

type LockedForPerson = Awaited<ReturnType<typeof lockReceipt>>;

export const NO_ITEMS = { allocations: [], deductions: [] } as const;

interface ManualAct extends Pick<NewDecision, 'customerId' | 'allocations' | 'deductions' | 'sentence'> {
  readonly state: Exclude<NewDecision['state'], 'waiting'>;
  readonly entryIds: readonly string[];
}

/** Keeps a person's act as the current decision: what was proposed and not taken is rejected, what was done is learnt. */
export async function keepManual(tx: CommandTx, locked: LockedForPerson, act: ManualAct): Promise<void> {
  const { receipt, current, openMinor } = locked;
  const number = numberAfter(locked);
  if (current?.state === 'waiting') {
    const taken = new Set(act.allocations.map((allocation) => allocation.itemId));
    const passedBy = current.allocations.map(({ itemId }) => itemId).filter((itemId) => !taken.has(itemId));
    await rejectPairs(tx, { receiptItemId: receipt.id, itemIds: passedBy, reason: act.sentence, withDecision: number });
  }
  await releaseHolds(tx, current?.holdIds ?? []);
  await retireDecisions(tx, [receipt.id], act.sentence);
  const { entryIds, ...said } = act;
  await insertDecisions(tx, [
    {
      ...said,
      receiptItemId: receipt.id,
      number,
      decision: 'manual',
      rule: null,
      explanation: null,
      currency: receipt.currency,
      amountMinor: openMinor,
      unappliedMinor: act.state === 'not_ours' ? 0n : openMinor - appliedMinor(act.allocations),
      evidence: [],
      alternatives: [],
      alternativesCount: 0,
      rejected: [],
      question: null,
      wouldChangeIf: [],
      policyVersion: (await matchPolicy(tx)).version,
      holdIds: [],
      entryIds,
    },
  ]);
  await teachFrom(tx, locked, { customerId: act.customerId, decisionNumber: number });
}

/** Of the decision that comes next: the current one is the latest. */
export function numberAfter({ current }: Pick<LockedForPerson, 'current'>): number {
  return (current?.number ?? 0) + 1;
}

export async function teachFrom(
  tx: Tx,
  { receipt }: LockedReceipt,
  given: { readonly customerId: string | null; readonly decisionNumber: number },
): Promise<void> {
  const payer = await payerOfReceipt(tx, receipt.id);
  const { currency, issuedOn } = receipt;
  const payment = { receiptItemId: receipt.id, currency, amountMinor: abs(receipt.amountMinor), bookedOn: issuedOn };
  await teach(tx, { ...payment, ...given, payer });
}

export function audit(
  tx: CommandTx,
  { receipt }: LockedReceipt,
  line: { readonly action: string; readonly after: object; readonly reason?: string },
): void {
  tx.audit({ subjectKind: 'receipt', subjectId: receipt.id, ...line });
}
