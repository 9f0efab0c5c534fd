import { formatAmount } from '@quittance/core/money';
import { useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import type { Candidate } from './cash.types.ts';
import type { Desk } from './use-desk.ts';

/** Open items with the cash that goes to each; the cash can be typed. */
export function useDeskColumns(input: { desk: Desk; isAcrossCustomers: boolean }): readonly GridColumn<Candidate>[] {
  const { t } = useTexts();
  const formats = useFormats();
  const { desk, isAcrossCustomers } = input;
  const { draft, isWorkable, setPart } = desk;
  // biome-ignore lint/correctness/useExhaustiveDependencies: setPart is made anew each time and reads only the draft
  return useMemo(
    (): readonly GridColumn<Candidate>[] => [
      { id: 'number', kind: 'text', header: t('item.number'), width: 110, grow: true, value: (row) => row.number },
      ...(isAcrossCustomers
        ? [
            {
              id: 'customer',
              kind: 'text' as const,
              header: t('aging.customer'),
              width: 130,
              grow: true,
              value: (row: Candidate) => row.customerName,
            },
          ]
        : []),
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
        value: (row) => cashOn(row, draft),
        edit: {
          canEdit: () => isWorkable,
          text: (row) => formats.plainAmount(draft.get(row.id) ?? 0n, row.open.currency),
          commit: setPart,
        },
      },
    ],
    [t, formats, draft, isAcrossCustomers, isWorkable],
  );
}

function cashOn(row: Candidate, draft: Desk['draft']): { amount: string; currency: string } | null {
  const minor = draft.get(row.id);
  return minor === undefined ? null : { amount: formatAmount(minor, row.open.currency), currency: row.open.currency };
}
