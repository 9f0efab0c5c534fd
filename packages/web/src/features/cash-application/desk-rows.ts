/**
 * The items of the desk with what the draft gives them. A row is a new one only when its own part has changed, so that of 5,000
 * rows a key draws one anew.
 */
import { formatAmount, sum } from '@quittance/core/money';
import { useMemo, useRef } from 'react';
import type { FootRow } from '../../ui/grid/grid.types.ts';
import { type MoneyText, toMoney } from '../../ui/money/money-text.ts';
import type { Candidate } from './cash.types.ts';
import type { DraftDeduction } from './deductions.ts';
import type { DeskDraft } from './desk-draft.ts';

export interface DeskRow extends Candidate {
  /** Absent on an item that gets nothing. */
  readonly cash?: MoneyText;
  readonly deductions?: readonly DraftDeduction[];
}

const NO_DEDUCTIONS: readonly DraftDeduction[] = [];

export function useDeskRows(rows: readonly Candidate[], draft: DeskDraft): readonly DeskRow[] {
  const known = useRef<ReadonlyMap<string, DeskRow>>(new Map());
  return useMemo(() => {
    const drafted = draftedRows(rows, draft, known.current);
    known.current = drafted;
    return rows.map((row) => drafted.get(row.id) ?? row);
  }, [rows, draft]);
}

/** Rows with a part of the draft by id; those whose part is the same as before are the same objects. */
export function draftedRows(
  rows: readonly Candidate[],
  { cash, deductions }: DeskDraft,
  before: ReadonlyMap<string, DeskRow>,
): Map<string, DeskRow> {
  const byItem = new Map<string, DraftDeduction[]>();
  for (const deduction of deductions) {
    const own = byItem.get(deduction.itemId);
    if (own) own.push(deduction);
    else byItem.set(deduction.itemId, [deduction]);
  }
  const drafted = new Map<string, DeskRow>();
  for (const row of rows) {
    const minor = cash.get(row.id);
    const own = byItem.get(row.id) ?? NO_DEDUCTIONS;
    if (minor === undefined && own.length === 0) continue;
    const { currency } = row.open;
    const amount = formatAmount(minor ?? 0n, currency);
    const earlier = before.get(row.id);
    const isSame = earlier?.open === row.open && earlier.cash?.amount === amount && isSameList(earlier.deductions, own);
    drafted.set(row.id, isSame ? earlier : { ...row, cash: { amount, currency }, deductions: own });
  }
  return drafted;
}

function isSameList(left: readonly DraftDeduction[] = NO_DEDUCTIONS, right: readonly DraftDeduction[]): boolean {
  return left.length === right.length && left.every((one, index) => one === right[index]);
}

/** The totals of the desk, added from the draft: the rows themselves are added once. */
export function useDeskFoot(
  rows: readonly Candidate[],
  { cash, deductions }: DeskDraft,
  given: { readonly currency: string; readonly label: string },
): readonly FootRow[] {
  const { currency, label } = given;
  const openMinor = useMemo(() => sum(rows.map(({ open }) => toMoney(open).amountMinor)), [rows]);
  return useMemo(() => {
    if (rows.length === 0) return [];
    const money = (minor: bigint): MoneyText => ({ amount: formatAmount(minor, currency), currency });
    const amounts = {
      open: money(openMinor),
      ...(cash.size > 0 ? { cash: money(sum(cash.values())) } : {}),
      ...(deductions.length > 0 ? { deduction: money(sum(deductions.map(({ amountMinor }) => amountMinor))) } : {}),
    };
    return [{ id: currency, label: `${label} ${currency}`, amounts }];
  }, [rows.length, openMinor, cash, deductions, currency, label]);
}
