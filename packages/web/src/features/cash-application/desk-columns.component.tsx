import { formatAmount } from '@quittance/core/money';
import { useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import type { Candidate } from './cash.types.ts';
import { type DraftDeduction, deductedByItem } from './deductions.ts';
import type { Desk } from './use-desk.ts';

/** Open items with the cash that goes to each and what is deducted from it; both can be typed. */
export function useDeskColumns(input: { desk: Desk; isAcrossCustomers: boolean }): readonly GridColumn<Candidate>[] {
  const { t } = useTexts();
  const formats = useFormats();
  const { desk, isAcrossCustomers } = input;
  const { draft, deductions, reasons, isWorkable, setPart, setDeduction } = desk;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what sets a part is made anew each time and reads only the draft
  return useMemo((): readonly GridColumn<Candidate>[] => {
    const deducted = deductedByItem(deductions);
    const byItem = deductionsByItem(deductions);
    const deductionsOf = (row: Candidate): readonly DraftDeduction[] => byItem.get(row.id) ?? NONE;
    const wordOf = new Map(reasons.map(({ reason, words }) => [reason as string, words]));
    const deductionText = (row: Candidate): string =>
      deductionsOf(row)
        .map(
          (one) => `${formats.plainAmount(one.amountMinor, row.open.currency)} ${wordOf.get(one.reason) ?? one.reason}`,
        )
        .join('; ');
    return [
      { id: 'number', kind: 'text', header: t('item.number'), width: 110, grow: true, value: (row) => row.number },
      {
        id: 'customer',
        kind: 'text',
        header: t('aging.customer'),
        width: 130,
        grow: true,
        isHiddenAtFirst: !isAcrossCustomers,
        value: (row) => row.customerName,
      },
      {
        id: 'issued',
        kind: 'date',
        header: t('item.issued'),
        width: 98,
        isHiddenAtFirst: true,
        value: (row) => row.issuedOn,
      },
      { id: 'due', kind: 'date', header: t('item.due'), width: 98, value: (row) => row.dueOn },
      { id: 'late', kind: 'days', header: t('item.late'), width: 60, value: (row) => row.daysLate },
      { id: 'open', kind: 'money', header: t('item.open'), width: 104, isTotalled: true, value: (row) => row.open },
      {
        id: 'cash',
        kind: 'money',
        header: t('cash.applied'),
        width: 110,
        isTotalled: true,
        value: (row) => moneyOf(row, draft.get(row.id)),
        edit: {
          canEdit: () => isWorkable,
          text: (row) => formats.plainAmount(draft.get(row.id) ?? 0n, row.open.currency),
          commit: setPart,
        },
      },
      {
        id: 'deduction',
        kind: 'money',
        header: t('cash.deduction'),
        width: 100,
        isTotalled: true,
        value: (row) => moneyOf(row, deducted.get(row.id)),
        edit: { canEdit: () => isWorkable, text: deductionText, commit: setDeduction },
      },
      {
        id: 'reason',
        kind: 'text',
        header: t('cash.deductionReason'),
        width: 110,
        grow: true,
        value: (row) =>
          deductionsOf(row)
            .map(({ reason }) => wordOf.get(reason) ?? reason)
            .join(' + ') || null,
      },
    ];
  }, [t, formats, draft, deductions, reasons, isAcrossCustomers, isWorkable]);
}

const NONE: readonly DraftDeduction[] = [];

function deductionsByItem(deductions: readonly DraftDeduction[]): ReadonlyMap<string, readonly DraftDeduction[]> {
  const byItem = new Map<string, DraftDeduction[]>();
  for (const deduction of deductions) {
    const own = byItem.get(deduction.itemId);
    if (own) own.push(deduction);
    else byItem.set(deduction.itemId, [deduction]);
  }
  return byItem;
}

function moneyOf(row: Candidate, minor: bigint | undefined): MoneyText | null {
  return minor === undefined ? null : { amount: formatAmount(minor, row.open.currency), currency: row.open.currency };
}
