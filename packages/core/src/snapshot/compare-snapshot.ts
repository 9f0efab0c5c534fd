/**
 * A full list of the ERP's open items, compared with ours. What differs is never applied by itself: each difference
 * becomes a proposal with the act that would follow it, for a person to accept or reject. Where our own work explains the
 * difference (we have applied cash that the ERP does not know yet), nothing is to be done and the proposal says so.
 */
import type { LocalDate } from '../calendar/index.ts';
import { abs } from '../money/index.ts';

/** An item as our ledger has it. Amounts are signed: credit notes are negative. */
export interface LedgerSide {
  readonly itemId: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  /** The standing entry by which an earlier list settled this item, and how much of it stands; null when there is none. */
  readonly settledByList: { readonly entryId: string; readonly amountMinor: bigint } | null;
}

/** The same item as the list has it; `openMinor` is signed as ours. */
export interface ListSide {
  readonly dueOn: LocalDate;
  readonly openMinor: bigint;
}

/** What accepting a proposal does. `none`: nothing can or need be posted, for the reason given. */
export type ChangePlan =
  | { readonly act: 'settle'; readonly amountMinor: bigint }
  | { readonly act: 're_date'; readonly dueOn: LocalDate }
  | { readonly act: 'reverse'; readonly entryId: string; readonly amountMinor: bigint }
  | { readonly act: 'none'; readonly why: 'settled_here_first' | 'above_the_document' };

export type ChangeKind = 'vanished' | 'amount_changed' | 'due_changed' | 'reappeared';

export interface ItemChange {
  readonly kind: ChangeKind;
  readonly plan: ChangePlan;
}

/**
 * What differs, the amount before the date; empty when both sides agree. `there` is null when the list does not have the
 * item. An invoice of 100.00 of which 60.00 are open here and 40.00 there is settled by 20.00; one that the list does
 * not have any more is settled by all 60.00.
 */
export function compareWithList(here: LedgerSide, there: ListSide | null): ItemChange[] {
  if (there === null) return here.openMinor === 0n ? [] : [{ kind: 'vanished', plan: settle(here.openMinor) }];
  const amount = compareAmounts(here, there.openMinor);
  const isOpen = here.openMinor !== 0n && there.openMinor !== 0n;
  if (!isOpen || here.dueOn === there.dueOn) return amount;
  return [...amount, { kind: 'due_changed', plan: { act: 're_date', dueOn: there.dueOn } }];
}

function compareAmounts(here: LedgerSide, thereMinor: bigint): ItemChange[] {
  if (here.openMinor === thereMinor) return [];
  const kind = here.openMinor === 0n ? 'reappeared' : 'amount_changed';
  const sign = here.amountMinor < 0n ? -1n : 1n;
  const missing = sign * (thereMinor - here.openMinor); // positive: more is open there
  if (missing < 0n) return [{ kind, plan: settle(-missing) }];
  if (sign * thereMinor > abs(here.amountMinor)) return [{ kind, plan: { act: 'none', why: 'above_the_document' } }];
  const settled = here.settledByList;
  if (settled === null || settled.amountMinor < missing) {
    return [{ kind, plan: { act: 'none', why: 'settled_here_first' } }];
  }
  return [{ kind, plan: { act: 'reverse', entryId: settled.entryId, amountMinor: missing } }];
}

function settle(amountMinor: bigint): ChangePlan {
  return { act: 'settle', amountMinor: abs(amountMinor) };
}

/**
 * Which instalment of the list is which item of ours: first those with the same due date, then the rest in order. What is
 * left over of ours is not in the list any more.
 */
export function pairInstalments<Here extends { readonly dueOn: LocalDate }>(
  here: readonly Here[],
  there: readonly ListSide[],
): { readonly here: Here; readonly there: ListSide | null }[] {
  const left = [...there];
  const take = (found: number): ListSide | null => (found < 0 ? null : (left.splice(found, 1)[0] ?? null));
  const paired = new Map<Here, ListSide | null>();
  for (const item of here) {
    const same = take(left.findIndex((row) => row.dueOn === item.dueOn));
    if (same !== null) paired.set(item, same);
  }
  for (const item of here) if (!paired.has(item)) paired.set(item, take(left.length > 0 ? 0 : -1));
  return here.map((item) => ({ here: item, there: paired.get(item) ?? null }));
}
