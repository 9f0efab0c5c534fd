/** Entries as a request keeps and shows them: what they say apart from ids, and how two drafts of one act differ. */
import { createHash } from 'node:crypto';
import type { LocalDate } from '@quittance/core/calendar';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { type DraftedEntry, type DraftedPosting, rehearse, worthOf } from '../ledger/index.ts';
import { type ApprovalAct, type Carrying, isUndated, keptJson, perform } from './approval-act.ts';
import { isInterest, unnumbered } from './interest-act.ts';

export interface Draft {
  readonly entries: readonly DraftedEntry[];
  readonly fingerprint: string;
}

/** What an act would post now. Needs a posting transaction; throws what the ledger refuses. */
export async function draftOf(tx: Tx, act: ApprovalAct, carrying: Carrying): Promise<Draft> {
  const entries = await rehearse(tx, (trial: CommandTx) => perform(trial, act, carrying));
  return { entries, fingerprint: fingerprintOf(entries, act, tx.today) };
}

/** In the company's currency, what limits are compared with. What moves in parts counts once: as it leaves. */
export function actValue(act: ApprovalAct, entries: readonly DraftedEntry[]): bigint {
  return worthOf(act.kind === 'move_part' ? entries.slice(0, 1) : entries);
}

/**
 * Equal for two drafts that say the same. An act without a day of its own takes the day it is approved on: that day is then no
 * difference.
 */
export function fingerprintOf(entries: readonly DraftedEntry[], act: ApprovalAct, today: LocalDate): string {
  const day = (on: LocalDate) => (isUndated(act) && on === today ? 'today' : on);
  const said = steady(entries, act).map((entry) => [
    entry.kind,
    day(entry.effectiveOn),
    entry.currency,
    entry.amountMinor,
    entry.reversesEntryId,
    entry.postings.map((one) => [...placeOf(one), day(one.effectiveOn), one.amountMinor, one.functionalMinor]),
  ]);
  return createHash('sha256').update(keptJson(said)).digest('base64url');
}

function steady(entries: readonly DraftedEntry[], act: ApprovalAct): readonly DraftedEntry[] {
  return isInterest(act) ? unnumbered(entries) : entries;
}

function placeOf(posting: DraftedPosting) {
  return [posting.account, posting.currency, posting.customerId, posting.itemNumber, posting.dueOn] as const;
}

export interface DraftDifference extends Pick<DraftedPosting, 'account' | 'currency' | 'customerName' | 'itemNumber'> {
  /** What was drafted when it was asked, and what would be posted now; both also in the company's currency. */
  readonly askedMinor: bigint;
  readonly nowMinor: bigint;
  readonly askedFunctionalMinor: bigint;
  readonly nowFunctionalMinor: bigint;
}

/** Account by account and item by item, what two drafts have otherwise; empty when they only differ in days. */
export function differencesOf(
  asked: readonly DraftedEntry[],
  now: readonly DraftedEntry[],
  act: ApprovalAct,
): DraftDifference[] {
  const found = new Map<string, DraftDifference>();
  const add = (posting: DraftedPosting, side: 'asked' | 'now') => {
    const key = JSON.stringify(placeOf(posting));
    const { account, currency, customerName, itemNumber } = posting;
    const none = { askedMinor: 0n, nowMinor: 0n, askedFunctionalMinor: 0n, nowFunctionalMinor: 0n };
    const before = found.get(key) ?? { account, currency, customerName, itemNumber, ...none };
    const [amount, functional] = [`${side}Minor`, `${side}FunctionalMinor`] as const;
    found.set(key, {
      ...before,
      [amount]: before[amount] + posting.amountMinor,
      [functional]: before[functional] + posting.functionalMinor,
    });
  };
  for (const entry of steady(asked, act)) for (const posting of entry.postings) add(posting, 'asked');
  for (const entry of steady(now, act)) for (const posting of entry.postings) add(posting, 'now');
  return [...found.values()].filter(
    (one) => one.askedMinor !== one.nowMinor || one.askedFunctionalMinor !== one.nowFunctionalMinor,
  );
}
