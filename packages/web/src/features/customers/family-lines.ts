/** A group as lines of a tree, and what it owes together. */
import { formatAmount, parseAmount } from '@quittance/core/money';
import type { MoneyText } from '../../ui/money/money-text.ts';
import type { FamilyMember } from './customers.types.ts';

export interface FamilyLine {
  readonly member: FamilyMember;
  readonly depth: number;
}

/** From the head down, each before those below it; a merged record stands below the one it was merged into. */
export function familyLines(rows: readonly FamilyMember[]): FamilyLine[] {
  const ids = new Set(rows.map((row) => row.id));
  const above = (row: FamilyMember): string | null => {
    const id = row.mergedIntoId ?? row.parentId;
    return id !== null && ids.has(id) ? id : null;
  };
  const below = new Map<string | null, FamilyMember[]>();
  for (const row of rows) below.set(above(row), [...(below.get(above(row)) ?? []), row]);
  const lines: FamilyLine[] = [];
  const walk = (id: string | null, depth: number): void => {
    for (const member of below.get(id) ?? []) {
      lines.push({ member, depth });
      walk(member.id, depth + 1);
    }
  };
  walk(null, 0);
  return lines;
}

/** One line for each currency. */
export function familyTotals(rows: readonly FamilyMember[]): { overdue: MoneyText; total: MoneyText }[] {
  const sums = new Map<string, { overdue: bigint; total: bigint }>();
  for (const { overdue, total } of rows.flatMap((row) => row.balances)) {
    const { currency } = total;
    const sum = sums.get(currency) ?? { overdue: 0n, total: 0n };
    sum.overdue += parseAmount(overdue.amount, currency) ?? 0n;
    sum.total += parseAmount(total.amount, currency) ?? 0n;
    sums.set(currency, sum);
  }
  return [...sums].map(([currency, { overdue, total }]) => ({
    overdue: { amount: formatAmount(overdue, currency), currency },
    total: { amount: formatAmount(total, currency), currency },
  }));
}
