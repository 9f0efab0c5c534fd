/**
 * Deductions inside a command: what becomes of each by the policy, what the ledger is to post for it, and the record of it
 * with its hold and its event. One session serves a receipt or a block of them, so that caps count what went before.
 */
import type { LocalDate } from '@quittance/core/calendar';
import { releasedCarrying } from '@quittance/core/ledger';
import { formatAmount, sum } from '@quittance/core/money';
import {
  type Limit,
  REASON_WORDS,
  type SettlementPolicy,
  type SettlementReason,
  type Treatment,
  treatDeductions,
} from '@quittance/core/settlement';
import { parseTerms } from '@quittance/core/terms';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { assert } from '../../../platform/errors.ts';
import { emitEvents } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids.ts';
import { type ItemAdjustment, placeHolds, releaseHolds } from '../../ledger/index.ts';
import type { KeptDeduction } from '../deciding/decision.ts';
import { settlementPolicy } from '../policies/policies.ts';
import {
  type DeductibleItem,
  deductibleItems,
  insertDeductions,
  lockCaps,
  type NewDeduction,
  spentByActor,
  spentOnDays,
  type WithdrawnDeduction,
} from './deductions.queries.ts';

/** Nobody duns what a customer disputes by deducting it. */
export const DEDUCTION_HOLD = 'deduction';

export interface DeductionDraft extends Pick<KeptDeduction, 'itemId' | 'amountMinor' | 'reason' | 'stated' | 'note'> {
  /** Claimed whatever the policy posts: it was shown so. */
  readonly isClaimed?: boolean;
}

/** The payment that the deductions come with. */
export interface Payment {
  /** Cash on each item, in the item's currency. */
  readonly cash: ReadonlyMap<string, bigint>;
  readonly paidOn: LocalDate;
  readonly effectiveOn: LocalDate;
  /** Its giver answers for what is beyond terms and caps. */
  readonly mayExceed: boolean;
}

export interface TreatedDeduction extends KeptDeduction {
  readonly customerId: string;
  readonly functionalMinor: bigint;
  readonly adjustment: ItemAdjustment | null;
  readonly isCertificateExpected: boolean;
  /** The limit beyond which it is posted. */
  readonly exceeds: Limit | null;
}

export interface DeductionSession {
  readonly items: ReadonlyMap<string, DeductibleItem>;
  /** Treats the deductions of one payment; what is posted counts against the caps of what follows. */
  treat(drafts: readonly DeductionDraft[], payment: Payment): TreatedDeduction[];
}

type Tally = Map<SettlementReason, bigint>;

/** Looks at the items alone: for a proposal, whose amounts count under no cap yet. */
export async function proposalSession(tx: Tx, itemIds: readonly string[]): Promise<DeductionSession> {
  const items = await deductibleItems(tx, itemIds);
  return sessionOf(tx, { items, policy: await settlementPolicy(tx), onDays: () => new Map(), byAnalyst: null });
}

/** Counts what was posted before, alone: to be opened after the items are locked. Without items it asks nothing. */
export async function postingSession(
  tx: CommandTx,
  asked: { readonly itemIds: readonly string[]; readonly days: readonly LocalDate[]; readonly isByItself: boolean },
): Promise<DeductionSession> {
  if (asked.itemIds.length === 0) return proposalSession(tx, []);
  await lockCaps(tx);
  const tallies = new Map<LocalDate, Tally>(asked.days.map((day) => [day, new Map()]));
  for (const { effectiveOn, reason, functionalMinor } of await spentOnDays(tx, asked.days)) {
    tallies.get(effectiveOn)?.set(reason, functionalMinor);
  }
  const own = asked.isByItself ? [] : await spentByActor(tx);
  const byAnalyst: Tally | null = asked.isByItself
    ? null
    : new Map(own.map(({ reason, functionalMinor }) => [reason, functionalMinor]));
  const items = await deductibleItems(tx, asked.itemIds);
  const onDays = (day: LocalDate) => tallies.get(day) ?? new Map();
  return sessionOf(tx, { items, policy: await settlementPolicy(tx), onDays, byAnalyst });
}

interface Ground {
  readonly items: ReadonlyMap<string, DeductibleItem>;
  readonly policy: SettlementPolicy;
  readonly onDays: (day: LocalDate) => Tally;
  readonly byAnalyst: Tally | null;
}

function sessionOf(tx: Tx, { items, policy, onDays, byAnalyst }: Ground): DeductionSession {
  const { functionalCurrency } = tx.company;
  return {
    items,
    treat(drafts, { cash, paidOn, effectiveOn, mayExceed }) {
      const onDay = onDays(effectiveOn);
      const worth = drafts.map((draft) => ({ ...draft, functionalMinor: worthOf(draft, items) }));
      const settled = new Map(
        [...new Set(drafts.map(({ itemId }) => itemId))].map((itemId) => {
          const own = drafts.filter((draft) => draft.itemId === itemId).map(({ amountMinor }) => amountMinor);
          const item = found(items, itemId);
          const terms = item.terms === null ? null : parseTerms(item.terms);
          return [itemId, { grossMinor: (cash.get(itemId) ?? 0n) + sum(own), issuedOn: item.issuedOn, terms }];
        }),
      );
      const asked = worth.filter(({ isClaimed }) => !isClaimed);
      const circumstances = {
        policy,
        functionalCurrency,
        items: settled,
        paidOn,
        spent: { onDay, byAnalyst },
        mayExceed,
      };
      const treatments = new Map(treatDeductions(asked, circumstances).map((treatment, at) => [asked[at], treatment]));
      const treated = worth.map((draft) => treatedAs(draft, treatments.get(draft), found(items, draft.itemId)));
      for (const { treatment, reason, functionalMinor } of treated) {
        if (treatment === 'claimed') continue;
        onDay.set(reason, (onDay.get(reason) ?? 0n) + functionalMinor);
        byAnalyst?.set(reason, (byAnalyst.get(reason) ?? 0n) + functionalMinor);
      }
      return treated;
    },
  };
}

function found(items: ReadonlyMap<string, DeductibleItem>, itemId: string): DeductibleItem {
  const item = items.get(itemId);
  assert(item, `item ${itemId} of a deduction is known`);
  return item;
}

function worthOf({ itemId, amountMinor }: DeductionDraft, items: ReadonlyMap<string, DeductibleItem>): bigint {
  const item = found(items, itemId);
  return item.openMinor === 0n ? amountMinor : releasedCarrying(item, amountMinor);
}

function treatedAs(
  draft: DeductionDraft & { readonly functionalMinor: bigint },
  treatment: Treatment | undefined,
  item: DeductibleItem,
): TreatedDeduction {
  const { itemId, amountMinor, reason, stated, note, functionalMinor } = draft;
  const { number, currency, customerId } = item;
  const said = { itemId, number, amountMinor, currency, reason, stated, note, customerId, functionalMinor };
  if (treatment?.treatment !== 'posted') {
    const limitedBy = treatment?.limit ?? null;
    const claim = { limitedBy, adjustment: null, isCertificateExpected: false, exceeds: null };
    return { ...said, treatment: 'claimed', ...claim };
  }
  const words = [REASON_WORDS[reason], stated, note].filter((part) => part !== null).join('; ');
  const adjustment = {
    itemId,
    kind: treatment.adjustment,
    amountMinor,
    reason: words.slice(0, ENTRY_REASON_CHARS_MAX),
  };
  const { isCertificateExpected, exceeds } = treatment;
  return { ...said, treatment: 'posted', limitedBy: null, adjustment, isCertificateExpected, exceeds };
}

const ENTRY_REASON_CHARS_MAX = 500; // as everywhere in the ledger

export function keptDeduction(treated: TreatedDeduction): KeptDeduction {
  const { itemId, number, amountMinor, currency, reason, treatment, limitedBy, stated, note } = treated;
  return { itemId, number, amountMinor, currency, reason, treatment, limitedBy, stated, note };
}

/** What the ledger posts for them, in their order. */
export function adjustmentsOf(treated: readonly TreatedDeduction[]): ItemAdjustment[] {
  return treated.flatMap(({ adjustment }) => adjustment ?? []);
}

export interface SettledDeductions {
  readonly receiptItemId: string;
  readonly receiptNumber: string;
  readonly decisionNumber: number;
  readonly effectiveOn: LocalDate;
  readonly isByItself: boolean;
  readonly treated: readonly TreatedDeduction[];
  /** One for each that is posted, in their order. */
  readonly entryIds: readonly string[];
}

/** Writes them down: what is claimed is held on its item and told to others. */
export async function recordDeductions(tx: CommandTx, settled: readonly SettledDeductions[]): Promise<void> {
  const rows = settled.flatMap((one) => {
    const entryIds = one.entryIds.values();
    return one.treated.map((treated) => ({
      one,
      treated,
      id: newId(),
      entryId: treated.treatment === 'posted' ? (entryIds.next().value ?? null) : null,
    }));
  });
  if (rows.length === 0) return;
  const claims = rows.filter(({ treated }) => treated.treatment === 'claimed');
  const holdIds = await placeHolds(
    tx,
    claims.map(({ one, treated: { itemId, customerId, amountMinor, reason } }) => ({
      itemId,
      customerId,
      kind: DEDUCTION_HOLD,
      amountMinor,
      reason: `${REASON_WORDS[reason]}: deducted with receipt ${one.receiptNumber}.`,
    })),
  );
  const holds = new Map(claims.map(({ id }, at) => [id, holdIds[at] ?? null]));
  await insertDeductions(
    tx,
    rows.map(({ one, treated, id, entryId }): NewDeduction => {
      const { receiptItemId, decisionNumber, effectiveOn, isByItself } = one;
      const { adjustment: _, number: __, exceeds: ___, ...said } = treated;
      return {
        ...said,
        id,
        receiptItemId,
        decisionNumber,
        effectiveOn,
        isByItself,
        entryId,
        holdId: holds.get(id) ?? null,
      };
    }),
  );
  await emitEvents(
    tx,
    claims.map(({ one, treated, id }) => ({
      kind: 'deduction.claimed' as const,
      subjectKind: 'deduction',
      subjectId: id,
      data: claimData(one, treated),
    })),
  );
}

/** Lets go of what withdrawn claims held. */
export async function liftHolds(
  tx: CommandTx,
  withdrawn: readonly WithdrawnDeduction[],
  reason: string,
): Promise<void> {
  await releaseHolds(
    tx,
    withdrawn.flatMap(({ holdId }) => holdId ?? []),
    reason,
  );
}

function claimData({ receiptItemId, effectiveOn }: SettledDeductions, treated: TreatedDeduction): object {
  const { itemId, number, customerId, amountMinor, currency, reason, stated, note } = treated;
  const amount = { amount: formatAmount(amountMinor, currency), currency };
  return { receiptId: receiptItemId, itemId, number, customerId, amount, reason, stated, note, effectiveOn };
}
