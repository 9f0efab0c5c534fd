import { formatAmount, sum } from '@quittance/core/money';
import { useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { toMoney } from '../../ui/money/money-text.ts';
import type { DeskRow } from './desk-rows.ts';
import type { Desk } from './use-desk.ts';

/**
 * Open items with the cash that goes to each and what is deducted from it; both can be typed. The columns stay the same while
 * somebody types: what changes is in the rows.
 */
export function useDeskColumns(input: { desk: Desk; isAcrossCustomers: boolean }): readonly GridColumn<DeskRow>[] {
  const { t } = useTexts();
  const formats = useFormats();
  const { desk, isAcrossCustomers } = input;
  const { reasons, isWorkable } = desk;
  const latest = useRef(desk);
  useEffect(() => {
    latest.current = desk;
  });
  return useMemo((): readonly GridColumn<DeskRow>[] => {
    const wordOf = new Map<string, string>(reasons.map(({ reason, words }) => [reason, words]));
    const deductionText = ({ deductions = [], open }: DeskRow): string =>
      deductions
        .map((one) => `${formats.plainAmount(one.amountMinor, open.currency)} ${wordOf.get(one.reason) ?? one.reason}`)
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
        width: 128,
        isTotalled: true,
        value: (row) => row.cash ?? null,
        edit: {
          canEdit: () => isWorkable,
          text: (row) => (row.cash ? formats.plainAmount(toMoney(row.cash).amountMinor, row.open.currency) : ''),
          commit: (row, typed) => latest.current.setPart(row, typed),
        },
      },
      {
        id: 'deduction',
        kind: 'money',
        header: t('cash.deduction'),
        width: 118,
        isTotalled: true,
        value: ({ deductions = [], open: { currency } }) =>
          deductions.length === 0
            ? null
            : { amount: formatAmount(sum(deductions.map(({ amountMinor }) => amountMinor)), currency), currency },
        edit: {
          canEdit: () => isWorkable,
          text: deductionText,
          commit: (row, typed) => latest.current.setDeduction(row, typed),
        },
      },
      {
        id: 'reason',
        kind: 'text',
        header: t('cash.deductionReason'),
        width: 110,
        grow: true,
        value: ({ deductions = [] }) =>
          deductions.map(({ reason }) => wordOf.get(reason) ?? reason).join(' + ') || null,
      },
    ];
  }, [t, formats, reasons, isAcrossCustomers, isWorkable]);
}
